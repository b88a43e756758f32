"""Working days in England (rulebook 6.1): Monday to Friday and no bank holiday; the day of the event is day 0."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alongside.duties.rules import Calendar, DayCounts

ENGLAND = Calendar({})
unhurried = settings(deadline=None)  # the first look at a year's holidays takes its time
days = st.dates(date(2020, 1, 1), date(2032, 12, 31))
counts = st.integers(0, 60)


@pytest.mark.parametrize(
    ("day", "working_days", "expected"),
    [
        (date(2026, 11, 2), 15, date(2026, 11, 23)),  # strategy discussion to conference, rulebook 6.1 (i)
        (date(2026, 12, 21), 10, date(2027, 1, 7)),  # conference to core group over Christmas, (ii)
        (date(2026, 11, 2), 0, date(2026, 11, 2)),  # the day itself
        (date(2026, 11, 6), 1, date(2026, 11, 9)),  # Friday to Monday
        (date(2026, 11, 7), 1, date(2026, 11, 9)),  # owed on a Saturday
        (date(2026, 4, 2), 1, date(2026, 4, 7)),  # Good Friday and Easter Monday
        (date(2026, 5, 1), 1, date(2026, 5, 5)),  # Early May
        (date(2026, 5, 22), 1, date(2026, 5, 26)),  # Spring
        (date(2026, 8, 28), 1, date(2026, 9, 1)),  # Summer, last Monday of August in England
        (date(2026, 12, 24), 1, date(2026, 12, 29)),  # Boxing Day on a Saturday: Monday instead
        (date(2021, 12, 24), 1, date(2021, 12, 29)),  # Christmas on a Saturday: Monday and Tuesday instead
        (date(2022, 9, 16), 1, date(2022, 9, 20)),  # the State Funeral
        (date(2023, 5, 5), 1, date(2023, 5, 9)),  # the Coronation
        (date(2020, 5, 7), 1, date(2020, 5, 11)),  # Early May moved to VE Day's Friday
    ],
)
def test_so_many_working_days_after_a_day(day, working_days, expected):
    assert ENGLAND.after(day, working_days=working_days) == expected


@pytest.mark.parametrize(
    "day",
    [
        date(2026, 1, 2),  # a holiday in Scotland alone
        date(2026, 3, 17),  # in Northern Ireland alone
        date(2026, 7, 13),  # in Northern Ireland alone
        date(2026, 8, 3),  # in Scotland alone
        date(2026, 11, 30),  # in Scotland alone
    ],
)
def test_a_holiday_elsewhere_in_the_kingdom_is_a_working_day_in_england(day):
    assert ENGLAND.is_working_day(day)


def test_a_partnership_may_close_on_a_working_day():
    closed = Calendar({date(2026, 11, 9): DayCounts.HOLIDAY})
    assert closed.after(date(2026, 11, 6), working_days=1) == date(2026, 11, 10)


def test_a_partnership_may_work_on_a_bank_holiday_or_at_a_weekend():
    working = Calendar({date(2026, 12, 28): DayCounts.WORKING, date(2026, 12, 26): DayCounts.WORKING})
    assert working.after(date(2026, 12, 24), working_days=1) == date(2026, 12, 26)
    assert working.after(date(2026, 12, 24), working_days=2) == date(2026, 12, 28)


def test_the_calendar_says_which_holidays_and_how_many_local_days_it_counts():
    assert ENGLAND.version.startswith("holidays ")
    assert ENGLAND.version.endswith(", 0 local")
    assert Calendar({date(2026, 11, 9): DayCounts.HOLIDAY}).version.endswith(", 1 local")


def test_days_are_counted_forwards_only():
    with pytest.raises(ValueError, match="forwards"):
        ENGLAND.after(date(2026, 11, 2), working_days=-1)


def test_a_calendar_without_a_working_day_is_refused_instead_of_searched_for_ever():
    closed = Calendar({date(2026, 1, 1) + timedelta(days=n): DayCounts.HOLIDAY for n in range(1500)})
    with pytest.raises(ValueError, match="local calendar"):
        closed.after(date(2026, 11, 2), working_days=1)


@unhurried
@given(days, st.integers(1, 60))
def test_a_deadline_is_a_working_day_with_exactly_so_many_between(day, working_days):
    due = ENGLAND.after(day, working_days=working_days)
    between = [day + timedelta(days=n) for n in range(1, (due - day).days + 1)]
    assert ENGLAND.is_working_day(due)
    assert sum(ENGLAND.is_working_day(each) for each in between) == working_days


@unhurried
@given(days, counts, counts)
def test_counting_in_two_parts_ends_on_the_same_day(day, first, second):
    in_parts = ENGLAND.after(ENGLAND.after(day, working_days=first), working_days=second)
    assert in_parts == ENGLAND.after(day, working_days=first + second)


@unhurried
@given(days, counts, st.integers(1, 30))
def test_what_is_owed_later_is_never_due_earlier(day, working_days, later):
    due = ENGLAND.after(day, working_days=working_days)
    assert ENGLAND.after(day + timedelta(days=later), working_days=working_days) >= due


@unhurried
@given(days, counts, days)
def test_another_holiday_never_makes_a_deadline_earlier(day, working_days, holiday):
    with_one = Calendar({holiday: DayCounts.HOLIDAY})
    assert with_one.after(day, working_days=working_days) >= ENGLAND.after(day, working_days=working_days)
