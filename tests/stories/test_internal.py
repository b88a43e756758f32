"""A consultation inside one agency: its own procedure is shown, and recorded as followed, in place of the chart."""

from datetime import date

import pytest

from alongside.access.words import Ref
from alongside.consultations import queries
from alongside.consultations.rules import Progress
from alongside.consultations.words import Task
from alongside.sharing import queries as sharing
from alongside.sharing.words import Followed
from tests.sharing.keeping import name_keeper
from tests.stories import asking

pytestmark = pytest.mark.story

TODAY, REVIEW = date(2026, 11, 3), date(2026, 12, 14)
PROCEDURE = "Ask a colleague who already knows the family first. Both write down what was asked and advised."


def the_only_consultation(cast):
    (line,) = queries.list_consultations(cast.amira.ctx()).lines
    return queries.open_consultation(cast.amira.ctx(), consultation_id=line.id)


def keeps_the_procedure(visit, text):
    visit.open("/")
    visit.press("Our own procedure")
    visit.press("our procedure")
    visit.write("Our procedure", text)
    visit.press("Keep as a new edition")


def test_inside_one_agency_its_own_procedure_is_followed_in_place_of_the_chart(visit, cast):
    name_keeper(cast, "iris")
    iris = visit(cast.iris)
    keeps_the_procedure(iris, PROCEDURE)
    assert iris.reads("Edition 1, in force since 3 November 2026")
    assert iris.reads("Kept by Iris Olsen")

    amira = visit(cast.amira)
    asking.starts_about(amira, "Ayo Adeyemi")
    asking.wants_to_ask(amira, "Ben Ashworth")
    asking.says_why(amira)
    asking.lists_the_damp(amira)
    asking.mother_agrees(amira, agreed=TODAY, review=REVIEW)
    assert amira.reads(PROCEDURE)
    assert amira.reads("Its own procedure holds in place of the chart.")
    amira.choose("Have you followed it?", "Yes, I followed it")
    amira.press("Save and continue")
    asking.records_the_talk(amira, on=TODAY)
    asking.records_the_outcome(amira)
    asking.tells_the_family(amira, on=TODAY)

    page = the_only_consultation(cast)
    assert {each.progress for each in page.progress} == {Progress.DONE}
    assert Task.MAY_I_SHARE not in {each.task for each in page.progress}
    (person,) = page.people
    assert (person.decision, person.followed.followed, person.followed.edition) == (
        None,
        Followed.FOLLOWED,
        1,
    )
    assert sharing.list_decisions(cast.amira.ctx(), arising_from=Ref("consultation", page.id)) == ()
    (shared,) = sharing.list_my_inbox(cast.ben.ctx())
    ben = visit(cast.ben)
    ben.open(f"/shared-with-me/{shared.id}/")
    assert ben.reads("Inside our own agency, by its procedure, edition 1.")

    keeps_the_procedure(iris, "Ring the nurse on duty.")
    assert iris.reads("Edition 2, in force since")
    amira.open(f"/consultations/{page.id}/")
    assert amira.reads("Our own procedure was followed with Ben Ashworth: edition 1")
    amira.press("edition 1")
    assert amira.reads("This is an earlier edition.")
    assert amira.reads(PROCEDURE)


def test_who_went_another_way_says_in_what_and_what_was_typed_stays(visit, cast):
    amira = visit(cast.amira)
    asking.starts_about(amira, "Ayo Adeyemi")
    asking.wants_to_ask(amira, "Ben Ashworth")
    asking.says_why(amira)
    asking.lists_the_damp(amira)
    asking.mother_agrees(amira, agreed=TODAY, review=REVIEW)
    assert amira.reads("Your agency keeps no procedure here yet.")
    amira.choose("Have you followed it?", "Not in every point: I say how")
    amira.press("Save and continue")
    assert amira.reads("Say in what you went another way, and why.")
    amira.write("In what did you go another way, and why?", "The nurse on duty was ill, so I rang Ben.")
    amira.press("Save and continue")
    (person,) = the_only_consultation(cast).people
    assert (person.followed.followed, person.followed.words) == (
        Followed.OTHERWISE,
        "The nurse on duty was ill, so I rang Ben.",
    )


def test_whoever_may_not_change_it_is_led_to_no_form(visit, cast):
    name_keeper(cast, "iris")
    ben = visit(cast.ben)
    ben.open("/guidance/")
    ben.press("Our own procedure")
    assert ben.reads("Your agency’s data-protection officer keeps this.")
    assert ben.page.get_by_role("link", name="Write our procedure").count() == 0
    ben.open("/decisions/procedure/change/")
    assert ben.reads("There is nothing here for you")
