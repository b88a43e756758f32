"""Ending a consultation before anybody was spoken with: not needed any more, or begun by mistake."""

import pytest

from alongside.access.words import Refused
from alongside.consultations import commands
from alongside.consultations.words import Leaf, OutcomeKind, Task
from alongside.duties.words import Owed
from tests import journey
from tests.consultations.deeds import address, page_of
from tests.recital import Deed, Recital, signed_in

WHY = "His mother has solved it with the landlord."


def asked(cast):
    return {"consultation_id": journey.decided(cast), "words": WHY}


class TestRecordNotHeld(Recital):
    deed = Deed(
        command=commands.record_not_held,
        leaf=Leaf.OUTCOME_RECORDED,
        ready=asked,
        stands=lambda cast, words: page_of(cast, words["consultation_id"]).outcome,
        page=address("not_held"),
        right_words=lambda cast, words: {"words": WHY},
        wrong_words={"words": "   "},
        sentence="Say why it is not held",
        kept="It ends here, before anybody was spoken with",
    )


def end(cast, consultation_id):
    commands.record_not_held(cast.amira.ctx(), consultation_id=consultation_id, words=WHY)
    return page_of(cast, consultation_id)


def owed(page):
    return {duty.kind for duty in page.duties}


def test_what_was_to_come_is_not_asked_for_any_more_and_the_family_that_knows_is_told(cast):
    page = end(cast, journey.decided(cast))
    tasks = {state.task for state in page.progress}
    assert Task.TALK not in tasks
    assert page.outcome.kind is OutcomeKind.NOT_HELD
    assert page.next_task.task is Task.TELLING
    assert owed(page) == {Owed.TELL_FAMILY}


def test_nobody_is_to_be_told_of_what_nobody_knew(cast):
    page = end(cast, commands.begin_consultation(cast.amira.ctx(), child_id=cast.child_id))
    assert page.next_task is None
    assert not owed(page)


def test_once_somebody_was_spoken_with_it_ends_with_what_was_decided(cast):
    consultation_id = journey.decided(cast)
    journey.talk(cast, consultation_id)
    with pytest.raises(Refused, match="You have spoken already"):
        end(cast, consultation_id)


def test_speaking_after_all_opens_it_again(cast, clock):
    consultation_id = journey.decided(cast)
    end(cast, consultation_id)
    clock.advance(hours=1)
    journey.talk(cast, consultation_id)
    assert page_of(cast, consultation_id).next_task.task is Task.OUTCOME


def test_the_record_offers_it_only_while_nobody_was_spoken_with(cast):
    consultation_id = journey.decided(cast)
    words = {"consultation_id": consultation_id}

    def offered():
        shown = signed_in(cast, "amira").get(address("open")(cast, words)).content.decode()
        return "End it without a talk" in shown

    assert offered()
    journey.talk(cast, consultation_id)
    assert not offered()
