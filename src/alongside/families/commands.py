"""The writes of families."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from alongside.access.gate import Act, writes
from alongside.access.words import Ref
from alongside.families.models import Adult, Child, Relationship
from alongside.families.words import Leaf, ParentalResponsibility, Relation, Right


@dataclass(frozen=True, slots=True)
class RelatedAdult:
    """An adult named together with who they are to the child."""

    name: str
    relation: Relation
    parental_responsibility: ParentalResponsibility


@writes(Right.CHILD_ADD)
def add_child(act: Act, *, case_id: UUID, name: str, born_on: date | None) -> UUID:
    """Add a child to a case of one's own. A date of birth that is not known stays unknown (E11)."""
    act.admit("cases.Case", case_id)
    child = Child.objects.create(
        agency_id=act.ctx.agency_id,
        case_id=case_id,
        author_membership_id=act.ctx.membership_id,
        name=name,
        born_on=born_on,
    )
    act.note(Leaf.CHILD_ADDED, about=Ref("child", child.id))
    return child.id


@writes(Right.ADULT_ADD)
def add_adult(act: Act, *, child_id: UUID, adult: RelatedAdult) -> UUID:
    """Add an adult in a child's life, with who they are to this child."""
    act.admit("families.Child", child_id)
    child = Child.objects.get(id=child_id)
    owner = {
        "agency_id": act.ctx.agency_id,
        "case_id": child.case_id,
        "author_membership_id": act.ctx.membership_id,
    }
    row = Adult.objects.create(**owner, name=adult.name)
    Relationship.objects.create(
        **owner,
        child_id=child_id,
        adult_id=row.id,
        relation=adult.relation,
        parental_responsibility=adult.parental_responsibility,
    )
    act.note(Leaf.ADULT_ADDED, about=Ref("adult", row.id))
    return row.id
