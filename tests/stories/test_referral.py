"""An outcome that is a referral: nothing is sent, so it is rung, confirmed in writing, and heard back of (rulebook 7)."""

from datetime import date

import pytest

from alongside.consultations.words import NextStepKind
from tests import journey
from tests.stories import asking
from tests.stories.conftest import Visit

pytestmark = pytest.mark.story

TODAY = date(2026, 11, 3)


def decides_on_a_referral(visit: Visit) -> None:
    visit.choose("What did you decide together?", "A referral")
    visit.write("In your words", "We refer. I ring now, and her mother knows.")
    visit.choose("What did the child think, and how did it count?", "I did not ask: too young to say")
    visit.press("Save and continue")


def says(visit: Visit, *, when: str, whom: str, words: str, at: str) -> None:
    asking.day(visit, when, TODAY)
    visit.page.get_by_role("group", name=when).get_by_label("Time").fill(at)
    visit.write(whom, "Josh Penrose, duty social worker")
    visit.page.locator("[name=words]").fill(words)
    visit.press("Save and continue")


def test_a_referral_is_rung_written_and_heard_of(visit, cast):
    consultation_id = journey.decided(cast)
    journey.talk(cast, consultation_id)
    amira = visit(cast.amira)
    amira.open(f"/consultations/{consultation_id}/outcome/")
    decides_on_a_referral(amira)
    assert amira.reads("Nothing has been sent. Ring children’s social care now.")
    assert amira.reads("01632 960 101")
    amira.open("/")
    assert amira.reads("Ring children’s social care now about Ayo Adeyemi")
    amira.press("Say when you rang")
    says(
        amira,
        when="When did you ring?",
        whom="Whom did you speak with?",
        words="He took it.",
        at="3.35 pm",
    )
    assert amira.reads("Tell the family") or amira.reads("Telling the family")
    amira.open("/")
    amira.press("Say when you wrote")
    says(amira, when="When did you send it?", whom="To whom?", words="By their form.", at="3.38 pm")
    amira.open("/")
    amira.press("Say what they decided")
    says(amira, when="When did you hear?", whom="Who told you?", words="An assessment.", at="3.40 pm")
    amira.open(f"/consultations/{consultation_id}/")
    assert amira.reads("What was done since")
    assert amira.reads("An assessment.")
    steps = {step.kind for step in journey.page_of(cast, consultation_id).steps}
    assert steps == {
        NextStepKind.REFERRAL_RUNG,
        NextStepKind.REFERRAL_WRITTEN,
        NextStepKind.REFERRAL_ANSWERED,
    }
