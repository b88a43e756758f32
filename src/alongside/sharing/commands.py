"""The writes of sharing: listing items, answering a question, deciding, countersigning, disclosing, closing."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from alongside.access import commands as access
from alongside.access import queries as access_queries
from alongside.access.gate import Act, writes
from alongside.access.words import GrantKind, NotThere, Purpose, Ref, Refused, Standing
from alongside.directory import queries as directory
from alongside.directory.commands import OPEN_END
from alongside.duties import commands as duties
from alongside.duties.words import Owed
from alongside.guidance import guards, packs
from alongside.guidance.words import Evidence, ProblemKind
from alongside.notify import commands as notify
from alongside.notify.words import Neutral
from alongside.sharing import freezing, queries, rules
from alongside.sharing.models import Decision, Disclosure, Item, LawfulProfile, Walk, WalkAnswer
from alongside.sharing.rules import ListedItem, Matter, Profile, Proposal
from alongside.sharing.walking import Way
from alongside.sharing.words import Countersignature, Included, Leaf, Origin, Right

MOST_ITEMS = 30
# Guards that speak against deciding; G1 asks for a second person afterwards, G6 only marks the record.
SPEAKING = frozenset({ProblemKind.G2, ProblemKind.G3, ProblemKind.G4})


@dataclass(frozen=True, slots=True)
class Answered:
    """What a person answered at one node of one edition, as it was typed."""

    pack_id: str
    node: str
    answer: str
    reason: str = ""
    advice_from: str = ""
    advice_summary: str = ""


@dataclass(frozen=True, slots=True)
class Judged:
    """What a person confirms and adds when they decide: reasons always, the rest where the outcome asks for it."""

    outcome: str
    reasons: str
    necessity: str = ""
    lawful: rules.Lawful | None = None
    review_trigger: str = ""
    alternative_action: str = ""
    decided_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Talked:
    """What a disclosure needs to know of the talk in which it was made."""

    question: str
    note: str
    channel: str
    at: datetime


@writes(Right.ITEMS_LIST)
def list_items(act: Act, *, case_id: UUID, arising_from: Ref, items: tuple[ListedItem, ...]) -> None:
    """List what may be shared in a matter, each marked; replaces the last list, which stays on record (G4, 8.1)."""
    act.admit("cases.Case", case_id)
    if not items or len(items) > MOST_ITEMS:
        raise Refused(f"List at least one thing you want to share, and at most {MOST_ITEMS}.")
    if not any(item.included is Included.SHARE for item in items):
        raise Refused(
            "Mark at least one thing to be shared, because there is nothing to talk about otherwise."
        )
    newest = Item.objects.filter(arising_from_id=arising_from.id).order_by("-edition").first()
    Item.objects.bulk_create(
        Item(
            **_owner(act, case_id),
            arising_from_id=arising_from.id,
            edition=newest.edition + 1 if newest else 1,
            position=position,
            text=item.text,
            category=item.category,
            kind=item.kind,
            source=item.source,
            included=item.included,
            left_out_reason=item.left_out_reason,
            listed_at=act.now,
        )
        for position, item in enumerate(items, start=1)
    )
    act.note(Leaf.ITEMS_LISTED, about=arising_from)


@writes(Right.QUESTION_ANSWER)
def answer_question(act: Act, *, matter: Matter, answered: Answered) -> None:
    """Answer one node of the chart. Answering again adds a superseding answer (rulebook 2.0).

    "Not sure" waits for advice: the next answer at the node carries whom was asked and what they said.
    """
    act.admit("cases.Case", matter.case_id)
    node = packs.load(answered.pack_id).nodes.get(answered.node)
    if node is None or answered.answer not in node.answers:
        raise Refused("Choose one of the answers on this page.", field="answer")
    walk = _walk(act, matter, answered.pack_id)
    earlier = list(WalkAnswer.objects.filter(walk=walk).order_by("position"))
    last = next((a for a in reversed(earlier) if a.node == answered.node), None)
    waiting = bool(last and last.answers[-1] == "unsure")
    if waiting and answered.answer != "unsure" and not (answered.advice_from and answered.advice_summary):
        raise Refused(
            "Say whom you asked and what they said, because you were not sure.", field="advice_from"
        )
    successive = ["unsure", answered.answer] if waiting and answered.answer != "unsure" else [answered.answer]
    WalkAnswer.objects.create(
        **_owner(act, matter.case_id),
        walk=walk,
        position=len(earlier) + 1,
        node=node.id,
        answers=successive,
        reason=answered.reason,
        advice={"from": answered.advice_from, "summary": answered.advice_summary}
        if answered.advice_from
        else {},
        text_shown=node.text,
        origin=Origin.PERSON,
        answered_at=act.now,
    )
    act.note(Leaf.QUESTION_ANSWERED, about=matter.about)


@writes(Right.DECISION_DECIDE)
def decide(act: Act, *, matter: Matter, judged: Judged) -> UUID:
    """Decide for one child, recipient, purpose and set of items, freezing the walk with its evidence.

    Raises Refused while a question is open, where the outcome is no longer the one that was shown, where a guard
    speaks against it (G3, G4), or where what the outcome asks for is missing (G1: an alternative action).
    """
    act.admit("cases.Case", matter.case_id)
    page = queries.sharing(act, matter=matter)
    way, record = page.way, page.record
    _refuse_unready(way, judged)
    needs = guards.needs_countersignature(way.last.trace, facts=way.facts)
    _refuse_missing_words(judged, way, countersignature_for=needs)
    lawful = judged.lawful or rules.lawful_answers(
        record, outcome=judged.outcome, state=way.last.trace.state, facts=way.facts
    )
    replaced = queries.latest_decision(act, matter=matter)
    decided_at = judged.decided_at or act.now
    decision = Decision.objects.create(
        **_owner(act, matter.case_id),
        **freezing.frozen(
            way, record, records=rules.records(record, lawful=lawful, more=_decided_words(act, way, judged))
        ),
        outcome=judged.outcome,
        legal_power=lawful.power,
        art6=lawful.art6,
        art9_and_sch1=lawful.art9_and_sch1,
        confidentiality=lawful.confidentiality,
        necessity=judged.necessity,
        reasons=judged.reasons,
        review_trigger=judged.review_trigger,
        alternative_action=judged.alternative_action,
        decided_by_membership_id=act.ctx.membership_id,
        decided_at=decided_at,
        recorded_at=act.now,
        supersedes_id=replaced,
        countersignature=Countersignature.AWAITED if needs else Countersignature.NOT_NEEDED,
        closed_at=None if needs or judged.outcome == "SHARE" else act.now,
        closed_by=None if needs or judged.outcome == "SHARE" else act.ctx.membership_id,
    )
    _keep_walked(act, matter, way)
    if needs:
        _ask_for_countersignature(act, decision)
    act.note(Leaf.DECISION_DECIDED, about=Ref("decision", decision.id))
    return decision.id


@writes(Right.DECISION_COUNTERSIGN)
def countersign_refusal(act: Act, *, decision_id: UUID, verdict: Countersignature, words: str) -> None:
    """Give or decline the second person's word on a decision not to share (guard G1). Given closes the record.

    Only a safeguarding lead of the deciding agency, and never whoever decided or recorded it.
    """
    act.admit("sharing.Decision", decision_id)
    decision = Decision.objects.get(id=decision_id)
    access.require_oversight(act, agency_id=decision.agency_id)
    if act.ctx.membership_id in {decision.decided_by_membership_id, decision.author_membership_id}:
        raise Refused("You decided this yourself. Another safeguarding lead must countersign it.")
    if decision.countersignature != Countersignature.AWAITED:
        raise Refused(
            "This decision does not wait for a countersignature any more. Open it again to see why."
        )
    if not words:
        raise Refused("Say what you looked at, and why you agree or do not.", field="words")
    decision.countersignature = verdict
    decision.countersigned_at, decision.countersigned_by_id = act.now, act.ctx.membership_id
    decision.countersigner_words = words
    if verdict is Countersignature.GIVEN:
        decision.closed_at, decision.closed_by = act.now, act.ctx.membership_id
    decision.save()
    about = Ref("decision", decision.id)
    duties.discharge(act, what=Owed.COUNTERSIGN, arising_from=about, evidence=about)
    notify.tell(act, to_membership_id=decision.decided_by_membership_id, that=Neutral.SOMETHING_WAITS)
    given = verdict is Countersignature.GIVEN
    act.note(Leaf.DECISION_COUNTERSIGNED if given else Leaf.DECISION_SENT_BACK, about=about)


@writes(Right.DISCLOSURE_MAKE)
def disclose(act: Act, *, matter: Matter, decision_id: UUID, talked: Talked) -> UUID:
    """Record what left under a decision to share: a snapshot, to which the person asked is let in (settled.md 1).

    Raises Refused where the decision is not to share, has been superseded, or is not about this matter.
    """
    act.admit("sharing.Decision", decision_id)
    decision = Decision.objects.get(id=decision_id)
    newest = queries.latest_decision(act, matter=matter)
    if decision.outcome != "SHARE" or newest != decision.id:
        raise Refused(
            "The decision in force is not to share, or has changed. Look at it again before you record a talk."
        )
    asker = directory.member(act, membership_id=act.ctx.membership_id)
    disclosure = Disclosure.objects.create(
        **_owner(act, matter.case_id),
        decision=decision,
        arising_from_kind=matter.about.kind,
        arising_from_id=matter.about.id,
        to_membership_id=matter.recipient_membership_id,
        recipient_as_named=matter.recipient,
        child_as_named=matter.child,
        asker_as_named=asker.title,
        question=talked.question,
        note_of_talk=talked.note,
        items=[item for item in decision.items if item["included"] == Included.SHARE],
        basis=freezing.basis(decision),
        channel=talked.channel,
        disclosed_at=talked.at,
        recorded_at=act.now,
    )
    if matter.recipient_membership_id:
        access.grant(
            act,
            kind=GrantKind.ADDRESSEE,
            whom=access.Whom(
                membership_id=matter.recipient_membership_id, row_id=disclosure.id, case_id=matter.case_id
            ),
            purpose=Purpose.CONSULTATION,
            reason="It was shared with them",
            until=OPEN_END,
        )
    act.note(Leaf.DISCLOSURE_MADE, about=Ref("disclosure", disclosure.id))
    return disclosure.id


@writes(Right.WALK_CLOSE)
def close_walk(act: Act, *, matter: Matter, later: Mapping[Evidence, Proposal]) -> None:
    """Answer the nodes about how and telling from what has happened, and close the decision when none is left.

    Does nothing while a node is still open: the decision stands and its tasks remain.
    """
    act.admit("cases.Case", matter.case_id)
    decision_id = queries.latest_decision(act, matter=matter)
    if decision_id is None:
        raise NotThere
    way = queries.way_after(queries.sharing(act, matter=matter), later=later, at=act.now)
    _keep_walked(act, matter, way)
    if way.last.trace.outcome is not None:
        decision = Decision.objects.get(id=decision_id)
        if decision.closed_at is None:
            records = decision.trace["records"] | rules.later_records(later)
            decision.trace = freezing.trace_of(way, records=records)
            decision.closed_at, decision.closed_by = act.now, act.ctx.membership_id
            decision.save(update_fields=["trace", "closed_at", "closed_by"])
        act.note(Leaf.DECISION_CLOSED, about=Ref("decision", decision_id))


@writes(Right.PROFILE_KEEP, to=(Standing.UPKEEP,))
def keep_profile(act: Act, *, agency_id: UUID, profile: Profile) -> UUID:
    """Keep an agency's lawful answers, which its practitioners are then shown in plain words (settled.md 20)."""
    row, _ = LawfulProfile.objects.update_or_create(
        agency_id=agency_id,
        defaults={
            "power": profile.power,
            "power_in_words": profile.power_in_words,
            "art6": profile.art6,
            "art6_in_words": profile.art6_in_words,
            "art9_and_sch1": profile.art9_and_sch1,
            "art9_in_words": profile.art9_in_words,
            "confidentiality_without_consent": profile.confidentiality_without_consent,
            "policy_document": profile.policy_document,
            "kept_at": act.now,
            "kept_by": act.ctx.actor,
        },
    )
    act.note(Leaf.PROFILE_KEPT, about=Ref("profile", row.id))
    return row.id


def _owner(act: Act, case_id: UUID) -> dict[str, UUID]:
    return {
        "agency_id": act.ctx.agency_id,
        "case_id": case_id,
        "author_membership_id": act.ctx.membership_id,
    }


def _walk(act: Act, matter: Matter, pack_id: str) -> Walk:
    walk, _ = Walk.objects.get_or_create(
        arising_from_id=matter.about.id,
        recipient_id=matter.recipient_id,
        pack_id=pack_id,
        defaults={
            **_owner(act, matter.case_id),
            "about_child_id": matter.child_id,
            "pack_digest": packs.load(pack_id).digest,
            "begun_at": act.now,
        },
    )
    return walk


def _keep_walked(act: Act, matter: Matter, way: Way) -> None:
    """Append every answer that the record gave, so that the walk can be replayed for ever."""
    for walked in way.walks:
        walk = _walk(act, matter, walked.pack.id)
        kept = {(a.node, tuple(a.answers), a.evidence) for a in WalkAnswer.objects.filter(walk=walk)}
        position = WalkAnswer.objects.filter(walk=walk).count()
        for taken in walked.taken:
            given = walked.answers.get(taken.node, (taken.answer,))
            if taken.origin is Origin.PERSON or (taken.node, given, taken.because) in kept:
                continue
            position += 1
            WalkAnswer.objects.create(
                **_owner(act, matter.case_id),
                walk=walk,
                position=position,
                node=taken.node,
                answers=list(given),
                text_shown=taken.text,
                origin=taken.origin,
                evidence=taken.because,
                answered_at=act.now,
            )


def _decided_words(act: Act, way: Way, judged: Judged) -> dict[str, str]:
    """The required records that only the deed of deciding knows."""
    harm = next((t for w in way.walks for t in w.taken if t.node == "P0"), None)
    advice = next((t.advice for w in way.walks for t in w.taken if t.advice), {})
    at = (judged.decided_at or act.now).isoformat()
    return {
        "request.received_at": act.now.isoformat(),
        "cp.concern_flag": harm.answer_label if harm else "Not asked by this chart",
        "cp.action_taken": (harm.because if harm else "") or judged.alternative_action or "None needed",
        "risk.assessment_summary": judged.necessity or judged.reasons,
        "lawful.necessity_and_proportionality": judged.necessity or judged.reasons,
        "lawful.para18_reason_if_used": judged.necessity or judged.reasons,
        "restriction.check": judged.reasons,
        "identity_protection.persons": judged.reasons,
        "identity_protection.measures": judged.reasons,
        "advice.from": advice.get("from", ""),
        "advice.at": at if advice else "",
        "advice.summary": advice.get("summary", ""),
        "advice.named_or_no_names": "as told" if advice else "",
        "decision.outcome": judged.outcome,
        "decision.reasons": judged.reasons,
        "decision.decided_by": act.ctx.actor,
        "decision.decided_at": at,
        "decision.recorded_at": act.now.isoformat(),
        "decision.guidance_version": f"{way.last.pack.id} {way.last.pack.digest}",
        "decision.review_trigger": judged.review_trigger,
        "decision.safeguarding_lead_countersign_if_cp_concern": judged.alternative_action,
    }


def _refuse_unready(way: Way, judged: Judged) -> None:
    if not way.is_ready:
        raise Refused("A question of the chart is still open. Answer it before you decide.")
    if judged.outcome != way.outcome:
        raise Refused(
            "What is on record has changed since this page was opened, and the chart now leads elsewhere. "
            "Look at the answers again."
        )
    speaking = [p.sentence for p in way.last.trace.problems if p.kind in SPEAKING]
    if speaking:
        raise Refused(" ".join(speaking))


def _refuse_missing_words(judged: Judged, way: Way, *, countersignature_for: tuple[str, ...]) -> None:
    if not judged.reasons:
        raise Refused(
            "Say in a sentence why you decided this. It is what a reader looks for first.", field="reasons"
        )
    if judged.outcome == "SHARE":
        if way.last.trace.state.get("share_mode") != "with_consent" and not judged.necessity:
            raise Refused(
                "Say why sharing this much is needed, and no more, because there is no consent to rest on.",
                field="necessity",
            )
        return
    if not judged.review_trigger:
        raise Refused("Say what would make you think again.", field="review_trigger")
    if countersignature_for and not judged.alternative_action:
        raise Refused(
            "Say how the child is protected instead. There is a worry about harm, so a safeguarding lead will read this.",
            field="alternative_action",
        )


def _ask_for_countersignature(act: Act, decision: Decision) -> None:
    for lead in access_queries.overseers(act, agency_id=decision.agency_id):
        if lead == act.ctx.membership_id:
            continue
        duties.owe(
            act,
            what=Owed.COUNTERSIGN,
            by_membership_id=lead,
            arising_from=Ref("decision", decision.id),
            agency_id=decision.agency_id,
            case_id=decision.case_id,
        )
        notify.tell(act, to_membership_id=lead, that=Neutral.SOMETHING_WAITS)
