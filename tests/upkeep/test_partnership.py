"""Agencies, people and settings of a real installation, added from the command line."""

import pytest
from click.testing import CliRunner
from django.test import Client

from alongside.access.context import upkeep_context
from alongside.directory import queries as directory
from alongside.directory.words import Setting
from alongside.upkeep.cli_partnership import agency, person, setting

SCHOOL = ["add", "Willow Lane Primary", "--class", "school", "--telephone", "01632 960 120"]
PASSWORD = "a long sentence about nothing"
NURSE = [
    "add",
    "Sunita Rao",
    "--agency",
    "Willow Lane Primary",
    "--role",
    "School nurse",
    "--sign-in-name",
    "sunita",
]


def run(group, words, **more):
    return CliRunner().invoke(group, words, **more)


@pytest.fixture
def school(empty_house) -> None:
    assert run(agency, SCHOOL).exit_code == 0


def test_an_agency_is_added_once(school):
    assert directory.find_agency(upkeep_context(), name="Willow Lane Primary").telephone == "01632 960 120"
    again = run(agency, SCHOOL)
    assert again.exit_code == 1
    assert "already in the directory" in again.output


def test_a_person_is_added_and_signs_in(school):
    added = run(person, NURSE, input=f"{PASSWORD}\n{PASSWORD}\n")
    assert added.exit_code == 0, added.output
    assert PASSWORD not in added.output
    client = Client()
    client.post("/sign-in/", {"login_name": "sunita", "password": PASSWORD})
    assert "Sunita" in client.get("/").content.decode()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--password", "short"], "Choose another password."),
        (["--agency", "Nowhere", "--password", PASSWORD], "There is no agency"),
    ],
)
def test_what_is_wrong_is_one_sentence_and_adds_nobody(school, words, said):
    refused = run(person, [*NURSE, *words])
    assert (refused.exit_code, said in refused.output) == (1, True)
    assert directory.list_logins(upkeep_context()) == ()


def test_a_sign_in_name_belongs_to_one_person(school):
    run(person, [*NURSE, "--password", PASSWORD])
    again = run(person, [*NURSE, "--password", PASSWORD])
    assert again.exit_code == 1
    assert "Choose another sign-in name" in again.output


def test_a_setting_is_decided_from_a_day_on(empty_house, clock):
    words = [
        "decide",
        "csc.telephone",
        "01632 960 101",
        "--from",
        "2026-11-01",
        "--source",
        "The board, 20 October",
    ]
    assert run(setting, words).exit_code == 0
    assert directory.setting(Setting.CSC_TELEPHONE, on=clock.at.date()).value == "01632 960 101"


def test_nobody_decides_that_a_real_installation_is_a_demonstration(empty_house):
    assert (
        run(setting, ["decide", "demonstration", "yes", "--from", "2026-11-01", "--source", "x"]).exit_code
        == 2
    )
