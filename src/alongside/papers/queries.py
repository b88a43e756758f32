"""The reads of papers."""

from dataclasses import dataclass
from uuid import UUID

from alongside.access.gate import Look, reads
from alongside.access.words import NotThere, Ref, Standing
from alongside.papers.models import Paper
from alongside.papers.words import Kept, Right


@dataclass(frozen=True, slots=True)
class PaperPage:
    """One picture as it is sent to whoever may see it."""

    id: UUID
    kept_as: Kept
    content: bytes
    wide: int
    high: int


@reads(Right.PAPER_OPEN, to=(Standing.PRACTITIONER, Standing.FAMILY))
def open_paper(look: Look, *, paper_id: UUID) -> PaperPage:
    """One picture, for those on the case and for the person of the family whose it is. Raises NotThere."""
    row = Paper.objects.filter(id=paper_id).first()
    if row is None:
        raise NotThere
    look.opens(Ref("paper", row.id))
    return PaperPage(row.id, Kept(row.kept_as), bytes(row.content), row.wide, row.high)
