"""What every story needs: the product served on this machine, an installed browser, and somebody signed in."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.auth.models import User
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.test.testcases import LiveServerThread
from playwright.sync_api import BrowserContext, Page

from tests.people import Person

WIDE, NARROW = 1280, 375
# A page that is met on a wide screen is looked over on a narrow one as well; one met narrow, as it stands.
# What axe finds at one width it finds at the other, but for what a narrow layout itself can break.
OF_THE_LAYOUT = ["target-size", "scrollable-region-focusable", "link-in-text-block"]
WIDTHS = {WIDE: (NARROW, WIDE), NARROW: (NARROW,)}
AXE = (Path(__file__).parent / "axe.min.js").read_text()
COUNTING = """
for (const [kind, counts] of [["change", e => e.target.name], ["submit", () => true]])
  document.addEventListener(kind, event => {
    if (counts(event)) localStorage.setItem(kind, Number(localStorage.getItem(kind) || 0) + 1)
  }, true)
"""
# What a page says, without the keys in it: one that axe found nothing on is not looked over twice at one width.
WORD_FOR_WORD = """
document.documentElement.outerHTML.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "").replace(/<input[^>]*type="hidden"[^>]*>/g, "")
"""
LOOKED_OVER: set[tuple[int, str]] = set()
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # playwright's loop runs in this thread


@pytest.fixture
def address(house, socket_enabled) -> Iterator[str]:
    """The product, served from this test's own house; answers its address."""
    thread = LiveServerThread("127.0.0.1", StaticFilesHandler, connections_override={}, port=0)
    thread.daemon = True
    thread.start()
    thread.is_ready.wait()
    if thread.error:
        raise thread.error
    yield f"http://127.0.0.1:{thread.port}"
    thread.terminate()
    thread.join()


class Visit:
    """One person at one browser: opens pages, fills them in, and has each looked over by axe."""

    def __init__(self, context: BrowserContext, address: str, *, scripts: str) -> None:
        self.context, self.address, self.scripts = context, address, scripts
        if scripts == "on":
            context.add_init_script(COUNTING)
        self.page: Page = context.new_page()
        self.page.set_default_timeout(5_000)
        self.seen: list[str] = []

    def open(self, path: str) -> None:
        self.page.goto(self.address + path)
        self.looked_over()

    def press(self, label: str, *, within: str = "main") -> None:
        """Press a button or follow a link by its words, and look over the page it leads to."""
        place = self.page.locator(within)
        target = place.get_by_role("button", name=label).or_(place.get_by_role("link", name=label)).first
        with self.page.expect_navigation():
            target.click()
        self.looked_over()

    def write(self, label: str, words: str) -> None:
        self.page.get_by_label(label, exact=True).first.fill(words)

    def choose(self, question: str, answer: str) -> None:
        """Choose an answer of a question by both their words."""
        self.page.get_by_role("group", name=question).get_by_label(answer, exact=True).first.check()

    def reads(self, words: str) -> bool:
        return words in self.page.locator("body").inner_text()

    def effort(self) -> str:
        """What it took so far: pages seen, fields answered, forms sent. `pytest -rP` prints it (docs/performance.md)."""
        fields, sent = (
            self.page.evaluate(f"Number(localStorage.getItem('{kind}'))") for kind in ("change", "submit")
        )
        return f"{len(self.seen)} pages, {fields} fields answered, {sent} forms sent"

    def looked_over(self) -> None:
        """The accessibility baseline holds at both widths: axe finds nothing, and nothing runs over the side."""
        self.seen.append(self.page.locator("h1").first.inner_text())
        if self.scripts == "off":
            return  # axe is a script itself; the same pages are looked over by the other stories
        mine = self.page.viewport_size
        for width in WIDTHS[mine["width"]]:
            if width != mine["width"]:
                self.page.set_viewport_size({**mine, "width": width})
            self._looked_over_at(width, rules=None if width == mine["width"] else OF_THE_LAYOUT)
        self.page.set_viewport_size(mine)

    def _looked_over_at(self, width: int, *, rules: list[str] | None) -> None:
        wider = self.page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        assert wider <= 0, f"{self.page.url} is {wider} px too wide at {width}"
        if (seen := (width, self.page.evaluate(WORD_FOR_WORD))) in LOOKED_OVER:
            return
        if not self.page.evaluate("typeof axe !== 'undefined'"):
            self.page.evaluate(AXE)
        found = self.page.evaluate(
            "async rules => (await axe.run(document, rules ? {runOnly: rules} : {}))"
            ".violations.map(v => [v.id, v.nodes.map(n => n.html)])",
            rules,
        )
        assert not found, f"{self.page.url} at {width}: {found}"
        LOOKED_OVER.add(seen)


@pytest.fixture
def visit(browser, address) -> Iterator[Callable[..., Visit]]:
    """Let somebody sit down at a browser: visit(cast.amira, width=375, scripts=False); None signs nobody in."""
    opened: list[BrowserContext] = []

    def sit_down(person: Person | None, *, width: int = WIDE, scripts: bool = True) -> Visit:
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            java_script_enabled=scripts,
            bypass_csp=scripts,
            locale="en-GB",
        )
        opened.append(context)
        if person:
            cookie = {"name": django_settings.SESSION_COOKIE_NAME, "value": signed_in(person), "url": address}
            context.add_cookies([cookie])
        return Visit(context, address, scripts="on" if scripts else "off")

    yield sit_down
    for context in opened:
        context.close()


def signed_in(person: Person) -> str:
    """A session of this person, as signing in would have made it."""
    login = User.objects.get(pk=person.login_id)
    session = SessionStore()
    session[SESSION_KEY] = str(login.pk)
    session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
    session[HASH_SESSION_KEY] = login.get_session_auth_hash()
    session.create()
    return str(session.session_key)
