"""The facts of a family on which consent rests, as they were known at any moment: age, responsibility, orders."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from alongside.access.context import day_in_london
from alongside.access.gate import Act, Look, finds, reads
from alongside.access.words import NotThere, Ref
from alongside.families import deciding_words as words
from alongside.families import rules, said
from alongside.families.after_orders import before_birth
from alongside.families.models import Adult, Child
from alongside.families.queries.people import ChildCard, reading_person
from alongside.families.rules import BirthFacts, HeldResponsibility, OrderFact
from alongside.families.words import LookedAfter, Right, Stage
from alongside.reliance.rules import FactDay

NAMED_MOST = 50


@dataclass(frozen=True, slots=True)
class FamilyFacts:
    """What was on record about one child at a moment: who may speak for them follows from it (rulebook 4.2).

    `responsibilities` is the last word on each adult, and the agencies that share it under an order (E9); for an
    unborn child nobody holds any, and the mother speaks for herself (E6). `orders` are those in force on the day, and
    `days` those, past and to come, on which it changes who decides.
    """

    child_id: UUID
    at: datetime
    on: date
    stage: Stage
    birth: BirthFacts
    responsibilities: tuple[HeldResponsibility, ...]
    orders: tuple[OrderFact, ...]
    looked_after: LookedAfter
    days: tuple[FactDay, ...]


@dataclass(frozen=True, slots=True)
class OnRecord:
    """One order in force, or what is known of one person's parental responsibility, in sentences."""

    title: str
    told: str


@dataclass(frozen=True, slots=True)
class WhoDecides:
    """The orders in force about a child now, and who holds parental responsibility, on what evidence."""

    orders: tuple[OnRecord, ...]
    holders: tuple[OnRecord, ...]


@finds
def family_facts(act: Act, *, child_id: UUID, at: datetime | None = None) -> FamilyFacts:
    """The facts of a child's family as known at a moment, now where it is None. Raises NotThere."""
    child = act.among(Child.objects.filter(id=child_id)).first()
    if child is None:
        raise NotThere
    return _facts(child, at or act.now)


@reads(Right.CHILD_OPEN)
def open_family_facts(look: Look, *, child_id: UUID, at: datetime | None = None) -> FamilyFacts:
    """The facts of a child's family as known at a moment, now where it is None, for a page. Raises NotThere."""
    child = Child.objects.filter(id=child_id).first()
    if child is None:
        raise NotThere
    look.opens(Ref("child", child_id))
    return _facts(child, at or look.now)


@reads(Right.CHILD_OPEN)
def find_family_facts(
    look: Look, *, child_id: UUID, at: datetime | None = None, on: date | None = None
) -> FamilyFacts | None:
    """The same as another page needs them, without opening the record; None where this person may not know.

    What stood `on` a day, by what was known `at` a moment; on the day of that moment where none is given.
    """
    child = Child.objects.filter(id=child_id).first()
    return _facts(child, at or look.now, on) if child else None


@finds
def facts_of_reading_person(act: Act) -> tuple[ChildCard, FamilyFacts]:
    """The child and the family's facts, for what follows from them for whoever looks at their own private link.

    They may not read these facts: nothing of them but that answer leaves the deed. Raises NotThere for all others.
    """
    person = reading_person(act)
    return person.child, _facts(Child.objects.get(id=person.child.id), act.now)


@finds
def who_decides(act: Act, *, child_id: UUID) -> WhoDecides:
    """What bears on who may decide about a child, for a deed that was admitted to a disagreement about them.

    A safeguarding lead looks for orders before they decide (rulebook E1, S06) and opens no family's record: what bears
    on the decision is written down with it, and nothing else of the record leaves the deed. Raises NotThere.
    """
    child = Child.objects.filter(id=child_id).first()
    if child is None:
        raise NotThere
    facts = _facts(child, act.now)
    adults = {each for order in facts.orders for each in (order.holder_id, order.restricted_id) if each}
    names = {each.id: each.name for each in Adult.objects.filter(id__in=adults).order_by("id")[:NAMED_MOST]}
    return WhoDecides(
        tuple(
            OnRecord(words.order_title(each), words.order_words(each, names=names, seen_by={}))
            for each in facts.orders
        ),
        tuple(
            OnRecord(
                words.holder_title(each), f"{words.holder_words(each)} {words.seen_words(each, {})}".strip()
            )
            for each in facts.responsibilities
        ),
    )


@finds
def responsibilities_on(
    act: Act, *, child_id: UUID, at: datetime | None = None
) -> tuple[HeldResponsibility, ...]:
    """What was known at a moment of who holds parental responsibility, agencies with them. Raises NotThere."""
    return family_facts(act, child_id=child_id, at=at).responsibilities


@reads(Right.CHILD_OPEN)
def list_responsibilities_on(
    look: Look, *, child_id: UUID, at: datetime | None = None
) -> tuple[HeldResponsibility, ...]:
    """What was known at a moment of who holds parental responsibility, for a page. Raises NotThere."""
    return open_family_facts(look, child_id=child_id, at=at).responsibilities


def _facts(child: Child, at: datetime, on: date | None = None) -> FamilyFacts:
    on = on or day_in_london(at)
    orders = said.orders(child.id, at=at)
    birth = rules.birth_facts(said.births(child.id, at=at))
    held = said.responsibilities(child.id, at=at, on=on, orders=orders)
    stage = rules.stage_on(said.stages(child), at=at, on=on, birth=birth)
    shared = rules.shares_responsibility(orders, on=on)
    return FamilyFacts(
        child_id=child.id,
        at=at,
        on=on,
        stage=stage,
        birth=birth,
        responsibilities=tuple(map(before_birth, held)) if stage is Stage.UNBORN else held + shared,
        orders=rules.running(orders, on=on),
        looked_after=rules.looked_after(orders, on=on),
        days=rules.days_that_count(child.id, birth=birth, held=held, orders=orders),
    )
