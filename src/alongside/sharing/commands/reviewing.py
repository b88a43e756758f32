"""A decision not to share weighs as much as one to share: it is looked at again, and others may know whom to ask (B4)."""

from datetime import date, timedelta
from uuid import UUID

from alongside.access.context import day_in_london
from alongside.access.gate import Act, writes
from alongside.access.words import NotThere, Ref, Refused
from alongside.duties import commands as duties
from alongside.duties.rules import Due
from alongside.duties.words import Owed
from alongside.sharing.models import Considered, Decision, RefusalReview
from alongside.sharing.words import Leaf, Reviewed, Right

LONGEST = timedelta(days=366)


@writes(Right.REFUSAL_REVIEW)
def review_refusal(
    act: Act, *, decision_id: UUID, verdict: Reviewed, words: str, review_on: date | None = None
) -> UUID:
    """Say that a decision not to share was looked at again and stands, and when it is looked at next, if at all.

    For those whose case it is; a safeguarding lead reads it. Raises NotThere, and Refused for one that a later
    decision has replaced, without words, and for a day that is none to look again on.
    """
    decision = _own_refusal(act, decision_id)
    if Decision.objects.filter(supersedes_id=decision.id).exists():
        raise Refused("A later decision has taken the place of this one. Look at that one again.")
    if not words:
        raise Refused("Say what you looked at, and why it stands.", field="words")
    stands = verdict is Reviewed.STANDS
    if stands:
        refuse_bad_review(act, review_on=review_on)
    review = RefusalReview.objects.create(
        agency_id=decision.agency_id,
        case_id=decision.case_id,
        author_membership_id=act.ctx.membership_id,
        decision=decision,
        verdict=verdict,
        words=words,
        review_on=review_on if stands else None,
        reviewed_at=act.now,
    )
    about = Ref("decision", decision.id)
    duties.discharge(act, what=Owed.REVIEW_REFUSAL, arising_from=about, evidence=Ref("review", review.id))
    if stands:
        owe_review(act, decision=decision, review_on=review_on)
    act.note(Leaf.REFUSAL_REVIEWED, about=about)
    return review.id


def refuse_bad_review(act: Act, *, review_on: date | None) -> None:
    """Raise Refused unless a day is after today and within a year: a refusal is never open-ended."""
    today = day_in_london(act.now)
    if review_on is None or not today < review_on <= today + LONGEST:
        raise Refused(
            "Give the day on which this is looked at again: after today, and within a year.",
            field="review_on",
        )


def owe_review(act: Act, *, decision: Decision, review_on: date | None) -> None:
    """Owe that a refusal is looked at again on its day. Part of the calling deed."""
    duties.owe(
        act,
        what=Owed.REVIEW_REFUSAL,
        by_membership_id=act.ctx.membership_id,
        arising_from=Ref("decision", decision.id),
        agency_id=decision.agency_id,
        case_id=decision.case_id,
        due=Due(on=review_on),
    )


def consider(act: Act, *, decision: Decision) -> None:
    """Let whoever may know of the child know that sharing was considered, and whom to ask: nothing else.

    Where nobody is named there is no child about whom anybody could ask later.
    """
    if decision.about_child_id is None or decision.case_id is None:
        return
    Considered.objects.create(
        agency_id=decision.agency_id,
        case_id=decision.case_id,
        author_membership_id=act.ctx.membership_id,
        about_child_id=decision.about_child_id,
        decision_id=decision.id,
        considered_on=day_in_london(decision.decided_at),
        ask_membership_id=decision.decided_by_membership_id,
    )


def replace_considered(act: Act, *, decision_id: UUID) -> None:
    """What was considered before has been decided anew. Part of the calling deed."""
    Considered.objects.filter(decision_id=decision_id, replaced_at__isnull=True).update(
        replaced_at=act.now, replaced_by=act.ctx.membership_id
    )


def _own_refusal(act: Act, decision_id: UUID) -> Decision:
    act.admit("sharing.Decision", decision_id)
    decision = Decision.objects.get(id=decision_id)
    if decision.agency_id != act.ctx.agency_id or decision.outcome == "SHARE":
        raise NotThere
    if decision.case_id is not None:
        act.admit("cases.Case", decision.case_id)
    elif decision.author_membership_id != act.ctx.membership_id:
        raise NotThere
    return decision
