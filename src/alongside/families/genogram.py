"""Where everybody of a family stands in its genogram. Pure.

Three rows, as in McGoldrick's notation: grandparents, parents and other adults, children. The lines are in
`genogram_lines.py`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from alongside.families.kin import Family, Kin
from alongside.families.words import Bond, Gender, Relation

SLOT = 132.0  # from one person to the next
SYMBOL = 44.0  # across
MARGIN = 28.0
TEXT_LINE = 17.0
LABEL_LINES = 4
LANE = 13.0  # between two lines that run beside one another
BELOW, ABOVE_A_CHILD = 16.0, 26.0  # between a row and the first line below it, the last line and a child
LETTERS = 15  # that one line of a name may have

PARENTS = frozenset({Relation.MOTHER, Relation.FATHER})
GRANDPARENTS, ADULTS, CHILDREN = 0, 1, 2
Point = tuple[float, float]


Label = tuple[tuple[str, bool], ...]  # each line, and whether it is of the name


@dataclass(frozen=True, slots=True)
class Stand:
    """One person's place: the middle of their symbol, the row, and the rectangle that is theirs alone."""

    person: Kin
    row: int
    x: float
    y: float
    label: Label

    @property
    def top(self) -> float:
        """The upper edge of the symbol."""
        return self.y - SYMBOL / 2

    @property
    def bottom(self) -> float:
        """The lower edge of the symbol."""
        return self.y + SYMBOL / 2

    @property
    def cell(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of the symbol with its words: a child's stand below, an adult's above."""
        half, words = SLOT / 2 - 4, room_for(len(self.label))
        if self.row == CHILDREN:
            return self.x - half, self.top - 8, self.x + half, self.bottom + words
        return self.x - half, self.top - words, self.x + half, self.bottom + 8


@dataclass(frozen=True, slots=True)
class Union:
    """Adults joined by one line, and the children who hang from it: a couple, parents, or one parent alone."""

    people: tuple[UUID, ...]
    bond: Bond | None
    children: tuple[UUID, ...]


def arrange(family: Family, *, words: Mapping[UUID, str]) -> tuple[Stand, ...]:
    """Give everybody of a family their place. `words` is what stands with each name, such as “Mother”; it may be missing."""
    rows, unions = rows_of(family), unions_of(family)
    adults = _in_a_row([p for p in family.people if rows[p.id] == ADULTS], unions)
    elders = _in_a_row([p for p in family.people if rows[p.id] == GRANDPARENTS], unions)
    children = [p for p in family.people if rows[p.id] == CHILDREN]
    xs = {person.id: n * SLOT for n, person in enumerate(adults)}
    xs |= _spread(_wanted(children, family, xs))
    xs |= _spread([(person, _above(person, family, xs)) for person in elders])
    shift = MARGIN + SLOT / 2 - min(xs.values(), default=0)
    labels = {p.id: _label(p, words.get(p.id, "")) for p in family.people}
    ys = _heights(rows, unions, ties_of(family), labels)
    return tuple(
        Stand(p, rows[p.id], xs[p.id] + shift, ys[rows[p.id]], labels[p.id])
        for p in (*elders, *adults, *children)
    )


def room_for(lines: int) -> float:
    """How high the words of so many lines stand, with a little air."""
    return lines * TEXT_LINE + 22


def rows_of(family: Family) -> dict[UUID, int]:
    """In which row each person stands: two who are a couple stand in one."""
    rows = {p.id: CHILDREN if p.is_child else ADULTS for p in family.people}
    parents = {line.adult_id for line in family.lines if line.relation in PARENTS}
    for line in family.lines:
        if line.relation is Relation.GRANDPARENT and line.adult_id not in parents:
            rows[line.adult_id] = GRANDPARENTS
    couples = [c.people for c in family.couples if all(rows.get(each) in {0, 1} for each in c.people)]
    for _ in couples:  # a chain of couples settles within as many turns
        for people in couples:
            row = ADULTS if people & parents else min(rows[each] for each in people)
            if any(rows[each] != row for each in people):
                rows |= dict.fromkeys(people, row)
                parents |= people if row == ADULTS else set()
    return rows


def wrapped(text: str, *, letters: int = LETTERS) -> tuple[str, ...]:
    """A name over lines of so many letters; a word that is too long is divided."""
    lines: list[str] = []
    for word in text.split():
        rest = word
        if lines and len(lines[-1]) + 1 + len(rest) <= letters:
            lines[-1] += f" {rest}"
            continue
        while len(rest) > letters:
            lines.append(rest[: letters - 1] + "-")
            rest = rest[letters - 1 :]
        lines.append(rest)
    return tuple(lines)


def _label(person: Kin, words: str) -> Label:
    told = wrapped(words, letters=LETTERS + 2)[:2]
    room = LABEL_LINES - len(told)
    name = wrapped(person.name)
    if len(name) > room:
        name = (*name[: room - 1], name[room - 1][: LETTERS - 1] + "…")
    return (*((line, True) for line in name), *((line, False) for line in told))


def unions_of(family: Family) -> tuple[Union, ...]:
    """Everybody joined by a line: couples, and the parents of each child, who may be one person or more than two."""
    known = {p.id for p in family.people}
    children: dict[frozenset[UUID], list[UUID]] = {}
    for person in family.people:
        parents = frozenset(
            line.adult_id
            for line in family.lines
            if line.child_id == person.id and line.relation in PARENTS and line.adult_id in known
        )
        if parents:
            children.setdefault(parents, []).append(person.id)
    bonds = {c.people: c.bond for c in family.couples if c.people <= known}
    order = {p.id: n for n, p in enumerate(family.people)}
    return tuple(
        Union(
            tuple(sorted(people, key=order.__getitem__)), bonds.get(people), tuple(children.get(people, ()))
        )
        for people in {**children, **bonds}
    )


def _in_a_row(people: Sequence[Kin], unions: Sequence[Union]) -> list[Kin]:
    """People of one row so that those who are joined stand side by side, as far as a row allows it."""
    near: dict[UUID, list[UUID]] = {p.id: [] for p in people}
    for union in unions:
        for one in union.people:
            near.get(one, []).extend(o for o in union.people if o != one and o in near and o not in near[one])
    left = {p.id: p for p in people}
    row: list[Kin] = []
    while left:
        start = min(left, key=lambda each: (len(near[each]) != 1, left[each].gender is not Gender.MALE))
        _walk(start, near, left, row)
    return row


def _walk(here: UUID, near: dict[UUID, list[UUID]], left: dict[UUID, Kin], row: list[Kin]) -> None:
    ahead = [here]
    while ahead:
        each = ahead.pop()
        if each in left:
            row.append(left.pop(each))
            ahead += sorted((o for o in near[each] if o in left), key=lambda o: -len(near[o]))


def _wanted(children: Sequence[Kin], family: Family, xs: dict[UUID, float]) -> list[tuple[Kin, float]]:
    """Each child below their parents, or else below whoever is close to them; the elder to the left."""
    wanted = []
    for child in children:
        lines = [line for line in family.lines if line.child_id == child.id and line.adult_id in xs]
        close = [line for line in lines if line.relation in PARENTS] or lines
        at = sum(xs[line.adult_id] for line in close) / len(close) if close else 0.0
        wanted.append((child, at))
    born = {c.id: (c.born_on or c.expected_on) for c in children}
    return sorted(wanted, key=lambda each: (each[1], born[each[0].id] is None, born[each[0].id] or 0))


def _above(person: Kin, family: Family, xs: dict[UUID, float]) -> float:
    found = [xs[line.child_id] for line in family.lines if line.adult_id == person.id]
    return sum(found) / len(found) if found else 0.0


def _spread(wanted: Iterable[tuple[Kin, float]]) -> dict[UUID, float]:
    """Places as near as can be to those wanted, in the order given, a slot apart: neighbours that push form a group."""
    groups: list[tuple[list[Kin], float]] = []  # the people, and where the middle of the group wants to be
    for person, at in wanted:
        group, middle = [person], at
        while groups and _end(groups[-1]) + SLOT > middle - (len(group) - 1) * SLOT / 2:
            others, their_middle = groups.pop()
            joint = len(others) + len(group)
            middle = (their_middle * len(others) + middle * len(group)) / joint
            group = [*others, *group]
        groups.append((group, middle))
    return {
        person.id: middle + (n - (len(group) - 1) / 2) * SLOT
        for group, middle in groups
        for n, person in enumerate(group)
    }


def _end(group: tuple[list[Kin], float]) -> float:
    return group[1] + (len(group[0]) - 1) * SLOT / 2


def ties_of(family: Family) -> tuple[tuple[UUID, UUID], ...]:
    """Who is close to which child and is not joined to one of the child's parents."""
    joined = [set(union.people) for union in unions_of(family)]
    parents: dict[UUID, set[UUID]] = {}
    for line in family.lines:
        if line.relation in PARENTS:
            parents.setdefault(line.child_id, set()).add(line.adult_id)
    known = {p.id for p in family.people}
    return tuple(
        (line.adult_id, line.child_id)
        for line in family.lines
        if line.relation not in PARENTS
        and {line.adult_id, line.child_id} <= known
        and not any(
            line.adult_id in people and people & parents.get(line.child_id, set()) for people in joined
        )
    )


def _heights(
    rows: Mapping[UUID, int],
    unions: Sequence[Union],
    ties: Sequence[tuple[UUID, UUID]],
    labels: Mapping[UUID, Label],
) -> dict[int, float]:
    """The middle of each row: as much room below a row as the lines there need."""
    taken = set(rows.values())
    lanes = {
        row: sum(len(u.people) > 1 for u in unions if rows[u.people[0]] == row)
        + sum(rows[adult] <= row for adult, _ in ties)
        for row in (GRANDPARENTS, ADULTS)
    }
    lanes[ADULTS] += sum(bool(u.children) for u in unions)
    ys, edge = {}, MARGIN
    for row in (GRANDPARENTS, ADULTS):
        if row in taken:
            lines = max(len(labels[key]) for key, here in rows.items() if here == row)
            ys[row] = edge + room_for(lines) + SYMBOL / 2
            edge = ys[row] + SYMBOL / 2 + BELOW + lanes[row] * LANE
    ys[CHILDREN] = edge + ABOVE_A_CHILD + SYMBOL / 2
    return ys
