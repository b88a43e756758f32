"""Where the lines of a genogram run: below couples and parents, down to children, and dots to whoever is close. Pure.

A line below two adults joins a couple, the parents of a child, or both; children hang from it. Each line has a lane of
its own in the room between two rows, where nobody stands, so that no line runs through a person. A line ends in the
middle of a symbol, which is drawn over it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from alongside.families.genogram import (
    ADULTS,
    BELOW,
    GRANDPARENTS,
    LANE,
    SLOT,
    SYMBOL,
    Stand,
    Union,
    ties_of,
    unions_of,
)
from alongside.families.kin import Family
from alongside.families.words import Bond

Point = tuple[float, float]
APART = 9.0  # between two lines that begin at one person


@dataclass(frozen=True, slots=True)
class Joined:
    """A line below two adults or more. `bond` is None where nobody said what they are; `strokes_at` is for its marks."""

    people: tuple[UUID, ...]
    bond: Bond | None
    paths: tuple[tuple[Point, ...], ...]
    strokes_at: Point


@dataclass(frozen=True, slots=True)
class Hung:
    """A line from the parents' line, or from one parent, down to a child."""

    parents: tuple[UUID, ...]
    child_id: UUID
    path: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Dotted:
    """A dotted line from somebody close to a child, down to the child."""

    adult_id: UUID
    child_id: UUID
    path: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Lines:
    """Every line of a genogram."""

    joined: tuple[Joined, ...]
    hung: tuple[Hung, ...]
    dotted: tuple[Dotted, ...]


def lines_of(family: Family, *, stands: Sequence[Stand]) -> Lines:
    """Every line between people who have their places."""
    at = {stand.person.id: stand for stand in stands}
    unions = sorted(unions_of(family), key=lambda union: _reach(union, at))
    ties = ties_of(family)
    starts = _starts(unions, ties, at)
    joined: list[Joined] = []
    lanes = {GRANDPARENTS: 0, ADULTS: 0}
    for union in unions:
        if len(union.people) > 1:
            row = at[union.people[0]].row
            joined.append(_join(union, at, starts, lane=lanes[row]))
            lanes[row] += 1
    dotted: list[Dotted] = []
    for adult_id, child_id in ties:
        dotted.append(_dot(adult_id, child_id, at, starts, lanes))
        for row in (GRANDPARENTS, ADULTS):
            lanes[row] += at[adult_id].row <= row
    return Lines(tuple(joined), tuple(_hang(unions, joined, at, starts, lanes)), tuple(dotted))


def _reach(union: Union, at: Mapping[UUID, Stand]) -> tuple[float, float]:
    """How far a line reaches: short ones run nearest to the people, so that fewer lines cross."""
    xs = [at[each].x for each in union.people]
    return max(xs) - min(xs), min(xs)


Starts = Mapping[tuple[UUID, tuple[UUID, ...]], float]


def _starts(unions: Sequence[Union], ties: Sequence[tuple[UUID, UUID]], at: Mapping[UUID, Stand]) -> Starts:
    """Where each line leaves or meets a person: beside one another, in the order of where they go."""
    ends: dict[UUID, list[tuple[float, tuple[UUID, ...]]]] = {}
    for union in unions:
        middle = sum(at[each].x for each in union.people) / len(union.people)
        for each in union.people:
            ends.setdefault(each, []).append((middle, union.people))
    for tie in ties:
        ends.setdefault(tie[0], []).append((at[tie[1]].x, tie))
        ends.setdefault(tie[1], []).append((at[tie[0]].x, tie))
    apart: dict[tuple[UUID, tuple[UUID, ...]], float] = {}
    for person_id, theirs in ends.items():
        is_child = person_id in {child for _, child in ties}
        hung = [(at[person_id].x, ())] if is_child else []
        order = [key for _, key in sorted([*theirs, *hung], key=lambda each: each[0])]
        step = min(APART, (SYMBOL - 10) / max(len(order) - 1, 1))
        for n, key in enumerate(order):
            apart[person_id, key] = at[person_id].x + (n - (len(order) - 1) / 2) * step
    return apart


def _join(union: Union, at: Mapping[UUID, Stand], starts: Starts, *, lane: int) -> Joined:
    stands = [at[each] for each in union.people]
    y = stands[0].bottom + BELOW + lane * LANE
    xs = [starts[each, union.people] for each in union.people]
    ups = tuple(((x, stand.y), (x, y)) for x, stand in zip(xs, stands, strict=True))
    across = ((min(xs), y), (max(xs), y))
    return Joined(union.people, union.bond, (*ups, across), (min(xs) + 0.7 * (max(xs) - min(xs)), y))


def _hang(
    unions: Sequence[Union],
    joined: Sequence[Joined],
    at: Mapping[UUID, Stand],
    starts: Starts,
    lanes: Mapping[int, int],
) -> list[Hung]:
    """From each parents' line to their children, along a lane of its own."""
    level = {each.people: each.paths[-1] for each in joined}
    hung, lane = [], lanes[ADULTS]
    for union in sorted(unions, key=lambda u: _reach(u, at)[1]):
        if not union.children:
            continue
        first = at[union.people[0]]
        y = first.bottom + BELOW + lane * LANE
        lane += 1
        if union.people in level:
            (left, top), (right, _) = level[union.people]
            start = ((left + right) / 2, top)
        else:
            start = (starts[union.people[0], union.people], first.y)
        for child_id in union.children:
            child = at[child_id]
            x = starts.get((child_id, ()), child.x)
            path = (start, (start[0], y), (x, y), (x, child.y))
            hung.append(Hung(union.people, child_id, path))
    return hung


def _dot(
    adult_id: UUID, child_id: UUID, at: Mapping[UUID, Stand], starts: Starts, lanes: Mapping[int, int]
) -> Dotted:
    adult, child, key = at[adult_id], at[child_id], (adult_id, child_id)
    x, to = starts[adult_id, key], starts[child_id, key]
    y = adult.bottom + BELOW + lanes[adult.row] * LANE
    path: list[Point] = [(x, adult.y), (x, y)]
    between = [stand for stand in at.values() if stand.row == ADULTS]
    if adult.row == GRANDPARENTS and between:
        gap = _gap(between, near=to)
        low = between[0].bottom + BELOW + lanes[ADULTS] * LANE
        path += [(gap, y), (gap, low)]
        y = low
    return Dotted(adult_id, child_id, (*path, (to, y), (to, child.y)))


def _gap(between: Sequence[Stand], *, near: float) -> float:
    """The nearest way down between two people of a row, or beside it."""
    gaps = {stand.x + side * SLOT / 2 for stand in between for side in (-1, 1)}
    return min(gaps, key=lambda gap: (abs(gap - near), gap))
