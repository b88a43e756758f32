"""The comparison notices every single thing that could be left out of the policy.

A test that cannot fail keeps nothing. Each mutant of the policy table drops one clause, opens one to tables it is
not for, drops or turns round one denial, or drops one condition of one named set; random worlds are grown until
the wall or the writer's rule differs from the oracle, which does not change.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import pytest
from django.db import connections

from alongside.access import policy
from alongside.access.policy import Shown
from alongside.access.routing import READER
from tests.walls import eyes
from tests.walls.dice import Dice
from tests.walls.worlds import ACTORS, World

pytestmark = pytest.mark.wall

WORLDS_TRIED = 300
EVENTS_A_WORLD = 70
# One condition of a set: every set is a chain of them, and each can be forgotten by itself.
CONDITION = re.compile(
    r"[gcs]\.from_at <= wall_now\(\)|[gcs]\.until_at > wall_now\(\)|g\.kind = '\w+'|g\.membership_id = wall_actor\(\)"
    r"|g\.agency_id = wall_agency\(\)|c\.practitioner_id = wall_practitioner\(\)|g\.row_id IS (?:NOT )?NULL"
    r"|g\.(?:case|agency)_id IN \(\{\w+\}\)|\(g\.case_id IS NULL OR g\.case_id NOT IN \(\{denied_cases\}\)\)"
    r"|g\.case_id = s\.case_id"
)
# One table of each way of being kept.
ONE_OF_EACH = (
    "families.Child",
    "families.Adult",
    "consultations.Consultation",
    "duties.Duty",
    "advice.WaitingQuestion",
    "access.Draft",
)
# Nothing can tell these from the policy itself: no row's id is NULL, so a NULL in the set matches nothing.
EQUAL = {"shown": "g.row_id IS NOT NULL", "overseen_rows": "g.row_id IS NOT NULL"}


@dataclass(frozen=True, slots=True)
class Mutant:
    """The policy with one thing changed: the name in `policy` that is replaced, and what by."""

    name: str
    attribute: str
    value: Any


def _clauses() -> Iterator[Mutant]:
    for at, clause in enumerate(policy.CLAUSES):
        rest = (*policy.CLAUSES[:at], *policy.CLAUSES[at + 1 :])
        yield Mutant(f"without {clause.name}", "CLAUSES", (*rest, replace(clause, sql="0")))
        if set(clause.only) != set(Shown):
            yield Mutant(
                f"{clause.name} for all tables", "CLAUSES", (*rest, replace(clause, only=tuple(Shown)))
            )
    colleague = next(c for c in policy.CLAUSES if c.name == "colleague")
    for condition in ("r.agency_id = wall_agency()", "{case} IN ({admitted})"):
        weaker = replace(colleague, sql=colleague.sql.replace(condition, "1"))
        others = tuple(c for c in policy.CLAUSES if c is not colleague)
        yield Mutant(f"colleague without {condition}", "CLAUSES", (*others, weaker))


def _denials() -> Iterator[Mutant]:
    for at, denial in enumerate(policy.DENIALS):
        rest = (*policy.DENIALS[:at], *policy.DENIALS[at + 1 :])
        yield Mutant(f"without denial {at}", "DENIALS", rest)
        yield Mutant(f"denial {at} turned round", "DENIALS", (*rest, f"NOT ({denial})"))


def _sets() -> Iterator[Mutant]:
    for name, sql in policy.SETS.items():
        yield Mutant(f"{name} empty", "SETS", policy.SETS | {name: "SELECT NULL WHERE 0"})
        for found in CONDITION.finditer(sql):
            if EQUAL.get(name) == found.group():
                continue
            weaker = sql[: found.start()] + "1" + sql[found.end() :]
            yield Mutant(
                f"{name} without {found.group()} at {found.start()}", "SETS", policy.SETS | {name: weaker}
            )
    for found in CONDITION.finditer(policy.IN_POST):
        weaker = policy.IN_POST[: found.start()] + "1" + policy.IN_POST[found.end() :]
        yield Mutant(f"in post without {found.group()}", "IN_POST", weaker)


MUTANTS = (*_clauses(), *_denials(), *_sets())


def _notices(world: World) -> int | None:
    """The first of the worlds tried in which the reader differs from the oracle; None where none does."""
    for seed in range(WORLDS_TRIED):
        world.begin()
        Dice(seed, labels=ONE_OF_EACH).grow(world, events=EVENTS_A_WORLD)
        for actor in ACTORS:
            if eyes.walled(actor, world) != world.expected(actor):
                return seed
    return None


def test_nothing_differs_where_nothing_is_left_out(empty_house, monkeypatch):
    world = World(empty_house)
    monkeypatch.setattr("tests.walls.test_policy_mutants.WORLDS_TRIED", 8)
    assert _notices(world) is None
    world.close()


def test_every_condition_of_every_set_is_dropped_once():
    found = [(name, part) for name, sql in policy.SETS.items() for part in CONDITION.findall(sql)]
    left = {name: CONDITION.sub("", sql) for name, sql in policy.SETS.items()}
    assert not [name for name, sql in left.items() if "wall_" in sql or "g.kind" in sql]
    assert len(MUTANTS) >= len(found) + len(policy.SETS) + 2 * len(policy.DENIALS) + len(policy.CLAUSES)


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda m: m.name)
def test_a_policy_with_one_thing_left_out_is_noticed(empty_house, monkeypatch, mutant):
    monkeypatch.setattr(policy, mutant.attribute, mutant.value)
    connections[READER].close()  # the wall is raised anew, from the policy as it now is
    world = World(empty_house)
    seed = _notices(world)
    assert seed is not None, "no world tells this mutant from the policy"
    # What the reader shows wrongly, the writer lets through wrongly: one text serves both.
    assert any(eyes.ruled(actor, world) != world.expected(actor) for actor in ACTORS)
    world.close()
