"""Somebody changes their mind after it was shared (E18): nothing more is shared, and those who have it are told."""

import pytest

from tests.reliance import changing

pytestmark = pytest.mark.story


def test_what_was_agreed_is_taken_back_and_the_school_reads_that_it_stops(visit, cast):
    matter = changing.withdrawn(cast)
    amira, cerys = visit(cast.amira), visit(cast.cerys)

    amira.open("/")
    amira.press("Look again")
    assert amira.reads("Somebody changed their mind about sharing")
    assert amira.reads("What was shared already, and with whom")
    amira.choose("What becomes of it?", "Take it back")
    amira.write("Why?", "She is afraid that the landlord hears of it.")
    amira.write("Is the child safe without it?", "He is. I see him on Monday.")
    amira.press("Save")
    assert amira.reads("They have not said yet what became of it.")

    cerys.open("/")
    assert cerys.reads("takes back what they shared with you about Ayo Adeyemi")
    cerys.press("Say what became of it")
    assert cerys.reads("Do not use this further: from")
    cerys.press("Say what you have done with it")
    cerys.choose("What have you done with it?", "I have deleted it")
    cerys.press("Send my answer")
    assert cerys.reads("Cerys Pugh answered")

    amira.open(f"/decisions/{matter.decision_id}/")
    amira.press("Read what was decided")
    assert amira.reads("Taken back: “I have deleted it”, Cerys Pugh")


def test_a_recipient_says_that_they_have_read_that_it_stops(visit, cast):
    changing.withdrawn(cast)
    cerys = visit(cast.cerys)
    cerys.open("/")
    cerys.press("Read it")
    cerys.press("Say that I have read this")
    cerys.press("I have read this, and use it no further")
    assert cerys.reads("Cerys Pugh read this")
    cerys.open("/")
    assert not cerys.reads("Do not use further")
