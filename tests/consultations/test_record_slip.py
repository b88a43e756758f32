"""Somebody who is not on Alongside confirms the asker's note on paper; until then it is the asker's word alone."""

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse

from alongside.access import context
from alongside.access.words import NotThere, Refused
from alongside.advice.words import NoteState
from alongside.consultations import commands
from alongside.consultations.commands import ChosenPerson, Returned
from alongside.consultations.words import Checked, Leaf
from tests import journey
from tests.consultations.deeds import boxes, page_of
from tests.people import NOW, Cast
from tests.recital import Deed, Recital, signed_in

CORRECTED = "I said once a day, in the evening."
MARK = "Written by the asker"


def spoken_outside(cast: Cast) -> dict[str, Any]:
    """Amira has spoken with a nurse who is not on Alongside."""
    journey.keep_profiles(cast)
    consultation_id = journey.prepare(cast)
    commands.choose_person(
        cast.amira.ctx(),
        consultation_id=consultation_id,
        person=ChosenPerson(
            None, Checked.NUMBER_LOOKED_UP, "Sunita Rao", "School nurse", "Harbour Health", "01632 960 555"
        ),
        instead_of=journey.person_in(cast, consultation_id)["person_id"],
    )
    commands.list_what(
        cast.amira.ctx(), consultation_id=consultation_id, items=(journey.DAMP, journey.ABSENT)
    )
    journey.family_says(cast, consultation_id)
    journey.answer(cast, consultation_id, "P0", "no")
    journey.decide(cast, consultation_id)
    talk_id = journey.talk(cast, consultation_id)
    slip = Returned(NoteState.CORRECTED, context.clock().date(), CORRECTED)
    return {"consultation_id": consultation_id, "talk_id": talk_id, "slip": slip}


class TestRecordSlip(Recital):
    deed = Deed(
        command=commands.record_slip,
        leaf=Leaf.SLIP_RETURNED,
        ready=spoken_outside,
        stands=lambda cast, words: page_of(cast, words["consultation_id"]).talks[0].slip,
        page=lambda cast, words: reverse(
            "consultations:slip", args=[words["consultation_id"], words["talk_id"]]
        ),
        right_words=lambda cast, words: {
            "note_state": "corrected",
            "correction": CORRECTED,
            **boxes("returned_on", NOW),
        },
        wrong_words=boxes("returned_on", NOW + timedelta(days=1)),
        sentence="Give the day on which it came back",
        kept=CORRECTED,
    )


def test_the_note_is_marked_as_the_askers_until_the_slip_has_come_back(cast):
    words = spoken_outside(cast)
    page = reverse("consultations:open", args=[words["consultation_id"]])
    assert MARK in signed_in(cast, "amira").get(page).content.decode()
    commands.record_slip(cast.amira.ctx(), **words)
    shown = signed_in(cast, "amira").get(page).content.decode()
    assert MARK not in shown
    assert CORRECTED in shown


def test_the_slip_holds_the_note_and_nothing_of_what_was_left_out(cast):
    words = spoken_outside(cast)
    page = reverse("consultations:slip", args=[words["consultation_id"], words["talk_id"]])
    shown = signed_in(cast, "amira").get(page).content.decode()
    assert "He uses his inhaler twice a day" in shown
    assert "Not quite: I correct it" in shown


def test_there_is_no_slip_for_somebody_who_confirms_it_here(cast):
    consultation_id = journey.decided(cast)
    talk_id = journey.talk(cast, consultation_id)
    slip = Returned(NoteState.CONFIRMED, context.clock().date())
    with pytest.raises(NotThere):
        commands.record_slip(cast.amira.ctx(), consultation_id=consultation_id, talk_id=talk_id, slip=slip)


def test_a_correction_says_what_was_said(cast):
    words = spoken_outside(cast)
    slip = Returned(NoteState.CORRECTED, context.clock().date())
    with pytest.raises(Refused, match="Write what they corrected"):
        commands.record_slip(cast.amira.ctx(), **(words | {"slip": slip}))
