"""A walk as a decision keeps it for ever: editions with their digests, answers, evidence, records, and the basis."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any
from uuid import UUID

from alongside.consent.words import Category
from alongside.guidance import engine, packs
from alongside.guidance.shapes import Pack
from alongside.guidance.trace import Step
from alongside.guidance.words import Evidence
from alongside.sharing.models import Decision
from alongside.sharing.rules import ListedItem, OnRecord, Proposal, later_records
from alongside.sharing.walking import Taken, Way
from alongside.sharing.words import Included, ItemKind, Origin


def trace_of(way: Way, *, records: Mapping[str, str]) -> dict[str, Any]:
    """The walk as plain values: every edition with its digest, path and state, every answer with its evidence."""
    return {
        "records": dict(records),
        "facts": dict(way.facts),
        "walks": [
            {
                "pack": walked.pack.id,
                "digest": walked.pack.digest,
                "path": list(walked.trace.path),
                "state": dict(walked.trace.state),
                "outcome": walked.trace.outcome,
                "decided": walked.trace.decided,
                "required_records": list(walked.trace.required_records),
                "missing_records": list(
                    engine.walk(
                        walked.pack, answers=walked.answers, facts=way.facts, records=records
                    ).missing_records
                ),
                "answers": {node: list(given) for node, given in walked.answers.items()},
                "steps": [_step(t) for t in walked.taken],
            }
            for walked in way.walks
        ],
    }


def frozen(way: Way, record: OnRecord, *, records: Mapping[str, str]) -> dict[str, Any]:
    """The columns of a decision that come from the walk and the record as they stand."""
    matter = record.matter
    return {
        "about_child_id": matter.child_id,
        "child_as_named": matter.child,
        "arising_from_kind": matter.about.kind,
        "arising_from_id": matter.about.id,
        "recipient_id": matter.recipient_id,
        "recipient_as_named": matter.recipient,
        "purpose": matter.benefit,
        "pack_id": way.last.pack.id,
        "pack_digest": way.last.pack.digest,
        "trace": trace_of(way, records=records),
        "items": items_of(record),
    }


def items_of(record: OnRecord) -> list[dict[str, str]]:
    """The items of a record as plain values."""
    return kept_items(record.items)


def kept_items(items: Iterable[ListedItem]) -> list[dict[str, str]]:
    """Items as plain values, as they stand for one recipient."""
    return [
        {
            "text": item.text,
            "category": str(item.category),
            "kind": str(item.kind),
            "source": item.source,
            "included": str(item.included),
            "left_out_reason": item.left_out_reason,
            "about_adult_id": str(item.about_adult_id or ""),
        }
        for item in items
    ]


def stands(decision: Decision, *, way: Way, record: OnRecord) -> bool:
    """Say whether what is on record is still what the decision was made on: answers, items, purpose."""
    walked = [(each["pack"], each["answers"]) for each in decision.trace["walks"]]
    now = [(w.pack.id, {node: list(given) for node, given in w.answers.items()}) for w in way.walks]
    return walked == now and decision.items == items_of(record) and decision.purpose == record.matter.benefit


def listed(item: Mapping[str, str]) -> ListedItem:
    """An item as a decision or a disclosure keeps it."""
    return ListedItem(
        item["text"],
        Category(item["category"]),
        ItemKind(item["kind"]),
        item["source"],
        Included(item["included"]),
        item["left_out_reason"],
        about_adult_id=UUID(item["about_adult_id"]) if item.get("about_adult_id") else None,
    )


def follow(kept: Mapping[str, Any], *, later: Mapping[Evidence, Proposal]) -> dict[str, Any]:
    """Go on from a frozen walk with what has happened since: the channel that was used, who was told.

    The frozen answers and facts are replayed as they were; nothing that is on record now changes them.
    """
    *before, last = kept["walks"]
    pack, answers = packs.load(last["pack"]), {node: tuple(given) for node, given in last["answers"].items()}
    because: dict[str, str] = {}
    trace = engine.walk(pack, answers=answers, facts=kept["facts"])
    while trace.current and trace.current not in answers:
        node = pack.nodes[trace.current]
        happened = later.get(node.evidence) if node.evidence else None
        if happened is None or happened.answer not in node.answers:
            break
        answers[node.id], because[node.id] = (happened.answer,), happened.because
        trace = engine.walk(pack, answers=answers, facts=kept["facts"])
    records = {**kept["records"], **later_records(later)}
    missing = engine.walk(pack, answers=answers, facts=kept["facts"], records=records).missing_records
    new = [
        _followed_step(pack, step, because.get(step.node, "")) for step in trace.steps[len(last["steps"]) :]
    ]
    followed = {
        **last,
        "path": list(trace.path),
        "state": dict(trace.state),
        "outcome": trace.outcome,
        "required_records": list(trace.required_records),
        "missing_records": list(missing),
        "answers": {node: list(given) for node, given in answers.items()},
        "steps": [*last["steps"], *new],
    }
    return {**kept, "records": records, "walks": [*before, followed]}


def countersigned(kept: Mapping[str, Any], *, words: str) -> dict[str, Any]:
    """The walk with the record that only a countersignature fills; nothing else of it changes."""
    key = "decision.safeguarding_lead_countersign_if_cp_concern"
    records = {**kept["records"], key: words, "isd.countersigned_by": words}
    walks = [
        {**walked, "missing_records": [each for each in walked["missing_records"] if each not in records]}
        for walked in kept["walks"]
    ]
    return {**kept, "records": records, "walks": walks}


def _step(taken: Taken) -> dict[str, Any]:
    return {
        "node": taken.node,
        "text": taken.text,
        "short": taken.short,
        "cite": taken.cite,
        "answer": taken.answer,
        "answer_label": taken.answer_label,
        "origin": str(taken.origin),
        "because": taken.because,
        "advice": dict(taken.advice),
    }


def _followed_step(pack: Pack, step: Step, because: str) -> dict[str, Any]:
    node = pack.nodes[step.node]
    origin = Origin.EVIDENCE if because else Origin.ONLY_ANSWER
    label = node.answers[step.answer].label
    return _step(
        Taken(
            pack.id, node.id, node.text, node.short, node.cite, step.answer, label, origin, because, advice={}
        )
    )


def digest_of(way: Way, record: OnRecord) -> str:
    """What a decision would rest on, as one digest: the page that was shown and the deed compare it."""
    shown = {
        "walks": [
            [w.pack.digest, {node: list(given) for node, given in w.answers.items()}] for w in way.walks
        ],
        "because": [t.because for w in way.walks for t in w.taken],
        "items": items_of(record),
        "purpose": record.matter.benefit,
        "recipient": record.matter.recipient,
        "profile": asdict(record.profile) if record.profile else None,
    }
    return hashlib.sha256(json.dumps(shown, sort_keys=True).encode()).hexdigest()


def basis(decision: Decision) -> str:
    """On what basis something was shared, in the one sentence that its recipient reads: closed words, nobody's own."""
    last = decision.trace["walks"][-1]
    if decision.trace["facts"].get("must_share"):
        return "The law says that this must be shared."
    if last["state"].get("share_mode") == "non_identifying":
        return "Without names: nobody can be identified from it."
    if last["state"].get("share_mode") == "with_consent":
        return "With the family’s agreement to share this for this question."
    if last["state"].get("share_mode") == "without_consent" or last["state"].get("risk"):
        return "Without the family’s agreement, on a lawful ground that we have recorded."
    if last["state"].get("objection"):
        return "As part of our own task. Someone in the family objected, and we have weighed that."
    return "As part of our own task, and openly with the family."
