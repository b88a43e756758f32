"""Today: duties as sentences, one button each; what one waits for; and no query while a page is rendered."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connections
from django.template.backends import jinja2 as backend

from alongside.consent.words import Status
from alongside.web import rules
from alongside.web.rules import Due
from tests import journey
from tests.people import NOW
from tests.web.conftest import leaves


def text_of(page) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page.content.decode()).split())


def test_a_day_without_duties_says_so(browse, cast):
    page = text_of(browse(cast.amira).get("/"))
    assert "Good afternoon, Amira" in page
    assert "Nothing needs you today." in page
    assert "Start a consultation" in page
    assert "Record one that has happened" in page
    assert "You are not waiting for anybody." in page


def test_a_talk_owes_its_outcome_and_waits_for_the_adviser(browse, cast, opened):
    mine = text_of(browse(cast.amira).get("/"))
    assert (
        "Record what you and Cerys Pugh, Teaching assistant, Willow Lane Primary decided about Ayo Adeyemi"
        in mine
    )
    assert "Cerys Pugh, Teaching assistant to confirm the note of your talk about Ayo Adeyemi" in mine
    theirs = browse(cast.cerys).get("/")
    assert "Confirm the note of what you advised about Ayo Adeyemi" in text_of(theirs)
    assert f"/shared-with-me/{opened.disclosure_id}/" in theirs.content.decode()


def test_a_late_duty_comes_first_and_says_how_late_it_is(browse, cast, opened, clock):
    clock.advance(days=13)
    page = text_of(browse(cast.amira).get("/"))
    assert "One thing needs you today. It is late." in page
    assert "6 days late" in page


def test_a_countersignature_is_asked_of_the_safeguarding_lead(browse, cast):
    journey.keep_profiles(cast)
    consultation_id = journey.prepare(cast)
    journey.family_says(cast, consultation_id, status=Status.REFUSED)
    journey.answer(cast, consultation_id, "P0", "yes")
    journey.answer(cast, consultation_id, "Q4", "no")
    more = {"review_trigger": "New facts.", "alternative_action": "Daily contact."}
    journey.decide(cast, consultation_id, outcome="DO_NOT_SHARE", **more)
    sentence = "Read the decision not to share about Ayo Adeyemi, and countersign it or send it back"
    assert sentence in text_of(browse(cast.iris).get("/"))
    waiting = "A safeguarding lead to countersign your decision not to share about Ayo Adeyemi"
    assert waiting in text_of(browse(cast.amira).get("/"))


def test_an_administrator_is_led_to_no_content(browse, cast):
    client = browse(cast.farid)
    page = text_of(client.get("/"))
    assert "see nothing that is recorded about children" in page
    assert "Start a consultation" not in page
    assert "Children" not in page.replace("children", "")
    assert client.get("/children/").status_code == 404


def test_a_visit_to_today_leaves_one_leaf(browse, cast, opened):
    client = browse(cast.amira)
    before = leaves()
    client.get("/")
    assert leaves() == before + 1


@pytest.fixture
def statements_while_rendering(monkeypatch) -> list[str]:
    """Every SQL statement that is asked between the beginning and the end of rendering a page."""
    asked: list[str] = []
    render = backend.Template.render

    def watched(self, context=None, request=None):
        def note(execute, sql, params, many, words):
            asked.append(sql)
            return execute(sql, params, many, words)

        with connections["default"].execute_wrapper(note), connections["reader"].execute_wrapper(note):
            return render(self, context, request)

    monkeypatch.setattr(backend.Template, "render", watched)
    return asked


@pytest.mark.parametrize("who", ["amira", "cerys", "iris", "farid"])
def test_no_page_asks_for_a_row_while_it_is_rendered(browse, cast, opened, statements_while_rendering, who):
    """The control: a page that did would be noticed, because the watch sees the statements around it."""
    client = browse(getattr(cast, who))
    lists = (
        "/",
        "/children/",
        "/children/add/",
        "/guidance/",
        "/guidance/hmg-2018-07/",
        "/consultations/",
        "/consultations/?whose=all",
    )
    more = (
        "/decisions/lawful/",
        "/decisions/procedure/",
        "/consultations/begin/",
        "/shared-with-me/",
        "/sign-in/",
    )
    shown = [a for a in (*lists, *more, *opened.addresses) if client.get(a).status_code == 200]
    assert {"/", "/guidance/", "/decisions/lawful/", "/decisions/procedure/"} <= set(shown)
    assert statements_while_rendering == []


@pytest.mark.parametrize(
    ("dues", "said"),
    [
        ((), "Nothing needs you today."),
        (("later",), "Nothing is due today. One thing is coming up."),
        (("today", "today", "later"), "Two things need you today. Nothing is late."),
        (("late", "today", "today"), "Three things need you today. One of them is late."),
        (("late", "late"), "Two things need you today. All of them are late."),
        (("late",), "One thing needs you today. It is late."),
    ],
)
def test_the_first_sentence_is_honest(dues, said):
    assert rules.lede([Due(each, NOW) for each in dues]) == said


@pytest.mark.parametrize(
    ("dues", "said"),
    [
        ((), "One thing needs you today. Nothing is late."),
        (("later",), "One thing needs you today. Nothing is late."),
        (("late",), "Two things need you today. One of them is late."),
    ],
)
def test_what_is_not_to_be_used_further_needs_whoever_has_not_read_that(dues, said):
    assert rules.lede([Due(each, NOW) for each in dues], stops=1) == said


@pytest.mark.parametrize(
    ("hour", "said"),
    [
        (0, "Good morning"),
        (11, "Good morning"),
        (12, "Good afternoon"),
        (17, "Good afternoon"),
        (18, "Good evening"),
    ],
)
def test_the_greeting_follows_the_clock_in_london(hour, said):
    assert rules.greeting("Bea Okafor", at=datetime(2026, 11, 3, hour, tzinfo=UTC)) == f"{said}, Bea"


@pytest.mark.parametrize(
    ("urgency", "days", "said"),
    [("late", -2, "2 days late"), ("late", -1, "1 day late"), ("late", 0, "Late"), ("today", 0, "Today"),
     ("this_week", 3, "By Friday"), ("later", 24, "By 27 Nov")],
)  # fmt: skip
def test_a_duty_says_when(urgency, days, said):
    assert rules.when(Due(urgency, NOW + timedelta(days=days)), now=NOW).text == said


def test_what_one_began_and_left_stands_there_newest_first_until_somebody_was_spoken_with(
    browse, cast, clock
):
    older = journey.decided(cast)
    clock.advance(hours=1)
    newer = journey.prepare(cast)
    page = browse(cast.amira).get("/").content.decode()
    assert "Begun and not finished" in page
    assert page.index(f"/consultations/{newer}/") < page.index(f"/consultations/{older}/")
    journey.talk(cast, older)
    page = browse(cast.amira).get("/").content.decode()
    begun = page[page.index("Begun and not finished") : page.index("Waiting for others")]
    assert str(newer) in begun
    assert str(older) not in begun
    assert "Begun and not finished" not in text_of(browse(cast.cerys).get("/"))
