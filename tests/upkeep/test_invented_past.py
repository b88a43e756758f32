"""The generated past of the invented town: varied, the same for the same seed, and nothing wrong with any."""

from dataclasses import fields, is_dataclass
from itertools import chain

import pytest

from alongside.families.words import LivesWith
from alongside.upkeep import invented_past
from alongside.upkeep.invented_filling import Filling
from alongside.upkeep.invented_matter_checks import family_of, faults_of_consultation
from alongside.upkeep.invented_matters import InventedConsultation, InventedView
from alongside.upkeep.invented_reading import longest
from alongside.upkeep.invented_shapes import InventedPerson
from alongside.upkeep.words import Stop
from tests.upkeep.town import SEED, child_of


def test_the_past_is_a_hundred_and_twenty_over_two_years(past):
    assert len(past) == 120
    ages = [matter.days_ago for matter in past]
    assert ages == sorted(ages, reverse=True)
    assert 400 < max(ages) <= 500
    assert min(ages) >= 40


def test_the_same_seed_tells_the_same_past(town, past):
    assert invented_past.generated(SEED, town=town) == past
    assert invented_past.generated(SEED + 1, town=town) != past


@pytest.mark.parametrize("seed", range(8))
def test_nothing_is_wrong_with_any_past(town, seed):
    past = invented_past.generated(seed, town=town)
    assert [(m.key, wrong) for m in past for wrong in faults_of_consultation(m, town)] == []


@pytest.mark.parametrize("seed", range(8))
def test_every_past_is_varied(town, seed):
    past = invented_past.generated(seed, town=town)
    assert len({town.people[matter.asker].agency for matter in past}) >= 12
    assert 2 <= sum(matter.state is Stop.REFUSED for matter in past) <= 20
    assert sum(len(matter.recipients) == 2 for matter in past) >= 3
    assert sum(bool(matter.procedure_followed) for matter in past) >= 2
    themes = {matter.benefit.replace(child_of(matter, town).first_name, "") for matter in past}
    assert len(themes) >= 12


@pytest.mark.parametrize(
    ("role", "said"),
    [
        ("School nurse", "the school nurse"),
        ("GP and safeguarding lead", "the GP"),
        ("Speech and language therapist", "the speech and language therapist"),
        ("Detective sergeant, child protection", "the detective sergeant"),
    ],
)
def test_whoever_is_asked_stands_in_a_sentence_by_their_role(town, role, said):
    family = town.families["thornbury"]
    fill = Filling(
        family.children[0], family.adults[0], town.people["bea"], (InventedPerson("x", "X", "gp", role, ""),)
    )
    assert fill("{adult} asks {adviser} about {child}.") == f"Kai’s father asks {said} about Kai."


def test_nobody_speaks_of_a_home_in_which_they_do_not_live(town, past):
    for matter in past:
        family = family_of(matter, town)
        for adult in family.adults:
            if adult.to(matter.children[0]).lives_with is LivesWith.NO:
                assert adult.name not in {item.source for item in matter.items}, matter.key


def test_nobody_is_asked_about_before_they_are_born(told, town):
    for matter in told:
        for key in matter.children:
            child = next(c for f in town.families.values() for c in f.children if c.key == key)
            if child.age is not None:
                assert child.age.in_months * 20 > matter.days_ago, matter.key


def test_texts_fit_the_tables(told, town):
    def too_long(value):
        if is_dataclass(value):
            for name, most in longest(type(value)).items():
                if len(getattr(value, name)) > most:
                    yield getattr(value, name)
            yield from chain.from_iterable(too_long(getattr(value, f.name)) for f in fields(value))
        elif isinstance(value, tuple):
            yield from chain.from_iterable(map(too_long, value))

    assert list(too_long(told)) == []
    assert longest(InventedConsultation)["question"] == 2000
    assert longest(InventedView)["offer"] == 2000
