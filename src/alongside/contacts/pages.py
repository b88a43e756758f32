"""The people of a child's family with their safe contacts, as pages show them. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from alongside.access.words import NotThere
from alongside.contacts.queries import ContactCard, Writing
from alongside.contacts.words import Hiding, Wanted
from alongside.design.choices import Option
from alongside.families.queries import ChildPage


@dataclass(frozen=True, slots=True)
class Person:
    """One person of the family: the child, or an adult around the child."""

    id: UUID
    adult_id: UUID | None  # None for the child
    name: str
    relation: str


@dataclass(frozen=True, slots=True)
class Reached:
    """One safe contact, and what must be heeded with it."""

    card: ContactCard
    heed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PersonReached:
    """One person and how they may be reached: what stands, and what has ended."""

    person: Person
    reads: str  # in which language and print, as a sentence; empty where nobody said so
    standing: tuple[Reached, ...]
    ended: tuple[ContactCard, ...]


def people_of(page: ChildPage) -> tuple[Person, ...]:
    """The child first, then the adults, as far as they are known to whoever looks."""
    child = Person(page.child.id, None, page.child.name, "the child")
    adults = (Person(each.id, each.id, each.name, each.relation.label.lower()) for each in page.adults)
    return (child, *adults)


def person_in(page: ChildPage, person_id: UUID) -> Person:
    """One of them by key. Raises NotThere."""
    found = next((each for each in people_of(page) if each.id == person_id), None)
    if found is None:
        raise NotThere
    return found


def others_of(page: ChildPage, person_id: UUID) -> tuple[Option, ...]:
    """Everybody else of the family, to choose from whom a place is kept."""
    return tuple(
        Option(str(each.id), f"{each.name}, {each.relation}")
        for each in people_of(page)
        if each.id != person_id
    )


def listing(
    page: ChildPage, cards: tuple[ContactCard, ...], writings: Mapping[UUID | None, Writing]
) -> tuple[PersonReached, ...]:
    """Each person of the family with their safe contacts."""
    people = people_of(page)
    names = {each.id: each.name for each in people}
    return tuple(
        PersonReached(
            person,
            reads_of(writings.get(person.adult_id)),
            tuple(
                Reached(card, heed_of(card, names))
                for card in cards
                if card.person_id == person.id and card.ended_at is None
            ),
            tuple(card for card in cards if card.person_id == person.id and card.ended_at),
        )
        for person in people
    )


def reads_of(writing: Writing | None) -> str:
    """In which language and print somebody reads, as a sentence; empty where nobody said so."""
    if writing is None:
        return ""
    size = ", in large print" if writing.large_print is Wanted.YES else ""
    speaks = " Needs an interpreter." if writing.interpreter is Wanted.YES else ""
    return f"Reads {writing.language.in_english}{size}.{speaks}"


def heed_of(card: ContactCard, names: dict[UUID, str]) -> tuple[str, ...]:
    """What must be heeded before anything is sent, a sentence each."""
    said = [f"{each.label}." for each in card.never]
    said += [card.times] if card.times else []
    said += [f"Messages: {'; '.join(each.label for each in card.safe_times)}."] if card.safe_times else []
    said += [card.never_words] if card.never_words else []
    said += [f"On the outside stands “{card.sender}” and nothing else."] if card.sender else []
    if card.hiding is Hiding.SOME:
        kept_from = ", ".join(names.get(each, "somebody else of the family") for each in card.hidden_from)
        said.append(f"Kept from {kept_from}.")
    if card.hiding is Hiding.UNSURE:
        said.append("Nobody knows yet from whom it must be kept.")
    return tuple(said)
