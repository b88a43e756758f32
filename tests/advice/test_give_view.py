"""The adviser confirms or corrects the note, and adds a view of their own, equal to the asker's."""

from uuid import uuid4

import pytest
from django.urls import reverse

from alongside.access.words import Refused
from alongside.advice import commands
from alongside.advice import queries as advice
from alongside.advice.commands import GivenView
from alongside.advice.words import Heard, Leaf, NoteState
from alongside.consultations import queries
from alongside.sharing import queries as sharing
from tests import journey
from tests.consultations.deeds import page_of
from tests.recital import Deed, Recital, signed_in

VIEW = "I would look at his sleep as well."


def shared_with_cerys(cast):
    journey.talk(cast, journey.decided(cast))
    (shared,) = sharing.list_my_inbox(cast.cerys.ctx())
    return {"disclosure_id": shared.id, "given": GivenView(NoteState.CONFIRMED, view=VIEW)}


class TestGiveView(Recital):
    deed = Deed(
        command=commands.give_view,
        leaf=Leaf.VIEW_GIVEN,
        ready=shared_with_cerys,
        stands=lambda cast, words: (
            advice.open_inbox_item(cast.cerys.ctx(), disclosure_id=words["disclosure_id"]).view
        ),
        page=lambda cast, words: reverse("advice:inbox_item", args=[words["disclosure_id"]]),
        right_words=lambda cast, words: {
            "note_state": "confirmed",
            "view": VIEW,
            "heard": "nothing_more",
        },
        wrong_words={"note_state": "corrected"},
        sentence="Write what you said, so that both notes stand side by side.",
        kept=VIEW,
        who="cerys",
        strangers=("dev", "ben", "amira", "iris"),
    )


def test_the_view_stands_beside_the_askers_note(cast):
    words = shared_with_cerys(cast)
    commands.give_view(cast.cerys.ctx(), **words)
    consultation_id = queries.list_consultations(cast.amira.ctx()).lines[0].id
    view = page_of(cast, consultation_id).talks[0].view
    assert (view.view, view.given_by) == (VIEW, "Cerys Pugh")
    page = reverse("consultations:open", args=[consultation_id])
    shown = signed_in(cast, "amira").get(page).content.decode()
    assert shown.index("He uses his inhaler") < shown.index(VIEW)


def harm_is_heard(cast):
    words = shared_with_cerys(cast)
    given = GivenView(NoteState.CONFIRMED, heard=Heard.SIGNIFICANT_HARM)
    commands.give_view(cast.cerys.ctx(), **(words | {"given": given}))
    return words["disclosure_id"], queries.list_consultations(cast.amira.ctx()).lines[0].id


def today_of(cast, who):
    return signed_in(cast, who).get(reverse("web:today")).content.decode()


def test_harm_that_was_heard_is_heeded_at_once_by_whoever_asked_and_seen_by_their_lead(cast):
    _, consultation_id = harm_is_heard(cast)
    sentence = "thinks that Ayo Adeyemi may be suffering significant harm. Ring children’s social care"
    assert sentence in today_of(cast, "amira")
    assert "somebody asked thinks may be suffering significant harm: <strong>1" in today_of(cast, "iris")
    journey.outcome(cast, consultation_id)
    assert sentence not in today_of(cast, "amira")


def test_whoever_heard_harm_is_shown_whom_to_ring(cast):
    disclosure_id, _ = harm_is_heard(cast)
    page = signed_in(cast, "cerys").get(reverse("advice:inbox_item", args=[disclosure_id]))
    shown = page.content.decode()
    assert "tel:01632960101" in shown
    assert "tel:01632960110" in shown
    assert "Nothing here does it for you." in shown


def test_a_view_is_given_once(cast):
    words = shared_with_cerys(cast)
    commands.give_view(cast.cerys.ctx(), **words)
    with pytest.raises(Refused, match="answered this already"):
        commands.give_view(
            cast.cerys.ctx(command_id=uuid4()),
            **(words | {"given": GivenView(NoteState.CONFIRMED, view="Something else.")}),
        )
