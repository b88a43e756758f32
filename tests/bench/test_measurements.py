"""Each measurement runs a round, and prints figures. How fast anything is, no test says: a machine may be busy."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bench.measuring import Contestant, compare

ROOT = Path(__file__).resolve().parents[2]


def measured(tmp_path: Path, name: str, *words: str) -> str:
    told = {**os.environ, "ALONGSIDE_MODE": "demonstration", "ALONGSIDE_HOME": str(tmp_path)}
    told.pop("DJANGO_SETTINGS_MODULE", None)
    command = [sys.executable, "-m", f"bench.{name}", "--rounds", "1", *words]
    done = subprocess.run(command, cwd=ROOT, env=told, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_walking_the_chart_is_measured(tmp_path):
    said = measured(tmp_path, "walk")
    assert "W2: one walk of the 2018 chart" in said
    assert "the public engine" in said
    assert "Goal: at most 8. 1 rounds" in said


@pytest.mark.parametrize(("deed", "laid"), [("begin", "2 rows laid"), ("record_spoken", "16 rows laid")])
def test_recording_is_measured_and_nothing_is_left_behind(tmp_path, deed, laid):
    said = measured(tmp_path, "record", "--deed", deed)
    assert f"W1: {deed}; {laid}" in said
    assert "Goal: at most 2.5. 1 rounds" in said
    assert not list(tmp_path.glob("record-*"))


def test_contestants_take_turns_and_the_limit_is_one():
    order: list[str] = []
    limit = Contestant("limit", lambda _turn: order.append("limit"))
    other = Contestant("other", lambda _turn: order.append("other"))
    figures = compare(limit, other, rounds=2, warm_up=0)
    assert order == ["limit", "other", "other", "limit"]
    assert [figure.name for figure in figures] == ["limit", "other"]
    assert (figures[0].times, figures[0].at_best) == (1.0, 1.0)


def test_what_warms_up_is_not_counted():
    one = Contestant("one", lambda _turn: None)
    compare(one, rounds=3, warm_up=2)
    assert len(one.seconds) == len(one.working) == 3
