"""What a practitioner says when giving one person of a family a page of their own."""

from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from alongside.access.context import LONDON
from alongside.access.words import Unsaid
from alongside.contacts.pages import heed_of
from alongside.contacts.queries import ContactCard
from alongside.design.choices import Choice, Choices, Option
from alongside.design.fields import Line, Words
from alongside.design.forms import PageForm
from alongside.design.times import Day
from alongside.families.queries import ChildPage
from alongside.languages.words import Language
from alongside.portal import rules
from alongside.portal.commands import NewLink, Secrets
from alongside.portal.giving_routes import Routes
from alongside.portal.keys import NewKeys
from alongside.portal.showing import PLACES
from alongside.portal.words import Part, Reader, SecondThing, Way

THE_CHILD = "child"
BY_HAND = "by_hand"


class GiveLink(PageForm):
    """For whom, why, for what, and what only they know. The second thing is never shown again."""

    whom = Choice(label="For whom is the page?", missing="Say whose page it is. Each person has their own.")
    written_for = Choice(
        label="How should it be written?",
        missing="Say how the page should be written. Choose it with the person.",
        options=Reader.choices,
        hint="Choose it with the person. An age does not decide it.",
    )
    purpose = Words(
        label="Why do they get this page?",
        missing="Say why they get this page. They will read it there.",
        max_length=500,
        rows=2,
        hint="They will read it. For example: So that you can read what we agreed, and tell me what is wrong.",
    )
    parts = Choices(
        label="What can they do there?",
        missing="Choose at least one thing that they can do there.",
        options=tuple((part.value, part.label) for part, _ in PLACES),
    )
    language = Choice(
        label="In which language?",
        missing="Choose the language. They can choose another on the page.",
        options=tuple((each.value, each.in_english) for each in Language),
        hint="A translation that no speaker has approved says so on the page.",
    )
    way = Choice(
        label="How will they open it?",
        missing="Say how they will open it.",
        options=(
            Option(
                Way.TAKEN_AWAY,
                Way.TAKEN_AWAY.label,
                "It goes on one sheet of paper, or by e-mail. That is safe only if nobody else finds it. A page that they "
                "have now ends at once, even while an e-mail with the new one still waits for a safe time.",
                reveals=("contact", "second_thing", "unsaid_second", "until_on"),
            ),
            Option(
                Way.TOGETHER,
                Way.TOGETHER.label,
                "You are signed out, and they have the screen for up to an hour.",
            ),
        ),
    )
    contact = Choice(
        label="How does the link reach them?",
        missing="Say how the link reaches them.",
        hint="Only safe contacts that may be used now are offered. For a letter you get a file called letter.pdf, this "
        "once: print it, then delete it. An e-mail waits for one of their safe times.",
    )
    second_thing = Choice(
        label="What will only they know?",
        missing="Say what only they will know. A code alone can be found.",
        options=SecondThing.choices,
        hint="Choose it together. Not a date of birth, a name, an address or anything that a relative knows.",
    )
    unsaid_second = Line(
        label="Let them type it here, or type it as they say it",
        missing="Type what only they will know. It is not printed and cannot be shown again.",
        max_length=100,
        hint="It is not printed, and nobody can look it up later. Capital letters do not matter.",
    )
    until_on = Day(
        label="Until when may the page be opened?",
        missing="Say until when the page may be opened. Ninety days at most.",
        hint="Thirty days is usual, ninety the most. For the adults it ends when the child is 18.",
    )

    def __init__(self, *args: Any, people: ChildPage, routes: Routes, today: date, **words: Any) -> None:
        super().__init__(*args, **words)
        self._today, self._routes = today, routes
        adults = [(str(adult.id), adult.title) for adult in people.adults]
        whom: Choice = self.fields["whom"]  # type: ignore[assignment]
        whom.offer(((THE_CHILD, f"{people.child.name} (the child)"), *adults))
        contact: Choice = self.fields["contact"]  # type: ignore[assignment]
        names = {each.id: each.name for each in people.adults} | {people.child.id: people.child.name}
        by_mail = (_mail_to(each, names) for each in routes.by_mail)
        contact.offer(
            (Option(BY_HAND, "I hand over the sheet myself"), *map(_letter_to, routes.on_paper), *by_mail)
        )

    def clean(self) -> dict[str, Any]:
        """Refuse a second thing that is too short, and a day that has passed or is too far."""
        cleaned = super().clean()
        if cleaned.get("unsaid_second") and (
            sentence := weak(cleaned["unsaid_second"], cleaned.get("second_thing", ""))
        ):
            self.add_error("unsaid_second", sentence)
        if self._route() and self._route() not in self._routes_of(cleaned.get("whom", "")):
            self.add_error("contact", "This safe contact is somebody else’s. Choose one of theirs.")
        until = cleaned.get("until_on")
        if until and not self._today < until <= self._today + rules.LONGEST_LIFE:
            self.add_error(
                "until_on", "Choose a day after today and within ninety days, because a page ends."
            )
        return cleaned

    def adult_id(self) -> UUID | None:
        """Whose page it is; None for the child."""
        whom = self.cleaned_data["whom"]
        return None if whom == THE_CHILD else UUID(whom)

    def letter_to(self) -> UUID | None:
        """By which safe contact it goes in a letter; None where it goes in none."""
        return self._one_of(self._routes.on_paper)

    def mail_to(self) -> UUID | None:
        """By which safe contact it goes by e-mail; None where it goes by none."""
        return self._one_of(self._routes.by_mail)

    def _one_of(self, cards: tuple[ContactCard, ...]) -> UUID | None:
        return next((each.id for each in cards if each.id == self._route()), None)

    def _route(self) -> UUID | None:
        chosen = self.cleaned_data.get("contact", "")
        return None if chosen in {"", BY_HAND} else UUID(chosen)

    def _routes_of(self, whom: str) -> frozenset[UUID]:
        """The safe contacts of whoever was chosen."""
        cards = (*self._routes.on_paper, *self._routes.by_mail)
        return frozenset(each.id for each in cards if str(each.adult_id or THE_CHILD) == whom)

    def new_link(self) -> NewLink:
        """What the page is for."""
        words = self.cleaned_data
        parts = tuple(Part(part) for part in words["parts"])
        return NewLink(Reader(words["written_for"]), words["purpose"], parts, words["language"])

    def secrets(self, made: NewKeys) -> Secrets:
        """The digests of a new link's keys, and what only they know."""
        words = self.cleaned_data
        second = Unsaid(words["unsaid_second"])
        return Secrets(made.code_digest, made.token_digest, second, SecondThing(words["second_thing"]))

    def until(self) -> datetime:
        """The last moment of the last day."""
        return datetime.combine(self.cleaned_data["until_on"], time(23, 59), tzinfo=LONDON)


def _letter_to(card: ContactCard) -> Option:
    """A safe contact, as a way on paper: whose, its number, its channel."""
    return Option(
        str(card.id), f"In a letter to {card.name}: {card.label.lower()}, {card.channel.label.lower()}"
    )


def _mail_to(card: ContactCard, names: dict[UUID, str]) -> Option:
    """A safe contact, as a way by e-mail, with everything that must be heeded."""
    return Option(
        str(card.id), f"By e-mail to {card.name}: {card.label.lower()}", " ".join(heed_of(card, names))
    )


def weak(second: str, kind: str) -> str:
    """Why a second thing is too short; empty where it may do. Whether it could be guessed, the deed asks."""
    meant = rules.second_as_meant(second)
    if kind == SecondThing.NUMBER:
        signs = [sign for sign in meant if sign.isdigit()]
        if (
            len(signs) < rules.SHORTEST_NUMBER
            or len(set(signs)) < 3
            or len(signs) != len(meant.replace(" ", ""))
        ):
            return (
                "Choose a number of at least six figures that are not all alike, so that it is not guessed."
            )
    elif len(meant) < rules.SHORTEST_PHRASE:
        return "Choose something longer, with at least eight letters, so that it is not guessed."
    return ""
