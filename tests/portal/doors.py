"""Private links for tests: given by amira, opened in a browser of their own."""

import re
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from django.test import Client
from django.urls import reverse

from alongside.access import context
from alongside.access.words import Unsaid
from alongside.portal import commands, keys
from alongside.portal.commands import NewLink, Secrets
from alongside.portal.keys import NewKeys
from alongside.portal.visits import COOKIE
from alongside.portal.visits import PATH as PAGES
from alongside.portal.words import Part, Reader, SecondThing
from tests.people import Cast

HOME, TOLD, AGREED, SAID, NOT_SAFE, QUESTIONS, CLOSE = (
    reverse(f"portal:{name}") for name in ("home", "told", "agreed", "said", "not_safe", "questions", "close")
)
SECOND = "seven yellow ducks"
WHY = "So that you can read what we agreed."


def to_change(number: int) -> str:
    """Where one changes one's mind about what one agreed to, by its place on the page."""
    return reverse("portal:change_my_mind", args=[number])


def to_answer(number: int) -> str:
    """Where one answers what one was asked, by its place on the page."""
    return reverse("portal:answer_request", args=[number])


def shown_at(browser: Client, path: str) -> str:
    """What the form at a numbered address says that it shows; empty where there is no form."""
    found = re.search(r'name="shown" value="([^"]*)"', browser.get(path).content.decode())
    return found[1] if found else ""


def about_shown(browser: Client, title: str) -> str:
    """What stands for the notice of this title, among those of which one may be called wrong."""
    page = browser.get(QUESTIONS).content.decode()
    choices = re.findall(r'name="about"\s+value="(\w+)"(.*?)</label>', page, re.DOTALL)
    return next(mark for mark, label in choices if title in label)


def new_link(written_for: Reader = Reader.ADULT, parts: tuple[Part, ...] = tuple(Part)) -> NewLink:
    return NewLink(written_for, WHY, parts)


def secrets(made: NewKeys, second: str = SECOND) -> Secrets:
    return Secrets(made.code_digest, made.token_digest, Unsaid(second), SecondThing.PHRASE)


def give(cast: Cast, *, adult_id: UUID | None, days: int = 30, **words: Any) -> tuple[UUID, NewKeys]:
    """A link of one person about Ayo; None for Ayo himself."""
    made = keys.new_keys()
    written_for = words.pop("written_for", Reader.ADULT if adult_id else Reader.YOUNG_WORDS)
    link_id = commands.give_private_link(
        cast.amira.ctx(),
        child_id=cast.child_id,
        adult_id=adult_id,
        link=new_link(written_for, **words),
        secrets=secrets(made),
        until=context.clock() + timedelta(days=days),
    )
    return link_id, made


def try_door(browser: Client, code: str, second: str = SECOND) -> Any:
    return browser.post(PAGES, {"code": code, "second": second, "command_id": str(uuid4())})


def opened(cast: Cast, *, adult_id: UUID | None, **words: Any) -> Client:
    """A browser in which one person has opened their page."""
    browser = Client()
    _, made = give(cast, adult_id=adult_id, **words)
    answer = try_door(browser, made.code)
    assert answer.status_code == 302, answer.content.decode()
    return browser


def hand_over(cast: Cast, *, adult_id: UUID | None) -> tuple[UUID, Client]:
    """A page that amira opens beside one person, and the browser that shows it."""
    key, browser = keys.new_visit(), Client()
    link_id = commands.hand_over(
        cast.amira.ctx(),
        child_id=cast.child_id,
        adult_id=adult_id,
        link=new_link(),
        visit_digest=keys.visit_digest(key),
    )
    browser.cookies[COOKIE] = keys.Carried(key, context.clock(), "en").sealed()
    return link_id, browser
