"""Whether a route may be used, from whom a place is hidden, and whether a text says where it is. Pure."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from alongside.contacts.words import Channel, Hiding, Never

FORBIDDEN_BY = {
    Channel.POST: Never.NO_POST,
    Channel.TEXT: Never.NO_TEXT,
    Channel.EMAIL: Never.NO_EMAIL,
    Channel.TELEPHONE: Never.NO_CALLS,
}
ENDED = "This safe contact has ended. Choose another, or add one."
NOT_VERIFIED = (
    "Nobody has made sure yet that this way is safe. Ask the person, and say so on their safe contacts."
)
UNSURE = (
    "Nobody knows yet from whom this place must be kept. Ask the person, put it right on their safe contacts, "
    "then come back."
)
# Names that are also words: only with a capital letter, and not as a month after its day, do they name somebody.
_ALSO_WORDS = frozenset(
    [
        "april",
        "august",
        "autumn",
        "bill",
        "bonny",
        "dawn",
        "faith",
        "grace",
        "hope",
        "ivy",
        "joy",
        "june",
        "mark",
        "may",
        "mercy",
        "olive",
        "pat",
        "rose",
        "ruby",
        "sky",
        "summer",
        "will",
    ]
)
_POSTCODE = re.compile(r"\b[A-Z]{1,2}[0-9][0-9A-Z]? ?[0-9][A-Z]{2}\b")
SHORTEST_TELLING = 6  # letters and figures: a piece of an address shorter than that says nothing by itself
SHORTEST_NUMBER = 7


@dataclass(frozen=True, slots=True)
class Route:
    """What decides whether a safe contact may be used. `never` is everything its person said, on any of theirs."""

    channel: Channel
    never: frozenset[Never]
    verified_on: date | None
    has_ended: str  # when it ended, in words; empty while it stands
    hiding: Hiding


def is_forbidden(channel: Channel, *, never: Collection[Never]) -> bool:
    """Whether a person said that nothing may reach them by this channel."""
    return FORBIDDEN_BY.get(channel) in never


def why_not(route: Route, *, among: Collection[Channel]) -> str:
    """Why nothing may go by this route now, as a sentence; empty where it may. `among` are the channels that fit."""
    if route.has_ended:
        return ENDED
    if route.channel not in among:
        return f"This safe contact is “{route.channel.label}”. Choose one that fits."
    if is_forbidden(route.channel, never=route.never):
        return f"This person said: {Never(FORBIDDEN_BY[route.channel]).label.lower()}. Choose another way."
    if route.hiding is Hiding.UNSURE:
        return UNSURE
    return "" if route.verified_on else NOT_VERIFIED


def keys_of(kept: Collection[str]) -> tuple[UUID, ...]:
    """Persons as they are kept on a row, as their keys."""
    return tuple(UUID(each) for each in kept)


def is_hidden_from(reader: UUID, *, hiding: Hiding, hidden_from: Collection[UUID]) -> bool:
    """Whether one person of the family must not learn this place. Where nobody knows, they must not (E12)."""
    return hiding is Hiding.UNSURE or (hiding is Hiding.SOME and reader in hidden_from)


def others_named(words: str, *, others: Collection[str]) -> tuple[str, ...]:
    """Which other relatives these words name: by their full name, or by the first word of it."""
    return tuple(
        other
        for other in others
        if other.strip() and (_is_said(other, words=words) or _is_said(other.split()[0], words=words))
    )


def named_in_full(words: str, *, others: Collection[str]) -> tuple[str, ...]:
    """Which other relatives these words name by their full name."""
    return tuple(other for other in others if other.strip() and _is_said(other, words=words))


def _is_said(name: str, *, words: str) -> bool:
    if name.casefold() in _ALSO_WORDS:
        return bool(re.search(rf"(?<!\d )\b{re.escape(name.capitalize())}\b", words))
    return bool(re.search(rf"\b{re.escape(name.casefold())}\b", words.casefold()))


def says_where(text: str, *, where: str) -> bool:
    """Whether a text holds a telling piece of an address: its first line, a line or postcode with figures, a number."""
    told, figures = _plain(text), re.sub(r"\D", "", text)
    if any(piece in told for piece in _pieces(where)):
        return True
    numbers = (re.sub(r"\D", "", line) for line in where.splitlines())
    return any(len(number) >= SHORTEST_NUMBER and number[-SHORTEST_NUMBER:] in figures for number in numbers)


def _pieces(where: str) -> set[str]:
    """What of an address tells where it is: everything as far as the street, and the postcode; a town tells nothing."""
    postcodes = _POSTCODE.findall(where.upper())
    lines = [line for line in re.split(r"[\n,]", _POSTCODE.sub("", where.upper())) if line.strip()]
    numbered = [place for place, line in enumerate(lines) if re.search("[0-9]", line)]
    street = lines[: numbered[-1] + 1] if numbered else lines[:1]
    return {piece for piece in map(_plain, street + postcodes) if len(piece) >= SHORTEST_TELLING}


def _plain(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())
