"""The reads of the family's part."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet

from alongside.access import queries as access
from alongside.access.context import day_in_london
from alongside.access.gate import Act, Look, finds, reads
from alongside.access.words import Answered, NotThere, Ref
from alongside.duties import queries as duties
from alongside.involvement.finding import is_partnership_lead
from alongside.involvement.models import Part, Telling
from alongside.involvement.rules import latest_review, latest_review_for
from alongside.involvement.words import Authorisation, Ground, Happened, Office, Permanence, Right, Step, Told

LISTED_MOST = 100


@dataclass(frozen=True, slots=True)
class TellingCard:
    """Where telling one person stands; the latest word on each.

    `child` is empty for whoever was let in to one withholding alone: the partnership's lead.
    """

    id: UUID
    arising_from: Ref
    about_child_id: UUID
    child: str
    adult_id: UUID | None
    name: str
    told: Told
    told_on: date | None
    how: str
    words: str
    ground: Ground | None
    review_on: date | None
    authorisation: Authorisation
    authorised_by: str
    authorised_at: datetime | None
    authoriser_words: str
    office: Office | None
    office_words: str
    permanence: Permanence
    renewals: int
    reviewed_by: (
        str  # whose words these are, where a lead looked again; empty where they are of whoever withheld
    )
    recorded_by: str
    recorded_by_membership_id: UUID
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class PartCard:
    """One step of one person's part, as last recorded."""

    adult_id: UUID | None
    name: str
    step: Step
    happened: Happened
    happened_on: date | None
    how: str
    words: str
    recorded_by: str


@reads(Right.PART_READ)
def list_tellings(look: Look, *, arising_from: Ref) -> tuple[TellingCard, ...]:
    """Of each person of the family the last word on whether they were told what was decided in a matter."""
    return _latest(_rows(arising_from)[:500])


@finds
def tellings(act: Act, *, arising_from: Ref) -> tuple[TellingCard, ...]:
    """The same for a deed that was admitted to the matter."""
    return _latest(_rows(arising_from)[:500])


@reads(Right.PART_READ)
def list_parts(look: Look, *, arising_from: Ref) -> tuple[PartCard, ...]:
    """Of each person and step the last word in a matter, in the order of recording."""
    return _latest_parts(arising_from)


@finds
def parts(act: Act, *, arising_from: Ref) -> tuple[PartCard, ...]:
    """The same for a deed that was admitted to the matter."""
    return _latest_parts(arising_from)


def _latest_parts(arising_from: Ref) -> tuple[PartCard, ...]:
    """The child and an adult who is not on record have no key of their own: there the name says who it is."""
    rows = Part.objects.select_related("author_membership__practitioner")
    rows = rows.filter(arising_from_id=arising_from.id).order_by("recorded_at", "id")[:500]
    latest = {(row.adult_id or row.person_as_named, row.step): row for row in rows}
    return tuple(_part(row) for row in latest.values())


@reads(Right.WITHHOLDING_OPEN)
def open_withholding(look: Look, *, telling_id: UUID) -> TellingCard:
    """One withholding, for whoever gives a second word on it. Raises NotThere."""
    row = _with_people().filter(id=telling_id, told=Told.WITHHELD).first()
    if row is None or not (
        access.oversees(look, agency_id=row.agency_id) is Answered.YES
        or is_partnership_lead(look.ctx.membership_id, on=day_in_london(look.now))
    ):
        raise NotThere
    look.opens(Ref("telling", row.id))
    return _for_reader(look, (row,))[0]


@reads(Right.WITHHOLDING_OPEN)
def open_review(look: Look, *, telling_id: UUID) -> TellingCard:
    """One withholding that is looked at again, for whoever may read it. Raises NotThere."""
    row = _with_people().filter(id=telling_id, told=Told.WITHHELD).first()
    if row is None:
        raise NotThere
    look.opens(Ref("telling", row.id))
    return _for_reader(look, (row,))[0]


@reads(Right.WITHHOLDING_OPEN)
def list_earlier_words(look: Look, *, telling: TellingCard) -> tuple[TellingCard, ...]:
    """What was withheld from the same person in the same matter before, first to last: reasons, and who agreed.

    As far as this person may know of it: the partnership's lead is let in to one withholding alone.
    """
    rows = _rows(telling.arising_from).filter(told=Told.WITHHELD, recorded_at__lt=telling.recorded_at)
    earlier = (
        rows.filter(adult_id=telling.adult_id) if telling.adult_id else rows.filter(adult_id__isnull=True)
    )
    return tuple(_telling(row) for row in earlier[:LISTED_MOST])


@reads(Right.PART_READ)
def last_review_day(look: Look, *, ground: Ground) -> date:
    """The last day on which withholding on a ground that is renewed today may be looked at again."""
    calendar = duties.own_calendar(look)
    return latest_review_for(ground, today=day_in_london(look.now), calendar=calendar)


@reads(Right.WITHHOLDING_OPEN)
def list_these_tellings(look: Look, *, ids: frozenset[UUID]) -> tuple[TellingCard, ...]:
    """These tellings in one batch, as far as this person may know of them, at most 100."""
    return _for_reader(look, _with_people().filter(id__in=ids)[:LISTED_MOST])


@reads(Right.PART_READ)
def review_by(look: Look) -> date:
    """The last day on which withholding that begins today may be looked at again (rulebook 5.4)."""
    return latest_review(day_in_london(look.now), calendar=duties.own_calendar(look))


def _rows(arising_from: Ref) -> QuerySet[Telling]:
    return _with_people().filter(arising_from_id=arising_from.id).order_by("recorded_at", "id")


def _with_people() -> QuerySet[Telling]:
    return Telling.objects.select_related(
        "authorised_by__practitioner", "author_membership__practitioner", "reviewer__practitioner"
    )


def _for_reader(look: Look, rows: Iterable[Telling]) -> tuple[TellingCard, ...]:
    """These rows for one reader. The child is named to the agency whose work it is: who works on it, who oversees it.

    The partnership's lead reads the one withholding that they are asked about, and nothing else of the child.
    """
    cards = tuple((row.agency_id, _telling(row)) for row in rows)
    is_asked_alone = (
        cards
        and is_partnership_lead(look.ctx.membership_id, on=day_in_london(look.now))
        and access.oversees(look, agency_id=look.ctx.agency_id) is not Answered.YES
    )
    if is_asked_alone:
        return tuple(replace(card, child="") for _, card in cards)
    return tuple(
        card if agency_id == look.ctx.agency_id else replace(card, child="") for agency_id, card in cards
    )


def _latest(rows: Iterable[Telling]) -> tuple[TellingCard, ...]:
    latest = {row.adult_id: row for row in rows}
    return tuple(_telling(row) for row in latest.values())


def _telling(row: Telling) -> TellingCard:
    return TellingCard(
        id=row.id,
        arising_from=Ref(row.arising_from_kind, row.arising_from_id),
        about_child_id=row.about_child_id,
        child=row.child_as_named,
        adult_id=row.adult_id,
        name=row.person_as_named,
        told=Told(row.told),
        told_on=row.told_on,
        how=row.how,
        words=row.words,
        ground=Ground(row.ground) if row.ground else None,
        review_on=row.review_on,
        authorisation=Authorisation(row.authorisation),
        authorised_by=row.authorised_by.practitioner.name if row.authorised_by else "",
        authorised_at=row.authorised_at,
        authoriser_words=row.authoriser_words,
        office=Office(row.office) if row.office else None,
        office_words=row.office_words,
        permanence=Permanence(row.permanence),
        renewals=row.renewals,
        reviewed_by=row.reviewer.practitioner.name if row.reviewer else "",
        recorded_by=row.author_membership.practitioner.name,
        recorded_by_membership_id=row.author_membership_id,
        recorded_at=row.recorded_at,
    )


def _part(row: Part) -> PartCard:
    return PartCard(
        row.adult_id,
        row.person_as_named,
        Step(row.step),
        Happened(row.happened),
        row.happened_on,
        row.how,
        row.words,
        row.author_membership.practitioner.name,
    )
