"""Whether a route may be used, from whom a place is hidden, and whether a text says where it is. Pure."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from unicodedata import category
from uuid import UUID

from alongside.contacts.words import Channel, Hiding, Never, SafeTime

# The first lines of an e-mail show on a locked screen.
FORBIDDEN_BY = {
    Channel.POST: (Never.NO_POST,),
    Channel.TEXT: (Never.NO_TEXT,),
    Channel.EMAIL: (Never.NO_EMAIL, Never.NO_PREVIEWS),
    Channel.TELEPHONE: (Never.NO_CALLS,),
}
ENDED = "This safe contact has ended. Choose another, or add one."
NOT_VERIFIED = (
    "Nobody has made sure yet that this way is safe. Ask the person, and say so on their safe contacts."
)
NO_SAFE_TIMES = (
    "Nobody has written down at which times a message is safe. Ask the person, end this safe contact and add it "
    "anew."
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
# The hours of each safe time, on weekdays (0 to 4) or at the weekend, as London's clocks show them.
_WEEKDAYS, _WEEKEND = range(5), range(5, 7)
_HOURS = {
    SafeTime.WEEKDAY_MORNING: (_WEEKDAYS, 9, 12),
    SafeTime.WEEKDAY_AFTERNOON: (_WEEKDAYS, 12, 15),
    SafeTime.WEEKDAY_LATE: (_WEEKDAYS, 15, 18),
    SafeTime.WEEKDAY_EVENING: (_WEEKDAYS, 18, 21),
    SafeTime.WEEKEND_MORNING: (_WEEKEND, 9, 12),
    SafeTime.WEEKEND_AFTERNOON: (_WEEKEND, 12, 18),
    SafeTime.WEEKEND_EVENING: (_WEEKEND, 18, 21),
}
# As Unicode calls them: control signs, halves of a sign, ends of a line or of a paragraph.
_NO_SIGNS = frozenset({"Cc", "Cs", "Zl", "Zp"})
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
    safe_times: tuple[SafeTime, ...] = ()


def forbidden_by(channel: Channel, *, never: Collection[Never]) -> Never | None:
    """What a person said by which nothing may reach them by this channel; None where they said no such thing."""
    return next((each for each in FORBIDDEN_BY.get(channel, ()) if each in never), None)


def is_safe_time(times: Collection[SafeTime], *, at: datetime) -> bool:
    """Whether a message may leave at this moment, which is given as London's clocks show it."""
    spans = (_HOURS[each] for each in times)
    return any(at.weekday() in days and since <= at.hour < until for days, since, until in spans)


def is_one_line(words: str) -> bool:
    """Whether words stand in one line, of signs that mean something: fit to go on the outside of an e-mail."""
    return _NO_SIGNS.isdisjoint(map(category, words))


def why_not(route: Route, *, among: Collection[Channel]) -> str:
    """Why nothing may go by this route now, as a sentence; empty where it may. `among` are the channels that fit."""
    if route.has_ended:
        return ENDED
    if route.channel not in among:
        return f"This safe contact is “{route.channel.label}”. Choose one that fits."
    if said := forbidden_by(route.channel, never=route.never):
        return f"This person said: {said.label.lower()}. Choose another way."
    if route.hiding is Hiding.UNSURE:
        return UNSURE
    if not route.verified_on:
        return NOT_VERIFIED
    return NO_SAFE_TIMES if route.channel is Channel.EMAIL and not route.safe_times else ""


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


def is_part_of(text: str, *, where: str) -> bool:
    """Whether a text is a piece of an address or a number, or holds one: the town alone is a piece too."""
    told, figures = _plain(text), re.sub(r"\D", "", text)
    is_piece = len(told) >= SHORTEST_TELLING and told in _plain(where)
    is_number = len(figures) >= SHORTEST_TELLING and figures in re.sub(r"\D", "", where)
    return is_piece or is_number or says_where(text, where=where)


def _pieces(where: str) -> set[str]:
    """What of an address tells where it is: everything as far as the street, and the postcode; a town tells nothing."""
    postcodes = _POSTCODE.findall(where.upper())
    lines = [line for line in re.split(r"[\n,]", _POSTCODE.sub("", where.upper())) if line.strip()]
    numbered = [place for place, line in enumerate(lines) if re.search("[0-9]", line)]
    street = lines[: numbered[-1] + 1] if numbered else lines[:1]
    return {piece for piece in map(_plain, street + postcodes) if len(piece) >= SHORTEST_TELLING}


def _plain(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())
