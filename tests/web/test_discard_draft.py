"""Words found and put back: the page says since when they are kept, and throws them away when asked to."""

from datetime import timedelta

import pytest
from django.test import Client

from alongside.access.commands import DRAFT_LIFE
from alongside.access.keeping import author_mark, whose_mark
from alongside.access.queries import find_draft

PAGE = "/children/add/"
SAYS, BUTTON = "is back. It is not saved yet.", "Discard it and start from what is saved"


@pytest.fixture
def typed(browse, cast) -> Client:
    """Amira's browser, in which she has typed half a name."""
    browser = browse(cast.amira)
    browser.post(f"/drafts/?page={PAGE}", {"name": "Half a na"})
    return browser


def test_the_page_says_when_it_was_kept_and_offers_to_discard_it(typed):
    shown = typed.get(PAGE).content.decode()
    assert f"What you typed here on 3 November 2026 at 3.40 pm {SAYS}" in shown
    assert BUTTON in shown


def test_discarded_it_is_gone_and_the_page_is_as_it_was_saved(typed, cast):
    answer = typed.post(PAGE, {"discard_draft": "yes"})
    assert (answer.status_code, answer.headers["Location"]) == (302, PAGE)
    assert find_draft(cast.amira.ctx(), page=PAGE) is None
    shown = typed.get(PAGE).content.decode()
    assert "Half a na" not in shown
    assert BUTTON not in shown


def test_where_nothing_was_typed_nothing_is_offered_and_nothing_happens(browse, cast):
    browser = browse(cast.amira)
    assert BUTTON not in browser.get(PAGE).content.decode()
    assert browser.post(PAGE, {"discard_draft": "yes"}).status_code == 302


def test_one_discards_ones_own_alone(typed, browse, cast):
    browse(cast.ben).post(PAGE, {"discard_draft": "yes"})
    assert "Half a na" in typed.get(PAGE).content.decode()


def test_an_expired_draft_is_never_shown(typed, clock):
    clock.at += DRAFT_LIFE - timedelta(microseconds=1)
    assert "Half a na" in typed.get(PAGE).content.decode()
    clock.advance(microseconds=1)
    shown = typed.get(PAGE).content.decode()
    assert "Half a na" not in shown
    assert BUTTON not in shown


def test_pressed_under_an_ended_login_it_puts_nothing_in_the_place_of_the_words(typed, cast, clock):
    clock.advance(minutes=1)
    mark = author_mark(cast.amira.membership_id, at=clock.at)
    answer = Client().post(PAGE, {"discard_draft": "yes", "author": mark, "stood": "x" * 64})
    assert "kept" not in answer.headers["Location"]
    assert find_draft(cast.amira.ctx(), page=PAGE).words == {"name": ["Half a na"]}


def test_a_page_says_whose_it_is_without_saying_who(browse, cast):
    mark = whose_mark(cast.amira.membership_id)
    assert f'data-whose="{mark}"' in browse(cast.amira).get("/").content.decode()
    assert mark not in browse(cast.ben).get("/").content.decode()
    assert cast.amira.membership_id.hex not in mark
    assert "data-whose" not in Client().get("/sign-in/").content.decode()


def test_signing_out_wipes_what_the_browser_kept(browse, cast):
    assert browse(cast.amira).post("/sign-out/").headers["Clear-Site-Data"] == '"storage"'
