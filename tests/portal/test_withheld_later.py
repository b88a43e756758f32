"""What was addressed to somebody before it was withheld from them: it is off their page, and nothing says so (E3, E13)."""

from datetime import timedelta

import pytest
from django.urls import reverse

from alongside.access.words import NotThere, Ref, Refused
from alongside.consent import commands as consent
from alongside.consent import queries as consents
from alongside.consent.commands import NotAsking
from alongside.consent.words import AbsentReason, State, Status
from alongside.involvement import commands as involvement
from alongside.involvement import queries
from alongside.involvement.commands import NewNotice, Review, ToldPerson
from alongside.involvement.words import Authorisation, Ground, NoticeKind, Reviewed, Told
from alongside.voice import commands as voice
from alongside.voice.words import Answer
from tests import journey
from tests.consent.deeds import NURSE, TODAY, about, ask, matter, record
from tests.family import at_their_page
from tests.portal.doors import AGREED, QUESTIONS, TOLD, opened, shown_at, to_answer
from tests.portal.test_say import sent
from tests.recital import signed_in

ASKED, WRITTEN = "Nurse Zqasked, Harbour Health", "Zqwritten to him."
NOTHING_ASKED = "You have not been asked anything here yet."


def notice_in(cast, matter_id, words=WRITTEN):
    new = NewNotice(NoticeKind.EXPLANATION, about(matter_id), "We spoke", (words,))
    return involvement.issue_notice(
        cast.amira.ctx(), child_id=cast.child_id, adult_id=cast.father_id, notice=new
    )


def withhold(cast, matter_id, *, told=Told.WITHHELD):
    withheld = told is Told.WITHHELD
    person = ToldPerson(
        cast.father_id,
        "Tunde Adeyemi (father)",
        told,
        None,
        "He hit her.",
        Ground.SERIOUS_HARM_TO_ADULT if withheld else None,
        TODAY + timedelta(days=3) if withheld else None,
    )
    involvement.record_telling(
        cast.amira.ctx(), child_id=cast.child_id, arising_from=about(matter_id), people=(person,), how=""
    )


def withheld_later(cast, clock):
    """The father is asked and written to; then he is not to be told. His page was open before."""
    matter_id = matter(cast)
    request_id = ask(cast, matter_id, adult_id=cast.father_id, recipient=ASKED)
    notice_in(cast, matter_id)
    browser = opened(cast, adult_id=cast.father_id)
    clock.advance(minutes=1)
    withhold(cast, matter_id)
    return matter_id, request_id, browser


def not_asked(cast, matter_id, reason=AbsentReason.ASKING_WOULD_INCREASE_RISK):
    withheld = NotAsking(
        cast.father_id, "Tunde Adeyemi", NURSE, journey.BENEFIT, reason, "He hurt her.", "Iris", "Not yet"
    )
    return consent.decide_not_to_ask(
        cast.amira.ctx(), child_id=cast.child_id, arising_from=about(matter_id), withheld=withheld
    )


def is_on(browser, path, words):
    return words in browser.get(path).content.decode()


def telling_of(cast, matter_id):
    (found,) = queries.list_tellings(cast.amira.ctx(), arising_from=about(matter_id))
    return found.id


def test_e13_what_waits_for_an_answer_and_what_was_written_are_off_the_page_once_the_matter_is_withheld(
    cast, clock
):
    _, _, browser = withheld_later(cast, clock)
    assert is_on(browser, AGREED, NOTHING_ASKED)
    assert not is_on(browser, AGREED, "Zqasked")
    assert not is_on(browser, TOLD, WRITTEN)
    assert not is_on(browser, QUESTIONS, "We spoke")
    assert browser.get(to_answer(1)).status_code == 404


def test_e13_an_answer_that_was_begun_before_is_not_recorded_after_and_its_words_are_given_back(cast, clock):
    matter_id = matter(cast)
    request_id = ask(cast, matter_id, adult_id=cast.father_id, recipient=ASKED)
    browser = opened(cast, adult_id=cast.father_id)
    typed = {"status": "given", "allowed": ["housing"], "name": "Tunde Adeyemi", "words": "If it helps."}
    typed["shown"] = shown_at(browser, to_answer(1))
    clock.advance(minutes=1)
    withhold(cast, matter_id)
    answer = sent(browser, to_answer(1), **typed)
    assert answer.status_code == 404
    assert "If it helps." in answer.content.decode()
    with pytest.raises(NotThere):
        consent.answer_request(
            at_their_page(cast, cast.father_id), request_id=request_id, status=Status.REFUSED
        )
    assert {a.status for a in consents.list_answers(cast.amira.ctx(), arising_from=about(matter_id))} == {
        Status.REQUESTED
    }


def test_what_is_withheld_in_one_matter_stays_in_another_and_with_another_person(cast, clock):
    elsewhere = matter(cast)
    ask(cast, elsewhere, adult_id=cast.father_id, recipient="Nurse Zqother, Harbour Health")
    matter_id, _, browser = withheld_later(cast, clock)
    ask(cast, matter_id, adult_id=cast.mother_id, recipient=ASKED)
    assert is_on(browser, AGREED, "Zqother")
    assert not is_on(browser, AGREED, "Zqasked")
    assert is_on(opened(cast, adult_id=cast.mother_id), AGREED, "Zqasked")


@pytest.mark.parametrize("ended_by", ["a lead who asks that he is told", "a review", "a later word"])
def test_once_it_is_not_withheld_any_more_it_is_there_again(cast, clock, ended_by):
    matter_id, _, browser = withheld_later(cast, clock)
    telling_id = telling_of(cast, matter_id)
    clock.advance(minutes=1)
    if ended_by == "a review":
        review = Review(Reviewed.RELEASED, "He has left the town.")
        involvement.review_withholding(cast.amira.ctx(), telling_id=telling_id, review=review)
    elif ended_by == "a later word":
        withhold(cast, matter_id, told=Told.NOT_YET)
    else:
        words = {"verdict": Authorisation.DECLINED, "words": "I see no danger."}
        involvement.authorise_withholding(cast.iris.ctx(), telling_id=telling_id, **words)
    assert is_on(browser, AGREED, "Zqasked")
    assert is_on(browser, TOLD, WRITTEN)
    assert sent(browser, to_answer(1), status="refused", name="Tunde").status_code == 302


def test_what_he_answered_himself_stays_his_to_read_and_to_take_back(cast, clock):
    matter_id = matter(cast)
    consent_id = record(cast, matter_id, who="father", recipient=ASKED)
    clock.advance(minutes=1)
    withhold(cast, matter_id)
    assert is_on(opened(cast, adult_id=cast.father_id), AGREED, "Zqasked")
    consent.withdraw_my_consent(at_their_page(cast, cast.father_id), consent_id=consent_id, words="")
    assert consents.open_record(cast.amira.ctx(), consent_id=consent_id).state is State.WITHDRAWN


def test_e3_whom_it_was_decided_not_to_ask_reads_no_request_any_more_and_answers_none(cast, clock):
    matter_id, elsewhere = matter(cast), matter(cast)
    ask(cast, matter_id, adult_id=cast.father_id, recipient=ASKED)
    request_id = ask(cast, elsewhere, adult_id=cast.father_id, recipient="Nurse Zqother, Harbour Health")
    browser = opened(cast, adult_id=cast.father_id)
    shown = shown_at(browser, to_answer(2))
    clock.advance(minutes=1)
    not_asked(cast, matter_id)
    assert is_on(browser, AGREED, NOTHING_ASKED)
    assert browser.get(to_answer(1)).status_code == 404
    assert sent(browser, to_answer(1), shown=shown, status="refused", name="Tunde").status_code == 404
    with pytest.raises(NotThere):
        consent.answer_request(
            at_their_page(cast, cast.father_id), request_id=request_id, status=Status.REFUSED
        )


def test_whom_there_was_no_time_to_ask_may_still_answer_what_they_were_asked(cast, clock):
    matter_id = matter(cast)
    ask(cast, matter_id, adult_id=cast.father_id, recipient=ASKED)
    clock.advance(minutes=1)
    not_asked(cast, matter_id, AbsentReason.NO_TIME)
    assert is_on(opened(cast, adult_id=cast.father_id), AGREED, "Zqasked")


def test_e13_nobody_is_asked_in_a_matter_that_is_withheld_from_them(cast):
    matter_id = matter(cast)
    withhold(cast, matter_id)
    with pytest.raises(Refused, match="Tunde Adeyemi is not to be told for now"):
        ask(cast, matter_id, adult_id=cast.father_id)
    assert ask(cast, matter_id, adult_id=cast.mother_id)


def test_an_open_request_that_is_on_no_page_is_on_no_paper(cast, clock):
    matter_id = matter(cast)
    request_id = ask(cast, matter_id, adult_id=cast.father_id, recipient=ASKED)
    clock.advance(minutes=1)
    not_asked(cast, matter_id)
    at = reverse("receipts:receipt", args=[request_id])
    page = signed_in(cast, "amira").get(at).content.decode()
    assert "It was decided not to ask Tunde Adeyemi" in page
    assert "Zqasked" not in page


def test_e13_what_was_answered_about_a_withheld_notice_is_off_the_page_and_their_own_words_stay(cast, clock):
    matter_id = matter(cast)
    notice_id = notice_in(cast, matter_id)
    correction_id = voice.say_this_is_wrong(
        at_their_page(cast, cast.father_id), about=Ref("notice", notice_id), words="I was never there."
    )
    voice.answer_correction(
        cast.amira.ctx(), correction_id=correction_id, answer=Answer.NOT_CHANGED, words="Zqanswer."
    )
    browser = opened(cast, adult_id=cast.father_id)
    assert is_on(browser, QUESTIONS, "Zqanswer.")
    clock.advance(minutes=1)
    withhold(cast, matter_id)
    assert not is_on(browser, QUESTIONS, "Zqanswer.")
    assert is_on(browser, QUESTIONS, "I was never there.")
