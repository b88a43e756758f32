"""Says in sentences what a genogram draws: the same facts, for whoever reads rather than looks. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from uuid import UUID

from alongside.families.genogram_homes import homes_of
from alongside.families.kin import CoupleCard, Family, Kin
from alongside.families.rules import BirthFacts, age
from alongside.families.words import (
    AgeKnownAs,
    Bond,
    Gender,
    LivesWith,
    Loss,
    Relation,
    Stage,
    Tie,
    UnderEighteen,
)

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
BONDS = {
    Bond.MARRIED: "are married, or in a civil partnership",
    Bond.PARTNERS: "are partners",
    Bond.SEPARATED: "are married and have separated",
    Bond.DIVORCED: "are divorced",
    Bond.PARTED: "were partners and have parted",
}
TIES = {
    Tie.SIBLINGS: "are brothers or sisters",
    Tie.HALF_SIBLINGS: "are brothers or sisters with one parent in common",
    Tie.STEP_SIBLINGS: "are step-brothers or step-sisters",
}
GENDERS = {Gender.FEMALE: "Female", Gender.MALE: "Male", Gender.ANOTHER: "Another word than female or male"}
LOSSES = {
    Loss.MISCARRIAGE: "The pregnancy ended in a miscarriage.",
    Loss.STILLBIRTH: "The baby was stillborn.",
    Loss.NOT_SAID: "The pregnancy has ended.",
}
DISPUTED = "How old is in dispute. Treat as a child meanwhile."


def day(on: date) -> str:
    """A day as people write it."""
    return f"{on.day} {MONTHS[on.month - 1]} {on.year}"


def list_people(family: Family, *, birth: BirthFacts, on: date) -> tuple[str, ...]:
    """Every person, each in one entry: who they are to the children, and what is known of them."""
    return tuple(_person(person, family, birth, on) for person in family.people)


def list_ties(family: Family) -> tuple[str, ...]:
    """What people are to one another."""
    names = {person.id: person.name for person in family.people}
    couples = (_couple(couple, names) for couple in family.couples if couple.people <= names.keys())
    focus = family.person(family.child_id).name
    siblings = (f"{focus} and {each.name} {TIES[each.tie]}." for each in family.siblings if each.tie)
    return (*couples, *siblings)


def list_homes(family: Family) -> tuple[tuple[str, str], ...]:
    """Who lives with whom: the name of each home, and the sentence."""
    return tuple(_homes(family, {person.id: person.name for person in family.people}))


def words_of(family: Family) -> Mapping[UUID, str]:
    """What stands with each name in the drawing: who an adult is, when a child is expected."""
    told: dict[UUID, str] = {}
    for line in family.lines:
        if line.child_id == family.child_id or line.adult_id not in told:
            told[line.adult_id] = line.relation.label
    for person in family.people:
        if person.stage is Stage.UNBORN and person.expected_on:
            told[person.id] = f"due {person.expected_on.day} {MONTHS[person.expected_on.month - 1][:3]}"
    return told


def inside_of(family: Family, *, birth: BirthFacts, on: date) -> Mapping[UUID, str]:
    """What stands inside each symbol: the age where it is known, a question mark where it is in dispute."""
    told: dict[UUID, str] = {}
    for person in family.people:
        if person.id == family.child_id and birth.known_as is AgeKnownAs.DISPUTED:
            told[person.id] = "?"
        elif person.born_on and not person.has_died:
            told[person.id] = str(age(person.born_on, on=on))
        elif person.under_eighteen is UnderEighteen.YES:
            told[person.id] = "<18"
    return told


def in_short(family: Family) -> str:
    """The drawing in one sentence."""
    adults = sum(not person.is_child for person in family.people)
    children = len(family.people) - adults
    return (
        f"{family.person(family.child_id).name} with {_count(adults, 'adult', 'adults')} and"
        f" {_count(children - 1, 'other child', 'other children')}. The list below says the same in words."
    )


def _count(number: int, one: str, more: str) -> str:
    return f"no {one}" if number == 0 else f"1 {one}" if number == 1 else f"{number} {more}"


def _person(person: Kin, family: Family, birth: BirthFacts, on: date) -> str:
    parts = [f"{person.name}."]
    if relations := _relations(person, family):
        parts.append(relations)
    if gender := GENDERS.get(person.gender):
        parts.append(f"{gender}.")
    parts += _life(person, birth if person.id == family.child_id else None, on)
    return " ".join(parts)


def _relations(person: Kin, family: Family) -> str:
    """“Mother of Ayo and Ife”, by each relation."""
    names = {each.id: each.name for each in family.people}
    grouped: dict[Relation, list[str]] = {}
    for line in family.lines:
        if line.adult_id == person.id and line.child_id in names:
            grouped.setdefault(line.relation, []).append(names[line.child_id])
    return " ".join(f"{relation.label} of {_together(found)}." for relation, found in grouped.items())


def _life(person: Kin, birth: BirthFacts | None, on: date) -> Iterable[str]:
    if person.stage is Stage.LOST:
        yield LOSSES[person.loss or Loss.NOT_SAID]
        return
    if person.stage is Stage.UNBORN:
        yield f"Unborn, expected about {day(person.expected_on)}." if person.expected_on else "Unborn."
        return
    if birth and birth.known_as is AgeKnownAs.DISPUTED:
        yield DISPUTED
    elif person.born_on and not person.has_died:
        yield f"Born {day(person.born_on)}, aged {age(person.born_on, on=on)}."
    elif birth and birth.earliest_on and birth.latest_on:
        yield f"Born between {day(birth.earliest_on)} and {day(birth.latest_on)}; the day is not known."
    if person.under_eighteen is UnderEighteen.YES:
        yield "Under 18: a parent or carer, and a child too."
    if person.has_died:
        yield "Has died."


def _couple(couple: CoupleCard, names: Mapping[UUID, str]) -> str:
    told = f"{_together(sorted(names[each] for each in couple.people))} {BONDS[couple.bond]}"
    if couple.began_on:
        told += f", since {day(couple.began_on)}"
    if couple.ended_on:
        told += f", until {day(couple.ended_on)}"
    return f"{told}."


def _homes(family: Family, names: Mapping[UUID, str]) -> Iterable[tuple[str, str]]:
    shares = {(home.name, m.person_id): m.share for home in family.homes for m in home.members}
    for name, people in homes_of(family):
        ordered = (person.id for person in family.people if person.id in people)
        told = [_member(names[each], shares.get((name, each))) for each in ordered]
        yield name, f"{name}: {_together(told)}."


def _member(name: str, share: LivesWith | None) -> str:
    return f"{name} (part of the time)" if share is LivesWith.PART else name


def _together(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
