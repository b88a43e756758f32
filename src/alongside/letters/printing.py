"""Makes a letter into a tagged PDF that a screen reader can read (PDF/UA-1), on this machine and from its own fonts.

The same letter gives the same file. Nothing in the file but its page names a person: its title is "Letter", it has no
author, and its moment is the day of the letter.

The fonts stand beside this file as their makers publish them, with their licence (SIL Open Font License): Atkinson
Hyperlegible Next 0.4.1 and Noto Naskh Arabic 0.4.5, out of the npm packages @expo-google-fonts/….
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time
from pathlib import Path

import typst

from alongside.languages.words import Direction
from alongside.letters.rules import Sheet, lines_of
from alongside.letters.words import Print

ROOM = Path(__file__).resolve().parent
FILE_NAME = "letter.pdf"
POINTS = {Print.ORDINARY: 12, Print.LARGE: 18}


@dataclass(frozen=True, slots=True)
class DrawnIn:
    """What stands on the paper and is kept nowhere: where it goes, and a private link with its picture."""

    where: tuple[str, ...] = ()
    sender: str = ""
    paragraphs: tuple[str, ...] = ()
    picture: str = ""  # SVG
    picture_words: str = ""


def print_sheet(sheet: Sheet, drawn_in: DrawnIn) -> bytes:
    """Print one letter."""
    words = {
        "language": sheet.language.value,
        "is_rtl": sheet.language.direction is Direction.RIGHT_TO_LEFT,
        "points": POINTS[sheet.size],
        "sender": drawn_in.sender,
        "where": [sheet.name, *drawn_in.where] if drawn_in.where else [],
        "title": sheet.title,
        "paragraphs": [*_paragraphs(sheet), *({"words": each} for each in drawn_in.paragraphs)],
        "picture": drawn_in.picture,
        "picture_words": drawn_in.picture_words,
        "signed": [sheet.signed_by, f"{sheet.signed_as}, {sheet.signed_for}"],
        "said": lines_of(sheet),
    }
    inputs = {"letter": json.dumps(words, ensure_ascii=False)}
    moment = datetime.combine(sheet.written_on, time(12), tzinfo=UTC)
    made: bytes = typst.compile(
        str(ROOM / "letter.typ"),
        root=str(ROOM),
        font_paths=[str(ROOM / "fonts")],
        ignore_system_fonts=True,
        sys_inputs=inputs,
        pdf_standards="ua-1",
        timestamp=moment,
    )
    return made


def _paragraphs(sheet: Sheet) -> Iterator[dict[str, str]]:
    """Each paragraph; with its language and direction where they are not those of the letter."""
    for place, words in enumerate(sheet.paragraphs):
        language = sheet.language_at(place)
        if language is sheet.language:
            yield {"words": words}
        else:
            yield {"words": words, "language": language.value, "direction": language.direction.value}
