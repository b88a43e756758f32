"""Five to five on a Friday: pressed twice, gone back, signed out meanwhile, typed wrong, an address pasted."""

import re
from uuid import uuid4

import pytest
from django.contrib.sessions.models import Session

from alongside.consultations import queries
from tests import journey

pytestmark = pytest.mark.story


@pytest.fixture
def why(cast):
    journey.keep_profiles(cast)
    return f"/consultations/{journey.prepare(cast)}/why/"


def page_of(cast):
    (line,) = queries.list_consultations(cast.amira.ctx()).lines
    return queries.open_consultation(cast.amira.ctx(), consultation_id=line.id)


def test_a_double_click_begins_one_consultation(visit, cast):
    amira = visit(cast.amira)
    amira.open("/consultations/begin/")
    amira.choose("Who is it about?", "Ayo Adeyemi")
    with amira.page.expect_navigation():
        amira.page.get_by_role("button", name="Start the consultation").dblclick(no_wait_after=True)
    amira.page.wait_for_load_state()
    assert len(queries.list_consultations(cast.amira.ctx()).lines) == 1


def test_the_same_page_sent_again_with_other_words_shows_both_and_loses_neither(visit, cast, why):
    amira = visit(cast.amira)
    amira.open(why)
    same_id = amira.page.locator("main [name=command_id]").input_value()
    amira.write("What do you want to ask?", "The first words.")
    amira.press("Save and continue")
    amira.open(why)  # as a browser that kept the page would show it, with the id that it was given then
    amira.page.locator("main [name=command_id]").evaluate("(box, id) => { box.value = id }", same_id)
    amira.write("What do you want to ask?", "The second words.")
    amira.press("Save and continue")
    assert amira.reads("You have saved this page with other words")
    assert amira.reads("The first words.")
    assert amira.reads("The second words.")
    amira.press("Save what I sent now")
    assert page_of(cast).question == "The second words."


def test_a_login_that_ended_meanwhile_gives_the_words_back_to_the_same_person_only(visit, cast, why):
    amira = visit(cast.amira)
    amira.open(why)
    amira.write("What do you want to ask?", "Words that took me ten minutes.")
    Session.objects.using("default").all().delete()
    amira.press("Save and continue")
    assert amira.reads("What you typed is kept")
    assert not amira.reads("Words that took me ten minutes.")
    for who, gets_them_back in ((cast.ben, False), (cast.amira, True)):
        again = visit(who)
        again.open(why)
        typed = again.page.locator("textarea").first.input_value() if gets_them_back else again.page.content()
        assert ("Words that took me ten minutes." in typed) is gets_them_back


@pytest.mark.parametrize("task", ["why", "what", "family"])
def test_every_line_of_an_error_summary_leads_to_its_field(visit, cast, task):
    journey.keep_profiles(cast)
    consultation_id = journey.prepare(cast)
    amira = visit(cast.amira)
    amira.open(f"/consultations/{consultation_id}/{task}/")
    for box in amira.page.locator("textarea, input[type=text], input[type=tel]").all():
        if box.is_visible() and box.get_attribute("id") != "words":
            box.fill("")
    amira.page.locator("main form[method=post]").evaluate(
        "form => form.reset && form.querySelectorAll('[checked]').forEach(c => c.checked = false)"
    )
    amira.press("Save and continue")
    lines = amira.page.locator(".govuk-error-summary__list a")
    assert lines.count() > 0
    for line in lines.all():
        line.click()
        focused = amira.page.evaluate("document.activeElement.id")
        assert "#" + focused == line.get_attribute("href")


def test_what_was_typed_stays_when_something_is_missing(visit, cast, why):
    amira = visit(cast.amira)
    amira.open(why)
    amira.write("What do you want to ask?", "Words to keep.")
    amira.write("How would it help the child or the family?", "")
    amira.press("Save and continue")
    assert amira.reads("Say how this would help the child or the family")
    assert amira.page.get_by_label("What do you want to ask?").input_value() == "Words to keep."


def test_a_pasted_address_answers_a_stranger_as_one_that_never_was(visit, cast):
    consultation_id = journey.decided(cast)
    decision = page_of(cast).people[0].decision
    ben = visit(cast.ben)
    pages = set()
    for path in (
        f"/consultations/{consultation_id}/",
        f"/consultations/{uuid4()}/",
        f"/consultations/{consultation_id}/why/",
        f"/decisions/{decision.id}/",
        f"/children/{cast.child_id}/",
        f"/children/{uuid4()}/",
    ):
        ben.open(path)
        pages.add(
            re.sub(
                r'value="[^"]*"|nonce="[^"]*"|aria-current="page"', "", ben.page.locator("main").inner_html()
            )
        )
        assert not ben.reads("Ayo")
    assert len(pages) == 1


def test_going_back_shows_what_is_saved_and_the_later_words_stand(visit, cast, why):
    amira = visit(cast.amira)
    amira.open(why)
    amira.write("What do you want to ask?", "The first words.")
    amira.press("Save and continue")
    amira.page.go_back()
    assert amira.page.get_by_label("What do you want to ask?").input_value() == "The first words."
    amira.write("What do you want to ask?", "The second words.")
    amira.press("Save and continue")
    assert page_of(cast).question == "The second words."
