"""Of a restricted record nothing is sent into an inbox in which it would never be seen, and no word on it is owed."""

import pytest

from alongside.access.words import Refused
from alongside.cases import commands as cases
from alongside.consultations import commands
from alongside.consultations.commands import Sent
from alongside.duties import queries as duties
from tests import journey, lines
from tests.people import Cast


def restrict(cast: Cast) -> None:
    cases.restrict_case(cast.amira.ctx(), case_id=cast.case_id, named=(), reason="A threat to the family")


def test_a_question_is_not_sent_to_somebody_who_may_not_read_it(cast):
    keys = journey.person_in(cast, journey.decided(cast))
    restrict(cast)
    with pytest.raises(Refused, match="Cerys Pugh cannot read this here"):
        commands.send_question(cast.amira.ctx(), **keys, sent=Sent("I rang twice."))


def test_nor_to_a_line_on_which_nobody_may(cast):
    keys = lines.decided(cast, lines.opened(cast, cast.cerys))
    restrict(cast)
    with pytest.raises(Refused, match="Nobody who may read this answers the line now"):
        lines.sent(cast, keys)


def test_a_talk_that_was_held_is_recorded_and_nobody_owes_a_word_who_may_not_read_it(cast):
    consultation_id = journey.decided(cast)
    restrict(cast)
    journey.talk(cast, consultation_id)
    assert duties.list_my_duties(cast.cerys.ctx()) == ()
    assert journey.page_of(cast, consultation_id).talks
