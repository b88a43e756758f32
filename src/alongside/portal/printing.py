"""The sheet that is printed once: the address, the code, and the square code that saves typing it."""

from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

import segno

from alongside.access.words import Tray, Unsaid
from alongside.languages import rules as languages
from alongside.languages.words import Language
from alongside.portal import rules
from alongside.portal.commands import ByLetter, ByMail
from alongside.portal.keys import NewKeys

BORDER = 4  # modules of white around a square code, as its standard asks


@dataclass(frozen=True, slots=True)
class OnSheet:
    """What stands on a sheet beside the keys: where the page is, in which language, its last day, whom to ring."""

    address: str
    language: Language
    until_on: date
    telephone: str  # empty where whoever gives it has none


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands on the sheet; the second thing never does."""

    address: str
    code: str
    square: str  # an SVG path of the dark modules
    square_size: int
    language: Language
    say: Any
    until: str  # the last day, as the reader's language writes it
    telephone: str


def in_a_letter(laid: Sheet, *, contact_id: UUID) -> ByLetter:
    """What of a sheet stands on a letter, as words that no log and no row holds."""
    size, say = laid.square_size, laid.say
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" shape-rendering="crispEdges">'
        f'<rect width="{size}" height="{size}" fill="#fff"/><path d="{laid.square}" fill="#000"/></svg>'
    )
    once = (
        say("1. Go to this address, or point a phone camera at the square."),
        laid.address,
        say("2. Type this code:"),
        laid.code,
        say("3. Type the thing only you know. Do not write it on this sheet."),
    )
    return ByLetter(
        contact_id,
        tuple(map(Unsaid, once)),
        Unsaid(svg),
        say("A square that a phone camera can read"),
        Tray(),
    )


def by_mail(laid: Sheet, made: NewKeys, *, contact_id: UUID) -> ByMail:
    """What of a sheet goes by e-mail: its address with the token behind a #, which no row and no log holds in clear."""
    return ByMail(contact_id, Unsaid(f"{laid.address}#{made.token}"))


def sheet(made: NewKeys, on_sheet: OnSheet) -> Sheet:
    """Lay out a sheet. The token stands behind a # in the square code, which no browser sends to a server."""
    made_square = segno.make(f"{on_sheet.address}#{made.token}", error="m", micro=False)
    path = "".join(
        f"M{x + BORDER} {y + BORDER}h1v1h-1z"
        for y, row in enumerate(made_square.matrix)
        for x, dark in enumerate(row)
        if dark
    )
    return Sheet(
        address=on_sheet.address,
        code=rules.written(made.code),
        square=path,
        square_size=len(made_square.matrix) + 2 * BORDER,
        language=on_sheet.language,
        say=partial(languages.say, language=on_sheet.language),
        until=languages.day(on_sheet.until_on, language=on_sheet.language),
        telephone=on_sheet.telephone,
    )
