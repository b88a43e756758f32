"""When a fact of a family changes, whoever relied on it owes a second look."""

from datetime import date
from uuid import UUID

import pytest

from alongside.access.gate import writes
from alongside.access.words import Ref
from alongside.duties import queries as duties
from alongside.duties.words import Owed
from alongside.families import commands, queries
from alongside.families.commands import BirthWords, OrderWords
from alongside.families.words import BirthBasis, Leaf, OrderKind, ParentalResponsibility, Right
from alongside.reliance import commands as reliance
from alongside.reliance import queries as relied

THING = Ref("decision", UUID(int=77))


@writes(Right.CHILD_ADD)
def rely(act, *, child_id, adult_id):
    """Something rests on the child, or on who an adult is to the child."""
    kind = "child" if adult_id is None else "relationship"
    reliance.rest(
        act,
        on=Ref(kind, queries.reader_of(act, child_id=child_id, adult_id=adult_id)),
        thing=THING,
        owner_membership_id=act.ctx.membership_id,
        agency_id=act.ctx.agency_id,
        case_id=None,
    )
    act.note(Leaf.CHILD_ADDED, about=None)


def record_order(cast, kind):
    order = OrderWords(kind, authority="Marlbrook Council")
    commands.record_order(cast.amira.ctx(), child_id=cast.child_id, order=order)


def say_birth_date(cast):
    day = date(2018, 2, 3)
    birth = BirthWords(BirthBasis.SEEN, day, day)
    commands.say_birth_date(cast.amira.ctx(), child_id=cast.child_id, birth=birth)


def correct_responsibility(cast):
    commands.correct_responsibility(
        cast.amira.ctx(),
        child_id=cast.child_id,
        adult_id=cast.father_id,
        parental_responsibility=ParentalResponsibility.NO,
    )


CHANGES = {
    "an order": (None, lambda cast: record_order(cast, OrderKind.CARE), 1),
    "that there is none": (None, lambda cast: record_order(cast, OrderKind.NONE), 0),
    "another date of birth": (None, say_birth_date, 1),
    "a death": (
        None,
        lambda cast: commands.record_death(cast.amira.ctx(), child_id=cast.child_id, died_on=None),
        1,
    ),
    "parental responsibility said anew": ("father_id", correct_responsibility, 1),
    "somebody else’s parental responsibility": ("mother_id", correct_responsibility, 0),
}


def count_looks(cast):
    mine = duties.list_my_duties(cast.amira.ctx())
    return [line.kind for line in mine].count(Owed.LOOK_AGAIN_AT_WHAT_RELIED)


@pytest.mark.parametrize("change", CHANGES)
def test_what_rests_on_a_fact_is_looked_at_again_when_it_changes(cast, change):
    adult, happens, owed = CHANGES[change]
    rely(cast.amira.ctx(), child_id=cast.child_id, adult_id=getattr(cast, adult) if adult else None)
    happens(cast)
    assert count_looks(cast) == owed


ENDED = {
    "a care order": ({"kind": OrderKind.CARE, "authority": "Marlbrook Council"}, 1),
    "one that gave somebody parental responsibility": (
        {"kind": OrderKind.LIVES_WITH, "holder_id": "father_id"},
        1,
    ),
    "one that restricted somebody": (
        {"kind": OrderKind.PROHIBITED_STEPS, "restricted_id": "father_id", "restricts": "He may not decide."},
        1,
    ),
    "that there was none": ({"kind": OrderKind.NONE}, 0),
}


@pytest.mark.parametrize("which", ENDED)
def test_what_rests_on_the_child_is_looked_at_once_when_an_order_ends(cast, clock, which):
    words, owed = ENDED[which]
    words = {key: getattr(cast, each) if key.endswith("_id") else each for key, each in words.items()}
    order = OrderWords(made_on=clock.at.date(), seen_on=clock.at.date(), **words)
    order_id = commands.record_order(cast.amira.ctx(), child_id=cast.child_id, order=order)
    for adult_id in (None, cast.father_id):
        rely(cast.amira.ctx(), child_id=cast.child_id, adult_id=adult_id)
    clock.advance(hours=1)
    commands.end_order(cast.amira.ctx(), order_id=order_id, ended_on=clock.at.date())
    assert count_looks(cast) == owed
    assert len(relied.list_changes_of(cast.amira.ctx(), things=[THING.id])) == owed
