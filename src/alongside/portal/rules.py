"""How long a private link runs, how its code is written, and how often it may be tried. Pure."""

import re
from collections.abc import Collection, Sequence
from datetime import date, datetime, time, timedelta, tzinfo
from unicodedata import combining, normalize

# Thirty-two signs that nobody mistakes for one another on paper: no I, L, O or U. Twelve of them are 60 bits.
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
CODE_SIGNS = 12
MISREAD = str.maketrans({"O": "0", "I": "1", "L": "1"})

USUAL_LIFE = timedelta(days=30)
LONGEST_LIFE = timedelta(days=90)
TOGETHER_LIFE = timedelta(hours=1)
IDLE = timedelta(minutes=10)
ABSOLUTE = timedelta(hours=1)

FREE_TRIES = 5  # then each further try waits twice as long as the one before
MOST_TRIES = 12  # then the link is over, and the person gets a new one
FIRST_WAIT = timedelta(minutes=5)

HOLD = timedelta(
    minutes=20
)  # how long a round that sends a link is waited for: no mail server takes that long
HALF_HOUR = timedelta(minutes=30)
MOST_FAILURES = 24  # half hours of safe time, so twelve hours; then its giver thinks of another way

# A sender with one of these words says from what a message comes, whoever it names.
OFFICES = frozenset({
    "academy", "alongside", "care", "camhs", "charity", "child", "childcare", "children", "childrens",
    "clinic", "college", "council", "counsellor", "court", "doctor", "families", "family", "gp",
    "health", "hospital", "hub", "midwife", "nhs", "nspcc", "nurse", "nursery", "nurses", "police",
    "practitioner", "probation", "protection", "refuge", "safeguarding", "school", "schools", "senco",
    "service", "services", "social", "support", "surgery", "teacher", "therapist", "trust", "visitor",
    "welfare", "worker", "workers", "youth",
})  # fmt: skip
# Words that are part of many names and tell nothing of whose they are.
TITLES = frozenset({"dr", "miss", "mr", "mrs", "ms", "mx", "rev"})
JOINING = frozenset({
    "and", "at", "by", "for", "from", "in", "of", "on", "or", "our", "st", "the", "to", "with",
})  # fmt: skip

COMES_OF_AGE = 18
SHORTEST_PHRASE = 8
SHORTEST_NUMBER = 6


def written(code: str) -> str:
    """A code as it is printed: in three groups of four."""
    return " ".join(code[n : n + 4] for n in range(0, len(code), 4))


def as_typed(text: str) -> str:
    """What somebody typed, as the code that they meant: spaces, hyphens, case and misread signs do not count."""
    return re.sub(r"[\s\-.]+", "", text).upper().translate(MISREAD)


def second_as_meant(text: str) -> str:
    """A second thing as it is compared: capital letters and the number of spaces do not count."""
    return " ".join(text.casefold().split())


def wait_after(tries: int) -> timedelta:
    """How long a link rests after so many wrong tries in a row."""
    over = tries - FREE_TRIES
    return timedelta(0) if over < 0 else FIRST_WAIT * 2 ** min(over, 8)


def comes_of_age(born_on: date, *, zone: tzinfo) -> datetime:
    """The first instant of somebody's eighteenth birthday; one born on 29 February has it on 1 March."""
    year = born_on.year + COMES_OF_AGE
    try:
        day = born_on.replace(year=year)
    except ValueError:
        day = date(year, 3, 1)
    return datetime.combine(day, time(), tzinfo=zone)


def link_ends(
    *, wanted: datetime, now: datetime, of_age_at: datetime | None, longest: timedelta
) -> datetime | None:
    """When a link ends: as wanted, within its longest life; for an adult never past the child’s 18th birthday (E5).

    None where it would be over before it began.
    """
    last = min(wanted, now + longest, *([of_age_at] if of_age_at else []))
    return last if last > now else None


def counts_anew(failed_at: datetime | None, *, now: datetime) -> bool:
    """Whether a refusal counts: once in each half hour of the clock, however often somebody lets the rounds run."""
    return failed_at is None or _half_hour(failed_at) != _half_hour(now)


def _half_hour(at: datetime) -> int:
    return int(at.timestamp() // HALF_HOUR.total_seconds())


def gives_away(sender: str, *, people: Collection[str], agency: str) -> bool:
    """Whether a name for the outside holds a word of one of these people, of the agency or of an office (E39)."""
    named = frozenset().union(*map(_words_of, people)) - TITLES
    told = OFFICES | named | (_words_of(agency) - TITLES - JOINING)
    return not told.isdisjoint(_words_of(sender))


def _words_of(name: str) -> frozenset[str]:
    """The words of a name, whole and without accents; a single letter is none."""
    plain = "".join(sign for sign in normalize("NFKD", name.casefold()) if not combining(sign))
    return frozenset(re.findall(r"[^\W_]{2,}", plain))


def said_once(
    notices: Sequence[tuple[str, ...]], *, most: int
) -> tuple[tuple[tuple[str, ...], ...], tuple[tuple[int, str], ...]]:
    """What each of several notices says by itself, and what several say at their end, once, each with whose it was.

    `most` is how many paragraphs the end of a notice has: what stands before them belongs to its own matter.
    """
    ends = [notice[-most:] for notice in notices]
    bodies: list[tuple[str, ...]] = []
    shared: dict[str, int] = {}
    for place, notice in enumerate(notices):
        elsewhere = {each for other, end in enumerate(ends) if other != place for each in end}
        size = next(
            (n for n, each in enumerate(reversed(ends[place])) if each not in elsewhere), len(ends[place])
        )
        cut = max(len(notice) - size, 1)
        bodies.append(notice[:cut])
        for each in notice[cut:]:
            shared.setdefault(each, place)
    return tuple(bodies), tuple((place, each) for each, place in shared.items())


def is_named(typed: str, *, name: str) -> bool:
    """Whether a typed signature is a person's name, in whole or in part: its words, or their first letters."""
    words = re.findall(r"\w+", name.casefold())
    signed = re.findall(r"\w+", typed.casefold())
    return bool(signed) and all(each in words or each in {word[0] for word in words} for each in signed)


def looks_like_a_date(text: str) -> bool:
    """Whether a second thing could be a date of birth: a relative knows it."""
    if re.fullmatch(r"\d{1,4}[\s./-]\d{1,2}[\s./-]\d{1,4}", text):
        return True
    digits = re.sub(r"\D", "", text) if re.fullmatch(r"[\d\s]+", text) else ""
    if len(digits) == 8:
        return _is_day(digits[:2], digits[2:4], digits[4:]) or _is_day(digits[6:], digits[4:6], digits[:4])
    return len(digits) == 6 and _is_day(digits[:2], digits[2:4], f"20{digits[4:]}")


def _is_day(day: str, month: str, year: str) -> bool:
    return 1 <= int(day) <= 31 and 1 <= int(month) <= 12 and 1900 <= int(year) <= 2099
