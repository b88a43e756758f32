"""After an adoption: a new record that nothing links to the earlier one, but a closed row that one officer opens (E10)."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from alongside.access.gate import Act, keeps, writes
from alongside.access.words import Answered, NotThere, Ref, Refused
from alongside.families.commands.rows import own_child, tell_days
from alongside.families.commands.stages import cut_family_pages
from alongside.families.models import Adoption, BirthDate, Child
from alongside.families.words import Leaf, Right


@dataclass(frozen=True, slots=True)
class AfterAdoption:
    """The record that is begun: in which case, under which name, and who alone may open the link to the earlier one."""

    case_id: UUID
    name: str
    officer_membership_id: UUID
    reason: str


def begin_after_adoption(act: Act, *, child_id: UUID, after: AfterAdoption) -> UUID:
    """Begin a child's record after an adoption, as part of the deed that seals the earlier one; answers the link's id.

    No adult, order, home or word of the earlier record comes over, and the private links of the earlier family end.
    Raises NotThere for another agency's record, and Refused for a child whose record holds brothers or sisters too.
    """
    earlier = own_child(act, child_id=child_id)
    if Child.objects.filter(case_id=earlier.case_id).exclude(id=earlier.id).exists():
        raise Refused(
            "This record is about several children, and sealing it would hide the others too."
            " Begin a record of their own for them first."
        )
    later = Child.objects.create(
        agency_id=act.ctx.agency_id,
        case_id=after.case_id,
        author_membership_id=after.officer_membership_id,
        name=after.name,
        gender=earlier.gender,
        born_on=earlier.born_on,
    )
    _carry_days_over(act, earlier, later)
    cut_family_pages(act, child=earlier)
    return Adoption.objects.create(
        earlier_child_id=earlier.id,
        later_child_id=later.id,
        officer_membership_id=after.officer_membership_id,
        reason=after.reason,
        sealed_at=act.now,
        sealed_by=act.ctx.membership_id,
    ).id


@keeps(Right.ADOPTION_OPEN)
def keeps_adoption(act: Act, *, child_id: UUID) -> Answered:
    """Whether whoever asks may go from this record to the child's other one. Nothing is written.

    The link is closed to every page, so it is asked in the frame of a writer; all but the officer hear no, as where
    there was no adoption.
    """
    act.admit("families.Child", child_id)
    return Answered.NO if _link(act, child_id) is None else Answered.YES


@writes(Right.ADOPTION_OPEN)
def open_adoption(act: Act, *, child_id: UUID, reason: str) -> UUID:
    """Answer the child's other record, to the officer who was named at the adoption and to nobody else (E10).

    Each opening is a deed of its own in the log, with its reason. Raises NotThere for everybody else, and where there
    was no adoption.
    """
    act.admit("families.Child", child_id)
    row = _link(act, child_id)
    if row is None:
        raise NotThere
    if not reason.strip():
        raise Refused("Say why you open this link, because each opening is written down.", field="reason")
    act.note(Leaf.ADOPTION_OPENED, about=Ref("adoption", row.id))
    return row.later_child_id if row.earlier_child_id == child_id else row.earlier_child_id


def _link(act: Act, child_id: UUID) -> Adoption | None:
    """The link from this record to the child's other one, to its officer alone."""
    links = Adoption.objects.filter(officer_membership_id=act.ctx.membership_id)
    return links.filter(Q(earlier_child_id=child_id) | Q(later_child_id=child_id)).first()


def _carry_days_over(act: Act, earlier: Child, later: Child) -> None:
    """The child keeps their own day of birth, on the same grounds; what was said of it in words stays behind."""
    for row in BirthDate.objects.filter(child_id=earlier.id, set_aside_at__isnull=True).order_by("id")[:20]:
        BirthDate.objects.create(
            agency_id=later.agency_id,
            case_id=later.case_id,
            author_membership_id=later.author_membership_id,
            child_id=later.id,
            basis=row.basis,
            earliest_on=row.earliest_on,
            latest_on=row.latest_on,
            said_at=act.now,
        )
    tell_days(act, child_id=later.id)
