"""The outline around those who live together, in a genogram: it goes round nobody who does not live there. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from alongside.families.genogram import ADULTS, CHILDREN, GRANDPARENTS, SLOT, Stand
from alongside.families.kin import Family
from alongside.families.words import LivesWith

Rect = tuple[float, float, float, float]
Point = tuple[float, float]
INSET = 5.0  # how much further in each next outline runs, so that two do not hide one another
NECK = 26.0  # half the breadth of the way between two groups


@dataclass(frozen=True, slots=True)
class Outline:
    """One home: its name, who lives there, and the closed lines around them."""

    name: str
    people: frozenset[UUID]
    loops: tuple[tuple[Point, ...], ...]


def homes_of(family: Family) -> tuple[tuple[str, frozenset[UUID]], ...]:
    """The homes as said; where none was, whoever the child is said to live with makes one, and each part-time home one."""
    known = {person.id for person in family.people}
    said = tuple((home.name, frozenset(m.person_id for m in home.members) & known) for home in family.homes)
    if any(people for _, people in said):
        return tuple(each for each in said if each[1])
    lines = [line for line in family.lines if line.lives_with in {LivesWith.ALL, LivesWith.PART}]
    mine = [line for line in lines if line.child_id == family.child_id]
    together = {line.adult_id for line in mine if line.lives_with is LivesWith.ALL}
    found = [(line.adult_id,) for line in mine if line.lives_with is LivesWith.PART]
    groups = ([tuple(together)] if together else []) + found
    return tuple(("Lives together", _with_children(group, family)) for group in groups)


def _with_children(adults: Sequence[UUID], family: Family) -> frozenset[UUID]:
    whole = {
        line.child_id for line in family.lines if line.adult_id in adults and line.lives_with is LivesWith.ALL
    }
    return frozenset(adults) | whole | {family.child_id}


def outlines_of(family: Family, *, stands: Sequence[Stand]) -> tuple[Outline, ...]:
    """The outline of each home, in the order in which they were said."""
    at = {stand.person.id: stand for stand in stands}
    return tuple(
        Outline(name, people, around(_covered([at[each] for each in people], stands, inset=n % 4 * INSET)))
        for n, (name, people) in enumerate(homes_of(family))
    )


def around(rects: Iterable[Rect]) -> tuple[tuple[Point, ...], ...]:
    """The closed lines around rectangles that touch or overlap: corner after corner."""
    rects = tuple(rects)
    xs = sorted({x for rect in rects for x in (rect[0], rect[2])})
    ys = sorted({y for rect in rects for y in (rect[1], rect[3])})
    inside = {
        (i, j)
        for i in range(len(xs) - 1)
        for j in range(len(ys) - 1)
        if any(r[0] <= xs[i] and xs[i + 1] <= r[2] and r[1] <= ys[j] and ys[j + 1] <= r[3] for r in rects)
    }
    ahead: dict[Point, list[Point]] = {}
    for i, j in sorted(inside):
        left, right, top, bottom = xs[i], xs[i + 1], ys[j], ys[j + 1]
        sides = (
            ((i, j - 1), (left, top), (right, top)),
            ((i + 1, j), (right, top), (right, bottom)),
            ((i, j + 1), (right, bottom), (left, bottom)),
            ((i - 1, j), (left, bottom), (left, top)),
        )
        for beyond, start, end in sides:
            if beyond not in inside:
                ahead.setdefault(start, []).append(end)
    return tuple(_loops(ahead))


def _loops(ahead: dict[Point, list[Point]]) -> Iterable[tuple[Point, ...]]:
    while ahead:
        start = next(iter(ahead))
        loop, here = [start], _step(ahead, start)
        while here != start:
            loop.append(here)
            here = _step(ahead, here)
        yield tuple(
            p for n, p in enumerate(loop) if not _is_straight(loop[n - 1], p, loop[(n + 1) % len(loop)])
        )


def _step(ahead: dict[Point, list[Point]], here: Point) -> Point:
    end = ahead[here].pop()
    if not ahead[here]:
        del ahead[here]
    return end


def _is_straight(one: Point, two: Point, three: Point) -> bool:
    return one[0] == two[0] == three[0] or one[1] == two[1] == three[1]


def _covered(members: Sequence[Stand], stands: Sequence[Stand], *, inset: float) -> list[Rect]:
    """What the outline goes round: each member's place, neighbours with what is between them, and the ways between."""
    runs = _runs(members, stands)
    rects = [_round_of(run, inset) for run in runs]
    ways = [_way(runs[n - 1], run, stands, inset) for n, run in enumerate(runs) if n]
    return [*rects, *(rect for way in ways for rect in way)]


def _runs(members: Sequence[Stand], stands: Sequence[Stand]) -> list[list[Stand]]:
    """Members who stand side by side in a row with nobody else between them."""
    runs: list[list[Stand]] = []
    here = {stand.person.id for stand in members}
    before: Stand | None = None
    for stand in sorted(stands, key=lambda each: (each.row, each.x)):
        if stand.person.id in here:
            if before and runs and before.person.id in here and before.row == stand.row:
                runs[-1].append(stand)
            else:
                runs.append([stand])
        before = stand
    return runs


def _round_of(run: Sequence[Stand], inset: float) -> Rect:
    top, bottom = min(each.cell[1] for each in run), max(each.cell[3] for each in run)
    return run[0].cell[0] + inset, top + inset, run[-1].cell[2] - inset, bottom - inset


def _way(one: Sequence[Stand], other: Sequence[Stand], stands: Sequence[Stand], inset: float) -> list[Rect]:
    """A way between two groups through the room between rows, where nobody stands."""
    a, b = min(((p, q) for p in one for q in other), key=lambda pair: abs(pair[0].x - pair[1].x))
    neck = NECK - inset
    if a.row == b.row:
        rows = {stand.row for stand in stands}
        above = a.row == CHILDREN and len(rows) > 1
        y = a.cell[1] - 6 - inset if above else a.cell[3] + 6 + inset
        sides = [(each.x - neck, min(y, each.y), each.x + neck, max(y, each.y)) for each in (a, b)]
        return [*sides, (min(a.x, b.x) - neck, y - 4, max(a.x, b.x) + neck, y + 4)]
    between = [stand for stand in stands if a.row < stand.row < b.row]
    y = min(stand.cell[1] for stand in stands if stand.row == b.row) - 10 - inset
    if a.row == GRANDPARENTS and between:
        gap = min(
            (stand.x + side * SLOT / 2 for stand in between for side in (-1, 1)), key=lambda x: abs(x - b.x)
        )
        high = min(stand.cell[1] for stand in between if stand.row == ADULTS) - 6 - inset
        return [
            (a.x - neck, a.y, a.x + neck, high),
            (min(a.x, gap) - neck, high - 4, max(a.x, gap) + neck, high + 4),
            (gap - 3, high, gap + 3, y),
            (min(gap, b.x) - neck, y - 4, max(gap, b.x) + neck, y + 4),
            (b.x - neck, y, b.x + neck, b.y),
        ]
    if abs(a.x - b.x) < NECK:  # nearly above one another: straight down
        middle = (a.x + b.x) / 2
        return [(middle - neck, a.y, middle + neck, b.y)]
    return [
        (a.x - neck, a.y, a.x + neck, y),
        (min(a.x, b.x) - neck, y - 4, max(a.x, b.x) + neck, y + 4),
        (b.x - neck, y, b.x + neck, b.y),
    ]
