"""Whoever sent a question to a line waits for it with a clock, and rings when it is late."""

import pytest

from alongside.access.words import Refused
from alongside.advice import commands as advice
from alongside.advice import queries as advice_queries
from alongside.advice.commands import GivenView
from alongside.advice.words import NoteState, Wanted
from alongside.consultations import commands
from alongside.consultations.commands import Sent
from alongside.duties import queries as duties
from alongside.duties.words import Owed
from tests import journey, lines
from tests.people import Cast
from tests.recital import signed_in

LEFT = "Willow Lane advice line, Willow Lane Primary to answer the question about Ayo"


@pytest.fixture
def cast(cast: Cast) -> Cast:
    return lines.with_nia(cast)


def awaited(cast: Cast) -> list[Owed]:
    return [each.kind for each in duties.list_awaited_duties(cast.amira.ctx())]


def mine(cast: Cast) -> list[Owed]:
    return [each.kind for each in duties.list_my_duties(cast.amira.ctx())]


def test_it_is_waited_for_and_once_late_it_is_the_askers_to_ring(cast, clock):
    lines.waiting(cast)
    assert (awaited(cast), mine(cast)) == ([Owed.RING_LINE], [Owed.REVIEW_CONSENT])
    today = signed_in(cast, "amira").get("/").content.decode()
    assert LEFT in today
    assert "You are not waiting for anybody" not in today
    clock.advance(days=7)
    assert (awaited(cast), mine(cast)) == ([], [Owed.RING_LINE, Owed.REVIEW_CONSENT])
    assert "nobody has answered your question yet" in signed_in(cast, "amira").get("/").content.decode()


def test_the_askers_lead_sees_it_when_it_is_late(cast, clock):
    lines.waiting(cast)
    clock.advance(days=7)
    assert "Questions that a line has not answered" in signed_in(cast, "iris").get("/").content.decode()


def test_an_answer_ends_it(cast):
    _line_id, question_id = lines.waiting(cast)
    disclosure_id = advice.take_question(cast.cerys.ctx(), question_id=question_id)
    given = GivenView(NoteState.ANSWERED, view="He coughs most on Mondays.")
    advice.give_view(cast.cerys.ctx(), disclosure_id=disclosure_id, given=given)
    assert Owed.RING_LINE not in awaited(cast)


def test_a_talk_ends_it(cast):
    line_id = lines.opened(cast, cast.cerys)
    consultation_id = lines.sent(cast, lines.decided(cast, line_id))
    journey.talk(cast, consultation_id, spoke_with="Somebody on the line")
    assert Owed.RING_LINE not in awaited(cast)
    assert advice_queries.open_line(cast.cerys.ctx(), line_id=line_id).questions == ()


def test_it_is_not_sent_again_while_it_waits(cast):
    keys = lines.decided(cast, lines.opened(cast, cast.cerys))
    lines.sent(cast, keys)
    with pytest.raises(Refused, match="waits with Willow Lane advice line already"):
        lines.sent(cast, keys)


def test_nothing_is_sent_to_a_line_that_nobody_answers(cast):
    keys = lines.decided(cast, lines.opened(cast))
    with pytest.raises(Refused, match=r"Nobody who may read this answers the line now\. Ring 01632 960 121"):
        commands.send_question(
            cast.amira.ctx(), **keys, sent=Sent(lines.WHY, lines.NUMBER, Wanted.WHEN_YOU_CAN)
        )
