"""Agencies, people and settings of a real installation, added from the command line."""

import pytest
from click.testing import CliRunner
from django.test import Client

from alongside.access import frame
from alongside.access.context import upkeep_context
from alongside.directory import queries as directory
from alongside.directory.words import PUBLIC_BODIES, AgencyClass, Setting
from alongside.sharing.models import LawfulProfile
from alongside.upkeep.cli_partnership import agency, person, setting
from alongside.upkeep.lawful_defaults import profile_of_class

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


def profile_of_the_school() -> LawfulProfile:
    with frame.doing():
        return LawfulProfile.objects.get(agency__name="Willow Lane Primary")


def test_an_agency_begins_with_the_lawful_answers_of_its_class(school):
    kept = profile_of_the_school()
    assert (kept.power, kept.art6) == ("Education Act 2002 s.175", "6(1)(e)")
    assert kept.policy_document == "", "what nobody said is not filled in"


def test_an_agency_names_its_policy_document(empty_house):
    assert run(agency, [*SCHOOL, "--policy-document", "Policy, version 3"]).exit_code == 0
    assert profile_of_the_school().policy_document == "Policy, version 3"


@pytest.mark.parametrize("agency_class", AgencyClass)
def test_only_a_public_body_rests_on_a_public_task(agency_class):
    begins_with = profile_of_class(agency_class, policy_document="")
    assert begins_with.art6 == ("6(1)(e)" if agency_class in PUBLIC_BODIES else "6(1)(ea)")
    assert begins_with.power
    assert begins_with.power_in_words


def test_one_who_leaves_gets_in_no_more(school):
    run(person, [*NURSE, "--password", PASSWORD])
    client = Client()
    client.post("/sign-in/", {"login_name": "sunita", "password": PASSWORD})
    assert client.get("/").status_code == 200
    left = run(person, ["leave", "sunita", "--agency", "Willow Lane Primary"])
    assert (left.exit_code, left.output) == (0, "Sunita Rao has left Willow Lane Primary.\n")
    assert client.get("/").status_code == 302
    again = client.post("/sign-in/", {"login_name": "sunita", "password": PASSWORD})
    assert "not in post" in again.content.decode()


@pytest.mark.parametrize(("name", "where"), [("nobody", "Willow Lane Primary"), ("sunita", "Nowhere")])
def test_nobody_leaves_where_they_are_not_in_post(school, name, where):
    run(person, [*NURSE, "--password", PASSWORD])
    refused = run(person, ["leave", name, "--agency", where])
    assert refused.exit_code == 1
    assert "is in post at" in refused.output
    assert len(directory.list_logins(upkeep_context())) == 1


def keeps(until, *, agency_name="Willow Lane Primary", sign_in_name="sunita"):
    return run(agency, ["lawful-keeper", sign_in_name, "--agency", agency_name, "--until", until])


def test_somebody_in_post_is_named_to_keep_the_lawful_answers(school):
    run(person, [*NURSE, "--password", PASSWORD])
    named = keeps("2027-11-01")
    assert named.output == (
        "Sunita Rao keeps the lawful answers and the procedure of Willow Lane Primary until 2027-11-01.\n"
    )
    client = Client()
    client.post("/sign-in/", {"login_name": "sunita", "password": PASSWORD})
    assert "What you keep for your agency" in client.get("/").content.decode()
    assert client.get("/decisions/lawful/change/").status_code == 200


@pytest.mark.parametrize(
    ("words", "until", "said"),
    [
        ({"sign_in_name": "nobody"}, "2027-11-01", "is in post at Willow Lane Primary"),
        ({"agency_name": "Nowhere"}, "2027-11-01", "is in post at Nowhere"),
        ({}, "2026-11-01", "Name a day that is still to come"),
    ],
)
def test_nobody_is_named_who_is_not_there_or_for_a_day_that_is_over(school, clock, words, until, said):
    run(person, [*NURSE, "--password", PASSWORD])
    refused = keeps(until, **words)
    assert (refused.exit_code, said in refused.output) == (1, True)


def test_an_administrator_is_not_named(school):
    run(person, [*NURSE, "--password", PASSWORD, "--standing", "administrator"])
    refused = keeps("2027-11-01")
    assert (refused.exit_code, "Name somebody who acts as a practitioner" in refused.output) == (1, True)


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


def leaves_office(office):
    words = ["leave-office", "sunita", "--agency", "Willow Lane Primary", "--office", office]
    return run(person, words)


@pytest.mark.parametrize(
    ("office", "shown"),
    [("lawful-answers", "What you keep for your agency"), ("oversight", "Waiting in your agency")],
)
def test_an_office_ends_at_once_and_the_post_goes_on(school, office, shown):
    run(person, [*NURSE, "--safeguarding-lead-until", "2030-11-01", "--password", PASSWORD])
    keeps("2030-11-01")
    client = Client()
    client.post("/sign-in/", {"login_name": "sunita", "password": PASSWORD})
    assert shown in client.get("/").content.decode()
    assert leaves_office(office).output == (
        f"Sunita Rao holds the office {office} at Willow Lane Primary no more.\n"
    )
    page = client.get("/")
    assert page.status_code == 200
    assert shown not in page.content.decode()
    assert leaves_office(office).exit_code == 1
