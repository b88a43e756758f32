"""The access rule again, in plain Python over plain values: slow, obvious, and used by tests alone.

It shares with the SQL only the classification of tables. Where the two differ, one of them is wrong.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from alongside.access.policy import Shown, Table
from alongside.access.words import Class, GrantKind


@dataclass(frozen=True, slots=True)
class Person:
    """Who looks: one membership of one practitioner in one agency."""

    membership: str
    practitioner: str
    agency: str


@dataclass(frozen=True, slots=True)
class HeldGrant:
    kind: GrantKind
    starts: datetime
    ends: datetime
    membership: str | None = None
    agency: str | None = None
    case: str | None = None
    row: str | None = None


@dataclass(frozen=True, slots=True)
class DeclaredConflict:
    practitioner: str
    starts: datetime
    ends: datetime
    case: str | None = None
    row: str | None = None


@dataclass(frozen=True, slots=True)
class PlacedSeal:
    case: str
    starts: datetime
    ends: datetime


@dataclass(frozen=True, slots=True)
class KeptRow:
    id: str
    agency: str
    author: str
    case: str | None
    line: str | None = None
    barring: str | None = None


@dataclass(slots=True)
class World:
    """Everything the policy reads."""

    grants: list[HeldGrant] = field(default_factory=list)
    conflicts: list[DeclaredConflict] = field(default_factory=list)
    seals: list[PlacedSeal] = field(default_factory=list)


def _on(things: Iterable[HeldGrant], at: datetime) -> list[HeldGrant]:
    return [t for t in things if t.starts <= at < t.ends]


def may_see(world: World, person: Person, row: KeptRow, *, table: Table, at: datetime) -> bool:
    """Say whether this person may know, at this instant, that this row exists."""
    grants = _on(world.grants, at)
    mine = [g for g in grants if g.membership == person.membership]
    if not any(
        g.kind in {GrantKind.IN_POST, GrantKind.FAMILY_PAGE} and g.agency == person.agency for g in mine
    ):
        return False
    if table.kept is Class.OWN_AGENCY:
        return row.agency == person.agency
    denied = _denied_cases(world, person, at)
    if _denied_row(world, person, row, at) or row.case in denied or row.barring in denied:
        return False
    if row.author == person.membership:
        return True
    if table.kept is Class.PRIVATE:
        return False
    grants = [g for g in grants if g.case not in denied]
    mine = [g for g in grants if g.membership == person.membership]
    return _by_case(person, row, table, grants, mine) or _by_address(row, table, grants, mine)


def keeps_lawful_answers(world: World, person: Person, *, at: datetime) -> bool:
    """Say whether this person keeps the lawful answers of the own agency at this instant."""
    return any(
        g.kind is GrantKind.LAWFUL_ANSWERS and g.membership == person.membership and g.agency == person.agency
        for g in _on(world.grants, at)
    )


def _denied_cases(world: World, person: Person, at: datetime) -> set[str]:
    related = {
        c.case
        for c in world.conflicts
        if c.case and c.practitioner == person.practitioner and c.starts <= at < c.ends
    }
    named = {
        g.case
        for g in world.grants
        if g.kind is GrantKind.NAMED and g.membership == person.membership and g.starts <= at < g.ends
    }
    return related | {s.case for s in world.seals if s.starts <= at < s.ends and s.case not in named}


def _denied_row(world: World, person: Person, row: KeptRow, at: datetime) -> bool:
    return any(
        c.row == row.id and c.practitioner == person.practitioner and c.starts <= at < c.ends
        for c in world.conflicts
    )


def _by_case(
    person: Person, row: KeptRow, table: Table, grants: list[HeldGrant], mine: list[HeldGrant]
) -> bool:
    admitted = {g.case for g in mine if g.kind is GrantKind.ADMITTED}
    to_my_agency = [
        g for g in grants if g.kind is GrantKind.AUDIENCE and g.agency == person.agency and g.case in admitted
    ]
    if any(g.row == row.id for g in to_my_agency):
        return True
    if row.case is None or row.case not in admitted:
        return False
    return (
        row.agency == person.agency
        or table.shown in {Shown.HEAD, Shown.BOTH}
        or any(g.row is None and g.case == row.case for g in to_my_agency)
    )


def _by_address(row: KeptRow, table: Table, grants: list[HeldGrant], mine: list[HeldGrant]) -> bool:
    addressed = {g.row for g in mine if g.kind is GrantKind.ADDRESSEE}
    if row.id in addressed or (row.line is not None and row.line in addressed):
        return True
    if table.shown not in {Shown.OVERSEEN, Shown.BOTH}:
        return False
    overseen = {g.agency for g in mine if g.kind is GrantKind.OVERSIGHT}
    shown_to = {g.agency for g in grants if g.kind is GrantKind.AUDIENCE and g.row == row.id}
    return row.agency in overseen or bool(shown_to & overseen)
