"""By when something is looked at again, as its own day and the days of a fact change; part of every deed here."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from alongside.access.context import day_in_london
from alongside.access.gate import Act
from alongside.access.words import Ref
from alongside.duties import commands as duties
from alongside.duties.words import Owed
from alongside.reliance import rules
from alongside.reliance.models import DayOfFact, LookAgain, Reliance
from alongside.reliance.rules import Due, FactDay
from alongside.reliance.words import Cause

AT_ONCE_MOST = 500  # how many rows are in memory at one time


@dataclass(frozen=True, slots=True)
class Own:
    """What a thing brings itself: since when it runs, whose word it is, and the day that was set for it."""

    begun_on: date
    whose_id: UUID | None
    due: Due


def follow(act: Act, *, thing: Ref, fact: Ref, own: Own) -> None:
    """Say from now on by when a thing is looked at again: the earliest of its own day and of the days of a fact.

    What rests on the thing rests on it until then. Part of the deed that gives the thing its own day; said again, the
    later word stands.
    """
    row = LookAgain.objects.filter(thing_id=thing.id).first() or LookAgain(
        thing_kind=thing.kind, thing_id=thing.id
    )
    row.fact_kind, row.fact_id = fact.kind, fact.id
    row.begun_on, row.whose_id = own.begun_on, own.whose_id
    row.own_on, row.own_cause = own.due.on, own.due.cause
    _look(act, row, _days_of(fact))


def days_changed(act: Act, *, fact: Ref, days: Collection[FactDay]) -> None:
    """Say which days of a fact change who decides; whatever is looked at again because of one is, on its new day.

    Part of the deed by which the fact changed. A duty that is owed for it moves, and says why; what was found before
    stays found.
    """
    kept, told = set(_days_of(fact)), set(days)
    if kept == told:
        return
    for gone in kept - told:
        _rows_of(fact).filter(on=gone.on, cause=gone.cause, spares_id=gone.spares_id).delete()
    today = day_in_london(act.now)
    for new in sorted(told - kept, key=lambda day: (day.on, day.cause, str(day.spares_id))):
        DayOfFact.objects.create(
            fact_kind=fact.kind,
            fact_id=fact.id,
            on=new.on,
            cause=new.cause,
            spares_id=new.spares_id,
            noticed_at=act.now if new.on <= today else None,
        )
    for row in LookAgain.objects.filter(fact_id=fact.id).order_by("id").iterator(AT_ONCE_MOST):
        if _due(row, told) != Due(row.on, Cause(row.cause)):
            _look(act, row, told)


def follow_no_longer(act: Act, *, thing: Ref) -> None:
    """A thing has ended: no day of it comes any more, nor of any earlier one that it carries.

    Part of the deed that ends it.
    """
    del act
    ended, step = {thing.id}, {thing.id}
    while step:
        carried = Reliance.objects.filter(fact_id__in=step, thing_kind__in=rules.FACTS)
        step = set(carried.values_list("thing_id", flat=True)) - ended
        ended |= step
    LookAgain.objects.filter(thing_id__in=ended).delete()
    Reliance.objects.filter(fact_id__in=ended, lapses_on__isnull=False).update(lapses_on=None)


def _due(row: LookAgain, days: Collection[FactDay]) -> Due:
    own = Due(row.own_on, Cause(row.own_cause))
    return rules.look_again_by(own, begun_on=row.begun_on, whose_id=row.whose_id, days=tuple(days))


def _look(act: Act, row: LookAgain, days: Collection[FactDay]) -> None:
    due = _due(row, days)
    row.on, row.cause = due.on, due.cause
    row.save()
    Reliance.objects.filter(fact_id=row.thing_id, lapses_on__isnull=False).update(lapses_on=due.lapses_on)
    duties.move(
        act,
        what=Owed.REVIEW_CONSENT,
        arising_from=Ref(row.thing_kind, row.thing_id),
        to=due.on,
        because=due.cause.label,
    )


def _rows_of(fact: Ref) -> QuerySet[DayOfFact]:
    return DayOfFact.objects.filter(fact_kind=fact.kind, fact_id=fact.id)


def _days_of(fact: Ref) -> tuple[FactDay, ...]:
    return tuple(FactDay(row.on, Cause(row.cause), row.spares_id) for row in _rows_of(fact).order_by("id"))
