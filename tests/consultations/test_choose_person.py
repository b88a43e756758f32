"""Choosing whom to ask: someone in the directory, or someone who is not on Alongside."""

from uuid import uuid4

import pytest
from django.urls import reverse

from alongside.access import frame
from alongside.access.words import NotThere, Refused
from alongside.consultations import commands
from alongside.consultations.commands import ChosenPerson
from alongside.consultations.models import PersonAsked
from alongside.consultations.words import Checked, Kind, Leaf
from tests import journey, lines
from tests.consultations.deeds import address, page_of
from tests.recital import Deed, Recital, signed_in

NURSE = {
    "person": "someone_else",
    "name": "Sunita Rao",
    "role": "School nurse",
    "agency": "Marlbrook School Nursing",
    "telephone": "01632 960 202",
    "checked": "number_looked_up",
}


def begun(cast):
    return {"consultation_id": commands.begin_consultation(cast.amira.ctx(), child_id=cast.child_id)}


class TestChoosePerson(Recital):
    deed = Deed(
        command=commands.choose_person,
        leaf=Leaf.PERSON_ASKED_CHOSEN,
        ready=lambda cast: (
            begun(cast) | {"person": ChosenPerson(cast.cerys.membership_id, Checked.DIRECTORY)}
        ),
        stands=lambda cast, words: page_of(cast, words["consultation_id"]).person,
        page=address("whom"),
        right_words=lambda cast, words: {"person": str(cast.cerys.membership_id)},
        wrong_words=NURSE | {"telephone": "ask at the desk"},
        sentence="Write a telephone number that can be rung",
        kept="ask at the desk",
    )


def choose(cast, words, typed):
    typed = {**typed, "command_id": str(uuid4())}
    return signed_in(cast, "amira").post(address("whom")(cast, words), typed)


def test_someone_between_agencies_is_external_and_a_colleague_internal(cast):
    words = begun(cast)
    for who in (cast.cerys, cast.iris):
        choose(cast, words, {"person": str(who.membership_id)})
    kinds = [person.kind for person in page_of(cast, words["consultation_id"]).people]
    assert kinds == [Kind.EXTERNAL, Kind.INTERNAL]


def test_someone_not_on_alongside_is_written_down_with_how_one_knows_them(cast):
    words = begun(cast)
    assert choose(cast, words, NURSE).status_code == 302
    person = page_of(cast, words["consultation_id"]).person
    assert (person.membership_id, person.telephone) == (None, "01632 960 202")
    assert person.checked is Checked.NUMBER_LOOKED_UP


def test_saving_the_same_person_again_chooses_nobody_anew(cast):
    words = begun(cast)
    choose(cast, words, NURSE)
    first = page_of(cast, words["consultation_id"]).person
    answer = choose(cast, words, NURSE)
    assert "You are asking them already." in answer.content.decode()
    assert page_of(cast, words["consultation_id"]).people == (first,)


def test_one_chosen_in_place_of_another_leaves_the_other_on_record(cast):
    words = begun(cast)
    choose(cast, words, NURSE)
    first = page_of(cast, words["consultation_id"]).person
    page = reverse("consultations:whom_instead", args=[words["consultation_id"], first.id])
    browser = signed_in(cast, "amira")
    assert "Sunita Rao" in browser.get(page).content.decode()
    typed = {"person": str(cast.cerys.membership_id), "command_id": str(uuid4())}
    assert browser.post(page, typed).status_code == 302
    (person,) = page_of(cast, words["consultation_id"]).people
    assert person.name == "Cerys Pugh"
    with frame.doing():
        assert PersonAsked.objects.filter(id=first.id, left_by=cast.amira.membership_id).exists()


def test_somebody_is_left_again_and_a_link_alone_leaves_nobody(cast):
    words = begun(cast)
    choose(cast, words, NURSE)
    first = page_of(cast, words["consultation_id"]).person
    page = reverse("consultations:leave_person", args=[words["consultation_id"], first.id])
    browser = signed_in(cast, "amira")
    assert browser.get(page).status_code == 404
    assert browser.post(page, {"command_id": str(uuid4())}).status_code == 302
    assert page_of(cast, words["consultation_id"]).people == ()


def test_whoever_was_spoken_with_stays(cast):
    consultation_id = journey.decided(cast)
    journey.talk(cast, consultation_id)
    with pytest.raises(Refused, match="You have spoken with Cerys Pugh"):
        commands.leave_person(cast.amira.ctx(), **journey.person_in(cast, consultation_id))


def test_a_search_finds_by_name_role_and_agency_and_says_when_it_finds_nobody(cast):
    page = address("whom")(cast, begun(cast))
    browser = signed_in(cast, "amira")
    for found in ("Cerys", "assistant", "Willow"):
        shown = browser.get(page, {"words": found}).content.decode()
        assert "Cerys Pugh" in shown
        assert "Dev Malik" not in shown
    assert "Nobody in the directory matches “zebra”" in browser.get(page, {"words": "zebra"}).content.decode()


def test_a_search_never_loses_whom_one_chose(cast):
    words = begun(cast)
    choose(cast, words, {"person": str(cast.cerys.membership_id)})
    chosen = page_of(cast, words["consultation_id"]).person
    page = reverse("consultations:whom_instead", args=[words["consultation_id"], chosen.id])
    shown = signed_in(cast, "amira").get(page, {"words": "Dev"}).content.decode()
    assert "Cerys Pugh" in shown


def test_nobody_asks_themselves(cast):
    with pytest.raises(Refused, match="Choose somebody else"):
        commands.choose_person(
            cast.amira.ctx(), **begun(cast), person=ChosenPerson(cast.amira.membership_id, Checked.DIRECTORY)
        )


def test_somebody_who_has_left_cannot_be_asked(cast):
    with pytest.raises(NotThere):
        commands.choose_person(
            cast.amira.ctx(), **begun(cast), person=ChosenPerson(cast.hal.membership_id, Checked.DIRECTORY)
        )


def test_a_line_of_the_directory_is_offered_and_chosen_on_the_page(cast):
    line_id = lines.opened(cast, cast.cerys)
    consultation_id = commands.begin_consultation(cast.amira.ctx(), child_id=cast.child_id)
    browser, page = signed_in(cast, "amira"), address("whom")(cast, {"consultation_id": consultation_id})
    shown = browser.get(page).content.decode()
    assert "Willow Lane advice line" in shown
    assert "01632 960 121 · A team’s line · Weekdays, nine to four" in shown
    typed = {"person": f"line-{line_id}", "command_id": str(uuid4())}
    assert browser.post(page, typed).status_code == 302
    person = page_of(cast, consultation_id).person
    assert (person.line_id, person.name) == (line_id, "Willow Lane advice line")
