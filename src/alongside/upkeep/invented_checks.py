"""What is wrong with an invented town that is well formed: names nobody has, numbers not kept free for fiction. Pure."""

import re
from collections import Counter
from collections.abc import Iterator

from alongside.directory.words import MemberStanding
from alongside.families.words import Relation
from alongside.upkeep.invented_matter_checks import family_of, faults_of_consultation
from alongside.upkeep.invented_matters import InventedConsultation, Town
from alongside.upkeep.invented_shapes import InventedAgency, InventedFamily, InventedPerson
from alongside.upkeep.invented_turns import InventedTurn
from alongside.upkeep.words import YesOrNo

Complaint = tuple[type, str, str]
FOR_FICTION = re.compile(r"01632 960 \d{3}|07700 900 \d{3}")


def faults_of(town: Town) -> Iterator[Complaint]:
    """Everything wrong: the shape of the entry, its key, a sentence."""
    yield from _telephones(town)
    for agency in town.agencies.values():
        yield from ((InventedAgency, agency.key, wrong) for wrong in _agency(agency, town))
    for person in town.people.values():
        yield from ((InventedPerson, person.login_name, wrong) for wrong in _person(person, town))
    children = Counter(child.key for family in town.families.values() for child in family.children)
    for family in town.families.values():
        yield from ((InventedFamily, family.key, wrong) for wrong in _family(family, town))
        for child in family.children:
            if children[child.key] > 1:
                yield InventedFamily, family.key, f"the child {child.key} stands in another family, too"
    for matter in town.consultations.values():
        wrongs = faults_of_consultation(matter, town)
        yield from ((InventedConsultation, matter.key, wrong) for wrong in wrongs)
    for each in town.turns.values():
        yield from ((InventedTurn, each.key, wrong) for wrong in _turn(each, town))


def _turn(each: InventedTurn, town: Town) -> Iterator[str]:
    matter = town.consultations.get(each.matter)
    if matter is None:
        yield f"{each.matter} is no consultation here"
        return
    family = family_of(matter, town)
    known = {*matter.children, *(adult.key for adult in family.adults)} if family else set()
    if each.who not in known:
        yield f"{each.who} is nobody of this family"
    if each.by and each.by not in town.people:
        yield f"{each.by} is nobody here"
    if each.when.order < matter.begun.order:
        yield "happens before the consultation was begun"


def _telephones(town: Town) -> Iterator[Complaint]:
    numbers: list[tuple[type, str, str]] = []
    for agency in town.agencies.values():
        numbers.append((InventedAgency, agency.key, agency.telephone))
        if agency.consultation_line is not None:
            numbers.append((InventedAgency, agency.key, agency.consultation_line.telephone))
    numbers += [(InventedPerson, each.login_name, each.telephone) for each in town.people.values()]
    times = Counter(number for _, _, number in numbers if number)
    for shape, key, number in numbers:
        if number and not FOR_FICTION.fullmatch(number):
            yield (
                shape,
                key,
                f"{number} is not kept free for fiction; use 01632 960 000 or 07700 900 000 and on",
            )
        if number and times[number] > 1:
            yield shape, key, f"the telephone number {number} is given twice"


def _agency(agency: InventedAgency, town: Town) -> Iterator[str]:
    own = [each for each in town.people.values() if each.agency == agency.key]
    if not any(each.oversees is YesOrNo.YES for each in own):
        yield "nobody oversees safeguarding here"
    for name in agency.consultation_line.people if agency.consultation_line else ():
        if name not in {each.login_name for each in own}:
            yield f"{name} serves on its line and does not belong to it"


def _person(person: InventedPerson, town: Town) -> Iterator[str]:
    if person.agency not in town.agencies:
        yield f"there is no agency {person.agency}"
    if person.standing is MemberStanding.ADMINISTRATOR and person.oversees is YesOrNo.YES:
        yield "an administrator sees no content and cannot oversee safeguarding"
    for theme in person.asked_about:
        if theme not in town.themes:
            yield f"is asked about {theme}, which is no theme"


def _family(family: InventedFamily, town: Town) -> Iterator[str]:
    worker = town.people.get(family.case_of)
    if worker is None or worker.standing is not MemberStanding.PRACTITIONER:
        yield f"is the case of {family.case_of}, who is no practitioner here"
    children = {child.key for child in family.children}
    adults = {adult.key: adult for adult in family.adults}
    if not children:
        yield "has no child"
    if both := children & adults.keys():
        yield f"{', '.join(sorted(both))} is a child and an adult"
    for child in family.children:
        if child.age is not None and child.expected_in_weeks is not None:
            yield f"{child.key} is born and expected"
        if child.expected_in_weeks is not None and (
            child.mother not in adults or adults[child.mother].to(child.key).relation is not Relation.MOTHER
        ):
            yield f"{child.key} is expected, and {child.mother or 'nobody'} is no mother here"
    yield from _facts(family, children, frozenset(adults))
    for adult in family.adults:
        for each in adult.differs:
            if each.child not in children:
                yield f"{adult.key} is related to {each.child}, who is no child here"


def _facts(family: InventedFamily, children: set[str], adults: frozenset[str]) -> Iterator[str]:
    """Whoever a couple, a home, an order or an age is said of stands in the same family."""
    named = [(key, "couple", adults) for each in family.couples for key in (each.one, each.other)]
    named += [(key, "home", adults | children) for home in family.homes for key in (*home.people, *home.part)]
    named += [(order.child, "order", frozenset(children)) for order in family.orders]
    named += [(order.holder, "order", adults) for order in family.orders if order.holder]
    people = adults | children
    named += [(each.who, "safe contact", people) for each in family.contacts]
    named += [(key, "safe contact", people) for each in family.contacts for key in each.hidden_from]
    named += [(each.who, "way of writing", people) for each in family.readers]
    named += [(said.child, "said age", frozenset(children)) for said in family.said_ages]
    for key, kind, known in named:
        if key not in known:
            yield f"names {key} in a {kind}, who does not stand in this family"
