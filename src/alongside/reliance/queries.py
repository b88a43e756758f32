"""The reads of reliance: what changed under which thing, how that was settled, and what one is asked to stop using."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from alongside.access.gate import Act, Look, finds, reads
from alongside.access.words import Answered, NotThere, Ref
from alongside.directory import queries as directory
from alongside.reliance.models import Reliance, ReliedFactChanged, Retraction, StopNotice
from alongside.reliance.rules import became
from alongside.reliance.words import HOLDS, Answer, Basis, Became, Change, Right, Settled

LISTED_MOST = 200


@dataclass(frozen=True, slots=True)
class RetractionCard:
    """That somebody was asked to let go of something, and what they answered; `answer` is None until they do."""

    asked_at: datetime
    answer: Answer | None
    words: str
    confirmed_at: datetime | None
    confirmed_by: str


@dataclass(frozen=True, slots=True)
class StopCard:
    """Do not use further what was shared, from a moment: as its recipient reads it, and its owner follows it."""

    id: UUID
    thing: Ref
    stops_at: datetime
    noticed_at: datetime
    acknowledged_at: datetime | None
    acknowledged_by: str
    lifted_at: datetime | None
    retraction: RetractionCard | None


@dataclass(frozen=True, slots=True)
class ChangeCard:
    """That a fact changed on which a thing rested; `settled` is None until its owner has looked again."""

    id: UUID
    thing: Ref
    fact: Ref
    change: Change
    through_id: UUID | None
    owner_membership_id: UUID
    case_id: UUID | None
    happened_at: datetime
    settled: Settled | None
    words: str
    risk: str
    settled_at: datetime | None
    settled_by: str
    basis: Basis | None
    told_on: date | None
    told_how: str

    @property
    def holds(self) -> bool:
        """Whether nothing more is shared on the thing: until its owner has looked again, and after they said stop."""
        return self.change in HOLDS and self.settled is not Settled.KEEP


@dataclass(frozen=True, slots=True)
class ChangePage:
    """One change with all that its owner settles together: the thing itself first, then what hangs on it."""

    changed: ChangeCard
    together: tuple[ChangeCard, ...]
    stops: tuple[StopCard, ...]


@dataclass(frozen=True, slots=True)
class ChangedUnder:
    """That a fact changed under a row of another room: conditions on its key, and no rows.

    `waits`: its owner has not looked again. `holds`: nothing more is shared on it.
    """

    waits: Exists
    holds: Exists


@reads(Right.CHANGE_READ)
def changed_under(look: Look) -> ChangedUnder:
    """With these another room narrows its own list in the database, as far as this person may know of the changes."""
    rows = ReliedFactChanged.objects.filter(thing_id=OuterRef("pk"))
    held = rows.filter(change__in=HOLDS).exclude(settled=Settled.KEEP)
    return ChangedUnder(Exists(rows.filter(settled="")), Exists(held))


@reads(Right.CHANGE_READ)
def open_change(look: Look, *, changed_id: UUID) -> ChangePage:
    """One change, what hangs on it, and whom it was said to. Raises NotThere."""
    row = _changes().filter(id=changed_id, through__isnull=True).first()
    if row is None:
        raise NotThere
    look.opens(Ref("relied_fact", row.id))
    rows = _changes().filter(through_id=row.id).order_by("id")[:LISTED_MOST]
    together = tuple(_change(each) for each in rows)
    stops = _stops(Q(changed_id__in=[row.id, *(each.id for each in together)]))
    return ChangePage(_change(row), together, stops)


@reads(Right.CHANGE_READ)
def list_changes_of(look: Look, *, things: Collection[UUID]) -> tuple[ChangeCard, ...]:
    """What changed under these things since they were done, oldest first, as far as this person may know."""
    rows = _changes().filter(thing_id__in=list(things)[:LISTED_MOST])
    return tuple(_change(row) for row in rows.order_by("happened_at", "id")[:LISTED_MOST])


@reads(Right.CHANGE_READ)
def list_facts_under(look: Look, *, thing: UUID) -> tuple[Ref, ...]:
    """The facts and things on which a thing rests directly, as far as this person may know."""
    rows = Reliance.objects.filter(thing_id=thing).order_by("id")[:LISTED_MOST]
    return tuple(Ref(row.fact_kind, row.fact_id) for row in rows)


@reads(Right.CHANGE_READ)
def list_these_changes(look: Look, *, ids: frozenset[UUID]) -> tuple[ChangeCard, ...]:
    """These changes in one batch, as far as this person may know of them."""
    return tuple(_change(row) for row in _changes().filter(id__in=ids)[:LISTED_MOST])


@reads(Right.CHANGE_READ)
def list_my_stops(look: Look) -> tuple[StopCard, ...]:
    """What this person, or a line that they answer, is not to use further, newest first; what was lifted as well."""
    lines = [line.id for line in directory.list_my_lines(look)]
    return _stops(Q(to_membership_id=look.ctx.membership_id) | Q(to_line_id__in=lines))


@reads(Right.CHANGE_READ)
def list_stops_of(look: Look, *, things: Collection[UUID]) -> tuple[StopCard, ...]:
    """Who was told to use these things no further, as far as this person may know, newest first."""
    return _stops(Q(thing_id__in=list(things)[:LISTED_MOST]))


@finds
def change_of(act: Act, *, changed_id: UUID) -> ChangeCard:
    """One change to which the deed was admitted."""
    return _change(_changes().get(id=changed_id))


@finds
def settled_with(act: Act, *, changed_id: UUID) -> tuple[Ref, ...]:
    """What is settled together with a change to which the deed was admitted, itself among it."""
    rows = ReliedFactChanged.objects.filter(Q(id=changed_id) | Q(through_id=changed_id))
    return tuple(Ref(row.thing_kind, row.thing_id) for row in rows.order_by("id")[:LISTED_MOST])


@reads(Right.CHANGE_READ)
def list_what_became(look: Look, *, facts: Collection[UUID]) -> Mapping[UUID, Became]:
    """Of agreements that were taken back, what became of what rested on each, as far as this person may know."""
    return _became(facts)


@finds
def what_became(act: Act, *, facts: Collection[UUID]) -> Mapping[UUID, Became]:
    """The same for a deed that was admitted to the agreements."""
    return _became(facts)


def _became(facts: Collection[UUID]) -> Mapping[UUID, Became]:
    """What is known of each; nothing of one on which nothing rested.

    While anything waits it all waits; and what is kept counts once whoever took it back was told so.
    """
    rows = ReliedFactChanged.objects.filter(
        fact_id__in=list(facts)[:LISTED_MOST], change=Change.CONSENT_WITHDRAWN
    )
    found: dict[UUID, set[Became]] = {}
    for row in rows.order_by("id")[:LISTED_MOST]:
        found.setdefault(row.fact_id, set()).add(became(row.settled, is_told=row.told_on is not None))
    return {key: next(each for each in Became if each in states) for key, states in found.items()}


@finds
def is_held(act: Act, *, thing: Ref) -> Answered:
    """Whether nothing more may be shared on a thing to which the deed was admitted: a fact under it has changed."""
    rows = ReliedFactChanged.objects.filter(thing_id=thing.id, change__in=HOLDS)
    return Answered.YES if rows.exclude(settled=Settled.KEEP).exists() else Answered.NO


def _changes() -> QuerySet[ReliedFactChanged]:
    return ReliedFactChanged.objects.select_related("settled_by__practitioner")


def _change(row: ReliedFactChanged) -> ChangeCard:
    return ChangeCard(
        id=row.id,
        thing=Ref(row.thing_kind, row.thing_id),
        fact=Ref(row.fact_kind, row.fact_id),
        change=Change(row.change),
        through_id=row.through_id,
        owner_membership_id=row.owner_membership_id,
        case_id=row.case_id,
        happened_at=row.happened_at,
        settled=Settled(row.settled) if row.settled else None,
        words=row.words,
        risk=row.risk,
        settled_at=row.settled_at,
        settled_by=row.settled_by.practitioner.name if row.settled_by else "",
        basis=Basis(row.basis) if row.basis else None,
        told_on=row.told_on,
        told_how=row.told_how,
    )


def _stops(which: Q) -> tuple[StopCard, ...]:
    found = StopNotice.objects.select_related("acknowledged_by__practitioner").filter(which)
    rows = tuple(found.order_by("-noticed_at", "-id")[:LISTED_MOST])
    asked = Retraction.objects.select_related("confirmed_by__practitioner")
    asked = asked.filter(notice_id__in=[row.id for row in rows])
    retractions = {each.notice_id: _retraction(each) for each in asked[:LISTED_MOST]}
    return tuple(
        StopCard(
            id=row.id,
            thing=Ref(row.thing_kind, row.thing_id),
            stops_at=row.stops_at,
            noticed_at=row.noticed_at,
            acknowledged_at=row.acknowledged_at,
            acknowledged_by=row.acknowledged_by.practitioner.name if row.acknowledged_by else "",
            lifted_at=row.lifted_at,
            retraction=retractions.get(row.id),
        )
        for row in rows
    )


def _retraction(row: Retraction) -> RetractionCard:
    return RetractionCard(
        row.asked_at,
        Answer(row.answer) if row.answer else None,
        row.words,
        row.confirmed_at,
        row.confirmed_by.practitioner.name if row.confirmed_by else "",
    )
