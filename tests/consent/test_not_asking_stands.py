"""A decision not to ask somebody, because asking adds danger, stands until it is lifted (rulebook 4.6, E3)."""

from datetime import timedelta

import pytest

from alongside.access.words import Refused
from alongside.consent import commands
from alongside.consent.commands import NotAsking
from alongside.consent.words import AbsentReason, Status
from tests import journey
from tests.consent.deeds import NURSE, TODAY, about, ask, matter, record

HOUSING = "Housing, Marlbrook Council"


def decide_not_to_ask(cast, consultation_id):
    withheld = NotAsking(
        cast.father_id,
        "Tunde Adeyemi",
        NURSE,
        journey.BENEFIT,
        AbsentReason.ASKING_WOULD_INCREASE_RISK,
        "She says that he hit her.",
        "Iris Olsen, today",
        "When the police say so.",
    )
    commands.decide_not_to_ask(
        cast.amira.ctx(), child_id=cast.child_id, arising_from=about(consultation_id), withheld=withheld
    )


def no_reply(cast, consultation_id, request_id):
    commands.record_no_reply(cast.amira.ctx(), request_id=request_id, words="Rang twice.")


def no_time(cast, consultation_id, recipient):
    more = {"status": Status.NOT_ASKED, "absent_reason": AbsentReason.NO_TIME, "words": "No time."}
    record(cast, consultation_id, who="father", recipient=recipient, **more)


def about_somebody_else(cast, consultation_id, request_id):
    no_time(cast, consultation_id, "Somebody else")


def said_before(cast, consultation_id, request_id):
    no = {"status": Status.REFUSED, "words": "No.", "answered_on": TODAY - timedelta(days=1)}
    record(cast, consultation_id, who="father", **no)


@pytest.mark.parametrize("then", [no_reply, about_somebody_else, said_before])
def test_e3_whatever_else_is_written_down_of_them_leaves_it_as_it_was(cast, clock, then):
    consultation_id = matter(cast)
    request_id = ask(cast, consultation_id, adult_id=cast.father_id, recipient=HOUSING)
    clock.advance(minutes=5)
    decide_not_to_ask(cast, consultation_id)
    clock.advance(minutes=5)
    then(cast, consultation_id, request_id)
    clock.advance(minutes=5)
    with pytest.raises(Refused, match="add danger"):
        ask(cast, consultation_id, adult_id=cast.father_id, recipient="School, Willow Lane")


def spoken_with(cast, consultation_id):
    record(cast, consultation_id, who="father", status=Status.REFUSED, words="He rang himself: no.")


def another_reason(cast, consultation_id):
    no_time(cast, consultation_id, NURSE)


@pytest.mark.parametrize("then", [spoken_with, another_reason])
def test_e3_a_later_word_about_the_same_recipient_lifts_it(cast, clock, then):
    consultation_id = matter(cast)
    decide_not_to_ask(cast, consultation_id)
    clock.advance(minutes=5)
    then(cast, consultation_id)
    clock.advance(minutes=5)
    assert ask(cast, consultation_id, adult_id=cast.father_id, recipient=HOUSING)
    decide_not_to_ask(cast, consultation_id)
    with pytest.raises(Refused, match="add danger"):
        ask(cast, consultation_id, adult_id=cast.father_id, recipient="School, Willow Lane")
