"""What an order keeps somebody from counts while that order runs, whatever becomes of another (rulebook 4.2)."""

from datetime import date, timedelta

import pytest

from alongside.consent import queries as consent
from alongside.consent.words import May
from alongside.families import commands, queries
from alongside.families.commands import OrderWords, ResponsibilityWords
from alongside.families.words import OrderKind, ParentalResponsibility

TODAY = date(2026, 11, 3)
SEEN = ParentalResponsibility.SEEN
ON_SHARING, ABROAD = "He may not decide on sharing.", "He may not take him abroad."


@pytest.fixture
def is_a_holder(cast, clock):
    say(cast, clock)


def say(cast, clock, restriction=""):
    clock.advance(minutes=10)
    commands.correct_responsibility(
        cast.amira.ctx(),
        child_id=cast.child_id,
        adult_id=cast.father_id,
        parental_responsibility=SEEN,
        grounds=ResponsibilityWords(SEEN, restriction=restriction),
    )


def bar(cast, clock, restricts, **more):
    clock.advance(minutes=10)
    words = {"made_on": TODAY - timedelta(days=30), "seen_on": TODAY} | more
    order = OrderWords(OrderKind.PROHIBITED_STEPS, restricted_id=cast.father_id, restricts=restricts, **words)
    return commands.record_order(cast.amira.ctx(), child_id=cast.child_id, order=order)


def end(cast, clock, order_id):
    clock.advance(minutes=10)
    commands.end_order(cast.amira.ctx(), order_id=order_id, ended_on=clock.at.date())


def kept_from(cast, at=None):
    found = queries.list_responsibilities_on(cast.amira.ctx(), child_id=cast.child_id, at=at)
    return next(each.restriction for each in found if each.adult_id == cast.father_id)


def may(cast):
    found = consent.open_ledger(cast.amira.ctx(), child_id=cast.child_id).who_may
    return next(each.may for each in found if each.adult_id == cast.father_id)


@pytest.mark.parametrize("ends", ["the first", "the second"])
def test_the_end_of_one_order_lifts_nothing_that_another_says(cast, clock, is_a_holder, ends):
    first, second = bar(cast, clock, ON_SHARING), bar(cast, clock, ABROAD)
    assert kept_from(cast) == f"{ON_SHARING} {ABROAD}"
    end(cast, clock, first if ends == "the first" else second)
    assert kept_from(cast) == (ABROAD if ends == "the first" else ON_SHARING)
    assert may(cast) is May.MAY_NOT
    end(cast, clock, second if ends == "the first" else first)
    assert (kept_from(cast), may(cast)) == ("", May.MAY)


def test_of_two_orders_that_say_the_same_the_other_still_says_it(cast, clock, is_a_holder):
    first, second = bar(cast, clock, ON_SHARING), bar(cast, clock, ON_SHARING)
    assert kept_from(cast) == ON_SHARING
    end(cast, clock, second)
    assert (kept_from(cast), may(cast)) == (ON_SHARING, May.MAY_NOT)
    end(cast, clock, first)
    assert may(cast) is May.MAY


def test_what_was_written_down_by_hand_outlives_the_order(cast, clock):
    say(cast, clock, ABROAD)
    order_id = bar(cast, clock, ON_SHARING)
    assert kept_from(cast) == f"{ABROAD} {ON_SHARING}"
    end(cast, clock, order_id)
    assert (kept_from(cast), may(cast)) == (ABROAD, May.MAY_NOT)


def test_what_is_said_anew_of_somebody_lifts_no_order(cast, clock, is_a_holder):
    bar(cast, clock, ON_SHARING)
    say(cast, clock)
    assert (kept_from(cast), may(cast)) == (ON_SHARING, May.MAY_NOT)


def test_an_order_with_a_last_day_keeps_nobody_from_anything_after_it(cast, clock, is_a_holder):
    bar(cast, clock, ON_SHARING, ends_on=TODAY + timedelta(days=5))
    assert may(cast) is May.MAY_NOT
    clock.advance(days=6)
    assert may(cast) is May.MAY


def test_what_an_order_said_then_is_read_of_a_day_in_the_past(cast, clock, is_a_holder):
    before = clock.at
    order_id = bar(cast, clock, ON_SHARING)
    then = clock.at
    clock.advance(days=3)
    end(cast, clock, order_id)
    assert [kept_from(cast, at) for at in (before, then, clock.at)] == ["", ON_SHARING, ""]
