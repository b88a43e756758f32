"""A child and the adults around them: adding them, and putting right what was written of them."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from alongside.access.context import day_in_london
from alongside.access.gate import Act, writes
from alongside.access.words import NotThere, Ref, Refused
from alongside.families import rules
from alongside.families.commands.births import keep_day, set_days_aside
from alongside.families.commands.responsibility import ResponsibilityWords, say
from alongside.families.commands.rows import own_child, own_relationship, owner, tell_days
from alongside.families.commands.stages import become_born
from alongside.families.models import Adult, Child, Relationship
from alongside.families.words import (
    BirthBasis,
    Gender,
    Leaf,
    Life,
    LivesWith,
    ParentalResponsibility,
    Relation,
    Right,
    Stage,
    UnderEighteen,
)
from alongside.reliance import commands as reliance
from alongside.reliance.words import Change

CHILDREN_MOST = 30


@dataclass(frozen=True, slots=True)
class RelatedAdult:
    """An adult named together with who they are to the child."""

    name: str
    relation: Relation
    parental_responsibility: ParentalResponsibility
    lives_with: LivesWith = LivesWith.UNKNOWN
    gender: Gender = Gender.UNKNOWN


@dataclass(frozen=True, slots=True)
class AdultWords:
    """What is written of an adult themselves, whoever they are to whom. `born_on` is None where it is not known."""

    name: str
    gender: Gender
    born_on: date | None
    under_eighteen: UnderEighteen
    life: Life


@writes(Right.CHILD_ADD)
def add_child(
    act: Act,
    *,
    case_id: UUID,
    name: str,
    born_on: date | None,
    expected_on: date | None = None,
    gender: Gender = Gender.UNKNOWN,
) -> UUID:
    """Add a child to a case of one's own. A date of birth that is not known stays unknown (E11).

    `expected_on` is given for an unborn child alone (E6).
    """
    act.admit("cases.Case", case_id)
    _refuse_too_old(act, born_on)
    child = Child.objects.create(
        agency_id=act.ctx.agency_id,
        case_id=case_id,
        author_membership_id=act.ctx.membership_id,
        name=name,
        gender=gender,
        stage=Stage.UNBORN if expected_on else Stage.BORN,
        born_on=born_on,
        expected_on=expected_on,
    )
    if born_on is not None:
        keep_day(act, child=child, born_on=born_on, basis=BirthBasis.CLAIMED)
        tell_days(act, child_id=child.id)
    act.note(Leaf.CHILD_ADDED, about=Ref("child", child.id))
    return child.id


@writes(Right.CHILD_CORRECT)
def correct_child(
    act: Act, *, child_id: UUID, name: str, born_on: date | None, gender: Gender | None = None
) -> None:
    """Put a child's name, date of birth or gender right on one's own record; the earlier words stay (rulebook 9.3).

    A day of birth that was a slip of the pen is set aside with whatever was said beside it; that somebody else says
    another day is no slip (`say_birth_date`). A gender of None stays as it was. Raises NotThere for a child of
    another agency's record, and Refused for whoever would be too old (`rules.too_old`).
    """
    child = own_child(act, child_id=child_id)
    child.name, child.gender = name, gender or child.gender
    if born_on != child.born_on:
        _refuse_too_old(act, born_on)
        set_days_aside(act, child=child)
        child.born_on = born_on
        reliance.fact_changed(act, fact=Ref("child", child_id), change=Change.FACT_CORRECTED)
        if born_on is not None:
            keep_day(act, child=child, born_on=born_on, basis=BirthBasis.CLAIMED)
            become_born(act, child=child)
        tell_days(act, child_id=child_id)
    child.save(update_fields=["name", "gender", "born_on", "stage", "expected_on", "birth_said_at"])
    act.note(Leaf.CHILD_CORRECTED, about=Ref("child", child_id))


def _refuse_too_old(act: Act, born_on: date | None) -> None:
    if born_on is not None and (wrong := rules.too_old(born_on, on=day_in_london(act.now))):
        raise Refused(wrong, field="born_on")


@writes(Right.ADULT_ADD)
def add_adult(act: Act, *, child_id: UUID, adult: RelatedAdult) -> UUID:
    """Add an adult in a child's life, with who they are to this child."""
    act.admit("families.Child", child_id)
    child = Child.objects.get(id=child_id)
    row = Adult.objects.create(**owner(act, child=child), name=adult.name, gender=adult.gender)
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


@writes(Right.ADULT_CORRECT)
def correct_adult(
    act: Act, *, child_id: UUID, adult_id: UUID, adult: AdultWords, lives_with: LivesWith
) -> None:
    """Put right what is written of an adult, and whether this child lives with them; the earlier words stay in the log.

    That an adult of the family is under 18 themselves is said here (E24), and that one has died: whatever rests on a
    word of theirs is then looked at again (rulebook 4.2). Raises NotThere for another agency's record.
    """
    row = own_relationship(act, child_id=child_id, adult_id=adult_id)
    told_at = row.adult.died_said_at
    Adult.objects.filter(id=adult_id).update(
        name=adult.name,
        gender=adult.gender,
        born_on=adult.born_on,
        under_eighteen=adult.under_eighteen,
        life=adult.life,
        died_said_at=(told_at or act.now) if adult.life is Life.DIED else None,
    )
    if adult.life is Life.DIED and told_at is None:
        _find_what_rests_on(act, adult_id)
    row.lives_with = lives_with
    row.save(update_fields=["lives_with"])
    act.note(Leaf.ADULT_CORRECTED, about=Ref("adult", adult_id))


def _find_what_rests_on(act: Act, adult_id: UUID) -> None:
    """Whoever relied on what an adult is to any child of the record looks again, each thing once."""
    for row in Relationship.objects.filter(adult_id=adult_id).order_by("id")[:CHILDREN_MOST]:
        reliance.fact_changed(act, fact=Ref("relationship", row.id), change=Change.RESPONSIBILITY_CHANGED)


def _relate(act: Act, child: Child, adult_id: UUID, adult: RelatedAdult) -> None:
    row = Relationship.objects.create(
        **owner(act, child=child),
        child_id=child.id,
        adult_id=adult_id,
        relation=adult.relation,
        lives_with=adult.lives_with,
    )
    say(act, row=row, words=ResponsibilityWords(adult.parental_responsibility))
