"""The reads of decisions not to share: who may look again, what came of it, and what a later asker may know (B4)."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from alongside.access.context import day_in_london
from alongside.access.gate import Act, Look, finds, reads
from alongside.access.words import Answered, NotThere
from alongside.directory import queries as directory
from alongside.duties import queries as duties
from alongside.duties.rules import Calendar
from alongside.duties.words import KINDS, Owed
from alongside.sharing.models import Considered, Decision, RefusalReview
from alongside.sharing.queries.decisions import DecisionPage, may_decide_again, open_decision
from alongside.sharing.words import Reviewed, Right

LISTED_MOST = 20


@dataclass(frozen=True, slots=True)
class ReviewCard:
    """That a refusal was looked at again. `review_on` is None where it need not be looked at any more."""

    verdict: Reviewed
    words: str
    review_on: date | None
    reviewed_at: datetime
    reviewed_by: str


@dataclass(frozen=True, slots=True)
class ConsideredCard:
    """That sharing about a child was considered, and whom to ask: nothing of what was considered."""

    considered_on: date
    ask: str
    telephone: str


@reads(Right.REFUSAL_REVIEW)
def open_refusal(look: Look, *, decision_id: UUID) -> DecisionPage:
    """A decision not to share, for those who may look at it again. Raises NotThere for everybody else."""
    decision = open_decision(look, decision_id=decision_id)
    if decision.outcome == "SHARE" or may_review(look, decision_id=decision_id) is Answered.NO:
        raise NotThere
    return decision


@reads(Right.REFUSAL_REVIEW)
def may_review(look: Look, *, decision_id: UUID) -> Answered:
    """Whether this person may look again at a decision: those whose case it is, while nothing has replaced it."""
    if Decision.objects.filter(supersedes_id=decision_id).exists():
        return Answered.NO
    return may_decide_again(look, decision_id=decision_id)


@reads(Right.DECISION_OPEN)
def list_reviews(look: Look, *, decision_id: UUID) -> tuple[ReviewCard, ...]:
    """Every time that a decision not to share was looked at again, newest first, at most 20."""
    rows = RefusalReview.objects.select_related("author_membership__practitioner").filter(
        decision_id=decision_id
    )
    return tuple(
        ReviewCard(
            Reviewed(row.verdict),
            row.words,
            row.review_on,
            row.reviewed_at,
            row.author_membership.practitioner.name,
        )
        for row in rows.order_by("-reviewed_at", "-id")[:LISTED_MOST]
    )


@reads(Right.CONSIDERED_READ)
def list_considered(look: Look, *, child_id: UUID) -> tuple[ConsideredCard, ...]:
    """That others considered sharing about a child, newest first, at most 20; not what this person may read in full."""
    rows = list(
        Considered.objects.filter(about_child_id=child_id, replaced_at__isnull=True).order_by(
            "-considered_on", "-id"
        )[:LISTED_MOST]
    )
    read = set(
        Decision.objects.filter(id__in=[row.decision_id for row in rows]).values_list("id", flat=True)[
            :LISTED_MOST
        ]
    )
    known = frozenset(row.ask_membership_id for row in rows)
    cards = {card.id: card for card in directory.list_cards(look, membership_ids=known)}
    return tuple(
        ConsideredCard(
            row.considered_on, cards[row.ask_membership_id].title, cards[row.ask_membership_id].telephone
        )
        for row in rows
        if row.decision_id not in read
    )


@reads(Right.REFUSAL_REVIEW)
def next_review(look: Look) -> date:
    """The day on which a refusal of today is looked at again, where nobody says another."""
    return _review_day(look.now, duties.own_calendar(look))


@finds
def review_day(act: Act) -> date:
    """The same for a deed."""
    return _review_day(act.now, duties.calendar(act))


def _review_day(now: datetime, calendar: Calendar) -> date:
    return calendar.after(day_in_london(now), working_days=KINDS[Owed.REVIEW_REFUSAL].amount)
