"""Deciding: a walk is frozen with its evidence, by a named person."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from alongside.access.gate import Act, writes
from alongside.access.words import Ref, Refused
from alongside.consent import commands as consent
from alongside.directory import queries as directory
from alongside.duties import commands as duties
from alongside.duties.words import Owed
from alongside.guidance.words import ProblemKind, StateKey
from alongside.reliance import commands as reliance
from alongside.sharing import freezing, queries, rules
from alongside.sharing.commands.resting import rest_decision
from alongside.sharing.commands.reviewing import (
    consider,
    owe_review,
    refuse_bad_review,
    replace_considered,
)
from alongside.sharing.commands.walks import admit_to, keep_walked, owner
from alongside.sharing.models import Decision
from alongside.sharing.rules import Matter, OnRecord
from alongside.sharing.walking import Way, countersign_reasons
from alongside.sharing.words import Countersignature, Leaf, Right

# Guards that speak against deciding; G1 asks for a second person afterwards, G6 only marks the record.
SPEAKING = frozenset({ProblemKind.G2, ProblemKind.G3, ProblemKind.G4})


@dataclass(frozen=True, slots=True)
class Judged:
    """What a person confirms and adds when they decide: reasons always, the rest where the outcome asks for it."""

    outcome: str
    reasons: str
    necessity: str = ""
    lawful: rules.Lawful | None = None
    review_trigger: str = ""
    alternative_action: str = ""
    whom_to_ask: str = ""
    review_on: date | None = None
    same_answers: str = ""  # "yes" where answers offered from another matter were confirmed for this one
    decided_at: datetime | None = None
    seen: str = (
        ""  # digest of what the page showed (freezing.digest_of), so that nothing unseen is decided on
    )


# A node's own answer, with the reason given at it, is the record of these keys.
_SAID_AT = {
    "cp.concern_flag": "P0",
    "agreement.to_service_status": "N4a",
    "risk.assessment_summary": "N4",
    "restriction.check": "N7",
    "identity_protection.persons": "N9",
    "identity_protection.measures": "N9",
    "isd.in_force_check": "D0",
    "isd.relevant_person_basis": "D1",
    "isd.information_described": "D2",
    "isd.relevance_reason": "D2",
    "isd.recipient_and_function": "D3",
    "isd.detriment_assessment": "D4",
    "isd.detriment_reasons": "D4",
}


@writes(Right.DECISION_DECIDE)
def decide(act: Act, *, matter: Matter, judged: Judged) -> UUID:
    """Decide for one child, recipient, purpose and set of items, freezing the walk with its evidence.

    Raises Refused while a question is open, where what is on record is no longer what was shown, where a guard
    speaks against it (G3, G4), or where what the outcome asks for is missing (G1: an alternative action).
    """
    admit_to(act, case_id=matter.case_id, about=matter.about)
    page = queries.sharing(act, matter=matter)
    way, record = page.way, page.record
    _refuse_unready(way, record, judged)
    needs = countersign_reasons(way)
    lawful = judged.lawful or rules.lawful_answers(
        record, outcome=judged.outcome, state=way.last.trace.state, facts=way.facts
    )
    _refuse_missing_words(judged, way, lawful=lawful, countersignature_for=needs)
    judged = _with_review(act, judged)
    replaced = queries.latest_decision(act, matter=matter)
    is_open = bool(needs) or judged.outcome == "SHARE"
    decision = Decision.objects.create(
        **owner(act, case_id=matter.case_id),
        **freezing.frozen(
            way, record, records=rules.records(record, lawful=lawful) | _said(act, way, judged)
        ),
        **_judgement(judged, lawful),
        decided_by_membership_id=act.ctx.membership_id,
        decided_at=judged.decided_at or act.now,
        recorded_at=act.now,
        supersedes_id=replaced,
        countersignature=Countersignature.AWAITED if needs else Countersignature.NOT_NEEDED,
        closed_at=None if is_open else act.now,
        closed_by=None if is_open else act.ctx.membership_id,
    )
    about = Ref("decision", decision.id)
    keep_walked(act, matter=matter, way=way, offered_by=page.offered_by)
    rest_decision(act, decision=decision, record=record)
    _settle_the_replaced(act, replaced, by=about)
    if judged.outcome != "SHARE":
        owe_review(act, decision=decision, review_on=judged.review_on)
        consider(act, decision=decision)
    elif way.last.trace.state.get("share_mode") != "non_identifying":
        consent.reach_further(
            act,
            arising_from=matter.about,
            through=about,
            recipient=matter.recipient,
            purpose=matter.benefit,
        )
    if needs:
        duties.owe_to_leads(
            act,
            what=Owed.COUNTERSIGN,
            row="sharing.Decision",
            arising_from=about,
            agency_id=decision.agency_id,
            case_id=decision.case_id,
        )
    act.note(Leaf.DECISION_DECIDED, about=about)
    return decision.id


def _with_review(act: Act, judged: Judged) -> Judged:
    """A refusal says whom to ask and when it is looked at again; where neither was said, whoever decides, and by rule."""
    if judged.outcome == "SHARE":
        return judged
    if judged.review_on is not None:
        refuse_bad_review(act, review_on=judged.review_on)
    me = directory.card_of(act.ctx.membership_id)
    return replace(
        judged,
        whom_to_ask=judged.whom_to_ask or (me.title[:200] if me else ""),
        review_on=judged.review_on or queries.review_day(act),
    )


def _judgement(judged: Judged, lawful: rules.Lawful) -> dict[str, Any]:
    return {
        "outcome": judged.outcome,
        "legal_power": lawful.power,
        "art6": lawful.art6,
        "art9_and_sch1": lawful.art9_and_sch1,
        "confidentiality": lawful.confidentiality,
        "necessity": judged.necessity,
        "reasons": judged.reasons,
        "review_trigger": judged.review_trigger,
        "alternative_action": judged.alternative_action,
        "whom_to_ask": judged.whom_to_ask,
        "review_on": judged.review_on,
    }


def _said(act: Act, way: Way, judged: Judged) -> dict[str, str]:
    """The required records that only this deed knows, and those that a node's own answer gives."""
    said = {t.node: f"{t.answer_label}. {t.because}".strip() for w in way.walks for t in w.taken}
    advice = next((t.advice for w in way.walks for t in w.taken if t.advice), {})
    words = {key: said.get(node, "") for key, node in _SAID_AT.items()}
    nothing = "" if judged.outcome == "SHARE" else rules.NOTHING_SHARED
    words |= {
        "cp.action_taken": said.get("P0", "") or said.get("N0", ""),
        "request.received_at": act.now.isoformat(),
        "lawful.necessity_and_proportionality": judged.necessity or nothing or judged.reasons,
        **{f"advice.{key}": value for key, value in advice.items()},
        "isd.alternative_action": judged.alternative_action,
        "decision.outcome": judged.outcome,
        "decision.reasons": judged.reasons,
        "decision.decided_by": act.ctx.actor,
        "decision.decided_at": (judged.decided_at or act.now).isoformat(),
        "decision.recorded_at": act.now.isoformat(),
        "decision.guidance_version": f"{way.last.pack.id} {way.last.pack.digest}",
        "decision.review_trigger": judged.review_trigger,
    }
    return {key: value for key, value in words.items() if value}


def _refuse_unready(way: Way, record: OnRecord, judged: Judged) -> None:
    if not way.is_ready:
        raise Refused("A question of the chart is still open. Answer it before you decide.")
    if judged.outcome != way.outcome or (judged.seen and judged.seen != freezing.digest_of(way, record)):
        raise Refused(
            "What is on record has changed since this page was opened. It shows what stands now: read it again, "
            "and then decide. What you typed is still here."
        )
    if way.is_offered and judged.same_answers != "yes":
        raise Refused("Say whether the same answers are right here too.", field="same_answers")
    if judged.outcome == "SHARE" and not _weighs_a_no(way) and rules.said_no_of_themselves(record):
        raise Refused(
            "Somebody said no to what is about themselves, and no risk of harm was found that would outweigh it. Nobody "
            "else can agree for them. Leave it out of what you share, and then decide."
        )
    speaking = [p.sentence for p in way.last.trace.problems if p.kind in SPEAKING]
    if speaking:
        raise Refused(" ".join(speaking))


def _weighs_a_no(way: Way) -> bool:
    """Whether the way taken has weighed that somebody does not agree: by its own question, by a risk, or by the law.

    The older charts ask whether consent reaches everything that is shared (Q2, Q4). The questions of 2024 ask it only
    where nobody was found at risk and help was not agreed to (N4b).
    """
    trace = way.last.trace
    if trace.pack != rules.FIRST_EDITION or "N4b" in trace.path:
        return True
    return trace.state.get(StateKey.RISK) is True or way.facts.get("must_share") is True


def _refuse_missing_words(
    judged: Judged, way: Way, *, lawful: rules.Lawful, countersignature_for: tuple[str, ...]
) -> None:
    if not judged.reasons:
        raise Refused(
            "Say in a sentence why you decided this. It is what a reader looks for first.", field="reasons"
        )
    if judged.outcome == "SHARE":
        if lawful.power.startswith(rules.NONE):
            raise Refused(
                "Your agency has not kept its lawful answers yet, so a decision to share cannot rest on them. Ask your "
                "administrator or data-protection officer. If a child is in danger, ring now and record it afterwards."
            )
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
            "Say how the child is protected instead. A safeguarding lead will read this.",
            field="alternative_action",
        )


def _settle_the_replaced(act: Act, replaced: UUID | None, *, by: Ref) -> None:
    """A decision that is superseded waits for nobody any more, and one that was sent back has been decided again."""
    if replaced is None:
        return
    for owed in (Owed.COUNTERSIGN, Owed.DECIDE_AGAIN, Owed.REVIEW_REFUSAL):
        duties.discharge(act, what=owed, arising_from=Ref("decision", replaced), evidence=by)
    replace_considered(act, decision_id=replaced)
    reliance.let_rest(act, thing=Ref("decision", replaced))
