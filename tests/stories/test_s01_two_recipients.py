"""S01 as the rulebook tells it: the school nurse and the housing officer, each with a decision of their own."""

from datetime import date

import pytest

from alongside.consent.words import Category
from alongside.consultations import queries
from alongside.consultations.rules import Progress
from alongside.duties.words import Owed
from alongside.sharing import queries as sharing
from tests import journey
from tests.stories import asking

pytestmark = pytest.mark.story

TODAY, REVIEW = date(2026, 11, 3), date(2026, 12, 14)
MOST_PAGES = 16
NURSE, HOUSING = "Cerys Pugh", "Dev Malik"
DAMP, ABSENT = "The flat is damp and Ayo coughs at school.", "Ayo has missed 14 days this term."


def asks_both(visit):
    asking.starts_about(visit, "Ayo Adeyemi")
    visit.page.get_by_role("radio", name=NURSE).check()
    visit.press("Save, and ask somebody else too")
    asking.wants_to_ask(visit, HOUSING)
    asking.says_why(visit)


def lists_for_each(visit):
    """The damp is for both; the absence is for the nurse alone."""
    for number, (words, category, whom) in enumerate(
        ((DAMP, "Housing", (NURSE, HOUSING)), (ABSENT, "Attendance", (NURSE,)))
    ):
        if number:
            visit.page.get_by_role("button", name="Add another item").click()
        row = visit.page.get_by_role("group", name=f"Item {number + 1}")
        row.get_by_label("What you would say", exact=True).fill(words)
        row.get_by_label("What it is about").select_option(label=category)
        row.get_by_label("Fact I or a colleague saw", exact=True).check()
        row.get_by_label("Where it comes from", exact=True).fill("My own visit")
        for name in whom:
            row.get_by_role("checkbox", name=name).check()
    visit.press("Save and continue")


def mother_agrees_to_both(visit):
    for name in (NURSE, HOUSING):
        visit.page.get_by_role("checkbox", name=name).check()
    visit.choose("What did they agree may be shared?", "Attendance")
    asking.mother_agrees(visit, agreed=TODAY, review=REVIEW)


def consults_both(visit):
    asks_both(visit)
    lists_for_each(visit)
    visit.page.get_by_role("radio", name="Gwen Adeyemi").check()
    visit.choose("What did they say?", "They agreed")
    mother_agrees_to_both(visit)
    asking.answers(visit, "No")
    asking.decides_to_share(visit)
    asking.records_the_talk(visit, on=TODAY)
    assert visit.reads("These answers are the same as for Cerys Pugh")
    visit.page.get_by_role("radio", name="Yes, I have looked at each of them").check()
    asking.decides_to_share(visit)
    asking.records_the_talk(visit, on=TODAY)
    asking.records_the_outcome(visit)
    asking.tells_the_family(visit, on=TODAY)


def test_s01_with_two_recipients_in_at_most_sixteen_pages(visit, cast):
    journey.keep_profiles(cast)
    amira = visit(cast.amira)
    consults_both(amira)
    assert len(amira.seen) <= MOST_PAGES, amira.seen
    print(amira.effort())
    (line,) = queries.list_consultations(cast.amira.ctx()).lines
    page = queries.open_consultation(cast.amira.ctx(), consultation_id=line.id)
    assert {each.progress for each in page.progress} == {Progress.DONE}
    assert len({person.decision.id for person in page.people}) == 2
    shared = {
        name: [item.text for item in sharing.list_my_inbox(cast.people[name].ctx())[0].items]
        for name in ("cerys", "dev")
    }
    assert shared == {"cerys": [DAMP, ABSENT], "dev": [DAMP]}
    for answer in page.answers:
        assert answer.excluded == (Category.GP_HISTORY,)
        assert answer.review_by == REVIEW
    assert {answer.recipient for answer in page.answers} == {person.title for person in page.people}
    for person in page.people:
        decision = sharing.open_decision(cast.amira.ctx(), decision_id=person.decision.id)
        assert "6(1)(e)" in decision.lawful.art6, "consent to a service is no ground of data protection"
        assert Category.GP_HISTORY not in {item.category for item in decision.items}
    assert Owed.CALL_TAF in {duty.kind for duty in page.duties}


def test_s01_each_adviser_reads_their_own_part_and_confirms_the_note(visit, cast):
    journey.keep_profiles(cast)
    consults_both(visit(cast.amira))
    for person, reads_absence in ((cast.cerys, True), (cast.dev, False)):
        adviser = visit(person)
        adviser.open("/shared-with-me/")
        adviser.press("About Ayo Adeyemi")
        assert adviser.reads(DAMP)
        assert adviser.reads(ABSENT) is reads_absence
        adviser.choose("Is this what you said?", "Yes, that is what I said")
        adviser.page.get_by_role("radio", name="No", exact=True).check()
        adviser.write("Your own view", "He is better on the days when he slept elsewhere.")
        adviser.press("Send my answer")
        assert adviser.reads("Both sides are kept together")


def test_s01_what_differs_for_the_second_is_shown_and_confirmed_by_itself(visit, cast):
    journey.keep_profiles(cast)
    amira = visit(cast.amira)
    asks_both(amira)
    lists_for_each(amira)
    amira.page.get_by_role("radio", name="Gwen Adeyemi").check()
    amira.choose("What did they say?", "They agreed")
    amira.page.get_by_role("checkbox", name=NURSE).check()
    amira.choose("What did they agree may be shared?", "Attendance")
    asking.mother_agrees(amira, agreed=TODAY, review=REVIEW)
    amira.open(amira.page.url.removeprefix(amira.address).split("/people/")[0] + "/")
    assert amira.reads("In progress"), "nobody has said anything about sharing with the second"
