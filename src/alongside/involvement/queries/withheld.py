"""Whether everything about a child is withheld from one person of the family, for deeds of other rooms."""

from uuid import UUID

from alongside.access.gate import Act, finds
from alongside.access.words import Answered, Ref
from alongside.involvement.finding import is_withheld_from, young_person_objects


@finds
def withheld_generally(act: Act, *, child_id: UUID, adult_id: UUID | None) -> Answered:
    """Whether everything about a child is withheld from one person now; `adult_id` is None for the child (E3).

    A child who can decide it and does not want this person told of one matter is not found out by a page about them
    (S07): it counts for everything.
    """
    about = Ref("child", child_id)
    withheld = is_withheld_from(child_id=child_id, adult_id=adult_id, arising_from=about)
    if adult_id is not None:
        withheld = withheld or young_person_objects(child_id=child_id, adult_id=adult_id)
    return Answered.YES if withheld else Answered.NO
