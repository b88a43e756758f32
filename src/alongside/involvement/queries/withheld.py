"""Whether a matter, or everything about a child, is withheld from one person of the family, for deeds of other rooms."""

from uuid import UUID

from alongside.access.gate import Act, Look, finds, reads
from alongside.access.words import Answered, Ref
from alongside.involvement.finding import is_withheld_from, young_person_objects
from alongside.involvement.queries.tellings import TellingCard, list_tellings
from alongside.involvement.rules import is_withheld
from alongside.involvement.words import Right


@finds
def may_read(act: Act, *, child_id: UUID, adult_id: UUID | None, arising_from: Ref) -> Answered:
    """Whether one person may read what is addressed to them in a matter now; `adult_id` is None for the child (E3, E13).

    One answer, asked before anything is addressed to them and each time they open their page: what was addressed before
    it was withheld is off the page, and is there again once it is not withheld any more.
    """
    withheld = is_withheld_from(child_id=child_id, adult_id=adult_id, arising_from=arising_from)
    return Answered.NO if withheld else Answered.YES


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


@reads(Right.PART_READ)
def list_kept_from(look: Look, *, child_id: UUID) -> tuple[TellingCard, ...]:
    """The withholdings of everything about a child that stand now, one for each person they keep it from (E3)."""
    latest = list_tellings(look, arising_from=Ref("child", child_id))
    return tuple(each for each in latest if is_withheld(each.told, authorisation=each.authorisation))
