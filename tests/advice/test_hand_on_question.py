"""Handing a taken question on: back to the line, to a colleague on it, to another line of the agency."""

from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connections
from django.urls import reverse

from alongside.access import frame
from alongside.access.routing import READER
from alongside.access.sqlite import wall
from alongside.access.words import NotThere, Refused
from alongside.advice import commands, queries
from alongside.advice.commands import GivenView, HandedQuestion
from alongside.advice.models import Reply
from alongside.advice.words import Leaf, NoteState
from alongside.consultations import commands as consultations
from alongside.duties import queries as duties
from alongside.sharing import queries as sharing
from tests import lines
from tests.people import Cast, Person
from tests.recital import Deed, Recital, signed_in

WHY = "She knows the school nurse."


def taken(cast: Cast) -> dict[str, Any]:
    """Cerys has taken it, and gives it to Nia."""
    line_id, question_id = lines.waiting(cast)
    commands.take_question(cast.cerys.ctx(), question_id=question_id)
    return {
        "question_id": question_id,
        "handed": HandedQuestion(line_id, cast.nia.membership_id, WHY),
    }


def line_of(cast: Cast) -> Any:
    return queries.list_my_lines(cast.nia.ctx())[0].id


def now_with(cast: Cast) -> str:
    (question,) = queries.open_line(cast.nia.ctx(), line_id=line_of(cast)).questions
    return "" if question.taken_by == "Cerys Pugh" else question.taken_by or "nobody"


class TestHandOnQuestion(Recital):
    deed = Deed(
        command=commands.hand_on_question,
        leaf=Leaf.QUESTION_HANDED_ON,
        ready=taken,
        stands=lambda cast, words: now_with(cast),
        page=lambda cast, words: reverse("advice:hand_on", args=[line_of(cast), words["question_id"]]),
        right_words=lambda cast, words: {
            "to": f"{line_of(cast)}/{cast.nia.membership_id}",
            "words": WHY,
        },
        wrong_words={"to": ""},
        sentence="Choose who should have it.",
        kept=WHY,
        who="cerys",
        strangers=("dev", "ben", "amira", "iris"),
    )


def test_whoever_had_it_sees_it_no_longer_and_owes_nothing(cast):
    words = taken(cast)
    (before,) = queries.list_my_inbox(cast.cerys.ctx())
    commands.hand_on_question(cast.cerys.ctx(), **words)
    assert queries.list_my_inbox(cast.cerys.ctx()) == ()
    assert duties.list_my_duties(cast.cerys.ctx()) == ()
    with pytest.raises(NotThere):
        sharing.open_disclosure(cast.cerys.ctx(), disclosure_id=before.id)
    assert [each.id for each in queries.list_my_inbox(cast.nia.ctx())] == [before.id]
    assert len(duties.list_my_duties(cast.nia.ctx())) == 1


def test_back_on_the_line_anybody_may_take_it_and_reads_why(cast):
    words = taken(cast)
    line_id = words["handed"].to_line_id
    commands.hand_on_question(
        cast.cerys.ctx(),
        question_id=words["question_id"],
        handed=HandedQuestion(line_id, None, "I am called away."),
    )
    (question,) = queries.open_line(cast.nia.ctx(), line_id=line_id).questions
    assert (question.taken_by, question.handed_on) == ("", "Cerys Pugh: I am called away.")
    commands.take_question(cast.nia.ctx(), question_id=words["question_id"])


def test_on_another_line_only_those_who_answer_it_see_it(cast):
    words = taken(cast)
    other = lines.opened(cast, cast.nia, name="Attendance line")
    commands.hand_on_question(
        cast.cerys.ctx(),
        question_id=words["question_id"],
        handed=HandedQuestion(other, None, "It is about absence."),
    )
    assert queries.open_line(cast.cerys.ctx(), line_id=words["handed"].to_line_id).questions == ()
    with pytest.raises(NotThere):
        commands.take_question(cast.cerys.ctx(), question_id=words["question_id"])
    commands.take_question(cast.nia.ctx(), question_id=words["question_id"])


def test_a_colleague_on_the_line_hands_it_on_where_whoever_has_it_cannot(cast):
    words = taken(cast)
    handed = HandedQuestion(words["handed"].to_line_id, None, "Cerys is ill today.")
    commands.hand_on_question(cast.nia.ctx(), question_id=words["question_id"], handed=handed)
    assert now_with(cast) == "nobody"


def test_it_goes_to_nobody_who_does_not_answer_the_line(cast):
    words = taken(cast)
    handed = HandedQuestion(words["handed"].to_line_id, cast.dev.membership_id, WHY)
    with pytest.raises(NotThere):
        commands.hand_on_question(cast.cerys.ctx(), question_id=words["question_id"], handed=handed)


def test_what_nobody_has_taken_is_not_handed_on(cast):
    line_id, question_id = lines.waiting(cast)
    with pytest.raises(Refused, match="nothing to hand on"):
        commands.hand_on_question(
            cast.cerys.ctx(command_id=uuid4()),
            question_id=question_id,
            handed=HandedQuestion(line_id, None, WHY),
        )


def test_its_page_offers_the_line_first_and_nobody_who_has_it(cast):
    words = taken(cast)
    page = queries.open_handing_on(cast.cerys.ctx(), question_id=words["question_id"])
    ((line, members),) = page.places
    assert (line.id, [each.name for each in members]) == (page.line_id, ["Nia Morgan"])


def asked_back(cast: Cast) -> tuple[dict[str, Any], dict[str, Any]]:
    """Cerys has asked something back before she hands the question on to Nia."""
    words = taken(cast)
    (shared,) = queries.list_my_inbox(cast.cerys.ctx())
    asked_id = commands.ask_back(cast.cerys.ctx(), disclosure_id=shared.id, words="Has he a plan?")
    return words, {"consultation_id": shared.arising_from.id, "asked_back_id": asked_id, "words": "No."}


def replies(cast: Cast, name: str) -> list[str]:
    (shared,) = queries.list_my_inbox(cast.people[name].ctx())
    item = queries.open_inbox_item(cast.people[name].ctx(), disclosure_id=shared.id)
    return [each.reply.words for each in item.asked_back if each.reply]


def test_a_reply_goes_to_whoever_has_the_question_now(cast):
    words, reply = asked_back(cast)
    commands.hand_on_question(cast.cerys.ctx(), **words)
    reply_id = consultations.answer_back(cast.amira.ctx(), **reply)
    assert replies(cast, "nia") == ["No."]
    assert not seen(cast.cerys, reply_id)


def test_what_was_asked_back_and_replied_goes_on_with_the_question(cast):
    words, reply = asked_back(cast)
    reply_id = consultations.answer_back(cast.amira.ctx(), **reply)
    assert seen(cast.cerys, reply_id)
    commands.hand_on_question(cast.cerys.ctx(), **words)
    assert replies(cast, "nia") == ["No."]
    assert not seen(cast.cerys, reply_id)


def test_a_reply_while_it_waits_on_the_line_again_is_shown_to_whoever_takes_it(cast):
    words, reply = asked_back(cast)
    back = HandedQuestion(words["handed"].to_line_id, None, "I am called away.")
    commands.hand_on_question(cast.cerys.ctx(), question_id=words["question_id"], handed=back)
    consultations.answer_back(cast.amira.ctx(), **reply)
    commands.take_question(cast.nia.ctx(), question_id=words["question_id"])
    assert replies(cast, "nia") == ["No."]


def test_whoever_handed_it_on_waits_for_no_reply(cast):
    words, _reply = asked_back(cast)
    commands.hand_on_question(cast.cerys.ctx(), **words)
    assert "You can no longer open" not in signed_in(cast, "cerys").get("/").content.decode()


def test_whoever_answered_in_writing_waits_for_the_outcome_and_can_read_what_was_asked(cast):
    taken(cast)
    (shared,) = queries.list_my_inbox(cast.cerys.ctx())
    given = GivenView(NoteState.ANSWERED, view="He coughs most on Mondays.")
    commands.give_view(cast.cerys.ctx(), disclosure_id=shared.id, given=given)
    today = signed_in(cast, "cerys").get("/").content.decode()
    assert "to record what was decided about Ayo" in today
    assert reverse("advice:inbox_item", args=[shared.id]) in today
    assert "You can no longer open" not in today


def seen(person: Person, row_id: UUID) -> bool:
    """Whether a reply is shown to somebody now."""
    who = person.ctx()
    with frame.looking(who.eyes()):
        wall.fill(connections[READER])
        return Reply.objects.filter(id=row_id).exists()


def test_its_page_says_you_to_whoever_has_it(cast):
    words = taken(cast)
    page = reverse("advice:hand_on", args=[words["handed"].to_line_id, words["question_id"]])
    assert "You will no longer see" in signed_in(cast, "cerys").get(page).content.decode()
    assert "Cerys Pugh will no longer see" in signed_in(cast, "nia").get(page).content.decode()


def test_the_way_back_from_what_was_taken_is_to_the_line(cast):
    words = taken(cast)
    (shared,) = queries.list_my_inbox(cast.cerys.ctx())
    item = signed_in(cast, "cerys").get(reverse("advice:inbox_item", args=[shared.id])).content.decode()
    line = reverse("advice:line", args=[words["handed"].to_line_id])
    assert f'href="{line}">Back to the line' in item


def test_who_asked_back_is_named_and_told_where_it_is(cast):
    asked_back(cast)
    today = signed_in(cast, "amira").get("/").content.decode()
    assert "Answer what Cerys Pugh, Teaching assistant, Willow Lane Primary asked back" in today
    (shared,) = queries.list_my_inbox(cast.cerys.ctx())
    item = signed_in(cast, "cerys").get(reverse("advice:inbox_item", args=[shared.id])).content.decode()
    assert "What you asked back is on the list of Amira Haddad" in item


def test_it_is_not_handed_to_a_line_that_nobody_answers(cast):
    words = taken(cast)
    empty = lines.opened(cast, name="Attendance line")
    with pytest.raises(Refused, match="Nobody who may read this answers that line now"):
        commands.hand_on_question(
            cast.cerys.ctx(),
            question_id=words["question_id"],
            handed=HandedQuestion(empty, None, "It is about absence."),
        )
