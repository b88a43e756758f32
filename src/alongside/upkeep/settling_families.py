"""Tells what is particular of an invented family: ages, couples, homes, orders, what was said of a day of birth."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from alongside.access.context import Context, day_in_london
from alongside.families import commands as families
from alongside.families.commands import AdultWords, BirthWords, BondWords, Member, OrderWords
from alongside.families.words import Life, LivesWith, UnderEighteen
from alongside.upkeep.invented_shapes import (
    Age,
    InventedAdult,
    InventedFamily,
    InventedHome,
    InventedOrder,
    born,
)


@dataclass(frozen=True, slots=True)
class Telling:
    """Who tells, on which day, and the ids of the family's children and adults by their keys."""

    ask: Callable[[], Context]
    today: date
    children: Mapping[str, UUID]
    adults: Mapping[str, UUID]

    @property
    def first_id(self) -> UUID:
        """One child of the case, through whom the family's adults are reached."""
        return next(iter(self.children.values()))


def tell_facts(telling: Telling, *, family: InventedFamily) -> None:
    """Everything that a family's entry says beyond who is in it, each fact by its own deed."""
    for adult in family.adults:
        _adult(telling, adult, family.children[0].key)
    for couple in family.couples:
        families.relate_adults(
            telling.ask(),
            child_id=telling.first_id,
            one_id=telling.adults[couple.one],
            other_id=telling.adults[couple.other],
            bond=BondWords(couple.bond),
        )
    for home in family.homes:
        members = tuple(_member(telling, home, each) for each in home.people)
        families.keep_home(
            telling.ask(), child_id=telling.first_id, home_id=None, name=home.name, members=members
        )
    for order in family.orders:
        asker = telling.ask()
        words = _order(telling, order, today=day_in_london(asker.now))
        families.record_order(asker, child_id=telling.children[order.child], order=words)
    for said in family.said_ages:
        year = born(said.age, key=said.words, today=telling.today).year
        birth = BirthWords(said.basis, date(year, 1, 1), date(year, 12, 31), said.words)
        families.say_birth_date(telling.ask(), child_id=telling.children[said.child], birth=birth)


def _adult(telling: Telling, adult: InventedAdult, child_key: str) -> None:
    plain = adult.life is Life.NOT_SAID and adult.under_eighteen is UnderEighteen.UNKNOWN
    if plain and adult.age_years is None:
        return
    born_on = None
    if adult.age_years is not None:
        born_on = born(Age(adult.age_years, 4), key=adult.key, today=telling.today)
    families.correct_adult(
        telling.ask(),
        child_id=telling.children[child_key],
        adult_id=telling.adults[adult.key],
        adult=AdultWords(adult.name, adult.gender, born_on, adult.under_eighteen, adult.life),
        lives_with=adult.to(child_key).lives_with,
    )


def _member(telling: Telling, home: InventedHome, key: str) -> Member:
    share = LivesWith.PART if key in home.part else LivesWith.ALL
    return Member(telling.children.get(key), telling.adults.get(key), share)


def _order(telling: Telling, order: InventedOrder, *, today: date) -> OrderWords:
    return OrderWords(
        kind=order.kind,
        authority=order.authority,
        holder_id=telling.adults.get(order.holder),
        restricts=order.restricts,
        evidence=order.evidence,
        seen_on=today if order.evidence else None,
    )
