"""The reads of families."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet

from alongside.access.context import day_in_london
from alongside.access.gate import Act, Look, finds, reads
from alongside.access.words import NotThere, Ref, Standing
from alongside.families import said
from alongside.families.models import Adult, Child, Relationship
from alongside.families.rules import under_eighteen
from alongside.families.words import (
    NOT_YET_NAMED,
    Gender,
    Life,
    LivesWith,
    ParentalResponsibility,
    Relation,
    Right,
    Stage,
    UnderEighteen,
)

ADULTS_MOST, LISTED_MOST = 50, 200


@dataclass(frozen=True, slots=True)
class ChildCard:
    """A child, in a list."""

    id: UUID
    case_id: UUID
    name: str
    born_on: date | None
    expected_on: date | None
    agency_id: UUID
    stage: Stage = Stage.BORN
    moved_on: date | None = None
    gender: Gender = Gender.UNKNOWN


@dataclass(frozen=True, slots=True)
class AdultCard:
    """An adult and who they are to one child.

    `authority` is what is known of whether they may agree for the child: their parental responsibility; None for the
    mother of an unborn child, for whom nobody holds any and who speaks for herself (E6). `under_eighteen` says whether
    they are a child themselves today, as a young parent may be (E24).
    """

    id: UUID
    name: str
    relation: Relation
    parental_responsibility: ParentalResponsibility
    lives_with: LivesWith
    authority: ParentalResponsibility | None
    gender: Gender = Gender.UNKNOWN
    born_on: date | None = None
    under_eighteen: UnderEighteen = UnderEighteen.UNKNOWN
    life: Life = Life.NOT_SAID

    @property
    def title(self) -> str:
        return f"{self.name} ({self.relation.label.lower()})"


@dataclass(frozen=True, slots=True)
class ChildPage:
    """A child with the adults in their life."""

    child: ChildCard
    adults: tuple[AdultCard, ...]


@dataclass(frozen=True, slots=True)
class ReadingPerson:
    """One person of a family at their private link: who they are, towards one child. `adult_id` is None for the child."""

    child: ChildCard
    adult_id: UUID | None
    name: str


@reads(Right.CHILD_OPEN)
def list_children(look: Look, *, words: str = "") -> tuple[ChildCard, ...]:
    """The children whom this person may know of through the cases they are admitted to, by name, at most 200.

    `words` narrows by name, among these alone: a search reveals no child one does not know.
    """
    rows = Child.objects.order_by("name")
    for word in words.split()[:5]:
        rows = rows.filter(name__icontains=word)
    return tuple(_card(child) for child in rows[:LISTED_MOST])


@reads(Right.CHILD_OPEN)
def open_child(look: Look, *, child_id: UUID) -> ChildPage:
    """One child and the adults around them. Raises NotThere."""
    child = Child.objects.filter(id=child_id).first()
    if child is None:
        raise NotThere
    look.opens(Ref("child", child.id))
    return ChildPage(_card(child), list_adults(look, child_id=child_id))


@reads(Right.CHILD_OPEN)
def find_child(look: Look, *, child_id: UUID) -> ChildCard | None:
    """A child as another page needs them, without opening their record; None for one whom this person may not know of."""
    row = Child.objects.filter(id=child_id).first()
    return _card(row) if row else None


@reads(Right.CHILD_OPEN)
def list_adults(look: Look, *, child_id: UUID) -> tuple[AdultCard, ...]:
    """The adults in a child's life, as far as this person may know of them, at most 50."""
    return _adults(_relationships(child_id), now=look.now)


@reads(Right.CHILD_OPEN)
def open_adult(look: Look, *, child_id: UUID, adult_id: UUID) -> tuple[ChildCard, AdultCard]:
    """An adult as one's own agency has them on record, with the child. Raises NotThere."""
    own = _relationships(child_id).filter(adult_id=adult_id, agency_id=look.ctx.agency_id).first()
    if own is None:
        raise NotThere
    look.opens(Ref("adult", adult_id))
    return _card(own.child), _adults((own,), now=look.now)[0]


@finds
def child(act: Act, *, child_id: UUID) -> ChildCard:
    """A child for a deed. Raises NotThere."""
    row = act.among(Child.objects.filter(id=child_id)).first()
    if row is None:
        raise NotThere
    return _card(row)


@finds
def children(act: Act, *, child_ids: tuple[UUID, ...]) -> tuple[ChildCard, ...]:
    """Several children for a deed, in the order asked for. Raises NotThere where one of them is not to be found."""
    rows = act.among(Child.objects.filter(id__in=child_ids))[:LISTED_MOST] if child_ids else ()
    found = {row.id: _card(row) for row in rows}
    if not found.keys() >= set(child_ids):
        raise NotThere
    return tuple(found[child_id] for child_id in child_ids)


@finds
def children_of(act: Act, *, case_id: UUID) -> tuple[ChildCard, ...]:
    """The children of a case, for a deed, in the order in which they were added, at most 200."""
    rows = act.among(Child.objects.filter(case_id=case_id)).order_by("id")
    return tuple(_card(row) for row in rows[:LISTED_MOST])


@finds
def names_known(act: Act) -> frozenset[str]:
    """The names of the children and adults whom this person works with, for a deed that must not say them."""
    named = Child.objects.exclude(name__startswith=NOT_YET_NAMED)
    children = act.among(named).values_list("name", flat=True)[:500]
    adults = act.among(Adult.objects.all()).values_list("name", flat=True)[:500]
    return frozenset((*children, *adults))


@finds
def adults_of(act: Act, *, child_id: UUID) -> tuple[AdultCard, ...]:
    """The adults in a child's life, for a deed, as far as this person may know of them."""
    return _adults(act.among(_relationships(child_id)), now=act.now)


@finds
def reader_of(act: Act, *, child_id: UUID, adult_id: UUID | None) -> UUID:
    """The key by which one person reads what is addressed to them about one child; None names the child.

    It is theirs towards this child alone: what is addressed to a parent about one child says nothing of a sibling
    (E7), and whoever grants by it never follows "parent of". Raises NotThere.
    """
    if adult_id is None:
        return child(act, child_id=child_id).id
    row = act.among(Relationship.objects.filter(child_id=child_id, adult_id=adult_id)).first()
    if row is None:
        raise NotThere
    return row.id


@finds
def reading_person(act: Act) -> ReadingPerson:
    """Who does this deed at their own private link. Raises NotThere for anybody who works here."""
    if act.ctx.standing is not Standing.FAMILY:
        raise NotThere
    key = act.ctx.membership_id
    if own := Child.objects.filter(id=key).first():
        return ReadingPerson(_card(own), None, own.name)
    row = Relationship.objects.select_related("adult", "child").filter(id=key).first()
    if row is None:
        raise NotThere
    return ReadingPerson(_card(row.child), row.adult_id, row.adult.name)


@finds
def adult_of(act: Act, *, child_id: UUID, adult_id: UUID) -> AdultCard:
    """One adult in a child's life, for a deed. Raises NotThere for an adult who is not, or not to this person."""
    row = act.among(_relationships(child_id)).filter(adult_id=adult_id).first()
    if row is None:
        raise NotThere
    return _adults((row,), now=act.now)[0]


def _relationships(child_id: UUID) -> QuerySet[Relationship]:
    return Relationship.objects.select_related("adult", "child").filter(child_id=child_id).order_by("id")


def _card(row: Child) -> ChildCard:
    return ChildCard(
        row.id,
        row.case_id,
        row.name,
        row.born_on,
        row.expected_on,
        row.agency_id,
        Stage(row.stage),
        row.moved_on,
        Gender(row.gender),
    )


def _adults(
    found: Sequence[Relationship] | QuerySet[Relationship], *, now: datetime
) -> tuple[AdultCard, ...]:
    """Adults around one child, with what stands today of their parental responsibility under the orders in force."""
    rows, on = tuple(found[:ADULTS_MOST]), day_in_london(now)
    if not rows:
        return ()
    child_id = rows[0].child_id
    orders = said.orders(child_id, at=now)
    known = said.responsibilities(child_id, at=now, on=on, orders=orders)
    held = {each.adult_id: each.held for each in known}
    return tuple(_adult(row, held.get(row.adult_id, ParentalResponsibility.UNKNOWN), on) for row in rows)


def _adult(row: Relationship, held: ParentalResponsibility, on: date) -> AdultCard:
    relation, adult, unborn = Relation(row.relation), row.adult, row.child.stage == Stage.UNBORN
    held = ParentalResponsibility.NO if unborn else held
    for_herself = unborn and relation is Relation.MOTHER
    return AdultCard(
        row.adult_id,
        adult.name,
        relation,
        held,
        LivesWith(row.lives_with),
        None if for_herself else held,
        Gender(adult.gender),
        adult.born_on,
        under_eighteen(UnderEighteen(adult.under_eighteen), born_on=adult.born_on, on=on),
        Life(adult.life),
    )
