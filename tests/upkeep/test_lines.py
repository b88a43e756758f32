"""Consultation lines of a real installation, opened and answered from the command line."""

import pytest
from click.testing import CliRunner

from alongside.advice import queries as advice
from alongside.upkeep.cli_lines import line

SCHOOL = ["--agency", "Willow Lane Primary"]
OPEN = ["open", "Advice line", *SCHOOL, "--telephone", "01632 960 121"]
CERYS = ["cerys", *SCHOOL, "--line", "Advice line"]


def run(*words: str):
    return CliRunner().invoke(line, words)


def test_a_line_is_opened_joined_left_and_listed(cast):
    assert run(*OPEN).exit_code == 0
    assert "Nobody answers it." in run("list").output
    assert run("join", *CERYS).exit_code == 0
    assert "Advice line, Willow Lane Primary, 01632 960 121\n  Cerys Pugh" in run("list").output
    assert [mine.name for mine in advice.list_my_lines(cast.cerys.ctx())] == ["Advice line"]
    assert run("leave", *CERYS).exit_code == 0
    assert advice.list_my_lines(cast.cerys.ctx()) == ()


def test_a_turn_on_a_line_may_have_an_end(cast, clock):
    run(*OPEN)
    assert run("join", *CERYS, "--until", "2026-11-05").exit_code == 0
    assert len(advice.list_my_lines(cast.cerys.ctx())) == 1
    clock.advance(days=2)
    assert advice.list_my_lines(cast.cerys.ctx()) == ()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((*OPEN[:3], "Nowhere", *OPEN[4:]), "There is no agency called Nowhere."),
        (("join", *CERYS), "has no line called Advice line"),
    ],
)
def test_what_is_wrong_is_one_sentence(cast, words, said):
    refused = run(*words)
    assert (refused.exit_code, said in refused.output) == (1, True)


def test_nobody_of_another_agency_joins(cast):
    run(*OPEN)
    refused = run("join", "amira", *SCHOOL, "--line", "Advice line")
    assert "Nobody who signs in as amira is in post at Willow Lane Primary." in refused.output
