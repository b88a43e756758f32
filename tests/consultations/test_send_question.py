"""Sending the question before anybody spoke: to an inbox, or to a line; best by speaking all the same."""

from typing import Any

import pytest
from django.urls import reverse

from alongside.access.words import Refused
from alongside.advice import commands as advice
from alongside.advice import queries as advice_queries
from alongside.advice.commands import GivenView
from alongside.advice.words import Heard, NoteState, Wanted
from alongside.consent.words import Category
from alongside.consultations import commands
from alongside.consultations.commands import ChosenPerson, Sent
from alongside.consultations.rules import Progress
from alongside.consultations.words import Checked, Leaf, OutcomeKind, Task
from alongside.duties import queries as duties
from alongside.duties.words import Owed
from alongside.sharing.rules import ListedItem
from alongside.sharing.words import Included, ItemKind
from tests import journey, lines
from tests.consultations.deeds import page_of
from tests.people import Cast
from tests.recital import Deed, Recital, signed_in

WHY = "I rang twice and she teaches until half past three."
TIRED = ListedItem(
    "A child comes in tired most days.",
    Category.CARE_AT_HOME,
    ItemKind.OBSERVED_FACT,
    "What we see",
    Included.SHARE,
    "",
)
ANSWER = GivenView(NoteState.ANSWERED, view="He coughs most on Mondays.")


def address(cast: Cast, words: dict[str, Any]) -> str:
    return reverse("consultations:send", args=[words["consultation_id"], words["person_id"]])


def ready(cast: Cast) -> dict[str, Any]:
    return journey.person_in(cast, journey.decided(cast)) | {"sent": Sent(WHY)}


def sent(cast: Cast) -> dict[str, Any]:
    """Amira has sent it to Cerys."""
    words = ready(cast)
    commands.send_question(cast.amira.ctx(), **words)
    return words


def owed(cast: Cast, name: str) -> set[Owed]:
    return {duty.kind for duty in duties.list_my_duties(cast.people[name].ctx())}


class TestSendQuestion(Recital):
    deed = Deed(
        command=commands.send_question,
        leaf=Leaf.QUESTION_SENT,
        ready=ready,
        stands=lambda cast, words: page_of(cast, words["consultation_id"]).people[0].sent,
        page=address,
        right_words=lambda cast, words: {"why_not_spoken": WHY},
        wrong_words={"why_not_spoken": WHY * 20},
        sentence="it may have 500 at most.",
        kept=WHY,
    )


class TestSendQuestionToALine(Recital):
    deed = Deed(
        command=commands.send_question,
        leaf="question:queued",
        ready=lambda cast: (
            lines.decided(cast, lines.opened(cast, cast.cerys))
            | {"sent": Sent(WHY, lines.NUMBER, Wanted.TODAY)}
        ),
        stands=lambda cast, words: page_of(cast, words["consultation_id"]).people[0].sent,
        page=address,
        right_words=lambda cast, words: {
            "why_not_spoken": WHY,
            "ring_back_on": lines.NUMBER,
            "wanted": "today",
        },
        wrong_words={"wanted": ""},
        sentence="Say by when you would like to be rung back.",
        kept=WHY,
    )


def test_the_number_comes_first_and_sending_is_offered_beside_it(cast):
    words = ready(cast)
    talk = reverse("consultations:talk", args=[words["consultation_id"], words["person_id"]])
    for page in (talk, address(cast, words)):
        shown = signed_in(cast, "amira").get(page).content.decode()
        assert "tel:01632960120" in shown
    shown = signed_in(cast, "amira").get(talk).content.decode()
    assert shown.index("tel:01632960120") < shown.index("Or send the question and ask to be rung back")


def test_it_is_in_their_inbox_with_what_was_shared_and_they_owe_a_ring(cast):
    sent(cast)
    (shared,) = advice_queries.list_my_inbox(cast.cerys.ctx())
    assert (shared.note_of_talk, shared.items[0].text) == ("", journey.DAMP.text)
    assert owed(cast, "cerys") == {Owed.ANSWER_QUESTION}
    shown = signed_in(cast, "cerys").get(reverse("advice:inbox_item", args=[shared.id])).content.decode()
    assert "tel:01632960110" in shown
    assert "An answer given only here counts as not spoken" in shown


def test_an_answer_given_only_in_the_inbox_counts_as_not_spoken_and_both_sides_say_so(cast):
    words = sent(cast)
    (shared,) = advice_queries.list_my_inbox(cast.cerys.ctx())
    advice.give_view(cast.cerys.ctx(), disclosure_id=shared.id, given=ANSWER)
    page = page_of(cast, words["consultation_id"])
    assert page.state_of(Task.TALK, words["person_id"]) is Progress.IN_PROGRESS
    opened = reverse("consultations:open", args=[page.id])
    asker = signed_in(cast, "amira").get(opened).content.decode()
    assert ANSWER.view in asker
    assert "This counts as not spoken. Best by speaking: ring Cerys Pugh" in asker
    item = reverse("advice:inbox_item", args=[shared.id])
    assert (
        "It counts as not spoken. Best by speaking: ring"
        in signed_in(cast, "cerys").get(item).content.decode()
    )
    assert Owed.OUTCOME in owed(cast, "amira")
    assert owed(cast, "cerys") == set()
    journey.outcome(cast, page.id, kind=OutcomeKind.ADVICE)


def test_once_they_have_spoken_nobody_owes_a_ring_and_the_note_is_confirmed(cast):
    words = sent(cast)
    journey.talk(cast, words["consultation_id"])
    assert owed(cast, "cerys") == {Owed.CONFIRM_NOTE}
    question = advice_queries.list_my_inbox(cast.cerys.ctx())[0]
    item = advice_queries.open_inbox_item(cast.cerys.ctx(), disclosure_id=question.id)
    assert item.spoken_since
    opened = reverse("consultations:open", args=[words["consultation_id"]])
    assert "counts as not spoken" not in signed_in(cast, "amira").get(opened).content.decode()


def test_whoever_took_it_from_the_line_and_rang_confirms_the_note(cast):
    line_id = lines.opened(cast, cast.cerys)
    keys = lines.decided(cast, line_id)
    lines.sent(cast, keys)
    (question,) = advice_queries.open_line(cast.cerys.ctx(), line_id=line_id).questions
    advice.take_question(cast.cerys.ctx(), question_id=question.id)
    journey.talk(cast, keys["consultation_id"], spoke_with="Cerys Pugh")
    assert advice_queries.open_line(cast.cerys.ctx(), line_id=line_id).questions == ()
    assert owed(cast, "cerys") == {Owed.CONFIRM_NOTE}
    noted = next(each for each in advice_queries.list_my_inbox(cast.cerys.ctx()) if each.note_of_talk)
    given = GivenView(NoteState.CONFIRMED, view="Ask his teacher, too.")
    advice.give_view(cast.cerys.ctx(), disclosure_id=noted.id, given=given)
    assert page_of(cast, keys["consultation_id"]).talks[0].view.given_by == "Cerys Pugh"


def test_a_question_no_longer_waits_once_the_asker_has_spoken_with_the_line(cast):
    line_id = lines.opened(cast, cast.cerys)
    keys = lines.decided(cast, line_id)
    lines.sent(cast, keys)
    (question,) = advice_queries.open_line(cast.cerys.ctx(), line_id=line_id).questions
    journey.talk(cast, keys["consultation_id"], spoke_with="Somebody on the line")
    assert advice_queries.list_my_lines(cast.cerys.ctx())[0].waiting == 0
    with pytest.raises(Refused, match="no longer waits"):
        advice.take_question(cast.cerys.ctx(), question_id=question.id)


def test_nothing_is_sent_before_it_is_decided_or_to_somebody_outside(cast):
    consultation_id = journey.prepare(cast)
    with pytest.raises(Refused, match="Decide first"):
        commands.send_question(cast.amira.ctx(), **journey.person_in(cast, consultation_id), sent=Sent(WHY))
    outside = ChosenPerson(None, Checked.KNOWN, "Sunita Rao", "Nurse", "Harbour Health", "01632 960 555")
    commands.choose_person(cast.amira.ctx(), consultation_id=consultation_id, person=outside)
    keys = journey.person_in(cast, consultation_id, place=1)
    with pytest.raises(Refused, match="not on Alongside"):
        commands.send_question(cast.amira.ctx(), **keys, sent=Sent(WHY))


def test_whoever_was_sent_a_question_stays_on_record(cast):
    words = sent(cast)
    with pytest.raises(Refused, match="You have sent your question to Cerys Pugh"):
        commands.leave_person(
            cast.amira.ctx(), consultation_id=words["consultation_id"], person_id=words["person_id"]
        )


def test_what_may_be_significant_harm_is_said_at_the_top_of_the_askers_page(cast):
    words = sent(cast)
    (shared,) = advice_queries.list_my_inbox(cast.cerys.ctx())
    given = GivenView(NoteState.ANSWERED, view="He has bruises.", heard=Heard.SIGNIFICANT_HARM)
    advice.give_view(cast.cerys.ctx(), disclosure_id=shared.id, given=given)
    opened = reverse("consultations:open", args=[words["consultation_id"]])
    shown = signed_in(cast, "amira").get(opened).content.decode()
    assert "Cerys Pugh thinks that this child may be suffering significant harm." in shown


def test_a_note_is_confirmed_only_where_there_is_one_and_answered_only_where_there_is_none(cast):
    sent(cast)
    (shared,) = advice_queries.list_my_inbox(cast.cerys.ctx())
    with pytest.raises(Refused, match="no note of a talk"):
        advice.give_view(cast.cerys.ctx(), disclosure_id=shared.id, given=GivenView(NoteState.CONFIRMED))
    with pytest.raises(Refused, match="Write your answer"):
        advice.give_view(cast.cerys.ctx(), disclosure_id=shared.id, given=GivenView(NoteState.ANSWERED))


def test_without_names_a_line_may_be_asked_and_told_on_which_number_to_ring_back(cast):
    line_id = lines.opened(cast, cast.cerys)
    journey.keep_profiles(cast)
    consultation_id = commands.begin_no_names(cast.amira.ctx())
    commands.choose_person(
        cast.amira.ctx(),
        consultation_id=consultation_id,
        person=ChosenPerson(None, Checked.DIRECTORY, line_id=line_id),
    )
    commands.explain_reasons(
        cast.amira.ctx(),
        consultation_id=consultation_id,
        question="When is it more than a niggling worry?",
        benefit="So that a family is offered help early.",
        explanation_for_family="I would ask somebody what could help.",
    )
    commands.list_what(cast.amira.ctx(), consultation_id=consultation_id, items=(TIRED,))
    for node in ("P0", "Q2"):
        journey.answer(cast, consultation_id, node, "no")
    journey.decide(cast, consultation_id, reasons="Nobody is named.", necessity="It is only what we see.")
    keys = journey.person_in(cast, consultation_id)
    with pytest.raises(Refused, match="telephone"):
        commands.send_question(
            cast.amira.ctx(), **keys, sent=Sent("Her mother is on 01632 960 777.", lines.NUMBER, Wanted.TODAY)
        )
    lines.sent(cast, keys)
    (question,) = advice_queries.open_line(cast.cerys.ctx(), line_id=line_id).questions
    disclosure_id = advice.take_question(cast.cerys.ctx(), question_id=question.id)
    given = GivenView(NoteState.ANSWERED, view="Ring back with the name.", heard=Heard.SIGNIFICANT_HARM)
    advice.give_view(cast.cerys.ctx(), disclosure_id=disclosure_id, given=given)
    assert Owed.NAME_CHILD in owed(cast, "amira")


def taken_by_cerys(cast: Cast):
    """Amira's question waits on a line of Cerys's and Nia's, and Cerys has taken it."""
    cast = lines.with_nia(cast)
    line_id = lines.opened(cast, cast.cerys, cast.people["nia"])
    keys = lines.decided(cast, line_id)
    lines.sent(cast, keys)
    (question,) = advice_queries.open_line(cast.cerys.ctx(), line_id=line_id).questions
    advice.take_question(cast.cerys.ctx(), question_id=question.id)
    return cast, line_id, keys


def test_what_a_colleague_said_in_a_talk_is_not_shown_to_whoever_had_taken_the_question(cast):
    cast, line_id, keys = taken_by_cerys(cast)
    page = reverse("consultations:talk", args=list(keys.values()))
    assert (
        "If it was Cerys Pugh, who has your question" in signed_in(cast, "amira").get(page).content.decode()
    )
    journey.talk(cast, keys["consultation_id"], spoke_with="Nia Morgan")
    assert owed(cast, "cerys") == set()
    assert [each.note_of_talk for each in advice_queries.list_my_inbox(cast.cerys.ctx())] == [""]
    assert advice_queries.open_line(cast.cerys.ctx(), line_id=line_id).questions == ()


def test_once_they_have_spoken_the_question_is_in_the_inbox_only_as_their_talk(cast, clock):
    words = sent(cast)
    clock.advance(hours=1)
    journey.talk(cast, words["consultation_id"])
    shown = signed_in(cast, "cerys").get(reverse("advice:inbox")).content.decode()
    assert shown.count("asked you about Ayo") == 1
    assert "not spoken about yet" not in shown
