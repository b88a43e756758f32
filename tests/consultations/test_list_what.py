"""Listing what exactly one would share."""

from dataclasses import replace
from uuid import uuid4

import pytest
from django.urls import reverse

from alongside.access.words import Refused
from alongside.consultations import commands
from alongside.consultations.commands import ChosenPerson
from alongside.consultations.words import Checked
from alongside.sharing import commands as sharing
from alongside.sharing.words import Included, Leaf
from tests import journey
from tests.consultations.deeds import address, page_of
from tests.consultations.test_choose_person import begun as only_begun
from tests.recital import Deed, Recital, signed_in


def begun(cast):
    """A consultation in which Cerys is to be asked."""
    words = only_begun(cast)
    person = ChosenPerson(cast.cerys.membership_id, Checked.DIRECTORY)
    commands.choose_person(cast.amira.ctx(), **words, person=person)
    return words


ROW = {
    "items-count": "1",
    "items-0-text": "Ayo has missed 14 days this term.",
    "items-0-category": "attendance",
    "items-0-kind": "reported",
    "items-0-source": "The school's register",
    "items-0-included": "share",
}
SECOND = {
    "items-count": "2",
    "items-1-text": "His mother is in debt.",
    "items-1-category": "money",
    "items-1-kind": "reported",
    "items-1-source": "Gwen Adeyemi",
    "items-1-included": "leave_out",
}


class TestListWhat(Recital):
    deed = Deed(
        command=commands.list_what,
        leaf=Leaf.ITEMS_LISTED,
        ready=lambda cast: begun(cast) | {"items": (journey.DAMP, journey.ABSENT)},
        stands=lambda cast, words: page_of(cast, words["consultation_id"]).items,
        page=address("what"),
        right_words=lambda cast, words: ROW,
        wrong_words={"items-0-kind": ""},
        sentence="Say whether this is a fact, reported or an opinion",
        kept="Ayo has missed 14 days this term.",
    )


def send(cast, words, typed, **more):
    typed = {**typed, **more, "command_id": str(uuid4())}
    return signed_in(cast, "amira").post(address("what")(cast, words), typed)


def test_leaving_something_out_asks_why(cast):
    words = begun(cast)
    answer = send(cast, words, ROW | SECOND)
    assert answer.status_code == 422
    assert "Say why you leave this out" in answer.content.decode()
    assert send(cast, words, ROW | SECOND, **{"items-1-left_out_reason": "Not needed."}).status_code == 302
    items = page_of(cast, words["consultation_id"]).items
    assert [item.included for item in items] == [Included.SHARE, Included.LEAVE_OUT]


def test_a_list_in_which_nothing_is_shared_is_refused_above_the_rows(cast):
    words = begun(cast)
    answer = send(cast, words, ROW, **{"items-0-included": "leave_out", "items-0-left_out_reason": "No."})
    assert answer.status_code == 422
    assert "Mark at least one thing to be shared" in answer.content.decode()


def test_another_row_comes_without_a_script_and_judges_nothing(cast):
    words = begun(cast)
    answer = send(cast, words, ROW, **{"items-0-kind": "", "items-add": "1"})
    shown = answer.content.decode()
    assert answer.status_code == 200
    assert "Item 2" in shown
    assert "Ayo has missed 14 days this term." in shown
    assert "There is a problem" not in shown
    assert not page_of(cast, words["consultation_id"]).items


def test_the_same_page_sent_with_other_rows_shows_both_side_by_side(cast):
    words, command_id = begun(cast), str(uuid4())
    browser, page = signed_in(cast, "amira"), address("what")(cast, words)
    browser.post(page, {**ROW, "command_id": command_id})
    changed = {**ROW, "items-0-text": "Ayo has missed 15 days this term.", "command_id": command_id}
    answer = browser.post(page, changed)
    shown = answer.content.decode()
    assert answer.status_code == 409
    assert "Ayo has missed 14 days this term." in shown
    assert "Ayo has missed 15 days this term." in shown
    assert [i.text for i in page_of(cast, words["consultation_id"]).items] == [
        "Ayo has missed 14 days this term."
    ]


def test_with_several_people_asked_something_for_nobody_asks_why_and_keeps_what_was_typed(cast):
    words = begun(cast)
    dev = ChosenPerson(cast.dev.membership_id, Checked.DIRECTORY)
    commands.choose_person(cast.amira.ctx(), **words, person=dev)
    answer = send(cast, words, ROW)
    shown = answer.content.decode()
    assert answer.status_code == 422
    assert "For nobody, say below why you leave it out." in shown
    assert "Ayo has missed 14 days this term." in shown
    assert "Only if you tick nobody." in shown


def test_where_nothing_is_listed_for_somebody_there_is_nothing_to_decide_to_share(cast):
    journey.keep_profiles(cast)
    ids = {"consultation_id": journey.prepare(cast)}
    dev = ChosenPerson(cast.dev.membership_id, Checked.DIRECTORY)
    commands.choose_person(cast.amira.ctx(), **ids, person=dev)
    cerys, dev = page_of(cast, ids["consultation_id"]).people
    for_cerys = replace(journey.DAMP, shared_with=(cerys.recipient_id,))
    commands.list_what(cast.amira.ctx(), **ids, items=(for_cerys,))
    ids |= {"person_id": dev.id}
    for node, given in (("P0", "yes_immediate"), ("Q2", "no"), ("Q4", "yes")):
        answered = sharing.Answered("hmg-2018-07", node, given)
        commands.answer_question(cast.amira.ctx(), **ids, answered=answered)
    shown = signed_in(cast, "amira").get(reverse("consultations:check", args=list(ids.values())))
    assert "Nothing is listed for Dev Malik" in shown.content.decode()
    assert "I decide to share" not in shown.content.decode()
    judged = sharing.Judged("SHARE", "In danger.", necessity="It is needed.", same_answers="yes")
    with pytest.raises(Refused, match="Nothing is listed for Dev Malik"):
        commands.decide_sharing(cast.amira.ctx(), **ids, judged=judged)
