"""Recording the conversation, both sides of it."""

from uuid import uuid4

import pytest

from alongside.access import context
from alongside.access.words import Refused
from alongside.advice import queries as advice
from alongside.consultations import commands
from alongside.consultations.commands import RecordedTalk
from alongside.consultations.words import Leaf, Medium
from alongside.sharing import queries as sharing
from tests import journey
from tests.consultations.deeds import address, boxes, page_of
from tests.people import NOW
from tests.recital import Deed, Recital, signed_in

TYPED = {
    "medium": "telephone",
    **boxes("talked_at", NOW),
    "talked_at_clock": "3.40 pm",
    "said_by_asker": "I told her about the damp.",
    "said_by_adviser": "He uses his inhaler twice a day.",
}


def talk(**other):
    words = {
        "medium": Medium.TELEPHONE,
        "talked_at": context.clock(),
        "said_by_asker": "Told.",
        "said_by_adviser": "Heard.",
    }
    return RecordedTalk(**(words | other))


class TestRecordTalk(Recital):
    deed = Deed(
        command=commands.record_talk,
        leaf=Leaf.TALK_RECORDED,
        ready=lambda cast: journey.person_in(cast, journey.decided(cast)) | {"talk": talk()},
        stands=lambda cast, words: page_of(cast, words["consultation_id"]).talks,
        page=address("talk"),
        right_words=lambda cast, words: TYPED,
        wrong_words={"talked_at_clock": "4 pm"},
        sentence="Give the time at which you spoke: it cannot be later than now.",
        kept="He uses his inhaler twice a day.",
    )


def test_only_in_writing_asks_why_nobody_spoke(cast):
    consultation_id = journey.decided(cast)
    browser = signed_in(cast, "amira")
    page = address("talk")(cast, {"consultation_id": consultation_id})
    typed = {**TYPED, "medium": "secure_mail", "command_id": str(uuid4())}
    assert "Say why you have not spoken" in browser.post(page, typed).content.decode()
    assert browser.post(page, {**typed, "why_only_mail": "She is on leave."}).status_code == 302
    (recorded,) = page_of(cast, consultation_id).talks
    assert (recorded.medium, recorded.why_not_spoken) == (Medium.SECURE_MAIL, "She is on leave.")


def test_the_page_gives_the_number_what_may_be_said_and_what_may_not(cast):
    page = address("talk")(cast, {"consultation_id": journey.decided(cast)})
    shown = signed_in(cast, "amira").get(page).content.decode()
    assert "tel:01632960120" in shown
    assert journey.DAMP.text in shown
    assert "Not to be shared – Gwen Adeyemi (mother): GP history." in shown


def test_the_adviser_is_given_what_was_shared_and_the_note(cast):
    assert not sharing.list_my_inbox(cast.cerys.ctx())
    commands.record_talk(cast.amira.ctx(), **journey.person_in(cast, journey.decided(cast)), talk=talk())
    (shared,) = sharing.list_my_inbox(cast.cerys.ctx())
    item = advice.open_inbox_item(cast.cerys.ctx(), disclosure_id=shared.id)
    assert item.shared.note_of_talk == "Heard."


def test_nobody_talks_before_it_is_decided_that_they_may(cast):
    with pytest.raises(Refused, match="Decide first"):
        commands.record_talk(cast.amira.ctx(), **journey.person_in(cast, journey.prepare(cast)), talk=talk())


def talked(cast, consultation_id, *, at):
    return commands.record_talk(
        cast.amira.ctx(), **journey.person_in(cast, consultation_id), talk=talk(talked_at=at)
    )


def test_g6_a_talk_before_the_decision_to_share_is_refused_and_the_page_says_what_to_do(cast, clock):
    page = address("talk")(cast, {"consultation_id": journey.decided(cast)})
    clock.advance(minutes=10)
    typed = {**TYPED, "talked_at_clock": "3.39 pm", "command_id": str(uuid4())}
    shown = signed_in(cast, "amira").post(page, typed).content.decode()
    assert "At that time there was no decision to share. Put the time right" in shown
    assert "Record one that has happened" in shown


def test_g6_a_talk_in_the_minute_of_the_decision_is_held_under_it(cast, clock):
    clock.advance(seconds=20)
    consultation_id = journey.decided(cast)
    clock.advance(minutes=10)
    talked(cast, consultation_id, at=NOW)
    assert len(page_of(cast, consultation_id).talks) == 1


def test_g6_a_talk_under_the_first_decision_is_recorded_after_a_second_one_was_made(cast, clock):
    consultation_id = journey.decided(cast)
    clock.advance(minutes=10)
    spoke_at = context.clock()
    clock.advance(minutes=10)
    journey.decide(cast, consultation_id)
    talked(cast, consultation_id, at=spoke_at)
    assert page_of(cast, consultation_id).talks[0].talked_at == spoke_at
