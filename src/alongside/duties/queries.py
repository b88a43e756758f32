"""The reads of the ledger: what a person owes, and what they wait for."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from alongside.access.gate import Act, Look, finds, reads
from alongside.access.words import Ref
from alongside.duties import rules
from alongside.duties.models import Duty, LocalHoliday
from alongside.duties.words import Owed, Right

LISTED_MOST = 50


@dataclass(frozen=True, slots=True)
class DutyLine:
    """One duty, as references; `web` makes the sentence."""

    id: UUID
    kind: Owed
    arising_from: Ref
    debtor_membership_id: UUID
    owed_at: datetime
    due_at: datetime
    urgency: rules.Urgency
    source: str


@reads(Right.DUTY_LIST)
def list_my_duties(look: Look) -> tuple[DutyLine, ...]:
    """What this person owes and has not done, soonest first, at most 50."""
    rows = Duty.objects.filter(debtor_membership_id=look.ctx.membership_id, discharged_at__isnull=True)
    return tuple(_line(d, look.now) for d in rows.order_by("due_at")[:LISTED_MOST])


@reads(Right.DUTY_LIST)
def list_awaited_duties(look: Look) -> tuple[DutyLine, ...]:
    """What others owe that arose from this person's own deeds, soonest first, at most 50."""
    rows = Duty.objects.filter(author_membership_id=look.ctx.membership_id, discharged_at__isnull=True)
    rows = rows.exclude(debtor_membership_id=look.ctx.membership_id)
    return tuple(_line(d, look.now) for d in rows.order_by("due_at")[:LISTED_MOST])


@reads(Right.DUTY_LIST)
def list_duties_from(look: Look, *, arising_from: Ref) -> tuple[DutyLine, ...]:
    """The running duties that arose from one thing, as far as this person may see them."""
    rows = Duty.objects.filter(
        arising_from_kind=arising_from.kind, arising_from_id=arising_from.id, discharged_at__isnull=True
    )
    return tuple(_line(d, look.now) for d in rows.order_by("due_at")[:LISTED_MOST])


@finds
def calendar(act: Act) -> rules.Calendar:
    """England's working days with this partnership's overrides, read once in a deed however much it owes."""
    return act.once("duties.calendar", _calendar)


@reads(Right.DUTY_LIST)
def own_calendar(look: Look) -> rules.Calendar:
    """The same for a page."""
    return _calendar()


def _calendar() -> rules.Calendar:
    return rules.Calendar({h.day: rules.DayCounts(h.counts_as) for h in LocalHoliday.objects.all()[:2000]})


def _line(duty: Duty, now: datetime) -> DutyLine:
    return DutyLine(
        duty.id,
        Owed(duty.kind),
        Ref(duty.arising_from_kind, duty.arising_from_id),
        duty.debtor_membership_id,
        duty.owed_at,
        duty.due_at,
        rules.urgency(due=duty.due_at, now=now),
        duty.source,
    )
