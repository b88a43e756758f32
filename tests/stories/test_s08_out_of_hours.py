"""S08: rung at ten past two in the morning, written down on one page, completed when the children are safe."""

from datetime import UTC, date, datetime

import pytest

from alongside.consultations import queries
from alongside.consultations.words import Beginning
from alongside.duties.words import Owed
from alongside.sharing import queries as sharing
from tests import journey
from tests.stories import asking
from tests.stories.conftest import NARROW, WIDE

pytestmark = pytest.mark.story

NIGHT = date(2026, 11, 3)
CHILDREN = ("Amy Reed", "Ben Reed", "Cal Reed")


def writes_it_down(visit):
    """The first save: one page."""
    visit.open("/consultations/already-spoken/")
    visit.choose("Was it an emergency?", "An emergency: a child was in danger")
    visit.write("Children who are not listed here", "\n".join(CHILDREN))
    visit.write("Whom did you speak with?", "Lesley at the emergency duty team")
    asking.day(visit, "When did you speak?", NIGHT)
    visit.page.get_by_role("group", name="When did you speak?").get_by_label("Time").fill("2.10 am")
    visit.write("What you said", "Names, ages, the address, the gas, and that their mother is ill.")
    visit.press("Save what I have")


def completes(visit, page, *, first):
    """One child's consultation, from whom to whether it may be shared."""
    visit.open(f"/consultations/{page.id}/")
    visit.press("Continue:")
    if first:
        visit.write("Their name", "Lesley Marsh")
        visit.write("Their role", "Social worker")
        visit.write("Their agency", "Emergency duty team")
        visit.write("Their telephone number", "01632 960 101")
        visit.choose("How do you know that this is the right person?", "I know them from working together")
    visit.press("Save and continue")
    if first:
        asking.says_why(visit)
        asking.lists_the_damp(visit)
    else:
        visit.press("Save and continue")
        visit.press("Save and continue")
    visit.choose("Whose answer is this?", "Someone else")
    visit.write("Their name and who they are to the child", "Kerry Reed (mother)")
    visit.choose("Do they have parental responsibility?", "Not known")
    visit.choose("What did they say?", "I have not asked them")
    visit.choose("Why not?", "There was no time to ask")
    visit.write("What makes you think so?", "She was not there.")
    visit.press("Save and continue")


def decides(visit):
    visit.choose("Are these lawful answers right for this?", "Yes, they are right")
    visit.write("Why is sharing this much needed, and no more?", "They were in danger.")
    visit.write("Why you decide this, in a sentence", "Three children alone with a smell of gas.")
    visit.press("I decide to share")


def refers(visit, page):
    """What was decided at night, and that it was rung then."""
    visit.open(f"/consultations/{page.id}/outcome/")
    visit.choose("What did you decide together?", "A referral")
    visit.write("In your words", "They come at once. I write today.")
    visit.choose("What did the child think, and how did it count?", "I did not ask: too young to say")
    visit.press("Save and continue")
    asking.day(visit, "When did you ring?", NIGHT)
    visit.page.get_by_role("group", name="When did you ring?").get_by_label("Time").fill("2.10 am")
    visit.write("Whom did you speak with?", "Lesley Marsh")
    visit.press("Save and continue")


def pages_of(cast):
    lines = queries.list_consultations(cast.amira.ctx()).lines
    found = (queries.open_consultation(cast.amira.ctx(), consultation_id=line.id) for line in lines)
    return sorted((p for p in found if p.beginning is Beginning.ALREADY_SPOKEN), key=lambda p: p.child)


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_s08_the_first_save_takes_one_page(visit, cast, width):
    amira = visit(cast.amira, width=width)
    writes_it_down(amira)
    assert amira.seen == ["Record one that has happened", "Recorded"]
    print(amira.effort())
    pages = pages_of(cast)
    assert [page.child for page in pages] == list(CHILDREN)
    assert len({page.together_id for page in pages}) == 1
    for page in pages:
        assert page.spoken.spoken_at == datetime(2026, 11, 3, 2, 10, tzinfo=UTC)
        assert page.spoken.recorded_at == datetime(2026, 11, 3, 15, 40, tzinfo=UTC)
        assert {duty.kind for duty in page.duties} == {"complete_record"}


@pytest.mark.long
def test_s08_completed_one_child_after_another_each_with_a_decision_of_their_own(visit, cast):
    journey.keep_profiles(cast)
    amira = visit(cast.amira)
    writes_it_down(amira)
    first, second, _third = pages_of(cast)
    completes(amira, first, first=True)
    asking.answers(amira, "Yes, a child is in immediate danger")
    asking.answers(amira, "Yes")
    decides(amira)
    assert amira.page.get_by_label("What you said", exact=True).input_value().startswith("Names, ages")
    amira.choose("How did you speak?", "Telephone")
    amira.write("What they said", "They come at once.")
    amira.press("Save and continue")
    completes(amira, second, first=False)
    assert amira.reads("These answers are the same as for Amy Reed")
    amira.page.get_by_role("radio", name="Yes, I have looked at each of them").check()
    decides(amira)
    decisions = [page.people[0].decision for page in pages_of(cast)[:2]]
    assert len({decision.id for decision in decisions}) == 2
    shown = sharing.open_decision(cast.amira.ctx(), decision_id=decisions[0].id)
    assert (shown.decided_at.hour, shown.recorded_at.hour, shown.after_the_fact) == (2, 15, "yes")
    state = shown.trace["walks"][0]["state"]
    assert state["cp_procedure"] == "immediate"
    assert state["share_mode"] == "without_consent"
    assert (state["retrospective_allowed"], state["channel_exception"]) == (True, True)
    refers(amira, first)
    kinds = {duty.kind for duty in journey.page_of(cast, first.id).duties}
    assert Owed.CONFIRM_REFERRAL in kinds, "what was rung at night is confirmed in writing"
    talk = journey.page_of(cast, first.id).talks[0]
    amira.open(f"/consultations/{first.id}/talks/{talk.id}/slip/")
    assert amira.reads("They come at once."), "Lesley is not on Alongside: the note goes to her on paper"
    amira.open(f"/decisions/{shown.id}/")
    assert amira.reads("Recorded after the fact")
    assert amira.reads("Amira Haddad")
