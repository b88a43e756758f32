"""Everybody around a child on one page: people, couples, siblings, homes, orders, and what rests on what."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from alongside.access.context import day_in_london
from alongside.access.gate import Look, reads
from alongside.access.words import NotThere
from alongside.directory import queries as directory
from alongside.families import rules, said
from alongside.families.kin import CoupleCard, Family, HomeCard, Kin, Line, MemberCard, SiblingCard
from alongside.families.models import Child, Couple, Home, HomeMember, Relationship, Siblings
from alongside.families.queries.facts import FamilyFacts, open_family_facts
from alongside.families.queries.people import AdultCard, ChildCard, list_adults, open_child
from alongside.families.rules import HeldResponsibility, OrderFact, ParentsOf, SaidBirth
from alongside.families.words import (
    Bond,
    Gender,
    Life,
    LivesWith,
    Loss,
    Relation,
    Right,
    Stage,
    Tie,
    UnderEighteen,
)

CHILDREN_MOST, PEOPLE_MOST = 30, 100


@dataclass(frozen=True, slots=True)
class PeoplePage:
    """A child, the family around them, and the facts on which consent rests, with all that was said of them."""

    child: ChildCard
    adults: tuple[AdultCard, ...]
    family: Family
    facts: FamilyFacts
    births: tuple[SaidBirth, ...]
    orders: tuple[OrderFact, ...]
    seen_by: Mapping[UUID, str]  # the names of those who saw evidence

    @property
    def couples(self) -> tuple[CoupleCard, ...]:
        """What adults are to one another."""
        return self.family.couples

    @property
    def homes(self) -> tuple[HomeCard, ...]:
        """Who lives where."""
        return self.family.homes


@reads(Right.CHILD_OPEN)
def open_people(look: Look, *, child_id: UUID) -> PeoplePage:
    """One child with everybody around them, as far as this person may know of them. Raises NotThere."""
    page = open_child(look, child_id=child_id)
    row = Child.objects.get(id=child_id)
    facts, orders = open_family_facts(look, child_id=child_id), said.orders(child_id, at=look.now)
    saw = (*(each.seen_by for each in facts.responsibilities), *(each.seen_by for each in orders))
    seers = frozenset(each for each in saw if each)
    return PeoplePage(
        child=page.child,
        adults=list_adults(look, child_id=child_id),
        family=_family(look, row),
        facts=facts,
        births=said.births(child_id, at=look.now),
        orders=orders,
        seen_by={each.id: each.name for each in directory.list_cards(look, membership_ids=seers)},
    )


@reads(Right.CHILD_OPEN)
def open_own_people(look: Look, *, child_id: UUID) -> PeoplePage:
    """The same, of a child on the record of one's own agency, for whoever is about to write. Raises NotThere."""
    page = open_people(look, child_id=child_id)
    if page.child.agency_id != look.ctx.agency_id:
        raise NotThere
    return page


@reads(Right.CHILD_OPEN)
def list_words_on(look: Look, *, child_id: UUID, adult_id: UUID) -> tuple[HeldResponsibility, ...]:
    """Every word on one adult's parental responsibility for a child, the last first. Raises NotThere."""
    row = Relationship.objects.select_related("adult").filter(child_id=child_id, adult_id=adult_id).first()
    if row is None:
        raise NotThere
    on = day_in_london(look.now)
    return tuple(
        said.held(each, relationship=row, on=on) for each in said.history(child_id, adult_id=adult_id)
    )


def _family(look: Look, child: Child) -> Family:
    children = tuple(Child.objects.filter(case_id=child.case_id).order_by("id")[:CHILDREN_MOST])
    rows = tuple(
        Relationship.objects.select_related("adult")
        .filter(child_id__in=[each.id for each in children])
        .order_by("id")[:PEOPLE_MOST]
    )
    on = day_in_london(look.now)
    adults = {
        row.adult_id: Kin(
            row.adult_id,
            row.adult.name,
            Gender(row.adult.gender),
            row.adult.born_on,
            life=Life(row.adult.life),
            under_eighteen=rules.under_eighteen(
                UnderEighteen(row.adult.under_eighteen), born_on=row.adult.born_on, on=on
            ),
        )
        for row in rows
    }
    lines = tuple(
        Line(row.child_id, row.adult_id, Relation(row.relation), LivesWith(row.lives_with)) for row in rows
    )
    return Family(
        child_id=child.id,
        people=(*(_child(each) for each in children), *adults.values()),
        lines=lines,
        couples=_couples(child),
        siblings=_siblings(child, children, lines),
        homes=_homes(child),
    )


def _child(row: Child) -> Kin:
    return Kin(
        row.id,
        row.name,
        Gender(row.gender),
        row.born_on,
        expected_on=row.expected_on,
        stage=Stage(row.stage),
        loss=Loss(row.loss) if row.loss else None,
    )


def _couples(child: Child) -> tuple[CoupleCard, ...]:
    rows = Couple.objects.filter(case_id=child.case_id).order_by("said_at", "id")[:PEOPLE_MOST]
    last = {(row.first_id, row.second_id): row for row in rows}
    return tuple(
        CoupleCard(frozenset({row.first_id, row.second_id}), Bond(row.bond), row.began_on, row.ended_on)
        for row in last.values()
    )


def _siblings(child: Child, children: Sequence[Child], lines: Sequence[Line]) -> tuple[SiblingCard, ...]:
    rows = Siblings.objects.filter(case_id=child.case_id).order_by("said_at", "id")[:PEOPLE_MOST]
    stated = {frozenset({row.first_id, row.second_id}): Tie(row.tie) for row in rows}
    mine = _parents_of(child.id, lines)
    return tuple(
        SiblingCard(
            other.id,
            other.name,
            rules.tie_by_parents(mine, other=_parents_of(other.id, lines))
            or stated.get(frozenset({child.id, other.id})),
        )
        for other in children
        if other.id != child.id
    )


def _parents_of(child_id: UUID, lines: Sequence[Line]) -> ParentsOf:
    parents = frozenset((line.adult_id, line.relation) for line in lines if line.child_id == child_id)
    return ParentsOf(child_id, parents)


def _homes(child: Child) -> tuple[HomeCard, ...]:
    homes = Home.objects.filter(case_id=child.case_id).order_by("id")[:CHILDREN_MOST]
    rows = tuple(
        HomeMember.objects.filter(case_id=child.case_id, left_said_at__isnull=True).order_by("id")[
            :PEOPLE_MOST
        ]
    )
    return tuple(
        HomeCard(
            home.id,
            home.name,
            tuple(
                MemberCard(person_id, LivesWith(row.share), row.came_on)
                for row in rows
                if row.home_id == home.id and (person_id := row.child_id or row.adult_id)
            ),
        )
        for home in homes
    )
