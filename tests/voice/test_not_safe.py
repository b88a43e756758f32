"""A child who says that they are not safe is answered the same day, by whoever hears it, leads the work or oversees."""

from dataclasses import replace

import pytest
from django.urls import reverse

from alongside.access.words import NotThere, Refused
from alongside.duties import queries as duties
from alongside.duties.words import Owed
from alongside.voice import commands, queries
from alongside.voice.words import Leaf, Safety
from tests.family import at_their_page
from tests.people import NOW
from tests.recital import Deed, Recital, signed_in
from tests.voice.test_keep_words import HEARD, HIS_WORDS, keep, said

DONE = "Rang children’s social care at 4 pm."
TOLD = "We have told the people whose job it is to keep you safe. Somebody comes to you today."


def owed(person):
    return [each for each in duties.list_my_duties(person.ctx()) if each.kind is Owed.CHILD_NOT_SAFE]


def not_safe(cast):
    return {"said_id": keep(cast, safety=Safety.NOT_SAFE), "what_was_done": DONE, "told_back": TOLD}


class TestAnswerNotSafe(Recital):
    deed = Deed(
        command=commands.answer_not_safe,
        leaf=Leaf.SAFETY_ANSWERED,
        ready=not_safe,
        stands=lambda cast, words: said(cast)[0].what_was_done,
        page=lambda cast, words: reverse("voice:answer_not_safe", args=[words["said_id"]]),
        right_words=lambda cast, words: {"what_was_done": DONE, "told_back": TOLD},
        wrong_words={"told_back": ""},
        sentence="Say what you told them will happen now",
        kept=DONE,
        strangers=("dev", "ben"),
    )


def test_it_is_owed_today_by_whoever_hears_it_and_by_the_leads_and_one_answer_settles_it(cast):
    words = not_safe(cast)
    for person in (cast.amira, cast.iris):
        (each,) = owed(person)
        assert each.due_at.date() == NOW.date()
    commands.answer_not_safe(cast.iris.ctx(), **words)
    assert not owed(cast.amira)
    assert not owed(cast.iris)
    with pytest.raises(Refused, match="Nobody waits"):
        commands.answer_not_safe(cast.amira.ctx(), **words)


def test_whoever_leads_the_work_owes_it_too_when_another_hears_it(cast):
    heard = replace(HEARD, safety=Safety.NOT_SAFE)
    commands.keep_words(cast.cerys.ctx(), child_id=cast.child_id, words=HIS_WORDS, heard=heard)
    assert owed(cast.amira)
    assert owed(cast.cerys)


def test_today_shows_it_before_everything(cast, clock):
    commands.record_correction(
        cast.amira.ctx(), child_id=cast.child_id, adult_id=cast.mother_id, about=None, words="Not so."
    )
    clock.advance(days=40)
    keep(cast, said_on=None, safety=Safety.NOT_SAFE)
    shown = signed_in(cast, "amira").get(reverse("web:today")).content.decode()
    assert "Ayo Adeyemi says that they are not safe. Act now" in shown
    assert shown.index("Ayo Adeyemi says that they are not safe") < shown.index("Answer Gwen Adeyemi")


def test_what_one_wrote_of_not_being_safe_and_its_answer_stay_off_ones_own_page(cast):
    said_id = commands.say_for_myself(at_their_page(cast, None), words="", safety=Safety.NOT_SAFE)
    assert owed(cast.amira)
    assert owed(cast.iris)
    commands.answer_not_safe(cast.iris.ctx(), said_id=said_id, what_was_done=DONE, told_back=TOLD)
    (mine,) = queries.list_my_words(at_their_page(cast, None)).said
    assert (mine.words, mine.told_back, mine.safety) == ("", "", Safety.NOT_SAFE), "others may look at it"
    assert queries.open_said(cast.amira.ctx(), said_id=said_id).told_back == TOLD
    assert queries.list_my_words(at_their_page(cast, cast.father_id)).said == ()


def test_it_stays_owed_until_somebody_answers(cast, clock):
    not_safe(cast)
    clock.advance(days=30)
    assert owed(cast.amira)


def test_nobody_of_the_family_answers_it(cast):
    with pytest.raises(NotThere):
        commands.answer_not_safe(at_their_page(cast, None), **not_safe(cast))
