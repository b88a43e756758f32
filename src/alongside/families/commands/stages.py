"""Before birth, birth, and an end that nobody wished for: after it nothing is written to the family (E6, E35)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from alongside.access import commands as access
from alongside.access.commands import Whom
from alongside.access.context import NOBODY, day_in_london
from alongside.access.gate import Act, writes
from alongside.access.words import GrantKind, Ref, Refused
from alongside.families import rules
from alongside.families.commands.births import keep_day
from alongside.families.commands.responsibility import ResponsibilityWords, say_anew
from alongside.families.commands.rows import own_child, tell_days
from alongside.families.models import Child, Relationship
from alongside.families.words import BirthBasis, Gender, Leaf, Loss, ParentalResponsibility, Right, Stage
from alongside.reliance import commands as reliance
from alongside.reliance.words import Change

FAMILY_MOST = 50


@dataclass(frozen=True, slots=True)
class Newborn:
    """A child as the family names them at birth."""

    name: str
    born_on: date
    gender: Gender = Gender.UNKNOWN


@writes(Right.BIRTH_RECORD)
def record_birth(act: Act, *, child_id: UUID, newborn: Newborn) -> None:
    """Record that an unborn child was born. Who holds parental responsibility is asked anew of everybody (E6).

    Nobody holds any by default. Raises NotThere for another agency's record, and Refused for a child who is born.
    """
    child = own_child(act, child_id=child_id)
    if child.stage != Stage.UNBORN:
        raise Refused("This child’s birth is on record already. Put the date right on the child’s page.")
    if wrong := rules.wrong_birth(newborn.born_on, on=day_in_london(act.now)):
        raise Refused(wrong, field="born_on")
    child.name, child.gender, child.born_on = newborn.name, newborn.gender, newborn.born_on
    keep_day(act, child=child, born_on=newborn.born_on, basis=BirthBasis.CLAIMED)
    become_born(act, child=child)
    child.save(update_fields=["name", "gender", "born_on", "stage", "expected_on", "birth_said_at"])
    tell_days(act, child_id=child_id)
    act.note(Leaf.BIRTH_RECORDED, about=Ref("child", child_id))


def become_born(act: Act, *, child: Child) -> None:
    """Turn an unborn child into a born one, as part of a deed that then saves it; one who is born stays as they are."""
    if child.stage != Stage.UNBORN:
        return
    child.stage, child.expected_on, child.birth_said_at = Stage.BORN, None, act.now
    reliance.fact_changed(act, fact=Ref("child", child.id), change=Change.BIRTH)
    for row in Relationship.objects.filter(child_id=child.id, agency_id=child.agency_id)[:FAMILY_MOST]:
        say_anew(act, row=row, words=ResponsibilityWords(ParentalResponsibility.UNKNOWN))


@writes(Right.LOSS_RECORD)
def record_loss(act: Act, *, child_id: UUID, loss: Loss, ended_on: date | None) -> None:
    """Record that a pregnancy ended. From this moment nothing is written to the family about this child (E6)."""
    child = own_child(act, child_id=child_id)
    if child.stage != Stage.UNBORN:
        raise Refused("This child is on record as born. If the child has died, record that instead.")
    child.stage, child.loss = Stage.LOST, loss
    _end(act, child, ended_on)
    reliance.fact_changed(act, fact=Ref("child", child_id), change=Change.LOSS)
    act.note(Leaf.LOSS_RECORDED, about=Ref("child", child_id))


@writes(Right.DEATH_RECORD)
def record_death(act: Act, *, child_id: UUID, died_on: date | None) -> None:
    """Record that a child has died. From this moment nothing is written to the family about this child (E35).

    What is confidential stays so, and the record stays as it is.
    """
    child = own_child(act, child_id=child_id)
    if child.stage != Stage.BORN:
        raise Refused("This record does not say that the child is living. Nothing needs to be done here.")
    child.stage = Stage.DIED
    _end(act, child, died_on)
    reliance.fact_changed(act, fact=Ref("child", child_id), change=Change.DEATH)
    act.note(Leaf.DEATH_RECORDED, about=Ref("child", child_id))


@writes(Right.MOVE_RECORD)
def record_move(act: Act, *, child_id: UUID, moved_on: date | None) -> None:
    """Record that the family has left for a place not known here, so that nothing is written to the old one (E6).

    None says that they can be written to again. Private links that were cut are not given back by it.
    """
    child = own_child(act, child_id=child_id)
    child.moved_on = moved_on
    child.save(update_fields=["moved_on"])
    if moved_on is not None:
        cut_family_pages(act, child=child)
    act.note(Leaf.MOVE_RECORDED, about=Ref("child", child_id))


def cut_family_pages(act: Act, *, child: Child) -> None:
    """End every running private link by which a person of the family reads about this child, as part of a deed."""
    readers = Relationship.objects.filter(child_id=child.id).values_list("id", flat=True)
    for reader_id in (child.id, *readers[:FAMILY_MOST]):
        access.end_grants(
            act, kind=GrantKind.FAMILY_PAGE, whom=Whom(membership_id=reader_id, agency_id=NOBODY)
        )


def _end(act: Act, child: Child, ended_on: date | None) -> None:
    if ended_on and ended_on > day_in_london(act.now):
        raise Refused("Check the date: that day has not come yet.", field="ended_on")
    child.ended_on, child.end_said_at = ended_on, act.now
    child.save(update_fields=["stage", "loss", "ended_on", "end_said_at"])
    cut_family_pages(act, child=child)
