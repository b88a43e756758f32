"""A private link in a letter to a safe contact: part of the deed that gives it."""

from dataclasses import dataclass
from uuid import UUID

from alongside.access.context import day_in_london
from alongside.access.gate import Act
from alongside.access.words import Ref, Tray, Unsaid
from alongside.contacts import queries as contacts
from alongside.contacts.words import Wanted
from alongside.languages import rules as languages
from alongside.languages.rules import say
from alongside.languages.words import Language
from alongside.letters import commands as letters
from alongside.letters.commands import LetterContent
from alongside.letters.words import Print
from alongside.portal.models import FamilyLink


@dataclass(frozen=True, slots=True)
class ByLetter:
    """By which safe contact of the same person a link goes, and what stands on the paper and is kept nowhere.

    The printed letter is put into the tray.
    """

    contact_id: UUID
    once: tuple[Unsaid, ...]
    picture: Unsaid
    picture_words: str
    tray: Tray


def post_link(act: Act, *, link: FamilyLink, letter: ByLetter) -> None:
    """Write and print the letter that carries a link. Raises Refused where no letter may go by this contact (E39)."""
    spoken = Language(link.language)
    until = languages.day(day_in_london(link.until_at), language=spoken)
    writing = contacts.how_to_write(act, child_id=link.about_child_id, adult_id=link.adult_id)
    content = LetterContent(
        title=say("A page for you", spoken),
        paragraphs=(
            say("This sheet opens a page on the internet.", spoken),
            say("The page is for you alone. It can be opened until {day}.", spoken, day=until),
        ),
        arising_from=Ref("family_link", link.id),
        language=spoken,
        size=Print.LARGE if writing.large_print is Wanted.YES else Print.ORDINARY,
        once=letter.once,
        picture=letter.picture,
        picture_words=letter.picture_words,
    )
    letters.write_letter(
        act,
        child_id=link.about_child_id,
        adult_id=link.adult_id,
        contact_id=letter.contact_id,
        content=content,
        tray=letter.tray,
    )
