"""The reads of the ledger: what a person owes, and what they wait for."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from alongside.access.gate import Act, Look, finds, reads
from alongside.access.words import Answered, Ref
from alongside.duties import rules
from alongside.duties.models import Duty, LocalHoliday
from alongside.duties.words import KINDS, Owed, Right

LISTED_MOST = 50
AGENCY_MOST = 200


@dataclass(frozen=True, slots=True)
class DutyLine:
    """One duty, as references; `web` makes the sentence."""

    id: UUID
    kind: Owed
    arising_from: Ref
    debtor_membership_id: UUID
    author_membership_id: UUID
    owed_at: datetime
    due_at: datetime
    urgency: rules.Urgency
    source: str
    moved_from: datetime | None = None
    moved_because: str = ""  # why its day moved; empty where it stands as it was owed


@dataclass(frozen=True, slots=True)
class AgencyDuties:
    """What waits in an agency, soonest first."""

    lines: tuple[DutyLine, ...]
    has_more: Answered


@dataclass(frozen=True, slots=True)
class Owing:
    """That something is owed for a row of another room, and that it is late: conditions, and no rows.

    With them the other room narrows its own list in the database, however long the list and the ledger are.
    """

    owed: Exists
    late: Exists


@reads(Right.DUTY_LIST)
def list_my_duties(look: Look) -> tuple[DutyLine, ...]:
    """What this person owes and has not done, soonest first, at most 50.

    That a line is to be rung is owed from the day on which its answer is due; until then it is waited for. What goes to
    the partnership's lead is owed once those before them were silent.
    """
    rows = Duty.objects.filter(debtor_membership_id=look.ctx.membership_id, discharged_at__isnull=True)
    rows = rows.exclude(kind=Owed.RING_LINE, due_at__gt=rules.end_of_day(look.now))
    rows = rows.exclude(kind=Owed.ESCALATED_WITHHOLDING, due_at__gt=look.now)
    return tuple(_line(d, look.now) for d in rows.order_by("due_at")[:LISTED_MOST])


@reads(Right.DUTY_LIST)
def list_awaited_duties(look: Look) -> tuple[DutyLine, ...]:
    """What others owe that arose from this person's own deeds, a line's answer among it, soonest first, at most 50."""
    rows = Duty.objects.filter(author_membership_id=look.ctx.membership_id, discharged_at__isnull=True)
    on_a_line = Q(kind=Owed.RING_LINE, due_at__gt=rules.end_of_day(look.now))
    rows = rows.filter(~Q(debtor_membership_id=look.ctx.membership_id) | on_a_line)
    return tuple(_line(d, look.now) for d in rows.order_by("due_at")[:LISTED_MOST])


@reads(Right.DUTY_LIST)
def list_duties_from(look: Look, *, arising_from: Ref) -> tuple[DutyLine, ...]:
    """The running duties that arose from one thing, as far as this person may see them."""
    rows = Duty.objects.filter(
        arising_from_kind=arising_from.kind, arising_from_id=arising_from.id, discharged_at__isnull=True
    )
    return tuple(_line(d, look.now) for d in rows.order_by("due_at")[:LISTED_MOST])


@reads(Right.DUTY_LIST)
def list_late_outcomes(look: Look, *, consultation_ids: frozenset[UUID]) -> tuple[DutyLine, ...]:
    """The outcomes of these consultations that others have not recorded in time, latest first, at most 50.

    For whoever was asked: they were let in to the duty, which names no one.
    """
    rows = Duty.objects.filter(
        kind=Owed.OUTCOME,
        arising_from_kind="consultation",
        arising_from_id__in=consultation_ids,
        discharged_at__isnull=True,
        due_at__lte=look.now,
    )
    rows = rows.exclude(debtor_membership_id=look.ctx.membership_id)
    return tuple(_line(d, look.now) for d in rows.order_by("due_at")[:LISTED_MOST])


@reads(Right.DUTY_LIST)
def list_agency_duties(
    look: Look, *, at_once: frozenset[Owed], when_due: frozenset[Owed], left_behind: frozenset[Owed]
) -> AgencyDuties:
    """What waits in one's own agency: some kinds from the moment they are owed, others from the day they are due.

    What somebody owes who is in post no longer waits from the moment they left (`left_behind`), for nobody else sees it.
    For a safeguarding lead, who sees the agency's own duties; one of a kind for each thing. At most 200, and
    `has_more` says whether there are others.
    """
    rows = Duty.objects.filter(agency_id=look.ctx.agency_id, discharged_at__isnull=True)
    due = Q(kind__in=when_due, due_at__lte=rules.end_of_day(look.now))
    left = Q(kind__in=left_behind, debtor_membership__until_at__lte=look.now)
    found = list(rows.filter(Q(kind__in=at_once) | due | left).order_by("due_at", "id")[: AGENCY_MOST + 1])
    lines = {(d.kind, d.arising_from_id): _line(d, look.now) for d in reversed(found[:AGENCY_MOST])}
    return AgencyDuties(
        tuple(sorted(lines.values(), key=lambda line: line.due_at)),
        Answered.YES if len(found) > AGENCY_MOST else Answered.NO,
    )


@finds
def owed_from(act: Act, *, arising_from: Ref) -> frozenset[Owed]:
    """What is running that arose from a thing to which the deed was admitted."""
    rows = Duty.objects.filter(
        arising_from_kind=arising_from.kind, arising_from_id=arising_from.id, discharged_at__isnull=True
    )
    return frozenset(Owed(kind) for kind in rows.values_list("kind", flat=True)[:LISTED_MOST])


@reads(Right.DUTY_LIST)
def owing(look: Look, *, kind: str) -> Owing:
    """What is owed for the rows of another room, by the kind of their Ref, as far as this person may see it."""
    running = Duty.objects.filter(
        arising_from_kind=kind, arising_from_id=OuterRef("pk"), discharged_at__isnull=True
    )
    return Owing(Exists(running), Exists(running.filter(due_at__lte=look.now)))


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
        duty.author_membership_id,
        duty.owed_at,
        duty.due_at,
        rules.urgency_of(KINDS[Owed(duty.kind)], due=duty.due_at, now=now),
        duty.source,
        duty.moved_from,
        duty.moved_because,
    )
