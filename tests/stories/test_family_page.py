"""A mother, and a child, at a page of their own: given by the practitioner, read, answered, left fast; and both sides."""

import re
from contextlib import suppress

import pytest
from django.core import mail
from playwright.sync_api import Error, expect

from alongside.portal.words import Reader
from alongside.upkeep import reminding
from tests.portal.doors import AGREED, HOME, NOT_SAFE, PAGES, QUESTIONS, SECOND, give
from tests.portal.test_agreed import asked
from tests.portal.test_say import notice
from tests.portal.test_send_link import MAILBOX, give_by, mailbox
from tests.stories.conftest import NARROW

pytestmark = pytest.mark.story

WEATHER = "https://www.bbc.co.uk/weather"


def given(amira, cast) -> str:
    """Amira gives Gwen a page; answers the code on the sheet."""
    amira.open(f"/children/{cast.child_id}/")
    amira.press("Pages for the family")
    amira.press("Give somebody their own page")
    amira.choose("For whom is the page?", "Gwen Adeyemi (mother)")
    amira.choose("How should it be written?", "An adult")
    amira.write("Why do they get this page?", "So that you can read what we did.")
    for part in (
        "Read who has spoken with whom and why, and what came of it",
        "Say something in their own words",
    ):
        amira.choose("What can they do there?", part)
    amira.choose("What can they do there?", "See what they agreed to, answer, and change their mind")
    amira.choose("What can they do there?", "Ask, say that something is wrong, complain")
    amira.choose("In which language?", "English")
    amira.choose("How will they open it?", "By a private link that they keep")
    amira.choose("How does the link reach them?", "I hand over the sheet myself")
    amira.choose("What will only they know?", "A few words that they chose")
    amira.write("Let them type it here, or type it as they say it", SECOND)
    for box, value in (("day", "1"), ("month", "12"), ("year", "2026")):
        amira.page.fill(f"#id_until_on_{box}", value)
    amira.press("Give the page")
    return amira.page.locator(".handout__code").inner_text()


def finds_the_weather(person) -> None:
    """The neutral page that one leaves to is not on this machine: something stands in for it."""
    person.context.route(
        f"{WEATHER}**", lambda route: route.fulfill(body="<h1>Weather</h1>", content_type="text/html")
    )


def come_in(visit, code):
    """Somebody at a telephone opens their page."""
    person = at_the_door(visit)
    person.write("The code on your sheet", code)
    person.write("The thing only you know", SECOND)
    person.press("Open")
    return person


def at_the_door(visit):
    person = visit(None, width=NARROW)
    finds_the_weather(person)
    person.page.goto("about:blank")
    person.open(PAGES)
    return person


def is_refused(person, code) -> None:
    """With a wrong second thing the door stays where it is, and says what to do."""
    person.write("The code on your sheet", code)
    person.write("The thing only you know", "not this")
    person.page.get_by_role("button", name="Open").click()
    person.page.get_by_role("alert").wait_for()
    assert person.reads("This did not open a page.")
    assert person.reads("After five wrong tries the page rests")
    person.looked_over()


def test_a_mother_reads_answers_and_leaves_fast(visit, cast):
    notice(
        cast, adult_id=cast.mother_id, title="We spoke with the school", words="We asked how mornings are."
    )
    asked(cast)
    amira = visit(cast.amira)
    code = given(amira, cast)
    mother = at_the_door(visit)
    is_refused(mother, code)
    mother.write("The code on your sheet", code.lower())
    mother.write("The thing only you know", SECOND)
    mother.press("Open")
    assert mother.page.title() == "Page"
    mother.press("Who spoke with whom, and why")
    assert mother.reads("We asked how mornings are.")
    mother.press("Something here is wrong")
    mother.choose("Where is it wrong?", "We spoke with the school, 3 November 2026")
    mother.write("What is wrong?", "It was in October.")
    mother.press("Send: this is wrong")
    mother.press("Back to the start", within="footer")
    mother.press("My own words")
    mother.write("What do you want people to know?", "Mornings are better now.")
    mother.press("Go on")
    assert mother.reads("Is this what you want to say?")
    mother.press("Yes, keep it")
    agrees(mother)
    for page in (NOT_SAFE, f"{HOME}?language=ur"):
        mother.open(page)
    leave(mother)
    amira.open(f"/voice/children/{cast.child_id}/")
    assert amira.reads("Mornings are better now.")
    assert amira.reads("It was in October.")
    amira.open(f"/private-links/children/{cast.child_id}/")
    amira.press("End it now")
    amira.press("End it now")
    assert amira.reads("Ended by a practitioner")
    assert amira.reads("Gwen Adeyemi answered and signed as Gwen Adeyemi")


def agrees(mother) -> None:
    """She takes back what she agreed to, and answers what she was asked, with her name under it."""
    mother.open(AGREED)
    mother.press("I change my mind")
    mother.press("I take my yes back")
    assert mother.reads("You changed your mind.")
    mother.press("Answer")
    mother.press("Send my answer")
    assert mother.reads("Say yes or no.")
    mother.choose("Is it OK with you?", "Yes, to what I tick here")
    mother.page.get_by_label("Where you live").check()
    mother.write("Type your name. It stands for your signature.", "Gwen Adeyemi")
    mother.page.locator("canvas").click()
    mother.press("Send my answer")
    assert mother.reads("You said yes.")


def leave(mother) -> None:
    """E39: after the quick exit nothing of the page can be had back, by the back button or by its address."""
    for _ in range(3):
        mother.page.keyboard.press("Escape")
    mother.page.wait_for_url(f"{WEATHER}**")
    mother.page.go_back()
    mother.page.wait_for_load_state()
    assert not mother.reads("Gwen")
    assert not mother.reads("Mornings")
    mother.page.goto(f"{mother.address}{HOME}")
    expect(mother.page.get_by_label("The code on your sheet")).to_be_visible()
    assert [cookie for cookie in mother.context.cookies() if cookie["name"] == "visit"] == []


def test_what_was_typed_is_not_lost_by_a_link_and_leaving_fast_asks_nothing(visit, cast):
    mother = at_the_door(visit)
    _, made = give(cast, adult_id=cast.mother_id)
    mother.write("The code on your sheet", made.code)
    mother.write("The thing only you know", SECOND)
    mother.press("Open")
    mother.open(QUESTIONS)
    mother.write("What is wrong?", "It was in October.")
    for name in ("Back to the start", "Polski"):
        mother.page.get_by_role("link", name=name).click()
        expect(mother.page.get_by_role("alert")).to_contain_text("is not sent yet.")
    assert mother.page.get_by_label("What is wrong?").input_value() == "It was in October."
    mother.looked_over()
    mother.page.get_by_role("link", name="Go on without sending it").click()
    mother.page.wait_for_url(f"**{QUESTIONS}?language=pl")
    mother.open(QUESTIONS)
    mother.page.locator("textarea").first.fill("Nie tak.")
    for _ in range(3):
        mother.page.keyboard.press("Escape")
    mother.page.wait_for_url(f"{WEATHER}**")


def test_e39_without_scripts_leaving_ends_the_visit_too(visit, cast):
    _, made = give(cast, adult_id=cast.mother_id)
    plain = visit(None, width=NARROW, scripts=False)
    plain.open(PAGES)
    plain.write("The code on your sheet", made.code)
    plain.write("The thing only you know", SECOND)
    plain.press("Open")
    assert plain.reads("Gwen")
    with suppress(Error):  # the weather is not on this machine, and nothing can stand in behind a redirection
        plain.press("Leave this page now", within="header")
    plain.page = plain.context.new_page()
    plain.page.goto(f"{plain.address}{HOME}")
    assert plain.reads("Open your page")
    assert not plain.reads("Gwen")


def test_e39_what_was_read_is_not_behind_the_back_button(visit, cast):
    _, made = give(cast, adult_id=cast.mother_id)
    mother = at_the_door(visit)
    before = mother.page.evaluate("history.length")
    is_refused(mother, made.code)
    mother.write("The code on your sheet", made.code)
    mother.write("The thing only you know", SECOND)
    mother.press("Open")
    mother.press("Who spoke with whom, and why")
    mother.press("Back to the start", within="footer")
    mother.press("اردو", within="header")
    mother.page.wait_for_url(f"**{HOME}?language=ur")
    assert mother.page.evaluate("history.length") == before
    mother.page.get_by_role("button", name="یہ صفحہ ابھی چھوڑ دیں").click()
    mother.page.wait_for_url(f"{WEATHER}**")
    mother.page.go_back()
    assert mother.page.url == "about:blank"


def gateway_fails(route) -> None:
    route.fulfill(status=502, body="<h1>Bad Gateway</h1>", content_type="text/html")


def line_fails(route) -> None:
    route.abort()


@pytest.mark.parametrize("fails", [gateway_fails, line_fails])
def test_where_the_house_does_not_answer_the_door_says_so_and_keeps_what_was_typed(visit, cast, fails):
    _, made = give(cast, adult_id=cast.mother_id)
    mother = at_the_door(visit)
    mother.write("The code on your sheet", made.code)
    mother.write("The thing only you know", SECOND)
    mother.page.route(f"**{PAGES}", fails)
    mother.page.get_by_role("button", name="Open").click()
    expect(mother.page.get_by_role("alert")).to_contain_text("No answer came back.")
    assert mother.reads("Wait a minute, then try again.")
    assert not mother.reads("null")
    mother.looked_over()
    mother.page.unroute(f"**{PAGES}")
    mother.press("Open")
    assert mother.reads("This page is for you, Gwen Adeyemi")


def test_a_mother_opens_the_page_from_an_e_mail(visit, cast):
    """The address of the mail fills the code in and leaves no token in the address; the second thing is hers."""
    made = give_by(cast, mailbox(cast))
    reminding.remind()
    (sent,) = (each for each in mail.outbox if each.to == [MAILBOX])
    mother = visit(None, width=NARROW)
    mother.open(f"{PAGES}{re.search('#[A-Za-z0-9_-]{43}', sent.body)[0]}")
    assert made.token not in mother.page.url
    mother.write("The thing only you know", SECOND)
    mother.press("Open")
    assert mother.reads("This page is for you, Gwen Adeyemi")


def test_a_child_has_a_page_with_pictures(visit, cast):
    notice(cast, adult_id=None, title="Amira talked with your teacher", words="She asked what you like.")
    _, made = give(cast, adult_id=None, written_for=Reader.YOUNG_PICTURES)
    child = visit(None, width=NARROW)
    child.open(f"{PAGES}#{made.token}")
    assert "#" not in child.page.url, "the token is gone from the address at once"
    child.write("The thing only you know", SECOND)
    child.press("Open")
    child.press("What happened")
    assert child.reads("She asked what you like.")
    child.press("Back to the start", within="footer")
    child.press("What I want to say")
    child.page.get_by_label("Sad").check()
    child.press("Go on")
    child.press("Yes, keep it")
    child.press("I am not safe")
    assert child.reads("0800 1111")
    child.press("Tell them that I am not safe")
    assert child.reads("They must act today")


def test_a_practitioner_hands_over_the_screen_and_is_gone(visit, cast):
    amira = visit(cast.amira, width=NARROW)
    amira.open(f"/private-links/children/{cast.child_id}/give/")
    amira.choose("For whom is the page?", "Gwen Adeyemi (mother)")
    amira.choose("How should it be written?", "An adult")
    amira.write("Why do they get this page?", "To write it down together.")
    amira.choose("What can they do there?", "Say something in their own words")
    amira.choose("In which language?", "English")
    amira.choose("How will they open it?", "Together now, on this screen")
    amira.press("Give the page")
    assert amira.reads("This page is for you, Gwen Adeyemi")
    for path in (f"/children/{cast.child_id}/", "/"):
        amira.page.goto(amira.address + path)
        assert "/sign-in/" in amira.page.url or "/demonstration/" in amira.page.url
    amira.page.goto(f"{amira.address}{HOME}")
    amira.press("Close this page", within="footer")
    expect(amira.page.locator("h1")).to_have_text("Open your page")
