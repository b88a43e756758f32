"""Deciding: a walk is frozen with its evidence, by a named person."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from alongside.access import queries as access
from alongside.access.gate import Act, writes
from alongside.access.words import Ref, Refused
from alongside.duties import commands as duties
from alongside.duties.words import Owed
from alongside.guidance import engine
from alongside.guidance.words import ProblemKind
from alongside.notify import commands as notify
from alongside.notify.words import Neutral
from alongside.sharing import freezing, queries, rules
from alongside.sharing.commands.walks import keep_walked, owner
from alongside.sharing.models import Decision
from alongside.sharing.rules import Matter
from alongside.sharing.walking import Way
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
    decided_at: datetime | None = None


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
    needs = engine.needs_countersignature(way.last.trace, facts=way.facts)
    _refuse_missing_words(judged, way, countersignature_for=needs)
    lawful = judged.lawful or rules.lawful_answers(
        record, outcome=judged.outcome, state=way.last.trace.state, facts=way.facts
    )
    replaced = queries.latest_decision(act, matter=matter)
    decided_at = judged.decided_at or act.now
    decision = Decision.objects.create(
        **owner(act, case_id=matter.case_id),
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
    keep_walked(act, matter=matter, way=way)
    if needs:
        _ask_for_countersignature(act, decision)
    act.note(Leaf.DECISION_DECIDED, about=Ref("decision", decision.id))
    return decision.id


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
    for lead in access.overseers(act, agency_id=decision.agency_id):
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
