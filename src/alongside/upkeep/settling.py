"""Settles the invented town: its agencies, lines, people and families, through the rooms' own commands."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from uuid import UUID, uuid4

from alongside.access import context
from alongside.access.context import LONDON, Context, day_in_london
from alongside.access.words import Standing
from alongside.cases import commands as cases
from alongside.directory import commands as directory
from alongside.families import commands as families
from alongside.families.commands import RelatedAdult
from alongside.sharing import commands as sharing
from alongside.upkeep import commands
from alongside.upkeep.invented_matters import Town
from alongside.upkeep.invented_shapes import InventedFamily, InventedLine, InventedPerson, Moment
from alongside.upkeep.lawful_defaults import profile_of_class
from alongside.upkeep.settling_families import Telling, tell_facts
from alongside.upkeep.words import YesOrNo

OFFICE_FOR = timedelta(days=1200)


@dataclass(frozen=True, slots=True)
class Actor:
    """An invented person as they act."""

    membership_id: UUID
    practitioner_id: UUID
    agency_id: UUID
    name: str

    def ctx(self) -> Context:
        """A new deed or reading of this person, at the time that the story has reached."""
        return Context(
            membership_id=self.membership_id,
            practitioner_id=self.practitioner_id,
            agency_id=self.agency_id,
            standing=Standing.PRACTITIONER,
            now=context.clock(),
            session=context.pseudonym("the demonstration"),
            command_id=uuid4(),
        )


@dataclass(frozen=True, slots=True)
class Settled:
    """The town as it stands in the database: everything by the key it has in the files."""

    town: Town
    now: datetime
    agencies: Mapping[str, UUID]
    actors: Mapping[str, Actor]
    lines: Mapping[str, UUID]
    children: dict[str, UUID] = field(default_factory=dict)
    adults: dict[tuple[str, str], UUID] = field(default_factory=dict)  # by child and adult
    titles: dict[tuple[str, str], str] = field(default_factory=dict)
    contacts: dict[str, UUID] = field(default_factory=dict)  # safe contacts, as they are added
    spoken: dict[str, UUID] = field(default_factory=dict)  # the first of what one talk was recorded about

    def at(self, moment: Moment) -> datetime:
        """A moment of the files: weekdays before the day of filling, at a time in London."""
        day = day_in_london(self.now)
        for _ in range(moment.days_ago):
            day -= timedelta(days={0: 3, 6: 2}.get(day.weekday(), 1))
        return datetime(day.year, day.month, day.day, moment.hour, moment.minute, tzinfo=LONDON)


def settle(town: Town, *, now: datetime) -> Settled:
    """Bring the town in, at the time that the story has reached."""
    agencies = {key: _agency(town, key) for key in town.agencies}
    actors = {name: _person(person, agencies) for name, person in town.people.items()}
    lines = {
        key: _line(agencies[key], agency.consultation_line, actors)
        for key, agency in town.agencies.items()
        if agency.consultation_line
    }
    settled = Settled(town, now, agencies, actors, lines)
    for family in town.families.values():
        _family(settled, family)
    return settled


def _agency(town: Town, key: str) -> UUID:
    agency = town.agencies[key]
    agency_id = directory.add_agency(
        context.upkeep_context(),
        name=agency.name,
        agency_class=agency.agency_class,
        relevant_person=agency.relevant_person,
        telephone=agency.telephone,
    )
    profile = profile_of_class(agency.agency_class, policy_document=agency.policy_document)
    sharing.keep_profile(context.upkeep_context(), agency_id=agency_id, profile=profile)
    if agency.procedure:
        sharing.keep_procedure(context.upkeep_context(), agency_id=agency_id, text=agency.procedure)
    return agency_id


def _person(person: InventedPerson, agencies: Mapping[str, UUID]) -> Actor:
    agency_id = agencies[person.agency]
    login_id = commands.open_login(
        context.upkeep_context(),
        login_name=person.login_name,
        email=f"{person.login_name}@marlbrook.example",
        password=None,
    )
    practitioner_id = directory.add_practitioner(
        context.upkeep_context(), name=person.name, login_id=login_id
    )
    membership_id = directory.begin_membership(
        context.upkeep_context(),
        practitioner_id=practitioner_id,
        agency_id=agency_id,
        role=person.role,
        telephone=person.telephone,
        standing=person.standing,
    )
    offices = (
        (person.oversees, directory.give_oversight),
        (person.keeps_lawful_answers, directory.name_lawful_keeper),
    )
    for holds, give in offices:
        if holds is YesOrNo.YES:
            give(
                context.upkeep_context(),
                membership_id=membership_id,
                agency_id=agency_id,
                until=context.clock() + OFFICE_FOR,
            )
    return Actor(membership_id, practitioner_id, agency_id, person.name)


def _line(agency_id: UUID, line: InventedLine, actors: Mapping[str, Actor]) -> UUID:
    line_id = directory.open_line(
        context.upkeep_context(),
        agency_id=agency_id,
        name=line.name,
        telephone=line.telephone,
        opening_words=line.opening[:200],
    )
    for name in line.people:
        directory.join_line(
            context.upkeep_context(), line_id=line_id, membership_id=actors[name].membership_id
        )
    return line_id


def _family(settled: Settled, family: InventedFamily) -> None:
    """Every child of a family on one case; each adult is one person, related to each child in their own way."""
    actor, today = settled.actors[family.case_of], day_in_london(settled.now)
    case_id = cases.open_case(actor.ctx())
    for child in family.children:
        born, expected = _dates(child.born_on(today), child.expected_on(today))
        settled.children[child.key] = families.add_child(
            actor.ctx(),
            case_id=case_id,
            name=child.name,
            born_on=born,
            expected_on=expected,
            gender=child.gender,
        )
    for adult in family.adults:
        adult_id = None
        for child in family.children:
            to = adult.to(child.key)
            related = RelatedAdult(
                adult.name, to.relation, to.parental_responsibility, to.lives_with, adult.gender
            )
            child_id = settled.children[child.key]
            if adult_id is None:
                adult_id = families.add_adult(actor.ctx(), child_id=child_id, adult=related)
            else:
                families.relate_adult(actor.ctx(), child_id=child_id, adult_id=adult_id, adult=related)
            settled.adults[child.key, adult.key] = adult_id
            settled.titles[child.key, adult.key] = f"{adult.name} ({to.relation.label.lower()})"
    children = {child.key: settled.children[child.key] for child in family.children}
    first = family.children[0].key
    adults = {adult.key: settled.adults[first, adult.key] for adult in family.adults}
    tell_facts(Telling(actor.ctx, today, children, adults), family=family)


def _dates(born: date | None, expected: date | None) -> tuple[date | None, date | None]:
    return (born, None) if born else (None, expected)
