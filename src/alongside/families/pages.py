"""The people page as frozen parts: the drawing, the same in sentences, and what is known of who may decide."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from alongside.design.parts import Figure
from alongside.families import deciding_words
from alongside.families import genogram_drawing as drawing
from alongside.families import genogram_words as words
from alongside.families.genogram_words import day
from alongside.families.queries import PeoplePage
from alongside.families.rules import HeldResponsibility, OrderFact, SaidBirth
from alongside.families.words import AgeKnownAs, LookedAfter, OrderKind, ParentalResponsibility, Stage

ENDED = {
    Stage.LOST: "The pregnancy has ended. Nothing is written to the family about it any more.",
    Stage.DIED: "This child has died. Nothing is written to the family about them any more.",
}
MOVED = "The family has moved to a place not known here. Nothing is written to them until that changes."
ASK_ANEW = "Nobody’s parental responsibility is known from evidence. Ask, and write down what you saw."


@dataclass(frozen=True, slots=True)
class Fact:
    """One sentence of the family in words. A key says what can be put right beside it: a child, an adult, a home."""

    words: str
    child_id: UUID | None = None
    adult_id: UUID | None = None
    home_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class HolderRow:
    """One person, or an agency, and what is known of their parental responsibility. `adult_id` is None for an agency."""

    adult_id: UUID | None
    name: str
    sentence: str
    cite: str


@dataclass(frozen=True, slots=True)
class OrderRow:
    """One order on record; `may_end` says that it is not over and may be recorded as ended, or is empty."""

    id: UUID
    title: str
    sentence: str
    may_end: str


@dataclass(frozen=True, slots=True)
class PeopleSheet:
    """Everything that the people page prints."""

    figure: Figure
    people: tuple[Fact, ...]
    ties: tuple[Fact, ...]
    holders: tuple[HolderRow, ...]
    ask_anew: str
    orders: tuple[OrderRow, ...]
    looked_after: str
    births: tuple[str, ...]
    age: str
    stopped: str


def people_sheet(page: PeoplePage, *, on: date) -> PeopleSheet:
    """The people page of one child, as it stands on a day."""
    family, birth = page.family, page.facts.birth
    svg = drawing.draw(
        family,
        words=words.words_of(family),
        inside=words.inside_of(family, birth=birth, on=on),
        title=f"The family of {page.child.name}",
        told=words.in_short(family),
    )
    held = page.facts.responsibilities
    unborn = page.facts.stage is Stage.UNBORN
    known = any(each.held is ParentalResponsibility.SEEN for each in held)
    return PeopleSheet(
        figure=Figure(title="The family, drawn", svg=svg, lines=(), wide="wide"),
        people=tuple(_people(page, on)),
        ties=(*map(Fact, words.list_ties(family)), *_homes(page)),
        holders=tuple(_holder(each, page.seen_by) for each in held),
        ask_anew="" if known or unborn or page.facts.stage in ENDED else ASK_ANEW,
        orders=tuple(_order(each, page, on) for each in page.orders),
        looked_after=_looked_after(page.facts.looked_after, has_orders=page.facts.orders),
        births=tuple(_birth(each) for each in page.births),
        age=_age(birth.known_as),
        stopped=ENDED.get(page.facts.stage, MOVED if page.child.moved_on else ""),
    )


def _people(page: PeoplePage, on: date) -> Iterable[Fact]:
    """Each person with what can be put right of them: this child and the adults on record; not another child."""
    adults = {adult.id for adult in page.adults}
    told = words.list_people(page.family, birth=page.facts.birth, on=on)
    for person, sentence in zip(page.family.people, told, strict=True):
        child_id = person.id if person.id == page.child.id else None
        yield Fact(sentence, child_id, person.id if person.id in adults else None)


def _homes(page: PeoplePage) -> Iterable[Fact]:
    recorded = {home.name: home.id for home in page.homes}
    for name, sentence in words.list_homes(page.family):
        yield Fact(sentence, home_id=recorded.get(name))


def _holder(held: HeldResponsibility, seen_by: Mapping[UUID, str]) -> HolderRow:
    title, sentence = deciding_words.holder_title(held), deciding_words.holder_words(held)
    return HolderRow(held.adult_id, title, sentence, deciding_words.seen_words(held, seen_by))


def _order(order: OrderFact, page: PeoplePage, on: date) -> OrderRow:
    names = {each.id: each.name for each in page.family.people}
    is_over = order.kind is OrderKind.NONE or (order.over_on and order.over_on <= on)
    return OrderRow(
        order.id,
        deciding_words.order_title(order),
        deciding_words.order_words(order, names=names, seen_by=page.seen_by),
        "" if is_over else "yes",
    )


def _looked_after(basis: LookedAfter, *, has_orders: tuple[OrderFact, ...]) -> str:
    if basis is LookedAfter.UNKNOWN and has_orders:
        return "It is not known whether the child is looked after."
    if basis is LookedAfter.UNKNOWN:
        return "It is not known whether there is an order, or whether the child is looked after."
    return f"Looked after: {basis.label.lower() if basis is not LookedAfter.NO else 'no, somebody asked'}."


def _birth(said: SaidBirth) -> str:
    when = day(said.day) if said.day else f"Between {day(said.earliest_on)} and {day(said.latest_on)}"
    return f"{when}. {said.basis.label}.{f' {said.words}' if said.words else ''}"


def _age(known_as: AgeKnownAs) -> str:
    if known_as is AgeKnownAs.DISPUTED:
        return "The age is in dispute. Treat as a child until it is settled."
    return f"How the date of birth is known: {known_as.label.lower()}."
