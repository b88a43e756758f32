"""The adviser asks something back: it goes on the asker's list, and the reply is shown to the adviser."""

from typing import Any

import pytest
from django.urls import reverse

from alongside.access.words import NotThere, Refused
from alongside.advice import commands, queries
from alongside.advice.words import Leaf
from alongside.consultations import commands as consultations
from alongside.consultations import queries as consultation_queries
from alongside.duties import queries as duties
from alongside.duties.words import Owed
from tests import journey
from tests.people import Cast
from tests.recital import Deed, Recital, signed_in

BACK = "Has he a plan for his asthma at school?"
REPLY = "No, he has none yet."


def spoken(cast: Cast) -> dict[str, Any]:
    journey.talk(cast, journey.decided(cast))
    (shared,) = queries.list_my_inbox(cast.cerys.ctx())
    return {"disclosure_id": shared.id, "words": BACK}


def asked(cast: Cast) -> dict[str, Any]:
    """Cerys has asked back."""
    asked_back_id = commands.ask_back(cast.cerys.ctx(), **spoken(cast))
    (line,) = consultation_queries.list_consultations(cast.amira.ctx()).lines
    return {"consultation_id": line.id, "asked_back_id": asked_back_id, "words": REPLY}


def replies(cast: Cast) -> list[str]:
    (shared,) = queries.list_my_inbox(cast.cerys.ctx())
    item = queries.open_inbox_item(cast.cerys.ctx(), disclosure_id=shared.id)
    return [each.reply.words for each in item.asked_back if each.reply]


class TestAskBack(Recital):
    deed = Deed(
        command=commands.ask_back,
        leaf=Leaf.QUESTION_ASKED_BACK,
        ready=spoken,
        stands=lambda cast, words: (
            queries.open_inbox_item(cast.cerys.ctx(), disclosure_id=words["disclosure_id"]).asked_back
        ),
        page=lambda cast, words: reverse("advice:ask_back", args=[words["disclosure_id"]]),
        right_words=lambda cast, words: {"words": BACK},
        wrong_words={"words": BACK * 100},
        sentence="it may have 2000 at most.",
        kept=BACK,
        who="cerys",
        strangers=("dev", "ben", "amira", "iris"),
    )


class TestAnswerBack(Recital):
    deed = Deed(
        command=consultations.answer_back,
        leaf=Leaf.QUESTION_REPLIED,
        ready=asked,
        stands=lambda cast, words: replies(cast),
        page=lambda cast, words: reverse(
            "consultations:reply", args=[words["consultation_id"], words["asked_back_id"]]
        ),
        right_words=lambda cast, words: {"words": REPLY},
        wrong_words={"words": REPLY * 200},
        sentence="it may have 2000 at most.",
        kept=REPLY,
        strangers=("dev", "ben", "cerys", "iris"),
    )


def test_it_is_on_the_askers_list_until_they_reply(cast):
    words = asked(cast)
    assert Owed.ANSWER_BACK in [duty.kind for duty in duties.list_my_duties(cast.amira.ctx())]
    amira, cerys = signed_in(cast, "amira"), signed_in(cast, "cerys")
    today = amira.get("/").content.decode()
    assert "Answer what Cerys Pugh, Teaching assistant, Willow Lane Primary asked back about Ayo" in today
    assert "to answer what you asked back about Ayo" in cerys.get("/").content.decode()
    opened = amira.get(reverse("consultations:open", args=[words["consultation_id"]])).content.decode()
    assert BACK in opened
    consultations.answer_back(cast.amira.ctx(), **words)
    assert Owed.ANSWER_BACK not in [duty.kind for duty in duties.list_my_duties(cast.amira.ctx())]


def test_it_is_owed_until_everything_asked_back_is_answered(cast):
    words = asked(cast)
    (shared,) = queries.list_my_inbox(cast.cerys.ctx())
    commands.ask_back(cast.cerys.ctx(), disclosure_id=shared.id, words="And at home?")
    consultations.answer_back(cast.amira.ctx(), **words)
    assert Owed.ANSWER_BACK in [duty.kind for duty in duties.list_my_duties(cast.amira.ctx())]


def test_it_is_answered_once_and_only_in_its_own_consultation(cast):
    words = asked(cast)
    other = journey.prepare(cast)
    with pytest.raises(NotThere):
        consultations.answer_back(cast.amira.ctx(), **(words | {"consultation_id": other}))
    consultations.answer_back(cast.amira.ctx(), **words)
    with pytest.raises(Refused, match="answered already"):
        consultations.answer_back(cast.amira.ctx(), **words)
