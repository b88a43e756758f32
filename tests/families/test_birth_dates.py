"""What is said of a day of birth is kept apart by what it rests on; until it is settled, a child is a child (E11)."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.access.words import NotThere, Refused
from alongside.cases import commands as cases
from alongside.families import commands, queries, rules
from alongside.families.commands import BirthWords
from alongside.families.rules import SaidBirth
from alongside.families.words import AgeKnownAs, BirthBasis
from tests.people import NOW

AT = datetime(2026, 1, 1, tzinfo=UTC)
YEAR = (date(2009, 1, 1), date(2009, 12, 31))


def said(basis, earliest, latest=None):
    return SaidBirth(BirthBasis(basis), earliest, latest or earliest, "", AT)


@pytest.mark.parametrize(
    ("told", "known_as", "born_on"),
    [
        ((), "unknown", None),
        ((said("claimed", date(2009, 3, 4)),), "claimed", date(2009, 3, 4)),
        ((said("estimated", *YEAR),), "estimated", None),
        ((said("claimed", date(2009, 3, 4)), said("estimated", *YEAR)), "claimed", date(2009, 3, 4)),
        ((said("claimed", date(2010, 3, 4)), said("estimated", *YEAR)), "disputed", None),
        (
            (said("claimed", date(2010, 3, 4)), said("assessed", date(2008, 1, 9))),
            "assessed",
            date(2008, 1, 9),
        ),
        (
            (said("assessed", date(2008, 1, 9)), said("claimed", date(2010, 3, 4))),
            "disputed",
            None,
        ),
        ((said("assessed", date(2008, 1, 9)), said("seen", date(2010, 3, 4))), "seen", date(2010, 3, 4)),
    ],
)
def test_e11_what_a_day_of_birth_rests_on_decides_which_may_be_relied_on(told, known_as, born_on):
    facts = rules.birth_facts(told)
    assert (facts.known_as, facts.born_on) == (AgeKnownAs(known_as), born_on)


def test_e11_a_year_is_no_first_of_january():
    facts = rules.birth_facts((said("estimated", *YEAR),))
    assert facts.born_on is None
    assert facts.is_treated_as_a_child(date(2027, 6, 1))
    assert facts.is_treated_as_a_child(date(2027, 12, 30))
    assert not facts.is_treated_as_a_child(date(2027, 12, 31))


def test_e11_nobody_is_grown_up_because_nothing_is_known():
    assert rules.NOTHING_SAID.is_treated_as_a_child(date(2060, 1, 1))


DAYS = st.dates(date(2000, 1, 1), date(2015, 12, 31))


@given(st.lists(st.tuples(st.sampled_from(list(BirthBasis)), DAYS, DAYS), max_size=6), DAYS)
def test_e11_a_child_by_any_day_that_still_counts_is_treated_as_a_child(told, today):
    today = today + timedelta(days=365 * 12)
    rows = tuple(said(basis, min(a, b), max(a, b)) for basis, a, b in told)
    facts = rules.birth_facts(rows)
    settled = [n for n, each in enumerate(rows) if each.basis in rules.SETTLING]
    counted = rows[settled[-1] :] if settled else rows
    if facts.known_as is AgeKnownAs.DISPUTED and any(rules.age(e.latest_on, on=today) < 18 for e in counted):
        assert facts.is_treated_as_a_child(today)
    assert facts.born_on is None or all(e.earliest_on <= facts.born_on for e in counted if e.day is None)


def test_e11_each_word_is_kept_and_the_dispute_shows(cast):
    for basis, day in ((BirthBasis.CLAIMED, date(2010, 5, 14)), (BirthBasis.ESTIMATED, date(2008, 5, 14))):
        commands.say_birth_date(
            cast.amira.ctx(), child_id=cast.child_id, birth=BirthWords(basis, day, day, "He says so himself.")
        )
    facts = queries.open_family_facts(cast.amira.ctx(), child_id=cast.child_id).birth
    assert facts.known_as is AgeKnownAs.DISPUTED
    assert queries.open_child(cast.amira.ctx(), child_id=cast.child_id).child.born_on is None


def test_a_slip_of_the_pen_is_set_aside_and_disputes_nothing(cast):
    commands.correct_child(
        cast.amira.ctx(), child_id=cast.child_id, name="Ayo Adeyemi", born_on=date(2019, 5, 15)
    )
    facts = queries.open_family_facts(cast.amira.ctx(), child_id=cast.child_id).birth
    assert (facts.known_as, facts.born_on) == (AgeKnownAs.CLAIMED, date(2019, 5, 15))
    before = queries.open_family_facts(cast.amira.ctx(), child_id=cast.child_id, at=NOW - timedelta(days=1))
    assert before.birth.born_on == date(2019, 5, 14), "what was believed yesterday can be read"


def test_a_corrected_name_leaves_a_disputed_age_in_dispute(cast):
    day = date(2010, 5, 14)
    commands.say_birth_date(
        cast.amira.ctx(), child_id=cast.child_id, birth=BirthWords(BirthBasis.ESTIMATED, day, day)
    )
    commands.correct_child(cast.amira.ctx(), child_id=cast.child_id, name="Ayo A.", born_on=None)
    facts = queries.open_family_facts(cast.amira.ctx(), child_id=cast.child_id).birth
    assert facts.known_as is AgeKnownAs.DISPUTED


def test_nobody_has_a_date_of_birth_before_birth_or_tomorrow(cast):
    tomorrow = (NOW + timedelta(days=1)).date()
    with pytest.raises(Refused, match="not come yet"):
        commands.say_birth_date(
            cast.amira.ctx(),
            child_id=cast.child_id,
            birth=BirthWords(BirthBasis.CLAIMED, tomorrow, tomorrow),
        )
    case_id = cases.open_case(cast.amira.ctx())
    unborn = commands.add_child(
        cast.amira.ctx(), case_id=case_id, name="Baby", born_on=None, expected_on=date(2027, 1, 1)
    )
    with pytest.raises(Refused, match="Record the birth"):
        commands.say_birth_date(
            cast.amira.ctx(),
            child_id=unborn,
            birth=BirthWords(BirthBasis.CLAIMED, NOW.date(), NOW.date()),
        )


@pytest.mark.parametrize("name", ["dev", "ben", "iris", "esther", "hal", "cerys"])
def test_somebody_else_says_no_day_of_birth(cast, name):
    day = date(2019, 5, 14)
    with pytest.raises(NotThere):
        commands.say_birth_date(
            cast.people[name].ctx(),
            child_id=cast.child_id,
            birth=BirthWords(BirthBasis.SEEN, day, day),
        )
