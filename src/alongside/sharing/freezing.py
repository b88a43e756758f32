"""A walk as a decision keeps it for ever: editions with their digests, answers, evidence, records, and the basis."""

from collections.abc import Mapping
from typing import Any

from alongside.guidance import engine
from alongside.sharing.models import Decision
from alongside.sharing.rules import OnRecord
from alongside.sharing.walking import Way


def trace_of(way: Way, *, records: Mapping[str, str]) -> dict[str, Any]:
    """The walk as plain values: every edition with its digest, path and state, every answer with its evidence."""
    return {
        "records": dict(records),
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
                "steps": [
                    {
                        "node": t.node,
                        "text": t.text,
                        "short": t.short,
                        "cite": t.cite,
                        "answer": t.answer,
                        "answer_label": t.answer_label,
                        "origin": str(t.origin),
                        "because": t.because,
                        "advice": dict(t.advice),
                    }
                    for t in walked.taken
                ],
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
        "items": [
            {
                "text": item.text,
                "category": str(item.category),
                "kind": str(item.kind),
                "source": item.source,
                "included": str(item.included),
                "left_out_reason": item.left_out_reason,
            }
            for item in record.items
        ],
    }


def basis(decision: Decision) -> str:
    """On what basis something was shared, in the one sentence that its recipient reads."""
    state = decision.trace["walks"][-1]["state"]
    if state.get("share_mode") == "with_consent":
        said = _because(decision, ("Q2", "N3a"))
        return f"With agreement. {said}".strip()[:600]
    if state.get("share_mode") == "without_consent" or state.get("risk"):
        return f"Without consent, because: {decision.necessity or decision.reasons}"[:600]
    return f"{decision.art6}. {_because(decision, ('N3a', 'N4a'))}".strip()[:600]


def _because(decision: Decision, nodes: tuple[str, ...]) -> str:
    steps = decision.trace["walks"][-1]["steps"]
    return next((s["because"] for s in steps if s["node"] in nodes and s["because"]), "")
