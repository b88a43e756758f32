"""Whether everything about a child is withheld from one person of the family, for deeds of other rooms."""

from uuid import UUID

from alongside.access.gate import Act, finds
from alongside.access.words import Answered, Ref
from alongside.involvement.finding import is_withheld_from


@finds
def withheld_generally(act: Act, *, child_id: UUID, adult_id: UUID | None) -> Answered:
    """Whether everything about a child is withheld from one person now; `adult_id` is None for the child (E3)."""
    about = Ref("child", child_id)
    withheld = is_withheld_from(child_id=child_id, adult_id=adult_id, arising_from=about)
    return Answered.YES if withheld else Answered.NO
