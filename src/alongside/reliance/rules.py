"""What a change reaches: everything that rests on a fact, directly or through what rests on it. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

# What rests on other facts and is one itself: a change goes through it, and nobody settles it by itself.
FACTS = frozenset({"consent"})


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
