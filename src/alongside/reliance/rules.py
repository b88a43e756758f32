"""What a change reaches, directly or through what rests on it; and by when something is looked at again. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from alongside.reliance.words import HOLDS_THROUGH, Became, Cause, Settled

# What rests on other facts and is one itself: a change goes through it, and nobody settles it by itself.
FACTS = frozenset({"consent"})


@dataclass(frozen=True, slots=True)
class Due:
    """By when something is looked at again, and why."""

    on: date
    cause: Cause

    @property
    def lapses_on(self) -> date:
        """The first day on which it is relied on no longer."""
        return self.on + timedelta(days=1) if self.cause in HOLDS_THROUGH else self.on


@dataclass(frozen=True, slots=True)
class FactDay:
    """A day on which a fact of a family changes who decides (rulebook 4.5).

    `spares_id` is the child or the adult whose own word it leaves as it was: a 16th birthday that of the child, an
    order that of whoever it gives parental responsibility. None where it spares nobody.
    """

    on: date
    cause: Cause
    spares_id: UUID | None = None


def look_again_by(own: Due, *, begun_on: date, whose_id: UUID | None, days: Sequence[FactDay]) -> Due:
    """The earliest of a thing's own day and the days of the facts after it began (rulebook 4.5).

    `whose_id` is the child or the adult whose word it is, None for somebody not on record. On one and the same day a
    fact goes before the thing's own day, because it stops it on that very day.
    """
    counted = (
        Due(day.on, day.cause)
        for day in days
        if day.on > begun_on and (day.spares_id is None or day.spares_id != whose_id)
    )
    return min((own, *counted), key=lambda due: (due.on, due.cause in HOLDS_THROUGH))


@dataclass(frozen=True, slots=True)
class Rests:
    """One thing that rests on one fact or thing, as keys; `key` is the reliance's own."""

    key: UUID
    thing: UUID
    on: UUID
    owner: UUID
    kind: str = ""  # of the thing


@dataclass(frozen=True, slots=True)
class Reached:
    """One thing that a change reaches, and the thing with which the same owner settles it; None where it stands alone."""

    by: Rests
    through: UUID | None


def reached(edges: Sequence[Rests], *, fact: UUID) -> tuple[Reached, ...]:
    """Everything that rests on a fact, directly or through others, nearest first, each thing once."""
    found: dict[UUID, Reached] = {}
    step = {fact}
    while step:
        fresh: dict[UUID, Reached] = {}
        for edge in sorted(edges, key=lambda each: each.key):
            if edge.on in step and edge.thing != fact and edge.thing not in found:
                fresh.setdefault(edge.thing, Reached(edge, _settled_with(edge, found.get(edge.on))))
        found |= fresh
        step = set(fresh)
    return tuple(found.values())


def _settled_with(edge: Rests, below: Reached | None) -> UUID | None:
    """What somebody owns is settled with what it rests on, where that is theirs too, and is no fact itself."""
    if below is None or below.by.owner != edge.owner or below.by.kind in FACTS:
        return None
    return below.through or below.by.thing


def became(settled: str, *, is_told: bool) -> Became:
    """What became of one thing whose agreement was taken back: that it is kept is for a person to say, not for a page."""
    if not settled:
        return Became.WAITS
    if settled == Settled.KEEP:
        return Became.KEPT if is_told else Became.UNTOLD
    return Became.ENDED
