"""A form at a numbered address does what it showed, however the list has moved meanwhile, or nothing at all."""

import pytest

from alongside.consent import commands as consent
from alongside.consent import queries as consents
from alongside.consent.words import Invalid, State, Status
from alongside.voice import queries as voices
from tests.consent.deeds import about, ask, matter, page, record
from tests.portal.doors import QUESTIONS, about_shown, opened, shown_at, to_answer, to_change
from tests.portal.test_say import notice, sent
from tests.portal.test_withheld_later import notice_in, withhold

NURSE, TEACHER, POLICE = "Nurse One, Harbour Health", "Teacher Two, Eastmoor", "Police Three, Eastmoor"


def feared(cast, consent_id):
    """What was given in front of somebody feared leaves the page, and all after it move up by one."""
    consent.find_invalid(
        cast.amira.ctx(),
        consent_id=consent_id,
        reason=Invalid.IN_FRONT_OF_SOMEONE_FEARED,
        words="He was there.",
    )


def three_agreed(cast, clock):
    matter_id, keys = matter(cast), []
    for recipient in (NURSE, TEACHER, POLICE):
        keys.append(record(cast, matter_id, recipient=recipient))
        clock.advance(minutes=1)
    return keys


def two_asked(cast, clock):
    matter_id = matter(cast)
    first = record(cast, matter_id, recipient=NURSE)
    for recipient in (TEACHER, POLICE):
        clock.advance(minutes=1)
        ask(cast, matter_id, adult_id=cast.mother_id, recipient=recipient)
    return matter_id, first


def answered(cast, matter_id):
    """To whom of those asked about an answer was given."""
    said = consents.list_answers(cast.amira.ctx(), arising_from=about(matter_id))
    return {a.recipient for a in said if a.status in {Status.GIVEN, Status.REFUSED}} - {NURSE}


def test_what_is_taken_back_is_what_was_shown_though_another_has_left_the_list(cast, clock):
    first, second, third = three_agreed(cast, clock)
    browser = opened(cast, adult_id=cast.mother_id)
    shown = shown_at(browser, to_change(2))
    feared(cast, first)
    assert sent(browser, to_change(2), shown=shown, words="").status_code == 302
    assert (page(cast, second).state, page(cast, third).state) == (State.WITHDRAWN, State.GIVEN)


def test_a_signed_yes_is_recorded_for_what_was_shown_though_another_has_left_the_list(cast, clock):
    matter_id, first = two_asked(cast, clock)
    browser = opened(cast, adult_id=cast.mother_id)
    shown = shown_at(browser, to_answer(2))
    feared(cast, first)
    typed = {"shown": shown, "status": "given", "allowed": ["housing"]}
    unsigned = sent(browser, to_answer(2), name="", **typed)
    assert unsigned.status_code == 422
    assert TEACHER in unsigned.content.decode(), "what is mended is what was begun"
    assert f'name="shown" value="{shown}"' in unsigned.content.decode()
    assert sent(browser, to_answer(2), name="Gwen Adeyemi", **typed).status_code == 302
    assert answered(cast, matter_id) == {TEACHER}


@pytest.mark.parametrize("number", [1, 2])
def test_what_has_left_the_page_is_not_done_to_another_and_its_words_are_given_back(cast, clock, number):
    first, *others = three_agreed(cast, clock)
    browser = opened(cast, adult_id=cast.mother_id)
    shown = shown_at(browser, to_change(1))
    feared(cast, first)
    answer = sent(browser, to_change(number), shown=shown, words="I thought again.")
    assert answer.status_code == 404
    assert "I thought again." in answer.content.decode()
    assert {page(cast, key).state for key in others} == {State.GIVEN}


@pytest.mark.parametrize("shown", ["", "0" * 64, "another's"])
def test_a_form_that_does_not_say_what_it_showed_does_nothing(cast, clock, shown):
    matter_id, _ = two_asked(cast, clock)
    if shown == "another's":
        ask(cast, matter_id, adult_id=cast.father_id, recipient=TEACHER)
        shown = shown_at(opened(cast, adult_id=cast.father_id), to_answer(1))
    browser = opened(cast, adult_id=cast.mother_id)
    typed = {"status": "given", "allowed": ["housing"], "name": "Gwen", "words": "Only the flat."}
    answer = sent(browser, to_answer(2), shown=shown, **typed)
    assert answer.status_code == 404
    assert "Only the flat." in answer.content.decode()
    assert answered(cast, matter_id) == set()


def test_what_is_called_wrong_is_what_was_chosen_though_another_was_withheld_meanwhile(cast, clock):
    matter_id = matter(cast)
    notice_in(cast, matter_id, "We asked the nurse.")
    clock.advance(minutes=1)
    meant = notice(cast, adult_id=cast.father_id, title="About mornings")
    clock.advance(minutes=1)
    notice(cast, adult_id=cast.father_id, title="About evenings")
    browser = opened(cast, adult_id=cast.father_id)
    chosen = about_shown(browser, "About mornings")
    withhold(cast, matter_id)
    assert sent(browser, QUESTIONS, send="wrong", wrong="Not so.", about=chosen).status_code == 302
    (kept,) = voices.list_child_voice(cast.amira.ctx(), child_id=cast.child_id).corrections
    assert kept.arising_from.id == meant
