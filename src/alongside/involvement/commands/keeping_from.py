"""Nothing about a child goes to one person for now; and telling them once that is over (rulebook 5.3, E3)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from alongside.access.gate import Act, writes
from alongside.access.words import Ref, Refused
from alongside.families import queries as families
from alongside.involvement.commands.telling import ToldPerson, record_telling, withhold
from alongside.involvement.finding import is_withheld_from, last_word_on
from alongside.involvement.words import Ground, Leaf, Right, Told


@dataclass(frozen=True, slots=True)
class Keeping:
    """On which ground nothing goes to a person, what makes one think so, and when it is looked at again."""

    ground: Ground
    words: str
    review_on: date


@writes(Right.TELLING_RECORD)
def keep_everything_from(act: Act, *, child_id: UUID, adult_id: UUID | None, keeping: Keeping) -> UUID:
    """Send nothing about a child to one person for now: no request, notice, letter or page of their own (E3).

    `adult_id` is None for the child themselves. It stands at once and waits for a second person's word, as every
    withholding; others of the family are judged apart. Answers its key. Raises NotThere, and Refused without a ground,
    facts and a review, or where it stands.
    """
    child = families.child(act, child_id=child_id)
    about = Ref("child", child_id)
    if is_withheld_from(child_id=child_id, adult_id=adult_id, arising_from=about):
        raise Refused("Nothing goes to this person already. Look again at what stands.")
    title = f"{child.name} (the child)"
    if adult_id is not None:
        adult = families.adult_of(act, child_id=child_id, adult_id=adult_id)
        title = f"{adult.name} ({adult.relation.label.lower()})"
    person = ToldPerson(
        adult_id, title, Told.WITHHELD, None, keeping.words, keeping.ground, keeping.review_on
    )
    withhold(act, child=child, arising_from=about, person=person)
    act.note(Leaf.TELLING_RECORDED, about=about)
    row = last_word_on(child_id, adult_id=adult_id)
    assert row is not None
    return row.id


@writes(Right.TELLING_RECORD)
def tell_after_keeping(
    act: Act, *, child_id: UUID, adult_id: UUID | None, told_on: date, how: str, words: str = ""
) -> None:
    """Record that a person from whom everything was withheld was told, once that is over.

    Raises NotThere, and Refused while it is still withheld, or where nothing was withheld before.
    """
    last = last_word_on(child_id, adult_id=adult_id)
    if last is None or last.told == Told.INFORMED:
        raise Refused("Nothing waits to be said to this person here.")
    about = Ref("child", child_id)
    if is_withheld_from(child_id=child_id, adult_id=adult_id, arising_from=about):
        raise Refused("Nothing goes to this person for now. Look first again at why.")
    if not how:
        raise Refused("Say how you told them.", field="how")
    person = ToldPerson(adult_id, last.person_as_named, Told.INFORMED, told_on, words)
    record_telling(act, child_id=child_id, arising_from=about, people=(person,), how=how)
