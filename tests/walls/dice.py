"""Seeded random events for a world, where Hypothesis's search is not needed."""

import random
from collections.abc import Callable, Sequence
from typing import TypeVar

from alongside.access.words import GrantKind
from tests.walls.worlds import (
    ACTORS,
    AGENCIES,
    ALWAYS,
    CASES,
    HOURS,
    LABELS,
    PRACTITIONERS,
    Target,
    Window,
    World,
)

T = TypeVar("T")
KINDS = tuple(GrantKind)


class Dice:
    """Throws events at a world; the same seed gives the same events."""

    def __init__(self, seed: int, *, labels: Sequence[str] | None = None) -> None:
        self._random = random.Random(seed)
        self._labels = None if labels is None else [LABELS.index(label) for label in labels]

    def one_of(self, things: Sequence[T]) -> T:
        return self._random.choice(things)

    def place(self, things: Sequence[object]) -> int:
        return self._random.randrange(len(things))

    def place_or_none(self, things: Sequence[object]) -> int | None:
        return None if self._random.random() < 0.4 else self.place(things)

    def window(self) -> Window:
        """Half of the windows run for ever, so that worlds do not fall asleep; the rest are anything."""
        return self.one_of((ALWAYS, Window.between(self.place(HOURS), self.place(HOURS))))

    def add_row(self, world: World) -> None:
        agency = self.one_of((None, None, self.place(AGENCIES)))
        world.add_row(
            self.place(LABELS), author=self.place(ACTORS), case=self.place_or_none(CASES), agency=agency
        )

    def give(self, world: World) -> None:
        target = Target(
            self.place_or_none(AGENCIES), self.place_or_none(CASES), self.place_or_none(world.rows)
        )
        world.give(self.one_of(KINDS), member=self.place(ACTORS), target=target, window=self.window())

    def declare(self, world: World) -> None:
        world.declare(
            self.place(PRACTITIONERS),
            case=self.place_or_none(CASES),
            row=self.place(world.rows),
            window=self.window(),
        )

    def place_seal(self, world: World) -> None:
        world.place_seal(self.place(CASES), window=self.window())

    def end_grant(self, world: World) -> None:
        world.end_grant(self.place(world.plain.grants))

    def remove_grant(self, world: World) -> None:
        world.remove_grant(self.place(world.plain.grants))

    def move_clock(self, world: World) -> None:
        world.move_clock(self.place(HOURS))

    @property
    def taking_away(self) -> tuple[Callable[[World], None], ...]:
        return (self.declare, self.place_seal, self.end_grant, self.remove_grant)

    def grow(self, world: World, *, events: int) -> None:
        """A lived-in world: mostly rows and grants, now and then a conflict, a seal, an end."""
        seldom = self.one_of((self.declare, self.place_seal, self.end_grant))
        self.move_clock(world)
        for _ in range(events):
            self.one_of((self.add_row, self.give, self.give, self.give, seldom))(world)
