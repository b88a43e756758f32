"""S01: early help with a parent's consent, one recipient, from Today to the family told."""

from datetime import date

import pytest

from alongside.consultations import queries
from alongside.consultations.rules import Progress
from alongside.duties.words import Owed
from tests import journey
from tests.consultations.deeds import place_of
from tests.stories import asking
from tests.stories.conftest import NARROW, WIDE

pytestmark = pytest.mark.story

TODAY, REVIEW = date(2026, 11, 3), date(2026, 12, 14)
MOST_PAGES = 12


def consults(visit, cast, *, child="Ayo Adeyemi", person=None):
    """Take S01 from Today to the family told, page by page."""
    asking.starts_about(visit, child)
    if person:
        asking.wants_to_ask(visit, person)
    else:
        asking.wants_to_ask_someone_not_on_alongside(visit)
    asking.says_why(visit)
    asking.lists_the_damp(visit)
    asking.mother_agrees(visit, agreed=TODAY, review=REVIEW)
    asking.answers(visit, "No")
    asking.decides_to_share(visit)
    asking.records_the_talk(visit, on=TODAY)
    asking.records_the_outcome(visit)
    asking.tells_the_family(visit, on=TODAY)


def the_only_consultation(cast):
    (line,) = queries.list_consultations(cast.amira.ctx()).lines
    return queries.open_consultation(cast.amira.ctx(), consultation_id=line.id)


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_s01_from_today_to_the_family_told_in_at_most_twelve_pages(visit, cast, width):
    journey.keep_profiles(cast)
    amira = visit(cast.amira, width=width)
    consults(amira, cast, person="Cerys Pugh")
    assert len(amira.seen) <= MOST_PAGES, amira.seen
    print(amira.effort())
    page = the_only_consultation(cast)
    assert {each.progress for each in page.progress} == {Progress.DONE}
    assert {duty.kind for duty in page.duties} == {Owed.CALL_TAF}, "nothing here sends it"
    assert "GP history" not in [item.category.label for item in page.items]


def test_s01_without_javascript_with_someone_who_is_not_on_alongside(visit, cast):
    journey.keep_profiles(cast)
    amira = visit(cast.amira, scripts=False)
    consults(amira, cast)
    assert len(amira.seen) <= MOST_PAGES
    assert {each.progress for each in the_only_consultation(cast).progress} == {Progress.DONE}


def test_s01_the_drawing_stands_beside_the_one_question_that_is_left(visit, cast):
    journey.keep_profiles(cast)
    consultation_id = journey.prepare(cast)
    journey.family_says(cast, consultation_id)
    amira = visit(cast.amira)
    amira.open(place_of(consultation_id, "may_i_share"))
    assert amira.reads("Is there a worry that a child is in need")
    assert amira.page.locator("figure svg[role=img]").is_visible()
    amira.page.get_by_text("Read this chart as a list").click()
    assert amira.page.locator("figure ol li").first.is_visible()


def test_s01_the_adviser_reads_what_was_shared_and_adds_an_equal_view(visit, cast):
    consultation_id = journey.decided(cast)
    journey.talk(cast, consultation_id)
    cerys = visit(cast.cerys)
    cerys.open("/")
    cerys.press("Read and confirm")
    assert cerys.reads("The flat is damp and Ayo coughs at school.")
    cerys.choose("Is this what you said?", "Yes, that is what I said")
    cerys.write("Your own view", "He is brighter on the days he has breakfast with us.")
    cerys.choose(
        "Does what you heard make you think that this child may be suffering significant harm?", "No"
    )
    cerys.press("Send my answer")
    amira = visit(cast.amira)
    amira.open(f"/consultations/{consultation_id}/")
    assert amira.reads("He is brighter on the days he has breakfast with us.")


def test_s01_the_decision_shows_why_it_was_right(visit, cast):
    consultation_id = journey.decided(cast)
    decision = queries.open_consultation(cast.amira.ctx(), consultation_id=consultation_id).people[0].decision
    amira = visit(cast.amira)
    amira.open(f"/decisions/{decision.id}/")
    for words in (
        "hmg-2018-07",
        "Gwen Adeyemi (mother) agreed",
        "It helps Ayo and his mother agrees.",
        "Amira Haddad",
    ):
        assert amira.reads(words)
