"""Writing to one person of the family: a notice, in plain words, that nobody else of the family reads."""

from dataclasses import dataclass
from uuid import UUID

from alongside.access import commands as access
from alongside.access.gate import Act, writes
from alongside.access.words import Answered, Ref, Refused
from alongside.contacts import commands as contacts
from alongside.families import queries as families
from alongside.involvement.finding import is_withheld_from
from alongside.involvement.models import Notice
from alongside.involvement.words import Leaf, NoticeKind, Right

PARAGRAPHS_MOST = 40
PARAGRAPH_LETTERS_MOST = 4000


@dataclass(frozen=True, slots=True)
class NewNotice:
    """What one person is to read: composed when the deed is done, and never changed afterwards.

    `own_words` are the places of the paragraphs that the practitioner typed in another language than the rest's.
    """

    kind: NoticeKind
    arising_from: Ref
    title: str
    paragraphs: tuple[str, ...]
    language: str = "en"
    own_words: tuple[int, ...] = ()
    own_language: str = ""


@writes(Right.NOTICE_ISSUE)
def issue_notice(act: Act, *, child_id: UUID, adult_id: UUID | None, notice: NewNotice) -> UUID:
    """Write to one person of the family; `adult_id` is None for the child. They read it at their private link.

    Raises Refused for a person from whom this matter, or everything about the child, is withheld (rulebook 5.3, E3),
    for words that name another relative or say where somebody hidden is,
    and NotThere for one who is not in this child's life.
    """
    child = families.child(act, child_id=child_id)
    name = (
        child.name if adult_id is None else families.adult_of(act, child_id=child_id, adult_id=adult_id).name
    )
    _refuse_bad_notice(notice)
    refuse_telling(act, child_id=child_id, adult_id=adult_id, name=name, arising_from=notice.arising_from)
    contacts.refuse_words_for(
        act, child_id=child_id, adult_id=adult_id, printed=(notice.title, *notice.paragraphs)
    )
    reader_id = families.reader_of(act, child_id=child_id, adult_id=adult_id)
    row = Notice.objects.create(
        agency_id=act.ctx.agency_id,
        case_id=child.case_id,
        author_membership_id=act.ctx.membership_id,
        about_child_id=child_id,
        adult_id=adult_id,
        person_as_named=name,
        reader_id=reader_id,
        kind=notice.kind,
        arising_from_kind=notice.arising_from.kind,
        arising_from_id=notice.arising_from.id,
        title=notice.title,
        paragraphs=list(notice.paragraphs),
        language=notice.language,
        own_words=list(notice.own_words),
        own_language=notice.own_language,
        issued_at=act.now,
    )
    access.address_to_family(act, reader_id=reader_id, row_id=row.id)
    act.note(Leaf.NOTICE_ISSUED, about=Ref("notice", row.id))
    return row.id


def refuse_telling(act: Act, *, child_id: UUID, adult_id: UUID | None, name: str, arising_from: Ref) -> None:
    """Refuse whatever is addressed to a person to whom nothing may be written, or not in this matter (E3, E5, E6, E35)."""
    if families.may_be_written_to(act, child_id=child_id) is Answered.NO:
        raise Refused("Nothing is written to this family now: see what is recorded of the child.")
    if adult_id is not None and families.has_died(act, adult_id=adult_id) is Answered.YES:
        raise Refused(f"{name} has died, so nothing is written to them.")
    if families.may_reach(act, child_id=child_id, adult_id=adult_id) is Answered.NO:
        raise Refused(
            f"The child is grown up, so nothing is written to {name} about them. Ask the young person."
        )
    if is_withheld_from(child_id=child_id, adult_id=adult_id, arising_from=arising_from):
        raise Refused(f"{name} is not to be told for now, so nothing is written to them.")


def _refuse_bad_notice(notice: NewNotice) -> None:
    if not notice.title or not notice.paragraphs or not all(notice.paragraphs):
        raise Refused("Write what they are to read: a notice without words says nothing.")
    if len(notice.paragraphs) > PARAGRAPHS_MOST or max(map(len, notice.paragraphs)) > PARAGRAPH_LETTERS_MOST:
        raise Refused("This is too long for anybody to read. Say it in fewer words.")
