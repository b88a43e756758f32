"""Telling the family: each person told, knowing already, or not yet and why."""

from datetime import date
from uuid import uuid4

import pytest

from alongside.access.words import Refused
from alongside.consultations import commands, queries
from alongside.consultations.rules import Progress
from alongside.consultations.words import Task
from alongside.duties.words import Owed
from alongside.involvement.commands import ToldPerson
from alongside.involvement.words import Leaf as InvolvementLeaf
from alongside.involvement.words import Told
from tests import journey
from tests.consultations.deeds import address, boxes, page_of
from tests.consultations.test_record_outcome import talked
from tests.recital import Deed, Recital, signed_in

TODAY = date(2026, 11, 3)
TYPED = {
    "told_1": "informed",
    **boxes("informed_on_1", TODAY),
    "said_1": "She was glad.",
    "told_2": "already_aware",
    **boxes("aware_on_2", TODAY),
    "how": "On the telephone",
}


def concluded(cast):
    words = talked(cast)
    journey.outcome(cast, words["consultation_id"])
    mother = ToldPerson(cast.mother_id, "Gwen Adeyemi", Told.INFORMED, TODAY, "She was glad.")
    return {"consultation_id": words["consultation_id"], "people": (mother,), "how": "On the telephone"}


class TestRecordTelling(Recital):
    deed = Deed(
        command=commands.record_telling,
        leaf=InvolvementLeaf.TELLING_RECORDED,
        ready=concluded,
        stands=lambda cast, words: page_of(cast, words["consultation_id"]).tellings,
        page=address("telling"),
        right_words=lambda cast, words: TYPED,
        wrong_words=boxes("informed_on_1", date(2026, 11, 4)),
        sentence="it cannot be later than today.",
        kept="She was glad.",
    )


def send(cast, words, **typed):
    typed = {**TYPED, **typed, "command_id": str(uuid4())}
    return signed_in(cast, "amira").post(address("telling")(cast, words), typed)


def owed(cast, words):
    return {duty.kind for duty in page_of(cast, words["consultation_id"]).duties}


def test_telling_everyone_discharges_the_duty_and_ends_on_what_stands(cast):
    words = concluded(cast)
    assert Owed.TELL_FAMILY in owed(cast, words)
    answer = send(cast, words)
    assert answer["Location"] == address("done")(cast, words)
    assert Owed.TELL_FAMILY not in owed(cast, words)
    shown = signed_in(cast, "amira").get(answer["Location"]).content.decode()
    assert "The consultation is recorded" in shown
    assert "Told what was decided: Gwen Adeyemi (mother); Tunde Adeyemi (father)." in shown
    assert "Whether Ayo Adeyemi has been told is not written down yet." in shown


def test_not_yet_asks_why_and_stays_owed(cast):
    words = concluded(cast)
    answer = send(cast, words, told_2="not_yet")
    assert "Say why Tunde Adeyemi has not been told yet." in answer.content.decode()
    send(cast, words, told_2="not_yet", why_2="He works away until Friday.")
    assert Owed.TELL_FAMILY in owed(cast, words)
    page = page_of(cast, words["consultation_id"])
    assert page.state_of(Task.TELLING) is Progress.IN_PROGRESS
    shown = signed_in(cast, "amira").get(address("done")(cast, words)).content.decode()
    assert "the family is still to be told" in shown


def test_the_child_may_be_left_open_and_the_adults_may_not(cast):
    words = concluded(cast)
    answer = send(cast, words, told_2="")
    assert "Say whether Tunde Adeyemi has been told." in answer.content.decode()
    assert send(cast, words).status_code == 302
    assert len(page_of(cast, words["consultation_id"]).tellings) == 2


def test_telling_asks_how(cast):
    answer = send(cast, concluded(cast), how="")
    assert "Say how you told them" in answer.content.decode()


def test_there_is_nothing_to_tell_before_something_was_decided(cast):
    with pytest.raises(Refused, match="Record first what was decided"):
        journey.tell(cast, journey.decided(cast))


def test_of_what_was_not_shared_the_page_says_that_nothing_was_said(cast):
    journey.refused(cast)
    (line,) = queries.list_consultations(cast.amira.ctx()).lines
    page = address("telling")(cast, {"consultation_id": line.id})
    shown = signed_in(cast, "amira").get(page).content.decode()
    assert (
        "You decided not to share. Nothing was said to anybody. Tell those who know that you asked." in shown
    )
    assert "I would like to ask the school how Ayo is" not in shown


def test_the_words_for_the_family_come_back_to_help(cast):
    shown = signed_in(cast, "amira").get(address("telling")(cast, concluded(cast))).content.decode()
    assert "I would like to ask the school how Ayo is" in shown


def test_nobody_is_told_before_it_was_decided_and_may_have_known_before(cast):
    words = concluded(cast)
    answer = send(cast, words, **boxes("informed_on_1", date(2026, 11, 2)))
    assert "it cannot be before it was decided" in answer.content.decode()
    knew = send(cast, words, told_1="already_aware", **boxes("aware_on_1", date(2026, 11, 2)))
    assert knew.status_code == 302
