"""What is asked before something is written to one person of a family, whoever asks."""

from datetime import date
from uuid import UUID

from alongside.access.context import day_in_london
from alongside.access.gate import Act, finds
from alongside.access.words import Answered, NotThere
from alongside.families import rules
from alongside.families.models import Adoption, Adult, Child, Relationship
from alongside.families.queries.people import LISTED_MOST
from alongside.families.words import NOT_YET_NAMED, Life, Stage


@finds
def may_be_written_to(act: Act, *, child_id: UUID) -> Answered:
    """Whether a letter, a link or a notice about this child may reach the family: asked before each is sent.

    No after a loss, a death or a move to a place not known (E6, E35), and no where there is no such child. It opens
    nothing, so that the installation, which sees no record, may ask it too.
    """
    row = Child.objects.filter(id=child_id).first()
    may = row is not None and rules.may_be_written_to(Stage(row.stage), moved_on=row.moved_on)
    return Answered.YES if may else Answered.NO


@finds
def is_sealed(act: Act, *, child_id: UUID) -> Answered:
    """Whether this is the record of a child as they were before an adoption, which one officer alone opens (E10).

    Asked by what would hand on work about it: nobody is owed anything about a record that they cannot open.
    """
    return Answered.YES if Adoption.objects.filter(earlier_child_id=child_id).exists() else Answered.NO


@finds
def may_reach(act: Act, *, child_id: UUID, adult_id: UUID | None) -> Answered:
    """Whether something about this child may be written to one person; `adult_id` is None for the child themselves.

    As `may_be_written_to`, and nothing to an adult about a child who has come of age (E5), nor to one who has died.
    """
    if adult_id is not None and has_died(act, adult_id=adult_id) is Answered.YES:
        return Answered.NO
    row = Child.objects.filter(id=child_id).first()
    born_on = row.born_on if row else None
    if adult_id is not None and born_on and rules.age(born_on, on=day_in_london(act.now)) >= rules.OF_AGE:
        return Answered.NO
    return may_be_written_to(act, child_id=child_id)


@finds
def has_died(act: Act, *, adult_id: UUID) -> Answered:
    """Whether it is on record that an adult of the family has died: asked before anything is written to them."""
    died = Adult.objects.filter(id=adult_id, life=Life.DIED).exists()
    return Answered.YES if died else Answered.NO


@finds
def day_of_birth(act: Act, *, child_id: UUID) -> date | None:
    """The day of birth that may be relied on now, for a deed at a private link; None where none is known.

    It opens nothing: whether a page about a child is still open to an adult is asked before anybody is known (E5).
    """
    return Child.objects.filter(id=child_id).values_list("born_on", flat=True).first()


@finds
def case_of(act: Act, *, child_id: UUID) -> UUID:
    """The case of a child, for a check that does not depend on what whoever asks may see. Raises NotThere."""
    row = Child.objects.filter(id=child_id).first()
    if row is None:
        raise NotThere
    return row.case_id


@finds
def other_names(act: Act, *, child_id: UUID, adult_id: UUID | None) -> tuple[str, ...]:
    """The names that words for one person may not say: of the other adults around the child, and of siblings.

    Whichever agency wrote them down, because whom it harms does not depend on what this practitioner may see. A name
    that is also the child's, or the reader's own, is not among them: it says nothing of anybody else.
    """
    around = Relationship.objects.select_related("adult").filter(child_id=child_id).order_by("id")
    rows = tuple(around[:LISTED_MOST])
    children = Child.objects.filter(case_id=case_of(act, child_id=child_id)).order_by("id")[:LISTED_MOST]
    own = {each.name.casefold() for each in children if each.id == child_id}
    own |= {row.adult.name.casefold() for row in rows if row.adult_id == adult_id}
    names = dict.fromkeys((*(row.adult.name for row in rows), *(each.name for each in children)))
    return tuple(name for name in names if name.casefold() not in own and not name.startswith(NOT_YET_NAMED))
