"""The reads of letters: what they said, to whom and by which safe contact; never where they went."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from alongside.access.gate import Look, reads
from alongside.access.words import NotThere, Ref
from alongside.letters.models import Letter
from alongside.letters.rules import Sheet
from alongside.letters.setting import sheet_of
from alongside.letters.words import Kept, Right

LISTED_MOST = 100


@dataclass(frozen=True, slots=True)
class LetterCard:
    """One letter as pages show it."""

    id: UUID
    child_id: UUID
    adult_id: UUID | None
    name: str
    contact_label: str
    way: str
    arising_from: Ref
    sheet: Sheet
    kept: Kept
    digest: str
    written_by: str
    written_at: datetime
    printed_at: datetime | None
    printings: int


@reads(Right.LETTER_READ)
def list_letters(look: Look, *, child_id: UUID) -> tuple[LetterCard, ...]:
    """The letters about a child, as far as this person may know of them, newest first."""
    rows = _rows().filter(about_child_id=child_id).order_by("-written_at", "-id")[:LISTED_MOST]
    return tuple(_card(row) for row in rows)


@reads(Right.LETTER_READ)
def open_letter(look: Look, *, letter_id: UUID) -> LetterCard:
    """One letter, word for word. Raises NotThere."""
    row = _rows().filter(id=letter_id).first()
    if row is None:
        raise NotThere
    look.opens(Ref("letter", row.id))
    return _card(row)


def _rows() -> QuerySet[Letter]:
    return Letter.objects.select_related("author_membership__practitioner")


def _card(row: Letter) -> LetterCard:
    return LetterCard(
        id=row.id,
        child_id=row.about_child_id,
        adult_id=row.adult_id,
        name=row.person_as_named,
        contact_label=row.contact_label,
        way=row.way,
        arising_from=Ref(row.arising_from_kind, row.arising_from_id),
        sheet=sheet_of(row),
        kept=Kept(row.kept),
        digest=row.digest,
        written_by=row.author_membership.practitioner.name,
        written_at=row.written_at,
        printed_at=row.printed_at,
        printings=row.printings,
    )
