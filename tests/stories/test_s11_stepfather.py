"""S11: consent signed by a stepfather without parental responsibility; the mother is asked the next day, and decides.

Tom of the rulebook is Ayo here. The form is kept and never counts; once the mother answers there is a new decision.
"""

from datetime import date

import pytest

from alongside.access import context
from alongside.consent import queries as consents
from alongside.consent.words import CodeOfHl7, Invalid, State
from alongside.duties import queries as duties
from alongside.duties.words import Owed
from alongside.sharing import queries as sharing
from tests import journey
from tests.consent.test_edge_cases import step_father
from tests.consultations.deeds import place_of
from tests.stories import asking
from tests.stories.own_page import opens_own_page

pytestmark = pytest.mark.story

TODAY, TOMORROW, REVIEW = date(2026, 11, 3), date(2026, 11, 4), date(2026, 12, 14)
WHO = "Stan Moss has no parental responsibility."


def records_the_form(amira, cast, consultation_id):
    """What the stepfather signed, as Amira writes it down."""
    amira.open(place_of(consultation_id, "family"))
    amira.choose("Whose answer is this?", "Stan Moss")
    amira.choose("What did they say?", "They agreed")
    amira.choose("What did they agree may be shared?", "Housing")
    amira.choose("What did they agree may be shared?", "Attendance")
    amira.choose("Did they say that anything must not be shared?", "No")
    amira.choose("How did they say it?", "Signed on a form")
    asking.day(amira, "On which day did they agree?", TODAY)
    asking.day(amira, "Look at this agreement again by", REVIEW)
    amira.press("Save and continue")


def takes_advice_and_does_not_share(amira):
    """The chart: not sure, advice, no consent, nothing else that speaks for sharing."""
    asking.answers(amira, "No")
    for words in ("It is no consent: whoever gave it may not give it.", WHO, "You have not answered yet."):
        assert amira.reads(words), words
    amira.page.get_by_role("radio", name="No", exact=True).check()
    amira.press("Save and continue")
    assert amira.reads("Say whom you asked and what they said")
    amira.write("Whom did you ask?", "Iris Olsen, named nurse")
    amira.write("What did they say?", "Ask his mother tomorrow. Nothing is urgent.")
    asking.answers(amira, "No")
    asking.answers(amira, "No")
    assert amira.reads("Do not share this with Cerys Pugh")
    amira.write("Why you will not share, in a sentence or two", "Nobody who may agree has agreed.")
    amira.write("What would make you think again?", "His mother’s answer.")
    amira.press("I decide not to share")


@pytest.mark.long
def test_s11_a_form_that_is_no_consent_counts_nowhere_and_the_mother_decides(visit, cast, clock):
    journey.keep_profiles(cast)
    stan_id, consultation_id = step_father(cast), journey.prepare(cast)
    amira = visit(cast.amira)
    records_the_form(amira, cast, consultation_id)
    takes_advice_and_does_not_share(amira)
    first = journey.page_of(cast, consultation_id).people[0].decision
    form_id = counts_nowhere(amira, cast, consultation_id)
    clock.advance(days=1)
    asks_the_mother(amira)
    reads_that_it_does_not_count(opens_own_page(visit, cast, stan_id))
    says_yes(opens_own_page(visit, cast, cast.mother_id))
    reads_her_answer(amira, cast)
    decides_anew(amira, cast, consultation_id, first)
    assert consents.open_record(cast.amira.ctx(), consent_id=form_id).state is State.NOT_VALID


def counts_nowhere(amira, cast, consultation_id):
    """Kept with the reason; in no badge, list, ledger page or receipt is it an agreement. The mother is to be asked."""
    (answer,) = journey.page_of(cast, consultation_id).answers
    kept = consents.open_record(cast.amira.ctx(), consent_id=answer.id)
    assert (kept.state, kept.invalid_reason) == (State.NOT_VALID, Invalid.GIVER_LACKS_AUTHORITY)
    assert kept.code is CodeOfHl7.ENTERED_IN_ERROR
    owed = [d for d in duties.list_my_duties(cast.amira.ctx()) if d.kind is Owed.ASK_RIGHT_PERSON]
    assert [context.day_in_london(duty.due_at) for duty in owed] == [TOMORROW]
    amira.open(f"/consultations/{consultation_id}/")
    assert amira.reads("Kept, and no consent")
    pages = [f"/consent/children/{cast.child_id}/", f"/consent/{answer.id}/", "/consultations/"]
    for path in (f"/consultations/{consultation_id}/", *pages):
        amira.open(path)
        for words in ("Agreed", "May be shared", ": may be shared", "with consent"):
            assert not amira.reads(words), (path, words)
    receipt = amira.page.request.get(f"{amira.address}/consent/{answer.id}/receipt.json").json()
    assert receipt["hl7_consent_status"] == "entered-in-error"
    assert [event["event_state"] for event in receipt["consent_events"]] == ["not_valid"]
    return answer.id


def asks_the_mother(amira):
    """From the duty of the next day to the request, which she reads at her own page."""
    amira.open("/")
    assert amira.reads("Ask somebody who may agree about Ayo Adeyemi")
    amira.press("Read why")
    assert amira.reads("Whoever gave it may not give it")
    amira.press("The consultation in which it was asked")
    amira.press("Ask somebody of the family")
    amira.choose("Whom do you ask?", "Gwen Adeyemi")
    amira.press("Ask them")
    assert amira.reads("Asked, no answer yet")


def reads_that_it_does_not_count(stepfather):
    """His own page: his answer is kept, and he is told that it is not used."""
    stepfather.press("What I said yes or no to")
    assert stepfather.reads("This does not count as a yes. It is not used.")
    assert not stepfather.reads("Gwen")
    assert stepfather.page.get_by_role("link", name="Answer", exact=True).count() == 0


def says_yes(mother):
    """Her own page: she reads what she is asked, and answers with her name under it."""
    mother.press("What I said yes or no to")
    assert mother.reads("You were asked. You have not answered yet.")
    mother.press("Answer")
    mother.choose("Is it OK with you?", "Yes, to what I tick here")
    for label in ("Where you live", "Being at school or nursery"):
        mother.page.get_by_label(label).check()
    mother.write("Type your name. It stands for your signature.", "Gwen Adeyemi")
    mother.press("Send my answer")
    assert mother.reads("You said yes.")
    assert not mother.reads("Stan")


def reads_her_answer(amira, cast):
    amira.open("/")
    amira.press("Read it")
    amira.press("I have read this")
    amira.write("What do you do now?", "I decide anew. It changes no risk.")
    amira.press("Save")
    kinds = {duty.kind for duty in duties.list_my_duties(cast.amira.ctx())}
    assert not kinds & {Owed.ASK_RIGHT_PERSON, Owed.READ_OWN_ANSWER}


def decides_anew(amira, cast, consultation_id, first):
    """A new decision in the place of the first, which stays as it was made."""
    amira.open(f"/decisions/{first.id}/")
    amira.press("Look at this decision again")
    amira.press("look at the answers, and decide again")
    assert amira.reads("They said yes to: Housing, Attendance."), "the form is still there"
    amira.press("May I share?")
    with amira.page.expect_navigation():
        amira.page.get_by_role("link", name="Do you have consent to share?").last.click()
    assert amira.reads("Gwen Adeyemi agreed on 4 November 2026")
    asking.answers(amira, "Yes")
    asking.decides_to_share(amira)
    second = journey.page_of(cast, consultation_id).people[0].decision
    new, old = (sharing.open_decision(cast.amira.ctx(), decision_id=each.id) for each in (second, first))
    assert (new.outcome, new.supersedes_id) == ("SHARE", old.id)
    assert (old.outcome, old.reasons) == ("DO_NOT_SHARE", "Nobody who may agree has agreed.")
    amira.open(f"/decisions/{first.id}/")
    assert amira.reads("A later decision has taken the place of this one.")
    assert amira.reads(WHO), "what was on record then is still to be read"
