"""Recording what was decided together."""

from uuid import uuid4

import pytest

from alongside.access.words import Refused
from alongside.advice import commands as advice
from alongside.advice.commands import GivenView
from alongside.advice.words import Heard, NoteState
from alongside.consultations import commands
from alongside.consultations.commands import ChildsView
from alongside.consultations.words import ChildView, Leaf, OutcomeKind
from alongside.sharing import queries as sharing
from tests import journey
from tests.consultations.deeds import address, page_of
from tests.recital import Deed, Recital, signed_in


def talked(cast):
    consultation_id = journey.decided(cast)
    journey.talk(cast, consultation_id)
    return {
        "consultation_id": consultation_id,
        "kind": OutcomeKind.ADVICE,
        "words": "She sees him on Mondays.",
        "view": journey.VIEW,
    }


class TestRecordOutcome(Recital):
    deed = Deed(
        command=commands.record_outcome,
        leaf=Leaf.OUTCOME_RECORDED,
        ready=talked,
        stands=lambda cast, words: page_of(cast, words["consultation_id"]).outcome,
        page=address("outcome"),
        right_words=lambda cast, words: {
            "kind": "advice",
            "words": "She sees him on Mondays.",
            "child_view": "too_young",
        },
        wrong_words={"kind": ""},
        sentence="Choose what you decided together.",
        kept="She sees him on Mondays.",
    )


def test_without_a_conversation_there_is_nothing_to_decide_from(cast):
    with pytest.raises(Refused, match="Record the conversation first"):
        journey.outcome(cast, journey.decided(cast))


def test_not_held_is_not_for_choosing(cast):
    words = talked(cast)
    shown = signed_in(cast, "amira").get(address("outcome")(cast, words)).content.decode()
    assert OutcomeKind.NOT_HELD.label not in shown
    with pytest.raises(Refused, match="Choose what you decided"):
        commands.record_outcome(cast.amira.ctx(), **(words | {"kind": OutcomeKind.NOT_HELD}))


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        (OutcomeKind.REFERRAL, "A referral is made by ringing"),
        (OutcomeKind.TAF, "Ring those who should be in"),
    ],
)
def test_what_nothing_here_sends_is_said_plainly_at_the_end(cast, kind, line):
    words = talked(cast)
    journey.outcome(cast, words["consultation_id"], kind=kind)
    shown = signed_in(cast, "amira").get(address("done")(cast, words)).content.decode()
    assert "Nothing has been sent." in shown
    assert line in shown


def test_what_they_corrected_their_own_view_and_their_warning_stand_before_one_who_decides(cast):
    words = talked(cast)
    (shared,) = sharing.list_my_inbox(cast.cerys.ctx())
    given = GivenView(
        NoteState.CORRECTED,
        correction="Three times a day, not twice.",
        view="He is afraid to go home.",
        heard=Heard.SIGNIFICANT_HARM,
    )
    advice.give_view(cast.cerys.ctx(), disclosure_id=shared.id, given=given)
    shown = signed_in(cast, "amira").get(address("outcome")(cast, words)).content.decode()
    assert "inhaler twice a day" in shown
    assert "Three times a day, not twice." in shown
    assert "He is afraid to go home." in shown
    assert "may be suffering significant harm" in shown


def test_every_outcome_says_how_the_childs_view_counted_or_why_it_was_not_sought(cast):
    words = talked(cast)
    for view, sentence in (
        (None, "Say how the child’s view counted"),
        (ChildsView(ChildView.WEIGHED), "Say it in a sentence"),
        (ChildsView(ChildView.OTHER), "Say it in a sentence"),
    ):
        with pytest.raises(Refused, match=sentence):
            commands.record_outcome(cast.amira.ctx(), **(words | {"view": view}))
    commands.record_outcome(cast.amira.ctx(), **words)
    shown = signed_in(cast, "amira").get(address("open")(cast, words)).content.decode()
    assert "I asked, and this is how it counted" in shown
    assert journey.VIEW.words in shown


def test_the_page_asks_for_the_view_and_keeps_it(cast):
    words, browser = talked(cast), signed_in(cast, "amira")
    typed = {"kind": "advice", "words": "She sees him.", "child_view": "weighed", "command_id": str(uuid4())}
    answer = browser.post(address("outcome")(cast, words), typed)
    assert answer.status_code == 422
    assert "Say what they said, and how it counted." in answer.content.decode()
    typed |= {"view_counted": "He likes Mondays.", "command_id": str(uuid4())}
    assert browser.post(address("outcome")(cast, words), typed).status_code == 302
    assert page_of(cast, words["consultation_id"]).outcome.child_view_words == "He likes Mondays."
