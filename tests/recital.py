"""What every deed of the house is asked, in the same order: a file per deed says what the deed is, and recites.

It works · it says so in the log · a stranger finds nothing · a conflicted colleague finds nothing · one who has left
finds nothing · wrong words are refused and kept on the page · pressed twice, done once · if the log fails, nothing
happened. Each verse shares one set-up and differs from success in one thing.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.contrib.auth.models import User
from django.test import Client

from alongside.access import frame, gate
from alongside.access.words import NotThere
from alongside.audit.models import Leaf
from tests.people import Cast, Person
from tests.staging import staged


@dataclass(frozen=True)
class Deed:
    """One command, the page that does it, and where to see that it was done.

    `ready` brings a house to where the deed can be done and gives the command's words; `command(ctx, **words)` does
    it; `stands(cast, words)` gives what a reader then finds, something empty before it. `page(cast, words)` is the
    address that asks for it, `right_words` what to type there, `wrong_words` what is refused with `sentence`, and
    `kept` a text typed among the wrong words that must come back.
    """

    command: Callable[..., Any]
    leaf: str
    ready: Callable[[Cast], dict[str, Any]]
    stands: Callable[[Cast, dict[str, Any]], Any]
    page: Callable[[Cast, dict[str, Any]], str]
    right_words: Callable[[Cast, dict[str, Any]], Mapping[str, Any]]
    wrong_words: Mapping[str, Any]
    sentence: str
    kept: str
    who: str = "amira"
    strangers: tuple[str, ...] = field(default=("dev", "ben", "iris"))

    def person(self, cast: Cast) -> Person:
        """Who does it."""
        return cast.people[self.who]


def signed_in(cast: Cast, name: str) -> Client:
    """A browser in which this person is signed in."""
    browser = Client()
    with frame.doing():
        browser.force_login(
            User.objects.get(pk=cast.people[name].login_id), "django.contrib.auth.backends.ModelBackend"
        )
    return browser


def leaves() -> list[dict[str, str]]:
    """Every deed in the log, oldest first: what was done and about what."""
    with frame.doing():
        bodies = [bytes(leaf.body) for leaf in Leaf.objects.order_by("seq")]
    return [deed for body in bodies for deed in json.loads(body)["deeds"]]


def actions() -> list[str]:
    """The words of what was done, page readings apart."""
    return [deed["action"] for deed in leaves() if deed["action"] != "page:opened"]


class Recital:
    """The eight verses. A file names its deed: `class TestBegin(Recital): deed = Deed(…)`."""

    deed: Deed

    def ready(self, cast: Cast) -> dict[str, Any]:
        return dict(staged(self.deed.ready)(cast))

    def do(self, cast: Cast, words: dict[str, Any], *, name: str = "", command_id: UUID | None = None) -> Any:
        person = cast.people[name] if name else self.deed.person(cast)
        return self.deed.command(person.ctx(command_id=command_id), **words)

    def test_it_works(self, cast):
        words = self.ready(cast)
        assert not self.deed.stands(cast, words)
        self.do(cast, words)
        assert self.deed.stands(cast, words)

    def test_its_page_does_it(self, cast):
        words = self.ready(cast)
        browser = signed_in(cast, self.deed.who)
        page = self.deed.page(cast, words)
        assert browser.get(page).status_code == 200
        typed = {**self.deed.right_words(cast, words), "command_id": str(uuid4())}
        answer = browser.post(page, typed)
        assert answer.status_code == 302, answer.content.decode()
        assert self.deed.stands(cast, words)
        assert browser.get(answer["Location"], follow=True).status_code == 200

    def test_it_says_so_in_the_log(self, cast):
        words = self.ready(cast)
        before = len(actions())
        self.do(cast, words)
        assert self.deed.leaf in actions()[before:]

    def test_a_stranger_finds_nothing(self, cast):
        words = self.ready(cast)
        for name in self.deed.strangers:
            self.finds_nothing(cast, words, name)

    def test_a_conflicted_colleague_finds_nothing(self, cast):
        self.finds_nothing(cast, self.ready(cast), "esther")

    def test_one_who_has_left_finds_nothing(self, cast):
        words = self.ready(cast)
        with pytest.raises(NotThere):
            self.do(cast, words, name="hal")
        answer = signed_in(cast, "hal").get(self.deed.page(cast, words))
        assert answer.status_code == 302, "whoever has left is asked to sign in"
        assert not self.deed.stands(cast, words)

    def finds_nothing(self, cast: Cast, words: dict[str, Any], name: str) -> None:
        with pytest.raises(NotThere):
            self.do(cast, words, name=name)
        browser, page = signed_in(cast, name), self.deed.page(cast, words)
        typed = {**self.deed.right_words(cast, words), "command_id": str(uuid4())}
        for answer in (browser.get(page), browser.post(page, typed)):
            assert answer.status_code == 404, name
            assert "Ayo" not in answer.content.decode()
        assert not self.deed.stands(cast, words)

    def test_wrong_words_are_refused_and_kept_on_the_page(self, cast):
        words = self.ready(cast)
        typed = {**self.deed.right_words(cast, words), **self.deed.wrong_words, "command_id": str(uuid4())}
        answer = signed_in(cast, self.deed.who).post(self.deed.page(cast, words), typed)
        shown = answer.content.decode()
        assert answer.status_code == 422
        assert self.deed.sentence in shown
        assert self.deed.kept in shown
        assert "<title>Error: " in shown
        assert not self.deed.stands(cast, words)

    def test_pressed_twice_it_is_done_once(self, cast):
        words, command_id = self.ready(cast), uuid4()
        first = self.do(cast, words, command_id=command_id)
        stands, said = self.deed.stands(cast, words), len(actions())
        assert self.do(cast, words, command_id=command_id) == first
        assert self.deed.stands(cast, words) == stands
        assert len(actions()) == said

    def test_if_the_log_fails_nothing_happened(self, cast, monkeypatch):
        words = self.ready(cast)

        def fails(*_entries: Any) -> list[int]:
            raise OSError("The disk is full.")

        with monkeypatch.context() as broken:
            broken.setattr(gate.log, "append_many", fails)
            with pytest.raises(OSError, match="disk"):
                self.do(cast, words)
        assert not self.deed.stands(cast, words)
