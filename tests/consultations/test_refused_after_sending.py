"""A question that waits on a line when its asker decides not to share it after all."""

import pytest

from alongside.access.words import Refused
from alongside.advice import commands as advice
from alongside.advice import queries as advice_queries
from alongside.consent.words import Status
from alongside.consultations import commands
from alongside.consultations.record_pages import Together, closing_of
from alongside.consultations.words import OutcomeKind
from alongside.duties import queries as duties
from alongside.duties.words import Owed
from tests import journey, lines
from tests.people import Cast


@pytest.fixture
def cast(cast: Cast) -> Cast:
    return lines.with_nia(cast)


def refuse(cast: Cast, consultation_id) -> None:
    """Both parents say no after all, and Amira decides not to share."""
    journey.family_says(cast, consultation_id, status=Status.REFUSED)
    journey.family_says(cast, consultation_id, status=Status.REFUSED, who="father")
    journey.answer(cast, consultation_id, "Q4", "no")
    journey.decide(cast, consultation_id, outcome="DO_NOT_SHARE", review_trigger="New facts.")


def sent(cast: Cast):
    """It waits on a line that Cerys and Nia answer."""
    line_id = lines.opened(cast, cast.cerys, cast.nia)
    consultation_id = lines.sent(cast, lines.decided(cast, line_id))
    (question,) = advice_queries.open_line(cast.cerys.ctx(), line_id=line_id).questions
    return line_id, question.id, consultation_id


def test_nobody_takes_it_once_sharing_is_decided_against(cast):
    line_id, question_id, consultation_id = sent(cast)
    refuse(cast, consultation_id)
    assert advice_queries.open_line(cast.cerys.ctx(), line_id=line_id).questions == ()
    with pytest.raises(Refused, match=r"no longer waits|has been told to stop"):
        advice.take_question(cast.cerys.ctx(), question_id=question_id)
    assert journey.page_of(cast, consultation_id).outcome.kind is OutcomeKind.NOT_HELD


def test_of_what_was_taken_it_is_not_said_that_nothing_was_shared(cast):
    _line_id, question_id, consultation_id = sent(cast)
    advice.take_question(cast.cerys.ctx(), question_id=question_id)
    refuse(cast, consultation_id)
    assert journey.page_of(cast, consultation_id).outcome is None
    assert Owed.ANSWER_QUESTION not in [each.kind for each in duties.list_my_duties(cast.cerys.ctx())]
    commands.record_not_held(cast.amira.ctx(), consultation_id=consultation_id, words="They said no.")
    journey.tell(cast, consultation_id)
    assert (
        "Nothing was shared" not in closing_of(journey.page_of(cast, consultation_id), Together(())).sentence
    )


def test_while_it_may_be_shared_it_does_not_end_without_a_word_to_whoever_has_it(cast):
    _line_id, question_id, consultation_id = sent(cast)
    advice.take_question(cast.cerys.ctx(), question_id=question_id)
    with pytest.raises(Refused, match="They have your question"):
        commands.record_not_held(cast.amira.ctx(), consultation_id=consultation_id, words="No need.")


def test_no_reply_goes_to_them_either_until_it_is_decided_anew(cast):
    _line_id, question_id, consultation_id = sent(cast)
    disclosure_id = advice.take_question(cast.cerys.ctx(), question_id=question_id)
    asked_back_id = advice.ask_back(cast.cerys.ctx(), disclosure_id=disclosure_id, words="Has he a plan?")
    refuse(cast, consultation_id)
    with pytest.raises(Refused, match="not to share"):
        commands.answer_back(
            cast.amira.ctx(), consultation_id=consultation_id, asked_back_id=asked_back_id, words="No."
        )
