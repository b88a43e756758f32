"""Days of birth: what was said, on what it rests, and which day may be relied on (E11)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from alongside.access.context import day_in_london
from alongside.access.gate import Act, writes
from alongside.access.words import Ref, Refused
from alongside.families import rules, said
from alongside.families.commands.rows import own_child, owner, tell_days
from alongside.families.models import BirthDate, Child
from alongside.families.words import BirthBasis, Leaf, Right, Stage
from alongside.reliance import commands as reliance
from alongside.reliance.words import Change


@dataclass(frozen=True, slots=True)
class BirthWords:
    """What somebody says of a day of birth. A year alone is a span from its first day to its last."""

    basis: BirthBasis
    earliest_on: date
    latest_on: date
    words: str = ""


@writes(Right.BIRTH_DATE_SAY)
def say_birth_date(act: Act, *, child_id: UUID, birth: BirthWords) -> UUID:
    """Record what is said of a child's day of birth beside what was said before; nothing is overwritten (E11).

    Which day may be relied on follows from all of it. Raises NotThere for another agency's record, and Refused for a
    day that has not come, or for a child who is not born.
    """
    child = own_child(act, child_id=child_id)
    if child.stage == Stage.UNBORN:
        raise Refused("Record the birth first. Until then there is an expected date and no date of birth.")
    field = "born_on" if birth.earliest_on == birth.latest_on else "year"
    today = day_in_london(act.now)
    if wrong := rules.wrong_birth(
        min(birth.latest_on, today) if field == "year" else birth.latest_on, on=today
    ):
        raise Refused(wrong, field=field)
    row = _keep(act, child, birth)
    before, child.born_on = child.born_on, rules.birth_facts(said.births(child.id, at=act.now)).born_on
    child.save(update_fields=["born_on"])
    tell_days(act, child_id=child_id)
    if child.born_on != before:
        reliance.fact_changed(act, fact=Ref("child", child_id), change=Change.FACT_CORRECTED)
    act.note(Leaf.BIRTH_DATE_SAID, about=Ref("child", child_id))
    return row.id


def keep_day(act: Act, *, child: Child, born_on: date, basis: BirthBasis) -> None:
    """Keep a day of birth as it was said, as part of a deed."""
    _keep(act, child, BirthWords(basis, born_on, born_on))


def set_days_aside(act: Act, *, child: Child) -> None:
    """Set aside every day of birth on record as a slip of the pen, as part of a deed."""
    BirthDate.objects.filter(child_id=child.id, set_aside_at__isnull=True).update(
        set_aside_at=act.now, set_aside_by=act.ctx.membership_id
    )


def _keep(act: Act, child: Child, birth: BirthWords) -> BirthDate:
    return BirthDate.objects.create(
        **owner(act, child=child),
        child_id=child.id,
        basis=birth.basis,
        earliest_on=birth.earliest_on,
        latest_on=birth.latest_on,
        words=birth.words,
        said_at=act.now,
    )
