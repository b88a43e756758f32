"""Whether what only one person knows could be guessed, or stands in this house's own records. Pure."""

import re
import unicodedata
from collections.abc import Collection, Iterator
from datetime import date

from alongside.portal import rules

# Months as the languages of the family's pages write them, inside a day too; their first three letters count as well.
_MONTHS = (
    ("january", "ionawr", "stycznia", "styczen"),
    ("february", "chwefror", "lutego", "luty"),
    ("march", "mawrth", "fawrth", "marca", "marzec"),
    ("april", "ebrill", "kwietnia", "kwiecien"),
    ("may", "mai", "fai", "maja", "maj"),
    ("june", "mehefin", "fehefin", "czerwca", "czerwiec"),
    ("july", "gorffennaf", "orffennaf", "lipca", "lipiec"),
    ("august", "awst", "sierpnia", "sierpien"),
    ("september", "medi", "fedi", "wrzesnia", "wrzesien"),
    ("october", "hydref", "pazdziernika", "pazdziernik"),
    ("november", "tachwedd", "dachwedd", "listopada", "listopad"),
    ("december", "rhagfyr", "ragfyr", "grudnia", "grudzien"),
)
_MONTH = {
    each[:size]: number for number, names in enumerate(_MONTHS, 1) for each in names for size in (3, 20)
}
_RUNS = (
    "01234567890123456789",
    "abcdefghijklmnopqrstuvwxyz",
    "qwertyuiop",
    "qwertzuiop",
    "asdfghjkl",
    "zxcvbnm",
    "1qaz2wsx3edc4rfv",
)
_COMMONEST = frozenset(
    [
        "password",
        "passwort",
        "passw0rd",
        "haslo",
        "hasloo",
        "cyfrinair",
        "letmein",
        "iloveyou",
        "kochamcie",
        "welcome",
        "sunshine",
        "princess",
        "football",
        "liverpool",
        "arsenal",
        "chelsea",
        "manchester",
        "rangers",
        "celtic",
        "superman",
        "batman",
        "pokemon",
        "minecraft",
        "computer",
        "internet",
        "whatever",
        "trustno",
        "secret",
        "mysecret",
        "abracadabra",
        "monkey",
        "dragon",
        "starwars",
        "butterfly",
        "chocolate",
        "147258",
        "147258369",
        "159753",
        "159357",
        "789456",
        "741852",
        "123321",
        "112233",
        "102030",
        "246810",
        "135790",
        "314159",
        "100000",
    ]
)
_SPOKEN = re.compile(r"[a-z]+|[0-9]+")
_SHORTEST_KNOWN = 3


def is_guessable(second: str, *, known: Collection[str] = (), born: Collection[date] = ()) -> bool:
    """Whether somebody else could come upon a second thing.

    `known` are the names and numbers that stand in the records around this person, `born` the birthdays.
    """
    plain = _plain(second)
    if not plain or rules.looks_like_a_date(rules.second_as_meant(second)) or _is_trivial(plain):
        return True
    if _is_a_day_in_words(second) or any(_is_birthday(plain, day) for day in born):
        return True
    return any(plain in _plain(each) for each in known) or _leaves_little(plain, second, known)


def _is_trivial(plain: str) -> bool:
    """A run of the alphabet or of a keyboard, one piece over and over, or one of the commonest."""
    once = re.sub(r"(.)\1+", r"\1", plain)
    runs = (run for each in _RUNS for run in (each, each[::-1]))
    is_run = any(plain in run or once in run for run in runs)
    repeats = re.fullmatch(r"(.{1,4})\1+.?", plain)
    return bool(is_run or repeats or plain in _COMMONEST or plain.strip("0123456789") in _COMMONEST)


def _is_a_day_in_words(second: str) -> bool:
    """A day of the month with the name of its month, with or without its year, and no more than that."""
    pieces = _SPOKEN.findall(_without_marks(second))
    months = [each for each in pieces if each in _MONTH]
    numbers = [each for each in pieces if each.isdigit()]
    filling = {"st", "nd", "rd", "th", "of", "o", "r", "ain", "fed", "af", "the"}
    return bool(months and numbers) and all(
        each in _MONTH or each.isdigit() or each in filling for each in pieces
    )


def _is_birthday(plain: str, day: date) -> bool:
    return any(len(written) >= rules.SHORTEST_NUMBER and written in plain for written in _writings(day))


def _writings(day: date) -> Iterator[str]:
    """A birthday in figures and in words, without what stands between them."""
    two, one = (f"{day:%d}", f"{day:%m}"), (str(day.day), str(day.month))
    for year in (f"{day:%Y}", f"{day:%y}"):
        for d, m in (two, one):
            yield from (d + m + year, m + d + year, year + m + d)
        for name in _MONTHS[day.month - 1]:
            for month in (name, name[:3]):
                yield from (f"{d}{month}{year}" for d in (two[0], one[0]))
                yield from (f"{month}{d}{year}" for d in (two[0], one[0]))


def _leaves_little(plain: str, second: str, known: Collection[str]) -> bool:
    """Whether too little is left once the names that are known, and the figures beside them, are taken out."""
    words = {word for each in known for word in _SPOKEN.findall(_without_marks(each))}
    said = set(_SPOKEN.findall(_without_marks(second))) & _MONTH.keys()
    left = plain
    for word in sorted({w for w in words if len(w) >= _SHORTEST_KNOWN} | said, key=len, reverse=True):
        left = left.replace(word, "")
    return left != plain and len(re.sub("[0-9]", "", left)) < rules.SHORTEST_PHRASE


def _plain(text: str) -> str:
    return "".join(_SPOKEN.findall(_without_marks(text))) or "".join(filter(str.isalnum, text.casefold()))


def _without_marks(text: str) -> str:
    """Small letters without accents, so that one name is one name however it is typed."""
    apart = unicodedata.normalize("NFKD", text.casefold().replace("ł", "l"))
    return "".join(each for each in apart if not unicodedata.combining(each))
