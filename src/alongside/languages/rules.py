"""How the house speaks to a family: every text in their language, and how far a translation may be trusted.

A text is written in English where it is said: `say("You can change your mind.", language)`. Where the text stands
in a table instead, `wording("…")` marks it there. Both are found in the source and must be in every catalogue
(`alongside languages gather`).
"""

import re
from collections.abc import Mapping
from datetime import date

from babel.dates import format_date

from alongside.languages.catalogues import Catalogue, catalogue
from alongside.languages.words import Direction, Language

_PLACE = re.compile(r"\{([a-z_]+)\}")
_APART = (
    "\u2068{}\u2069"  # what is filled in keeps its own direction inside a sentence that runs the other way
)


def wording(text: str) -> str:
    """Mark an English text that reaches a family and is said elsewhere, from a table. Answers it unchanged."""
    return text


def say(text: str, language: Language | str, **words: str) -> str:
    """A text in a language, its places filled; in English where nobody translated it.

    Raises KeyError for a place that was left empty.
    """
    spoken = Language(language)
    said = catalogue(spoken).texts.get(text, "")
    apart = bool(said) and spoken.direction is Direction.RIGHT_TO_LEFT
    return _filled(said or text, words, apart=apart)


def is_said(text: str, *, language: Language | str) -> bool:
    """Whether a text has a translation; English always has."""
    return Language(language) is Language.EN or bool(catalogue(Language(language)).texts.get(text))


def is_whole(language: Language | str) -> bool:
    """Whether every text has a translation in this language."""
    return Language(language) is Language.EN or _is_filled(catalogue(Language(language)))


def is_approved(language: Language | str) -> bool:
    """Whether a speaker approved every text as it stands now. Only then may a letter be sent in it."""
    return Language(language) is Language.EN or catalogue(Language(language)).is_approved


def day(on: date, *, language: Language | str) -> str:
    """A day as people of this language write it: 3 November 2026, 3 listopada 2026."""
    spoken = Language(language)
    locale = "en_GB" if spoken is Language.EN else spoken.value
    return format_date(on, "d MMMM y", locale=locale)


def places(text: str) -> frozenset[str]:
    """What a text leaves open to be filled in."""
    return frozenset(_PLACE.findall(text))


def _is_filled(read: Catalogue) -> bool:
    return bool(read.texts) and not read.missing


def _filled(text: str, words: Mapping[str, str], *, apart: bool) -> str:
    """Put the words into their places: text for text, nothing in them is read as a place again."""
    return _PLACE.sub(lambda place: _APART.format(words[place[1]]) if apart else words[place[1]], text)
