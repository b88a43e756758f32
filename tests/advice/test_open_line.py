"""The page of a line with fifty waiting questions: in their turn, twenty-five a page."""

import pytest
from django.urls import reverse

from alongside.access import context
from alongside.advice import commands, queries
from alongside.advice.words import Wanted
from tests import journey, lines
from tests.recital import signed_in
from tests.staging import staged

ASKERS, EACH = 5, 10


@pytest.fixture
def fifty(cast):
    return fifty_questions(cast)


@staged
def fifty_questions(cast):
    """Five colleagues of Amira have each sent ten questions, a minute apart, wanted in turn by three times."""
    line_id = lines.opened(cast, cast.cerys, cast.nia)
    journey.keep_profiles(cast)
    asking = [lines.with_a_child_of_their_own(cast, number) for number in range(ASKERS)]
    for number in range(ASKERS * EACH):
        each = asking[number % ASKERS]
        lines.sent(each, lines.decided(each, line_id), wanted=tuple(Wanted)[number % 3])
        context.clock.advance(minutes=1)
    return line_id


def test_fifty_waiting_questions_stand_in_their_turn_on_two_pages(cast, fifty):
    first, second = (queries.open_line(cast.cerys.ctx(), line_id=fifty, page=page) for page in (1, 2))
    assert (first.waiting, first.pages, len(first.questions), len(second.questions)) == (50, 2, 25, 25)
    everything = [*first.questions, *second.questions]
    assert len({each.id for each in everything}) == 50
    turns = [(list(Wanted).index(each.wanted), each.queued_at) for each in everything]
    assert turns == sorted(turns)
    beyond = queries.open_line(cast.cerys.ctx(), line_id=fifty, page=9)
    assert beyond.page == 2
    browser, page = signed_in(cast, "cerys"), reverse("advice:line", args=[fifty])
    shown = browser.get(page).content.decode()
    assert shown.count("Take it<") == 25
    assert "Page 1 of 2" in shown
    assert "Page 2 of 2" in browser.get(f"{page}?page=2").content.decode()


def test_what_was_taken_goes_to_the_end_and_says_by_whom(cast, fifty):
    first = queries.open_line(cast.nia.ctx(), line_id=fifty).questions[0]
    commands.take_question(cast.nia.ctx(), question_id=first.id)
    last = queries.open_line(cast.cerys.ctx(), line_id=fifty, page=2).questions[-1]
    assert (last.id, last.taken_by) == (first.id, "Nia Morgan")
