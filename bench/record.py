"""W1: one deed through the real command, against the same rows written by hand with sqlite3 and no log.

The command is what a practitioner waits for: the gate, the wall's rule, the look-ups, rows, duties, grants, outbox, one
leaf of the log, the receipt, one durable commit. The limit knows beforehand every row that the command will write and
writes them, the log's and nothing else left out, in one durable commit with the same pragmas on a copy of the same
database. Before anything is timed the rows of both are compared.
"""

import argparse
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch
from uuid import uuid4

HOME = Path(os.environ.get("ALONGSIDE_HOME", "var/bench"))
HOME.mkdir(parents=True, exist_ok=True)
PLACE = Path(tempfile.mkdtemp(prefix="record-", dir=HOME))  # on the disk that a real installation would use
os.environ |= {"ALONGSIDE_MODE": "demonstration", "ALONGSIDE_HOME": str(PLACE)}
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "alongside.web.settings")

import django

django.setup()

from django.core.management import call_command
from django.db import connections, transaction

from alongside.access import context, frame
from alongside.access.sqlite import driver
from alongside.access.sqlite.base import PRAGMAS_OF_THE_WRITER
from alongside.audit import log
from alongside.audit.entry import Entry, microseconds
from alongside.consultations import commands
from alongside.consultations.commands import RecordedTalk, Spoken
from alongside.consultations.words import Medium, Urgency
from alongside.families import commands as families
from bench.measuring import Contestant, calibration, compare, machine, print_table
from tests import journey, people
from tests.people import Cast

SQLITE = driver.choose()
GOAL = 2.5
ROUNDS = 100
WARM_UP = 5
LOGGED = "logged"  # a third copy, in which rows written by hand get a leaf
SAID = "Three children alone in the flat, a smell of gas, names and ages given. " * 3

Words = dict[str, Any]
Statement = tuple[str, tuple[Any, ...]]


@dataclass(frozen=True)
class Deed:
    """A command, and what brings a house to where it can be done once more: its words."""

    command: Callable[..., Any]
    ready: Callable[[Cast], Words]


def _spoken(cast: Cast) -> Words:
    spoken = Spoken(
        child_ids=(cast.child_id, cast.extra["second"], cast.extra["third"]),
        with_whom="Lesley at the emergency duty team",
        telephone="01632 960 101",
        urgency=Urgency.EMERGENCY,
        spoken_at=context.clock(),
        said=SAID,
        heard=SAID,
        done=SAID,
    )
    return {"spoken": spoken}


def _talk(cast: Cast) -> Words:
    talk = RecordedTalk(
        medium=Medium.TELEPHONE, talked_at=context.clock(), said_by_asker=SAID, said_by_adviser=SAID
    )
    return journey.person_in(cast, journey.decided(cast)) | {"talk": talk}


DEEDS = {
    "record_spoken": Deed(commands.record_spoken, _spoken),
    "record_talk": Deed(commands.record_talk, _talk),
    "begin": Deed(commands.begin_consultation, lambda cast: {"child_id": cast.child_id}),
}


def assemble() -> Cast:
    """A migrated house with the cast of the tests in it, and two more children on Amira's case."""
    call_command("migrate", verbosity=0)
    cast = people.assemble()
    for key, name in (("second", "Tola Adeyemi"), ("third", "Femi Adeyemi")):
        cast.extra[key] = families.add_child(cast.amira.ctx(), case_id=cast.case_id, name=name, born_on=None)
    return cast


@contextmanager
def watched(written: list[Statement], read: list[str]) -> Iterator[None]:
    """Keep what is written on the writer, the log's own tables apart, and what is read."""

    def keep(execute: Callable[..., Any], sql: str, params: Any, many: bool, told: dict[str, Any]) -> Any:  # noqa: FBT001 - Django's
        if sql.startswith("SELECT"):
            read.append(sql)
        elif sql.startswith(("INSERT", "UPDATE", "DELETE")) and "audit_" not in sql:
            written.append((sql.replace("%s", "?"), tuple(params)))
        return execute(sql, params, many, told)

    with connections["default"].execute_wrapper(keep):
        yield


@dataclass(frozen=True)
class Rehearsal:
    """Every deed of the measurement done once beforehand: the house before it, and what each deed wrote and read."""

    before: Path
    written: list[list[Statement]]
    look_ups: int

    def copy(self, name: str) -> Path:
        """Another copy of the house before."""
        return Path(shutil.copy(self.before, PLACE / name))


def rehearse(deed: Deed, cast: Cast, ready: list[Words]) -> Rehearsal:
    """Do every deed once and put the house back; what is written by hand then must leave exactly the same rows."""
    house, read = Path(connections["default"].settings_dict["NAME"]), list[str]()
    before, written = PLACE / "before.sqlite3", [list[Statement]() for _ in ready]
    shut()
    shutil.copy(house, before)
    for words, statements in zip(ready, written, strict=True):
        read.clear()
        with watched(statements, read):
            deed.command(cast.amira.ctx(), **words)
    shut()
    done = Rehearsal(before, written, len(read))
    with closing(_open(done.copy("checked.sqlite3"))) as connection:
        for statements in written:
            write(connection, statements)
    assert rows_of(PLACE / "checked.sqlite3") == rows_of(house), (
        "The limit does not write what the command writes."
    )
    shutil.copy(before, house)
    return done


def shut() -> None:
    """Close the house, the writer last, so that all of it is in its one file."""
    for alias in ("reader", "default"):
        connections[alias].close()


def write(connection: Any, statements: list[Statement]) -> None:
    """The limit: these rows, and one durable commit."""
    connection.execute("BEGIN IMMEDIATE")
    for sql, row in statements:
        connection.execute(sql, row)
    connection.execute("COMMIT")


def rows_of(path: Path) -> dict[str, set[tuple[Any, ...]]]:
    """Every row of a database but the log's."""
    with closing(SQLITE.connect(path)) as connection:
        tables = [
            name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        ]
        ours = [table for table in tables if not table.startswith(("audit_", "sqlite_"))]
        return {table: set(connection.execute(f'SELECT * FROM "{table}"')) for table in ours}


def _open(path: Path) -> Any:
    connection = SQLITE.connect(path, isolation_level=None)
    for pragma in PRAGMAS_OF_THE_WRITER:
        connection.execute(pragma)
    return connection


def _entry(cast: Cast, deed: str) -> Entry:
    about = f"consultation:{uuid4()}"
    return Entry(
        deeds=[{"action": "consultation:recorded", "about": about}],
        ts=microseconds(context.clock()),
        actor=str(cast.amira.membership_id),
        session="-",
        agency=str(cast.amira.agency_id),
        purpose="direct_work",
        outcome="done",
        policy="0" * 16,
        request=str(uuid4()),
        details=({"command": deed, "words": SAID * 3},),
    )


def measure(name: str, *, rounds: int) -> None:
    """Measure one deed and print what came of it."""
    deed, cast = DEEDS[name], assemble()
    ready = [deed.ready(cast) for _ in range(WARM_UP + rounds)]
    rehearsed = rehearse(deed, cast, ready)
    hand = _open(rehearsed.copy("by-hand.sqlite3"))
    connections.databases[LOGGED] = connections.databases["default"] | {
        "NAME": rehearsed.copy("logged.sqlite3")
    }
    acts = [cast.amira.ctx() for _ in ready]
    entries = [_entry(cast, name) for _ in ready]

    def with_leaf(turn: int) -> None:
        with (
            transaction.atomic(using=LOGGED, durable=True),
            frame.doing(),
            patch.object(log, "WRITER", LOGGED),
        ):
            for sql, row in rehearsed.written[turn]:
                connections[LOGGED].connection.execute(sql, row)
            log.append_many([entries[turn]])

    loop = calibration()
    limit, logged, command, _ = compare(
        Contestant("rows by hand, no log (limit)", lambda turn: write(hand, rehearsed.written[turn])),
        Contestant("rows by hand, and a leaf of the log", with_leaf),
        Contestant(f"the command {name}", lambda turn: deed.command(acts[turn], **ready[turn])),
        loop,
        rounds=rounds,
        warm_up=WARM_UP,
    )
    hand.close()
    laid = sum(sql.startswith("INSERT") for sql, _row in rehearsed.written[-1])
    changed = len(rehearsed.written[-1]) - laid
    title = f"W1: {name}; {laid} rows laid, {changed} changed, {rehearsed.look_ups} look-ups; the same rows from both"
    print(machine(f"SQLite {SQLITE.sqlite_version}"))
    print_table(title, (limit, logged, command), goal=GOAL, loop=loop)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--deed", choices=sorted(DEEDS), default="record_spoken")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    said = parser.parse_args()
    try:
        with context.at_time(people.NOW):
            measure(said.deed, rounds=said.rounds)
    finally:
        connections.close_all()
        shutil.rmtree(PLACE, ignore_errors=True)


if __name__ == "__main__":
    main()
