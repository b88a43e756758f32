"""Lets a house work, kills it with signal 9, again and again, and looks whether anything was lost.

Three practitioners work at once in a forked process; each answer they are given is written to a pipe. After a
random number of answers the process is killed, wherever its threads are, and the file is examined.
"""

import os
import random
import shutil
import signal
import threading
from collections.abc import Callable
from datetime import date
from pathlib import Path
from uuid import UUID, uuid4

from django.core.management import call_command
from django.db import connections

from alongside.access import context, gate
from alongside.cases import commands as cases
from alongside.families import commands as families
from alongside.families import queries as family_queries
from alongside.families.words import ParentalResponsibility, Relation
from tests import people
from tests.walls import survival

KILLS_A_HOUSE = 25  # then a fresh copy, so that examining does not grow with the number of kills
MOST_ANSWERS = 24
WORKERS = ("amira", "ben", "cerys")


def lay_house(path: Path) -> people.Cast:
    """Lay a new house at `path` with the cast in it. No connection is left open: what follows forks."""
    _point_at(path)
    with context.at_time(people.NOW):
        call_command("migrate", verbosity=0)
        cast = people.assemble()
    connections.close_all()
    return cast


def _point_at(path: Path) -> None:
    connections.close_all()
    for alias in ("default", "reader"):
        connections.settings[alias]["NAME"] = str(path)
        connections[alias].settings_dict["NAME"] = str(path)


def kill_once(path: Path, cast: people.Cast, *, answers: int) -> list[survival.Acknowledged]:
    """Let a forked process work on the house, kill it after so many answers, and tell all that it answered."""
    _point_at(path)
    listen, speak = os.pipe()
    working = os.fork()
    if working == 0:
        os.close(listen)
        _work(cast, speak)
        os._exit(1)  # not reached: the work has no end of its own
    os.close(speak)
    with os.fdopen(listen, "rb") as lines:
        told = [lines.readline() for _ in range(answers)]
        os.kill(working, signal.SIGKILL)
        told += lines.readlines()
    os.waitpid(working, 0)
    return [survival.Acknowledged.parse(line.decode()) for line in told if line.endswith(b"\n")]


def _work(cast: people.Cast, speak: int) -> None:
    def answer(deed: str, command_id: UUID, result: object) -> None:
        os.write(speak, f"{deed} {command_id} {result}\n".encode())

    threads = [
        threading.Thread(target=_practise, args=(cast.people[name], answer), daemon=True) for name in WORKERS
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def _practise(person: people.Person, answer: Callable[[str, UUID, object], None]) -> None:
    def do(deed: str, command: Callable[..., UUID | None], **words: object) -> UUID | None:
        ctx = person.ctx(command_id=uuid4())
        result = command(ctx, **words)
        answer(deed, ctx.command_id or UUID(int=0), result or "-")
        return result

    adult = families.RelatedAdult("Gwen Adeyemi", Relation.MOTHER, ParentalResponsibility.SEEN)
    while True:
        case_id = do("case", cases.open_case)
        child_id = do("child", families.add_child, case_id=case_id, name="Ayo", born_on=date(2019, 5, 14))
        do("adult", families.add_adult, child_id=child_id, adult=adult)
        do("concern", cases.raise_concern, case_id=case_id)
        ctx = person.ctx()
        family_queries.open_child(ctx, child_id=child_id)
        gate.leave_trace(ctx)
        answer("page", uuid4(), ctx.request_id)


def kill(times: int, *, seed: int, folder: Path) -> int:
    """Kill so many times; answers how many answers were given in all. Raises SystemExit on the first fault."""
    dice = random.Random(seed)
    template, path = folder / "template.sqlite3", folder / "house.sqlite3"
    cast = lay_house(template)
    acknowledged: list[survival.Acknowledged] = []
    answered = 0
    for number in range(times):
        if number % KILLS_A_HOUSE == 0:
            _fresh_copy(template, path)
            acknowledged = []
        told = kill_once(path, cast, answers=dice.randint(1, MOST_ANSWERS))
        acknowledged += told
        answered += len(told)
        if found := survival.faults(path, acknowledged):
            raise SystemExit(f"kill {number + 1} of seed {seed}: " + "; ".join(found[:5]))
    return answered


def _fresh_copy(template: Path, path: Path) -> None:
    connections.close_all()
    for left in path.parent.glob(f"{path.name}*"):
        left.unlink()
    shutil.copy(template, path)
