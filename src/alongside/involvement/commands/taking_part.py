"""What part a person of the family had before the outcome: told before, offered to take part, took part."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from alongside.access.context import day_in_london
from alongside.access.gate import Act, writes
from alongside.access.words import Ref, Refused
from alongside.families import queries as families
from alongside.involvement.commands.telling import ToldPerson, withhold
from alongside.involvement.models import Part
from alongside.involvement.words import Ground, Happened, Leaf, Right, Step, Told


@dataclass(frozen=True, slots=True)
class PartTaken:
    """One step of one person's part. `adult_id` is None for the child. `words`: their views, or why it did not happen."""

    adult_id: UUID | None
    name: str
    step: Step
    happened: Happened
    happened_on: date | None = None
    how: str = ""
    words: str = ""
    ground: Ground | None = None  # of one who is not to be told before, or not offered a part
    review_on: date | None = None


KEPT_FROM = frozenset({Step.TOLD_BEFORE, Step.OFFERED_PART})


@writes(Right.PART_RECORD)
def record_part(act: Act, *, child_id: UUID, arising_from: Ref, part: PartTaken) -> UUID:
    """Record one step of one person's part in a matter (rulebook 5.1). A later word on it supersedes.

    Who is not to be told before, or not offered a part, goes untold on a ground of the list and with a second person's
    word, as after the outcome (5.3, 5.4). Raises Refused for a part without its day, on a day to come, or one not taken
    without a reason, and for telling withheld without a ground.
    """
    child = families.child(act, child_id=child_id)
    if part.adult_id is not None:
        families.adult_of(act, child_id=child_id, adult_id=part.adult_id)
    today = day_in_london(act.now)
    if part.happened is Happened.YES and (part.happened_on is None or part.happened_on > today):
        raise Refused("Give the day: it cannot be later than today.", field="happened_on")
    if part.happened is not Happened.YES and not part.words:
        raise Refused(f"Say why {part.name} had no part in this, or not yet.", field="words")
    is_kept_from = part.happened is Happened.NO and part.step in KEPT_FROM
    if is_kept_from and (part.adult_id or part.name.startswith(child.name)):
        withhold(act, child=child, arising_from=arising_from, person=_untold(part))
    row = Part.objects.create(
        agency_id=act.ctx.agency_id,
        case_id=child.case_id,
        author_membership_id=act.ctx.membership_id,
        arising_from_kind=arising_from.kind,
        arising_from_id=arising_from.id,
        about_child_id=child_id,
        adult_id=part.adult_id,
        person_as_named=part.name,
        step=part.step,
        happened=part.happened,
        happened_on=part.happened_on if part.happened is Happened.YES else None,
        how=part.how,
        words=part.words,
        recorded_at=act.now,
    )
    act.note(Leaf.PART_RECORDED, about=arising_from)
    return row.id


def _untold(part: PartTaken) -> ToldPerson:
    return ToldPerson(part.adult_id, part.name, Told.WITHHELD, None, part.words, part.ground, part.review_on)
