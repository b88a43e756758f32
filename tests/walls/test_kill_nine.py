"""Killed at any moment: nothing acknowledged is lost, no row is without its leaf, no leaf without its row."""

import os
import re
import subprocess
import sys
from pathlib import Path
from uuid import uuid4

import pytest
from django.db import connections

from alongside.access.sqlite import driver
from tests.walls.survival import Acknowledged, faults

pytestmark = pytest.mark.wall

ROOT = Path(__file__).resolve().parents[2]
KILLS = 30


@pytest.mark.long
def test_thirty_kills_lose_nothing(tmp_path, capsys):
    # In a process of its own: it forks, and a process with threads (this one, perhaps) must not.
    asked = [sys.executable, "-m", "tests.walls.kill_nine", str(KILLS), "--seed", "30"]
    surroundings = os.environ | {"ALONGSIDE_HOME": str(tmp_path), "TMPDIR": str(tmp_path)}
    done = subprocess.run(
        asked, cwd=ROOT, env=surroundings, capture_output=True, text=True, timeout=180, check=False
    )
    assert done.returncode == 0, done.stderr or done.stdout
    found = re.fullmatch(rf"{KILLS} kills \(seed 30\), (\d+) answers given: nothing lost\.\n", done.stdout)
    assert found
    assert int(found.group(1)) >= KILLS
    with capsys.disabled():
        print(f"\n  {done.stdout.strip()}")  # noqa: T201 - the figure asked for


@pytest.fixture
def whole(house):
    """A house that nobody has open."""
    connections.close_all()
    assert faults(house, []) == []
    return house


def change(path, *statements):
    raw = driver.choose().connect(str(path), isolation_level=None)
    for statement in statements:
        raw.execute(statement)
    raw.close()


ANOTHER_CASE = (
    "INSERT INTO cases_case (id, agency_id, author_membership_id, opened_at, concern)"
    " SELECT replace(id, substr(id, 1, 4), 'ffff'), agency_id, author_membership_id, opened_at, concern FROM cases_case"
)


@pytest.mark.parametrize(
    ("statements", "said"),
    [
        (["DELETE FROM families_relationship", "DELETE FROM families_child"], "a leaf without its row"),
        (["DELETE FROM access_receipt"], "a leaf without its receipt"),
        (["UPDATE access_receipt SET leaf_seq = leaf_seq + 1000"], "a receipt without its leaf"),
        (["DELETE FROM access_grant WHERE kind = 'admitted'"], "its opener not admitted"),
        (["DELETE FROM families_relationship"], "without a relationship"),
        ([ANOTHER_CASE], "a row without its leaf"),
    ],
)  # fmt: skip
def test_the_examination_finds_what_is_wrong(whole, statements, said):
    change(whole, *statements)
    assert any(said in fault for fault in faults(whole, []))


@pytest.mark.parametrize("deed", ["child", "page"])
def test_the_examination_finds_a_lost_answer(whole, deed):
    lost = Acknowledged(deed, str(uuid4()), str(uuid4()))
    assert any("lost" in fault for fault in faults(whole, [lost]))
