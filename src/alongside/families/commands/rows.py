"""What the deeds of this room share: the row, if it is on one's own agency's record, and which days follow from it."""

from uuid import UUID

from alongside.access.context import day_in_london
from alongside.access.gate import Act
from alongside.access.words import NotThere, Ref
from alongside.families import rules, said
from alongside.families.models import Child, Relationship
from alongside.reliance import commands as reliance


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


def tell_days(act: Act, *, child_id: UUID) -> None:
    """Say on which days it changes who decides about a child, as part of every deed by which a fact of theirs changes.

    Whatever is looked at again because of one of them is, on its new day (rulebook 4.5).
    """
    orders = said.orders(child_id, at=act.now)
    days = rules.days_that_count(
        child_id,
        birth=rules.birth_facts(said.births(child_id, at=act.now)),
        held=said.responsibilities(child_id, at=act.now, on=day_in_london(act.now), orders=orders),
        orders=orders,
    )
    reliance.days_changed(act, fact=Ref("child", child_id), days=days)
