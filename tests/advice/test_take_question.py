"""Taking a question that waits on a line: one of those who answer it has it, and nobody else."""

from typing import Any
from uuid import uuid4

import pytest
from django.urls import reverse

from alongside.access import context, frame
from alongside.access.commands import OPEN_END
from alongside.access.words import NotThere, Refused
from alongside.advice import commands, queries
from alongside.advice.commands import GivenView
from alongside.advice.words import Leaf, NoteState, Wanted
from alongside.cases import commands as cases
from alongside.consultations import queries as consultations
from alongside.consultations.queries import Sought
from alongside.directory import commands as directory
from alongside.duties import queries as duties
from alongside.duties.words import Owed
from alongside.notify.models import Message
from alongside.sharing import queries as sharing
from tests import journey, lines
from tests.people import Cast
from tests.recital import Deed, Recital, signed_in


def ready(cast: Cast) -> dict[str, Any]:
    _line_id, question_id = lines.waiting(cast)
    return {"question_id": question_id}


def line_of(cast: Cast) -> Any:
    (mine,) = queries.list_my_lines(cast.cerys.ctx())
    return mine.id


def take_page(cast: Cast, words: dict[str, Any]) -> str:
    return reverse("advice:take", args=[line_of(cast), words["question_id"]])


class TestTakeQuestion(Recital):
    deed = Deed(
        command=commands.take_question,
        leaf=Leaf.QUESTION_TAKEN,
        ready=ready,
        stands=lambda cast, words: (
            queries.open_line(cast.cerys.ctx(), line_id=line_of(cast)).questions[0].taken_by
        ),
        page=take_page,
        right_words=lambda cast, words: {},
        wrong_words={},
        sentence="",
        kept="",
        who="cerys",
        strangers=("dev", "ben", "amira", "iris"),
    )

    def test_its_page_does_it(self, cast):
        words = self.deed.ready(cast)
        browser = signed_in(cast, "cerys")
        line = reverse("advice:line", args=[line_of(cast)])
        assert lines.NUMBER in browser.get(line).content.decode()
        answer = browser.post(self.deed.page(cast, words), {"command_id": str(uuid4())}, follow=True)
        assert "What have you seen of Ayo’s breathing" in answer.content.decode()

    def test_wrong_words_are_refused_and_kept_on_the_page(self, cast):
        """There is nothing to type: what can be wrong is that somebody was quicker."""
        words = self.deed.ready(cast)
        page = self.deed.page(cast, words)
        commands.take_question(cast.nia.ctx(), **words)
        answer = signed_in(cast, "cerys").post(page, {"command_id": str(uuid4())})
        assert answer.status_code == 409
        assert "Nia Morgan has taken this already." in answer.content.decode()


def test_a_question_waits_without_a_word_of_what_was_asked(cast):
    line_id, _question_id = lines.waiting(cast)
    shown = signed_in(cast, "cerys").get(reverse("advice:line", args=[line_id])).content.decode()
    assert "Amira Haddad" in shown
    assert "Ayo" not in shown
    assert "breathing" not in shown
    assert not queries.list_my_inbox(cast.cerys.ctx())


def test_only_those_who_answer_the_line_and_who_oversee_its_agency_see_it(cast):
    line_id, question_id = lines.waiting(cast)
    for stranger in (cast.dev, cast.ben, cast.esther, cast.iris, cast.amira):
        with pytest.raises(NotThere):
            queries.open_line(stranger.ctx(), line_id=line_id)
        assert queries.list_my_lines(stranger.ctx()) == ()
    directory.give_oversight(
        context.upkeep_context(),
        membership_id=cast.dev.membership_id,
        agency_id=cast.cerys.agency_id,
        until=OPEN_END,
    )
    overseen = queries.open_line(cast.dev.ctx(), line_id=line_id)
    assert [each.id for each in overseen.questions] == [question_id]
    assert overseen.may_take == "no"


def test_a_lead_finds_the_lines_of_the_own_agency_and_takes_nothing(cast):
    line_id, question_id = lines.waiting(cast)
    lead = lines.colleague(cast, "lead", "Uma Lead", like=cast.cerys)
    directory.give_oversight(
        context.upkeep_context(),
        membership_id=lead.membership_id,
        agency_id=lead.agency_id,
        until=OPEN_END,
    )
    assert [(each.id, each.waiting) for each in queries.list_overseen_lines(lead.ctx())] == [(line_id, 1)]
    assert queries.list_overseen_lines(cast.cerys.ctx()) == queries.list_overseen_lines(cast.iris.ctx()) == ()
    with pytest.raises(NotThere):
        commands.take_question(lead.ctx(), question_id=question_id)


def test_whoever_leaves_the_line_sees_it_no_longer_but_keeps_what_they_took(cast):
    line_id, question_id = lines.waiting(cast)
    disclosure_id = commands.take_question(cast.cerys.ctx(), question_id=question_id)
    directory.leave_line(context.upkeep_context(), line_id=line_id, membership_id=cast.cerys.membership_id)
    with pytest.raises(NotThere):
        queries.open_line(cast.cerys.ctx(), line_id=line_id)
    assert queries.open_inbox_item(cast.cerys.ctx(), disclosure_id=disclosure_id).taken.id == question_id


def test_whoever_took_it_is_shown_what_was_asked_and_owes_a_ring(cast):
    _line_id, question_id = lines.waiting(cast)
    disclosure_id = commands.take_question(cast.cerys.ctx(), question_id=question_id)
    item = queries.open_inbox_item(cast.cerys.ctx(), disclosure_id=disclosure_id)
    assert (item.ring, item.shared.items[0].text) == (lines.NUMBER, journey.DAMP.text)
    assert [duty.kind for duty in duties.list_my_duties(cast.cerys.ctx())] == [Owed.ANSWER_QUESTION]
    with pytest.raises(NotThere):
        sharing.open_disclosure(cast.nia.ctx(), disclosure_id=disclosure_id)


def test_a_colleague_with_a_conflict_cannot_take_it(cast):
    _line_id, question_id = lines.waiting(cast)
    cases.declare_conflict(
        cast.amira.ctx(), case_id=cast.case_id, membership_id=cast.nia.membership_id, reason="Her nephew"
    )
    assert queries.open_line(cast.nia.ctx(), line_id=line_of(cast)).questions == ()
    assert [each.waiting for each in queries.list_my_lines(cast.nia.ctx())] == [0]
    with pytest.raises(NotThere):
        commands.take_question(cast.nia.ctx(), question_id=question_id)
    commands.take_question(cast.cerys.ctx(), question_id=question_id)


def test_nobody_takes_what_they_asked_themselves(cast):
    line_id, question_id = lines.waiting(cast)
    with pytest.raises(NotThere):
        commands.take_question(cast.amira.ctx(), question_id=question_id)
    assert queries.open_line(cast.nia.ctx(), line_id=line_id).waiting == 1


def test_wanted_today_comes_first_then_whoever_waits_longest(cast, clock):
    line_id = lines.opened(cast, cast.cerys)
    for wanted in (Wanted.WHEN_YOU_CAN, Wanted.THIS_WEEK, Wanted.TODAY, Wanted.TODAY):
        lines.sent(cast, lines.decided(cast, line_id), wanted=wanted)
        clock.advance(minutes=5)
    found = queries.open_line(cast.cerys.ctx(), line_id=line_id).questions
    assert [each.wanted for each in found] == ["today", "today", "this_week", "when_you_can"]
    assert found[0].queued_at < found[1].queued_at
    commands.take_question(cast.cerys.ctx(), question_id=found[0].id)
    again = queries.open_line(cast.cerys.ctx(), line_id=line_id)
    assert (again.questions[-1].id, again.waiting, again.taken) == (found[0].id, 3, 1)
    (mine,) = queries.list_my_lines(cast.cerys.ctx())
    assert (mine.waiting, mine.oldest_since) == (3, found[3].queued_at)
    with pytest.raises(Refused, match="Cerys Pugh has taken this already"):
        commands.take_question(cast.cerys.ctx(), question_id=found[0].id)


def test_once_somebody_took_it_nobody_else_is_written_to(cast):
    words = ready(cast)
    commands.take_question(cast.cerys.ctx(), **words)
    with frame.doing():
        assert not Message.objects.filter(about=f"question:{words['question_id']}").exists()


def test_what_one_took_and_answered_is_in_ones_own_list(cast):
    _line_id, question_id = lines.waiting(cast)
    disclosure_id = commands.take_question(cast.cerys.ctx(), question_id=question_id)
    given = GivenView(NoteState.ANSWERED, view="He coughs most on Mondays.")
    commands.give_view(cast.cerys.ctx(), disclosure_id=disclosure_id, given=given)
    for sought in (Sought(), Sought(words="Mondays")):
        found = consultations.list_consultations(cast.cerys.ctx(), sought=sought).lines
        assert [each.id for each in found] == [disclosure_id]
    assert consultations.list_consultations(cast.nia.ctx(), sought=Sought()).lines == ()
