"""What every deed of this room begins with: the row, if it is on one's own agency's record."""

from uuid import UUID

from alongside.access.gate import Act
from alongside.access.words import NotThere
from alongside.families.models import Child, Relationship


def owner(act: Act, *, child: Child) -> dict[str, UUID]:
    """Whose a new row about this child is."""
    return {
        "agency_id": act.ctx.agency_id,
        "case_id": child.case_id,
        "author_membership_id": act.ctx.membership_id,
    }


def own_child(act: Act, *, child_id: UUID) -> Child:
    """A child on the record of one's own agency. Raises NotThere."""
    act.admit("families.Child", child_id)
    child = Child.objects.get(id=child_id)
    if child.agency_id != act.ctx.agency_id:
        raise NotThere
    return child


def own_relationship(act: Act, *, child_id: UUID, adult_id: UUID) -> Relationship:
    """Who an adult is to a child, on the record of one's own agency. Raises NotThere."""
    rows = Relationship.objects.filter(child_id=child_id, adult_id=adult_id, agency_id=act.ctx.agency_id)
    row = act.among(rows).first()
    if row is None:
        raise NotThere
    return row
