"""Random worlds for the wall: real rows in the real tables, and the same world as plain values for the oracle.

Rows are written on a connection of the world's own, past the gate and past the wall: what is tested is who
sees them. Everything is chosen by small numbers, so that Hypothesis and a seeded dice can both play.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from types import MappingProxyType
from typing import Any
from uuid import UUID

from django.apps import apps

from alongside.access import oracle, policy
from alongside.access.sqlite import driver
from alongside.access.words import Class, GrantKind
from tests.people import NOW
from tests.walls.filling import Filler, text_of

KEPT = {Class.PROTECTED, Class.PRIVATE, Class.OWN_AGENCY}
TABLES = MappingProxyType({label: table for label, table in policy.TABLES.items() if table.kept in KEPT})
LABELS = tuple(TABLES)


def _id(family: int, number: int) -> UUID:
    return UUID(int=(family << 96) + number)


AGENCIES = tuple(_id(1, n) for n in range(3))
CASES = tuple(_id(2, n) for n in range(3))
PRACTITIONERS = tuple(_id(3, n) for n in range(4))
MEMBERSHIPS = tuple(_id(4, n) for n in range(6))


@dataclass(frozen=True, slots=True)
class Actor:
    """One membership: which practitioner, in which agency."""

    membership_id: UUID
    practitioner_id: UUID
    agency_id: UUID

    @property
    def person(self) -> oracle.Person:
        return oracle.Person(self.membership_id.hex, self.practitioner_id.hex, self.agency_id.hex)


# The first practitioner works in two agencies, the second twice in one.
ACTORS = tuple(
    Actor(MEMBERSHIPS[m], PRACTITIONERS[p], AGENCIES[a])
    for m, (p, a) in enumerate([(0, 0), (0, 1), (1, 0), (1, 0), (2, 1), (3, 2)])
)

# Past, running, future, and windows that begin or end exactly at an instant the clock visits.
HOURS = (-1000, -2, -1, 0, 1, 2, 3, 1000)
Seen = frozenset[tuple[str, str]]
OFFICE = "the office of the lawful answers"  # stands where a table stands: held in an agency, it opens no row


@dataclass(frozen=True, slots=True)
class Window:
    starts: datetime
    ends: datetime

    @classmethod
    def between(cls, one: int, other: int) -> "Window":
        """The window between two of the hours, by their places in `HOURS`; the same place twice never runs."""
        first, last = sorted((one, other))
        return cls(_hour(first), _hour(last))


def _hour(place: int) -> datetime:
    # Every second one has microseconds, which SQLite's text keeps only where there are some.
    return NOW + timedelta(hours=HOURS[place], microseconds=place % 2)


ALWAYS = Window.between(0, len(HOURS) - 1)


@dataclass(frozen=True, slots=True)
class Target:
    """What a grant names beside its membership: places in the lists above, None for nothing."""

    agency: int | None = None
    case: int | None = None
    row: int | None = None


class World:
    """A database and the oracle's world, changed together, one small event at a time."""

    def __init__(self, path: Path) -> None:
        self.raw = driver.choose().connect(str(path), isolation_level=None)
        for pragma in ("synchronous=OFF", "foreign_keys=OFF", "ignore_check_constraints=ON"):
            self.raw.execute(f"PRAGMA {pragma}")
        self.names = {label: apps.get_model(label)._meta.db_table for label in LABELS}
        self.fills = {label: Filler(apps.get_model(label)) for label in LABELS}
        self.begin()

    def begin(self) -> None:
        """Empty the house and put six memberships in post and one case in each agency."""
        for name in (*self.names.values(), "access_grant", "access_conflict", "access_seal"):
            self.raw.execute(f'DELETE FROM "{name}"')
        self.at = NOW
        self.plain = oracle.World()
        self.rows: list[tuple[str, oracle.KeptRow]] = []
        self.made = 0
        self.grant_ids: list[str] = []
        for actor in ACTORS:
            self._keep_grant(
                oracle.HeldGrant(
                    GrantKind.IN_POST,
                    ALWAYS.starts,
                    ALWAYS.ends,
                    membership=actor.membership_id.hex,
                    agency=actor.agency_id.hex,
                )
            )
        for number in range(len(CASES)):
            self.add_row(LABELS.index("cases.Case"), author=2 * number, case=number)

    def close(self) -> None:
        self.raw.close()

    # What may happen

    def add_row(self, label: int, *, author: int, case: int | None, agency: int | None = None) -> None:
        """Add a row written by a member, of the member's agency unless another is given."""
        name, actor = LABELS[label], ACTORS[author]
        is_case = name == "cases.Case"
        if case is None and "case_id" in self.fills[name].needed:
            case = 0
        key = CASES[case or 0] if is_case else self._new_id(5)
        home = actor.agency_id if agency is None else AGENCIES[agency]
        case_id = None if case is None or TABLES[name].kept is Class.OWN_AGENCY else CASES[case].hex
        on_a_line = TABLES[name].line_column and self.rows
        kept = oracle.KeptRow(
            key.hex,
            home.hex,
            actor.membership_id.hex,
            key.hex if is_case else case_id,
            # Grants name any row of a world, and so now and then the one that stands for this row's line.
            self._row_id(self.made) if on_a_line else None,
            CASES[self.made % len(CASES)].hex if TABLES[name].barring_column else None,
        )
        known = {(at, row.id) for at, row in self.rows}
        once_an_agency = TABLES[name].kept is Class.OWN_AGENCY and any(
            at == name and row.agency == kept.agency for at, row in self.rows
        )
        if (name, kept.id) in known or once_an_agency:
            return
        self._insert(
            self.names[name],
            self.fills[name].row(
                kept, line_column=TABLES[name].line_column, barring_column=TABLES[name].barring_column
            ),
        )
        self.rows.append((name, kept))

    def give(self, kind: GrantKind, *, member: int, target: Target, window: Window) -> None:
        """Give a grant of a kind; what the kind needs and the target lacks is the first of its list."""
        needs = {
            GrantKind.IN_POST: {"agency"},
            GrantKind.FAMILY_PAGE: {"agency"},
            GrantKind.ADMITTED: {"case"},
            GrantKind.ADDRESSEE: {"row"},
            GrantKind.AUDIENCE: {"agency"} if target.row is not None else {"agency", "case"},
            GrantKind.OVERSIGHT: {"agency"},
            GrantKind.LAWFUL_ANSWERS: {"agency"},
            GrantKind.NAMED: {"case"},
        }[kind]
        whole = replace(target, **{need: 0 for need in needs if getattr(target, need) is None})
        self._keep_grant(
            oracle.HeldGrant(
                kind,
                window.starts,
                window.ends,
                membership=None if kind is GrantKind.AUDIENCE else MEMBERSHIPS[member].hex,
                agency=None if whole.agency is None else AGENCIES[whole.agency].hex,
                case=None if whole.case is None else CASES[whole.case].hex,
                row=None if whole.row is None else self._row_id(whole.row),
            )
        )

    def end_grant(self, place: int) -> None:
        """End a grant at this instant, as a revocation does; one already over, or not begun, is left alone."""
        place %= len(self.plain.grants)
        grant = self.plain.grants[place]
        if grant.starts <= self.at < grant.ends:
            self.plain.grants[place] = replace(grant, ends=self.at)
            self.raw.execute(
                "UPDATE access_grant SET until_at = ? WHERE id = ?", (text_of(self.at), self.grant_ids[place])
            )

    def remove_grant(self, place: int) -> None:
        """Take a grant out altogether, as if it had never been given."""
        place %= len(self.plain.grants)
        del self.plain.grants[place]
        self.raw.execute("DELETE FROM access_grant WHERE id = ?", (self.grant_ids.pop(place),))

    def declare(self, practitioner: int, *, case: int | None, row: int, window: Window) -> None:
        """Declare a conflict on a case, or on one row where no case is given."""
        on_case = None if case is None else CASES[case].hex
        on_row = self._row_id(row) if case is None else None
        declared = oracle.DeclaredConflict(
            PRACTITIONERS[practitioner].hex, window.starts, window.ends, case=on_case, row=on_row
        )
        self.plain.conflicts.append(declared)
        self._insert(
            "access_conflict",
            {
                "id": self._new_id(6).hex,
                "practitioner_id": declared.practitioner,
                "case_id": on_case,
                "row_id": on_row,
                "reason": "-",
                "from_at": text_of(window.starts),
                "until_at": text_of(window.ends),
                "declared_by": "-",
                "declared_at": text_of(self.at),
            },
        )

    def place_seal(self, case: int, *, window: Window) -> None:
        """Restrict a case; whoever is named on it is named by grants of their own."""
        self.plain.seals.append(oracle.PlacedSeal(CASES[case].hex, window.starts, window.ends))
        self._insert(
            "access_seal",
            {
                "id": self._new_id(7).hex,
                "case_id": CASES[case].hex,
                "reason": "-",
                "from_at": text_of(window.starts),
                "until_at": text_of(window.ends),
                "sealed_by": "-",
                "sealed_at": text_of(self.at),
            },
        )

    def move_clock(self, place: int) -> None:
        self.at = _hour(place)

    # What follows from it

    def expected(self, actor: Actor) -> Seen:
        """What the oracle says this member sees now, as pairs of table and id, and the office they hold."""
        person = actor.person
        keeps = oracle.keeps_lawful_answers(self.plain, person, at=self.at)
        return frozenset(
            (label, row.id)
            for label, row in self.rows
            if oracle.may_see(self.plain, person, row, table=TABLES[label], at=self.at)
        ) | ({(OFFICE, person.agency)} if keeps else set())

    # Writing it down

    def _keep_grant(self, grant: oracle.HeldGrant) -> None:
        key = self._new_id(8).hex
        self.plain.grants.append(grant)
        self.grant_ids.append(key)
        self._insert(
            "access_grant",
            {
                "id": key,
                "kind": grant.kind.value,
                "membership_id": grant.membership,
                "agency_id": grant.agency,
                "case_id": grant.case,
                "row_id": grant.row,
                "purpose": "direct_work",
                "reason": "-",
                "from_at": text_of(grant.starts),
                "until_at": text_of(grant.ends),
                "granted_by": "-",
                "granted_at": text_of(self.at),
            },
        )

    def _row_id(self, place: int) -> str:
        return self.rows[place % len(self.rows)][1].id

    def _new_id(self, family: int) -> UUID:
        self.made += 1
        return _id(family, self.made)

    def _insert(self, table: str, row: dict[str, Any]) -> None:
        columns = ", ".join(f'"{name}"' for name in row)
        holes = ", ".join("?" for _ in row)
        self.raw.execute(f'INSERT INTO "{table}" ({columns}) VALUES ({holes})', tuple(row.values()))
