"""Notices and letters of the cast."""

import io
from uuid import UUID, uuid4

from pypdf import PdfReader

from alongside.access.words import Ref, Tray
from alongside.involvement import commands as involvement
from alongside.involvement.commands import NewNotice
from alongside.involvement.words import NoticeKind
from alongside.letters import commands, queries
from alongside.letters.commands import LetterContent

MATTER = Ref("consultation", UUID(int=77))
TITLE = "What was decided about Ayo"
PARAGRAPHS = ("We will meet you on Monday to talk about sleep.", "You can say no at any time.")


def notice(cast, adult_id):
    """A notice to one person of the family."""
    words = NewNotice(NoticeKind.OUTCOME, MATTER, TITLE, PARAGRAPHS)
    return involvement.issue_notice(cast.amira.ctx(), child_id=cast.child_id, adult_id=adult_id, notice=words)


def content(**changed):
    return LetterContent(**{"title": TITLE, "paragraphs": PARAGRAPHS, "arising_from": MATTER, **changed})


def letter_words(cast, contact_id, *, adult_id, **changed):
    return {
        "child_id": cast.child_id,
        "adult_id": adult_id,
        "contact_id": contact_id,
        "content": content(**changed),
    }


def written(cast, contact_id, *, adult_id, tray=None, **changed):
    words = letter_words(cast, contact_id, adult_id=adult_id, **changed)
    return commands.write_letter(cast.amira.ctx(), **words, tray=tray)


def printed(cast, letter_id, *, command_id=None):
    """The file of a letter as it leaves; None where it left before."""
    tray = Tray()
    commands.print_letter(cast.amira.ctx(command_id=command_id or uuid4()), letter_id=letter_id, tray=tray)
    return tray.held


def pages_of(held):
    return PdfReader(io.BytesIO(held))


def text_of(held):
    """What a letter says, as one line."""
    return " ".join(" ".join(page.extract_text() for page in pages_of(held).pages).split())


def spoken_in(held):
    """The languages that a screen reader is told of within a letter, other than the letter's own."""
    ahead, found = [pages_of(held).trailer["/Root"]["/StructTreeRoot"]], set()
    while ahead:
        each = ahead.pop().get_object()
        if isinstance(each, list):
            ahead += each
        elif isinstance(each, dict):
            found |= {each["/Lang"]} if "/Lang" in each else set()
            ahead += [each["/K"]] if "/K" in each else []
    return found


def letters(cast, _=None):
    return queries.list_letters(cast.amira.ctx(), child_id=cast.child_id)
