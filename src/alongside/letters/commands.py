"""The writes of letters: one is written, and it is printed, each time by a deed of its own."""

import hashlib
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from alongside.access.context import day_in_london
from alongside.access.gate import Act, writes
from alongside.access.words import Answered, NotThere, Ref, Refused, Tray, Unsaid
from alongside.audit import canonical
from alongside.contacts import commands as contacts
from alongside.contacts import queries as contact_queries
from alongside.contacts.words import ON_PAPER
from alongside.directory import queries as directory
from alongside.families import queries as families
from alongside.involvement import queries as involvement
from alongside.languages.words import Language
from alongside.letters import rules
from alongside.letters.models import Letter
from alongside.letters.printing import DrawnIn, print_sheet
from alongside.letters.setting import sheet_of
from alongside.letters.words import Kept, Leaf, Print, Right

WRITTEN_TO_NOBODY = (
    "Letters about this child have stopped. Speak with whoever knows the family before you write."
)
WITH_A_LINK = "This letter carried a private link, which is kept nowhere, so it cannot be printed again. Give a new link."


@dataclass(frozen=True, slots=True)
class LetterContent:
    """What a letter says: the same words as the notice.

    `own_words` are the places of paragraphs in `own_language`, which is not the letter's.
    `once` and `picture` (SVG) give a private link: they are printed with the letter, at once, and kept nowhere.
    """

    title: str
    paragraphs: tuple[str, ...]
    arising_from: Ref
    language: Language = Language.EN
    size: Print = Print.ORDINARY
    own_words: tuple[int, ...] = ()
    own_language: Language | None = None
    once: tuple[Unsaid, ...] = ()
    picture: Unsaid | None = None
    picture_words: str = ""


@writes(Right.LETTER_WRITE)
def write_letter(
    act: Act,
    *,
    child_id: UUID,
    adult_id: UUID | None,
    contact_id: UUID,
    content: LetterContent,
    tray: Tray | None = None,
) -> UUID:
    """Write to one person on paper, by one of their safe contacts; `adult_id` is None for the child (rulebook 5.1).

    With a tray it is printed in the same deed. Raises Refused for somebody from whom this is withheld (E3), where
    letters have stopped (E6, E35), in a language that no speaker approved, by a contact that the person forbade or
    that nobody made sure of (E39), or where it says where somebody is who is hidden from them (E12).
    """
    if (content.once or content.picture) and tray is None:
        raise ValueError("What is kept nowhere is printed with the letter or never: give a tray.")
    child = families.child(act, child_id=child_id)
    name = (
        child.name if adult_id is None else families.adult_of(act, child_id=child_id, adult_id=adult_id).name
    )
    route = contact_queries.usable_route(
        act, contact_id=contact_id, child_id=child_id, adult_id=adult_id, among=ON_PAPER
    )
    writer = directory.card_of(act.ctx.membership_id)
    if writer is None:
        raise NotThere
    row = Letter(
        agency_id=act.ctx.agency_id,
        case_id=child.case_id,
        author_membership_id=act.ctx.membership_id,
        about_child_id=child_id,
        adult_id=adult_id,
        person_as_named=name,
        contact_id=contact_id,
        contact_label=route.label,
        way=route.channel.label,
        arising_from_kind=content.arising_from.kind,
        arising_from_id=content.arising_from.id,
        title=content.title,
        paragraphs=list(content.paragraphs),
        language=content.language,
        size=content.size,
        own_words=list(content.own_words),
        own_language=content.own_language or "",
        signer_name=writer.name,
        signer_role=writer.role,
        signer_agency=writer.agency_name,
        telephone=writer.telephone,
        kept=Kept.WITHOUT_THE_LINK if content.once or content.picture else Kept.WHOLE,
        written_at=act.now,
    )
    _refuse_unwritable(act, row)
    row.digest = _digest(row)
    row.save(force_insert=True)
    act.note(Leaf.LETTER_WRITTEN, about=Ref("letter", row.id))
    if tray is not None:
        _print(act, row, tray, content)
    return row.id


@writes(Right.LETTER_PRINT)
def print_letter(act: Act, *, letter_id: UUID, tray: Tray) -> None:
    """Print a letter, or print it again: the address is drawn in now, and everything that forbids it is asked anew."""
    row = act.among(Letter.objects.filter(id=letter_id, agency_id=act.ctx.agency_id)).first()
    if row is None:
        raise NotThere
    if row.kept != Kept.WHOLE:
        raise Refused(WITH_A_LINK)
    _refuse_unwritable(act, row)
    _print(act, row, tray, None)


def _print(act: Act, row: Letter, tray: Tray, content: LetterContent | None) -> None:
    place = contacts.place_of(
        act, contact_id=row.contact_id, child_id=row.about_child_id, adult_id=row.adult_id, among=ON_PAPER
    )
    once = content.once if content else ()
    drawn_in = DrawnIn(
        where=tuple(line.strip() for line in place.where.words.splitlines() if line.strip()),
        sender=place.sender,
        paragraphs=tuple(each.words for each in once),
        picture=content.picture.words if content and content.picture else "",
        picture_words=content.picture_words if content else "",
    )
    tray.held = print_sheet(sheet_of(row), drawn_in)
    row.printed_at, row.printings = row.printed_at or act.now, row.printings + 1
    row.save(update_fields=["printed_at", "printings"])
    act.note(Leaf.LETTER_PRINTED, about=Ref("letter", row.id))


def _refuse_unwritable(act: Act, row: Letter) -> None:
    """Everything that forbids a letter to this person, asked when it is written and again when it is printed."""
    if families.may_be_written_to(act, child_id=row.about_child_id) is not Answered.YES:
        raise Refused(WRITTEN_TO_NOBODY)
    about = Ref(row.arising_from_kind, row.arising_from_id)
    told = involvement.may_be_told(
        act, child_id=row.about_child_id, adult_id=row.adult_id, arising_from=about
    )
    if told is not Answered.YES:
        raise Refused(
            f"{row.person_as_named} is not to be told for now, so no letter goes to them. The same holds for adults "
            "once the child is grown up."
        )
    if refusal := rules.why_no_letter(Language(row.language)):
        raise Refused(refusal, field="language")
    contacts.refuse_words_for(
        act,
        child_id=row.about_child_id,
        adult_id=row.adult_id,
        printed=(rules.words_of(sheet_of(row)),),
    )


def _digest(row: Letter) -> str:
    """What a letter said, as a digest: of its words and not of its address, which could be tried against it."""
    said: dict[str, Any] = {
        "to": row.person_as_named,
        "title": row.title,
        "paragraphs": row.paragraphs,
        "language": str(row.language),
        "signed": [row.signer_name, row.signer_role, row.signer_agency, row.telephone],
        "written_on": day_in_london(row.written_at).isoformat(),
    }
    return hashlib.sha256(canonical.encode(said)).hexdigest()
