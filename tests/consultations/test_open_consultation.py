"""Reading a consultation: the tasks for those who do them, the record for all who may read it."""

import re
from dataclasses import replace

import pytest
from django.urls import reverse

from alongside.consent.words import Status
from alongside.consultations import chaining, commands
from alongside.consultations.commands import ChosenPerson
from alongside.consultations.words import Checked, OutcomeKind, Task
from tests import journey
from tests.consultations.deeds import address, page_of, place_of
from tests.consultations.test_choose_person import begun
from tests.recital import leaves, signed_in

TASK_PAGES = ("whom", "why", "what", "family", "talk", "outcome", "telling")


def open_page(cast, consultation_id, *, who="amira", name="open"):
    return signed_in(cast, who).get(place_of(consultation_id, name))


def concluded(cast):
    consultation_id = journey.decided(cast)
    journey.talk(cast, consultation_id)
    journey.outcome(cast, consultation_id)
    return consultation_id


def test_its_record_is_read_in_order(cast):
    shown = open_page(cast, concluded(cast)).content.decode()
    record = (
        "What have you seen of Ayo’s breathing",
        journey.BENEFIT,
        journey.DAMP.text,
        "Gwen Adeyemi (mother)",
        "read the decision of",
        "I told her about the damp",
        "He uses his inhaler",
        "Meet with the family",
    )
    places = [shown.index(words) for words in record]
    assert places == sorted(places)


def test_the_next_task_is_one_button_away(cast):
    shown = open_page(cast, begun(cast)["consultation_id"]).content.decode()
    assert f"Continue: {Task.WHOM.label}" in shown
    assert shown.count("Cannot start yet") == 4


def test_whom_something_is_about_is_named_for_whoever_continues_it_and_not_for_a_lead(cast):
    of_him = replace(journey.ABSENT, text="He has lost his job.", about_adult_id=cast.father_id)
    consultation_id = journey.prepare(cast, items=(journey.DAMP, of_him))
    about_him = f"{journey.ABSENT.category.label}, about Tunde Adeyemi"
    assert about_him in open_page(cast, consultation_id).content.decode()
    read_by_lead = open_page(cast, consultation_id, who="iris").content.decode()
    assert about_him not in read_by_lead
    assert f"{journey.ABSENT.category.label}, about an adult" in read_by_lead


def test_every_id_stands_once_on_the_page(cast):
    shown = open_page(cast, journey.decided(cast)).content.decode()
    ids = re.findall(r'\bid="([^"]+)"', shown)
    assert sorted(ids) == sorted(set(ids))
    described = re.findall(r'aria-describedby="(task-[^"]+)"', shown)
    assert described
    assert set(described) <= set(ids)


def test_a_safeguarding_lead_reads_the_record_and_is_offered_no_task(cast):
    consultation_id = concluded(cast)
    shown = open_page(cast, consultation_id, who="iris").content.decode()
    assert "He uses his inhaler" in shown
    assert "Continue:" not in shown
    for name in TASK_PAGES:
        assert place_of(consultation_id, name) not in shown
        assert open_page(cast, consultation_id, who="iris", name=name).status_code == 404
    assert open_page(cast, consultation_id, who="iris", name="done").status_code == 200


@pytest.mark.parametrize("name", ["open", "done", *TASK_PAGES])
@pytest.mark.parametrize("who", ["ben", "dev", "esther", "farid", "cerys"])
def test_for_everybody_else_it_is_as_if_it_did_not_exist(cast, who, name):
    consultation_id = concluded(cast)
    nowhere = open_page(cast, "01980000-0000-7000-8000-000000000000", who=who, name=name)
    answer = open_page(cast, consultation_id, who=who, name=name)
    assert answer.status_code == nowhere.status_code == 404
    assert "Ayo" not in answer.content.decode()


def test_opening_it_leaves_a_leaf(cast):
    consultation_id = begun(cast)["consultation_id"]
    open_page(cast, consultation_id)
    assert {"action": "page:opened", "about": f"consultation:{consultation_id}"} in leaves()


def test_what_was_talked_about_cannot_be_changed_afterwards(cast):
    consultation_id = concluded(cast)
    shown = open_page(cast, consultation_id).content.decode()
    for name in ("whom", "why", "what"):
        assert place_of(consultation_id, name) not in shown
    assert reverse("consultations:family", args=[consultation_id]) in shown


def not_held(cast):
    journey.keep_profiles(cast)
    consultation_id = journey.prepare(cast)
    journey.family_says(cast, consultation_id, status=Status.REFUSED)
    journey.answer(cast, consultation_id, "P0", "yes")
    journey.answer(cast, consultation_id, "Q4", "no")
    refusal = {"review_trigger": "Things getting worse.", "alternative_action": "We visit daily."}
    journey.decide(cast, consultation_id, outcome="DO_NOT_SHARE", **refusal)
    return consultation_id


def test_a_consultation_that_was_not_held_has_no_conversation_and_still_tells_the_family(cast):
    consultation_id = not_held(cast)
    shown = open_page(cast, consultation_id).content.decode()
    assert "Not to be shared" in shown
    assert OutcomeKind.NOT_HELD.label in shown
    assert place_of(consultation_id, "talk") not in shown
    assert reverse("consultations:telling", args=[consultation_id]) in shown


def test_a_task_that_waits_for_a_countersignature_holds_nobody_up(cast):
    consultation_id = not_held(cast)
    assert (
        "It needs a safeguarding lead’s countersignature."
        in open_page(cast, consultation_id).content.decode()
    )
    after = chaining.after(cast.amira.ctx(), consultation_id=consultation_id)
    assert after == chaining.address_of(Task.TELLING, consultation_id)


def test_tasks_chain_from_the_first_to_the_end(cast):
    journey.keep_profiles(cast)
    words = begun(cast)
    ctx = cast.amira.ctx
    chain = [chaining.after(ctx(), consultation_id=words["consultation_id"])]
    words = {"consultation_id": journey.prepare(cast)}
    consultation_id = words["consultation_id"]
    for deed in (
        lambda: journey.family_says(cast, consultation_id),
        lambda: (journey.answer(cast, consultation_id, "P0", "no"), journey.decide(cast, consultation_id)),
        lambda: journey.talk(cast, consultation_id),
        lambda: journey.outcome(cast, consultation_id),
        lambda: journey.tell(cast, consultation_id),
    ):
        chain.append(chaining.after(ctx(), consultation_id=consultation_id))
        deed()
    chain.append(chaining.after(ctx(), consultation_id=consultation_id))
    names = [each.rstrip("/").rsplit("/", 1)[-1] for each in chain]
    assert names == ["whom", "family", "may-i-share", "talk", "outcome", "telling", "done"]


def test_someone_not_on_alongside_cannot_confirm_and_the_page_says_so(cast):
    consultation_id = journey.prepare(cast)
    person = commands.ChosenPerson(
        None, "known", "Sunita Rao", "School nurse", "School Nursing", "01632 960 202"
    )
    instead_of = journey.person_in(cast, consultation_id)["person_id"]
    commands.choose_person(
        cast.amira.ctx(), consultation_id=consultation_id, person=person, instead_of=instead_of
    )
    commands.list_what(cast.amira.ctx(), consultation_id=consultation_id, items=(journey.DAMP,))
    journey.keep_profiles(cast)
    journey.family_says(cast, consultation_id)
    journey.answer(cast, consultation_id, "P0", "no")
    journey.decide(cast, consultation_id)
    journey.talk(cast, consultation_id)
    assert "as written by the asker" in open_page(cast, consultation_id).content.decode()
    assert page_of(cast, consultation_id).person.title == "Sunita Rao, School nurse, School Nursing"
    assert "01632 960 202" in open_page(cast, consultation_id, name="talk").content.decode()


def test_a_draft_comes_back_unsaved_and_unjudged(cast):
    words = begun(cast)
    page = address("why")(cast, words)
    browser = signed_in(cast, "amira")
    kept = browser.post(
        f"{reverse('web:keep_draft')}?page={page}", {"question": "Half a thought", "benefit": ""}
    )
    assert kept.status_code == 204
    shown = browser.get(page).content.decode()
    assert "Half a thought" in shown
    assert "It is not saved yet" in shown
    assert "There is a problem" not in shown


def test_after_a_decision_the_next_page_is_the_talk_with_the_same_person(cast):
    consultation_id = journey.decided(cast)
    other = ChosenPerson(membership_id=cast.dev.membership_id, checked=Checked.DIRECTORY)
    commands.choose_person(cast.amira.ctx(), consultation_id=consultation_id, person=other)
    first = journey.person_in(cast, consultation_id)["person_id"]
    onward = chaining.after(
        cast.amira.ctx(), consultation_id=consultation_id, left=Task.MAY_I_SHARE, person_id=first
    )
    assert onward == chaining.address_of(Task.TALK, consultation_id, first)
    journey.talk(cast, consultation_id)
    onward = chaining.after(
        cast.amira.ctx(), consultation_id=consultation_id, left=Task.TALK, person_id=first
    )
    assert onward == chaining.address_of(Task.WHAT, consultation_id), "for the other nothing is listed yet"
    journey.outcome(cast, consultation_id)
    onward = chaining.after(cast.amira.ctx(), consultation_id=consultation_id)
    assert onward == chaining.address_of(Task.TELLING, consultation_id), "what was before the outcome is over"
