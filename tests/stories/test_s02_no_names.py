"""S02: a nursery manager asks the hub's line without a name, and is told to talk to the parents."""

from datetime import date

import pytest

from alongside.consultations import queries
from alongside.duties.words import Owed
from alongside.families import queries as families
from alongside.sharing import queries as sharing
from tests import journey
from tests.stories import asking
from tests.stories.conftest import NARROW

pytestmark = pytest.mark.story

TODAY, BY = date(2026, 11, 3), date(2026, 11, 17)
MOST_PAGES = 11
TIRED = "A three-year-old comes in tired and grubby most days this month."


def asks_without_names(visit):
    visit.open("/")
    visit.press("Start a consultation")
    visit.press("Ask without names")
    asking.wants_to_ask(visit, "Dev Malik")
    visit.write("What do you want to ask?", "When does that become more than a niggling worry?")
    visit.write("How would it help the child or the family?", "So that a family is offered help early.")
    visit.write("How would you explain it to the family?", "I would ask somebody what could help.")
    visit.press("Save and continue")


def describes(visit):
    visit.write("What you would say", TIRED)
    visit.page.get_by_label("What it is about").first.select_option(label="Care and daily life at home")
    visit.choose("What kind of statement is it?", "Fact I or a colleague saw")
    visit.write("Where it comes from", "What we see")
    visit.choose("Share it?", "Share it")
    visit.press("Save and continue")


def decides(visit):
    asking.answers(visit, "I am not sure: get advice, then come back here")
    visit.write("Whom did you ask?", "Iris Olsen, named nurse")
    visit.write("What did they say?", "No sign of harm; ring the hub.")
    visit.choose("Did you name the family when you asked?", "No, without names")
    asking.answers(visit, "No")
    visit.choose("Are these lawful answers right for this?", "Yes, they are right")
    visit.write("Why is sharing this much needed, and no more?", "It is only what we see.")
    visit.write("Why you decide this, in a sentence", "Nobody can be identified from it.")
    visit.press("I decide to share")


def test_s02_from_today_to_the_outcome_without_a_name(visit, cast):
    journey.keep_profiles(cast)
    before = families.list_children(cast.dev.ctx())
    amira = visit(cast.amira)
    asks_without_names(amira)
    describes(amira)
    decides(amira)
    asking.records_the_talk(amira, on=TODAY)
    amira.choose("What did you decide together?", "Advice, and I carry on")
    amira.write("In your words", "Talk to the parents, and offer early help.")
    asking.day(amira, "By which day is it to be done?", BY)
    amira.press("Save and continue")
    assert len(amira.seen) <= MOST_PAGES, amira.seen
    print(amira.effort())
    (line,) = queries.list_consultations(cast.amira.ctx()).lines
    page = queries.open_consultation(cast.amira.ctx(), consultation_id=line.id)
    assert (page.mode, page.child_id) == ("no_names", None)
    assert {each.progress for each in page.progress} == {"done"}
    (talk,) = page.talks
    assert (talk.said_by_adviser, talk.talked_at.date()) == (asking.ADVICE, TODAY)
    assert {duty.kind: duty.due_at.date() for duty in page.duties} == {Owed.AGREED_STEP: BY}
    assert families.list_children(cast.dev.ctx()) == before == ()
    (shared,) = sharing.list_my_inbox(cast.dev.ctx())
    assert [item.text for item in shared.items] == [TIRED]
    dev = visit(cast.dev)
    dev.open(f"/shared-with-me/{shared.id}/")
    assert dev.reads("No name was given.")
    assert not dev.reads("Ayo")


def test_s02_a_private_note_on_the_childs_record_is_for_ones_own_agency(visit, cast):
    journey.keep_profiles(cast)
    amira = visit(cast.amira)
    asks_without_names(amira)
    describes(amira)
    decides(amira)
    asking.records_the_talk(amira, on=TODAY)
    (line,) = queries.list_consultations(cast.amira.ctx()).lines
    amira.open(f"/consultations/{line.id}/name/")
    amira.choose("Which child is it about?", "Ayo Adeyemi")
    amira.choose("What do you want to do?", "Only keep a private note on the child’s record")
    amira.press("Save and continue")
    amira.open(f"/children/{cast.child_id}/")
    assert amira.reads("without names")
    assert families.list_children(cast.dev.ctx()) == ()
    (shared,) = sharing.list_my_inbox(cast.dev.ctx())
    assert shared.child == "a child without names"


def test_s02_a_name_typed_by_mistake_is_caught_before_it_is_saved(visit, cast):
    amira = visit(cast.amira, width=NARROW)
    asks_without_names(amira)
    amira.write("What you would say", "Ayo Adeyemi comes in tired.")
    amira.page.get_by_label("What it is about").first.select_option(label="Care and daily life at home")
    amira.choose("What kind of statement is it?", "Fact I or a colleague saw")
    amira.write("Where it comes from", "What we see")
    amira.choose("Share it?", "Share it")
    amira.press("Save and continue")
    assert amira.reads("looks like a name")
    assert amira.page.get_by_label("What you would say", exact=True).input_value().startswith("Ayo")
