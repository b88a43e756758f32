"""The writes of families."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from alongside.access.gate import Act, writes
from alongside.access.words import NotThere, Ref
from alongside.families.models import Adult, Child, Relationship
from alongside.families.words import Leaf, LivesWith, ParentalResponsibility, Relation, Right, Stage


@dataclass(frozen=True, slots=True)
class RelatedAdult:
    """An adult named together with who they are to the child."""

    name: str
    relation: Relation
    parental_responsibility: ParentalResponsibility
    lives_with: LivesWith = LivesWith.UNKNOWN


@writes(Right.CHILD_ADD)
def add_child(
    act: Act, *, case_id: UUID, name: str, born_on: date | None, expected_on: date | None = None
) -> UUID:
    """Add a child to a case of one's own. A date of birth that is not known stays unknown (E11).

    `expected_on` is given for an unborn child alone (E6).
    """
    act.admit("cases.Case", case_id)
    child = Child.objects.create(
        agency_id=act.ctx.agency_id,
        case_id=case_id,
        author_membership_id=act.ctx.membership_id,
        name=name,
        stage=Stage.UNBORN if expected_on else Stage.BORN,
        born_on=born_on,
        expected_on=expected_on,
    )
    act.note(Leaf.CHILD_ADDED, about=Ref("child", child.id))
    return child.id


@writes(Right.CHILD_CORRECT)
def correct_child(act: Act, *, child_id: UUID, name: str, born_on: date | None) -> None:
    """Put a child's name or date of birth right on one's own record; the earlier words stay in the log (rulebook 9.3).

    Raises NotThere for a child of another agency's record.
    """
    act.admit("families.Child", child_id)
    child = Child.objects.get(id=child_id)
    if child.agency_id != act.ctx.agency_id:
        raise NotThere
    child.name, child.born_on = name, born_on
    if born_on is not None:
        child.stage, child.expected_on = Stage.BORN, None
    child.save(update_fields=["name", "born_on", "stage", "expected_on"])
    act.note(Leaf.CHILD_CORRECTED, about=Ref("child", child_id))


@writes(Right.ADULT_ADD)
def add_adult(act: Act, *, child_id: UUID, adult: RelatedAdult) -> UUID:
    """Add an adult in a child's life, with who they are to this child."""
    act.admit("families.Child", child_id)
    child = Child.objects.get(id=child_id)
    row = Adult.objects.create(**_owner(act, child), name=adult.name)
    _relate(act, child, row.id, adult)
    act.note(Leaf.ADULT_ADDED, about=Ref("adult", row.id))
    return row.id


@writes(Right.ADULT_ADD)
def relate_adult(act: Act, *, child_id: UUID, adult_id: UUID, adult: RelatedAdult) -> None:
    """Say who an adult on record is to another child of the same case: siblings may have different parents (E7).

    Raises NotThere for an adult of another case.
    """
    act.admit("families.Child", child_id)
    act.admit("families.Adult", adult_id)
    child = Child.objects.get(id=child_id)
    if not Adult.objects.filter(id=adult_id, case_id=child.case_id).exists():
        raise NotThere
    _relate(act, child, adult_id, adult)
    act.note(Leaf.ADULT_RELATED, about=Ref("adult", adult_id))


@writes(Right.RESPONSIBILITY_CORRECT)
def correct_responsibility(
    act: Act, *, child_id: UUID, adult_id: UUID, parental_responsibility: ParentalResponsibility
) -> None:
    """Say anew what is known of an adult's parental responsibility for one child, as when evidence was seen (E2).

    The earlier words stay in the log, and what was decided stays. Raises NotThere for another agency's record.
    """
    rows = Relationship.objects.filter(child_id=child_id, adult_id=adult_id, agency_id=act.ctx.agency_id)
    row = act.among(rows).first()
    if row is None:
        raise NotThere
    row.parental_responsibility = parental_responsibility
    row.save(update_fields=["parental_responsibility"])
    act.note(Leaf.RESPONSIBILITY_CORRECTED, about=Ref("adult", adult_id))


def _owner(act: Act, child: Child) -> dict[str, UUID]:
    return {
        "agency_id": act.ctx.agency_id,
        "case_id": child.case_id,
        "author_membership_id": act.ctx.membership_id,
    }


def _relate(act: Act, child: Child, adult_id: UUID, adult: RelatedAdult) -> None:
    Relationship.objects.create(
        **_owner(act, child),
        child_id=child.id,
        adult_id=adult_id,
        relation=adult.relation,
        parental_responsibility=adult.parental_responsibility,
        lives_with=adult.lives_with,
    )
