"""When a duty falls due, and how late it is: working days end with the day in London, hours never stop (E37)."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alongside.duties.rules import Calendar, DayCounts, Urgency, due_at, urgency, urgency_of
from alongside.duties.words import KINDS, Owed, Unit

LONDON = ZoneInfo("Europe/London")
ENGLAND = Calendar({})
unhurried = settings(deadline=None)  # the first look at a year's holidays takes its time
ONE_DAY = replace(KINDS[Owed.COUNTERSIGN], amount=1, unit=Unit.WORKING_DAYS)
FIVE_DAYS = replace(ONE_DAY, amount=5)
THREE_DAYS_OF_HOURS = replace(ONE_DAY, amount=72, unit=Unit.HOURS)
moments = st.datetimes(datetime(2020, 1, 1), datetime(2032, 12, 31), timezones=st.just(UTC))


def london(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=LONDON)


@pytest.mark.parametrize(
    ("kind", "owed_at", "expected"),
    [
        # 17:00 on the Friday before a bank holiday: the next working day is Tuesday, at its end.
        (ONE_DAY, london(2026, 5, 22, 17, 0), london(2026, 5, 26, 23, 59, 59)),
        (FIVE_DAYS, london(2026, 12, 24, 17, 0), london(2027, 1, 5, 23, 59, 59)),
        # Just before and just after midnight in London, in summer, when UTC is still on the day before.
        (ONE_DAY, london(2026, 7, 7, 23, 59), london(2026, 7, 8, 23, 59, 59)),
        (ONE_DAY, london(2026, 7, 8, 0, 1), london(2026, 7, 9, 23, 59, 59)),
        # Over both changes of the clock.
        (ONE_DAY, london(2026, 3, 27, 12, 0), london(2026, 3, 30, 23, 59, 59)),
        (ONE_DAY, london(2026, 10, 23, 12, 0), london(2026, 10, 26, 23, 59, 59)),
    ],
)
def test_working_days_end_with_the_day_in_london(kind, owed_at, expected):
    assert due_at(kind, owed_at=owed_at.astimezone(UTC), calendar=ENGLAND) == expected


@pytest.mark.parametrize(
    "owed_at",
    [
        london(2026, 5, 22, 17, 0),  # a long weekend
        london(2026, 3, 28, 12, 0),  # the night in which an hour is lost
        london(2026, 10, 24, 12, 0),  # the night in which one is won
        london(2026, 12, 24, 17, 0),
    ],
)
def test_hours_are_elapsed_hours_and_never_skip_a_weekend_or_a_change_of_the_clock(owed_at):
    owed_at = owed_at.astimezone(UTC)
    assert due_at(THREE_DAYS_OF_HOURS, owed_at=owed_at, calendar=ENGLAND) - owed_at == timedelta(hours=72)


@unhurried
@given(moments, moments)
def test_no_calendar_moves_hours(owed_at, day):
    calendar = Calendar({day.date(): DayCounts.HOLIDAY})
    due = due_at(THREE_DAYS_OF_HOURS, owed_at=owed_at, calendar=calendar)
    assert due - owed_at == timedelta(hours=72)


@unhurried
@given(moments, st.sampled_from(sorted(KINDS)))
def test_every_kind_falls_due_after_it_is_owed(owed_at, kind):
    due = due_at(KINDS[kind], owed_at=owed_at, calendar=ENGLAND)
    assert due > owed_at
    assert due.tzinfo is owed_at.tzinfo


@unhurried
@given(moments)
def test_a_duty_of_working_days_is_due_at_the_end_of_a_working_day_in_london(owed_at):
    due = due_at(FIVE_DAYS, owed_at=owed_at, calendar=ENGLAND).astimezone(LONDON)
    assert ENGLAND.is_working_day(due.date())
    assert (due.hour, due.minute, due.second) == (23, 59, 59)


def test_a_local_holiday_moves_a_deadline():
    closed = Calendar({date(2026, 11, 4): DayCounts.HOLIDAY})
    owed_at = london(2026, 11, 3, 15, 40)
    assert due_at(ONE_DAY, owed_at=owed_at, calendar=closed) == london(2026, 11, 5, 23, 59, 59)


NOW = london(2026, 11, 3, 15, 40)


@pytest.mark.parametrize(
    ("due", "expected"),
    [
        (london(2026, 11, 2, 23, 59, 59), Urgency.LATE),
        (NOW, Urgency.LATE),  # the moment itself is too late
        (NOW + timedelta(seconds=1), Urgency.TODAY),
        (london(2026, 11, 3, 23, 59, 59), Urgency.TODAY),
        (london(2026, 11, 4, 0, 0), Urgency.THIS_WEEK),
        (london(2026, 11, 9, 23, 59, 59), Urgency.THIS_WEEK),
        (london(2026, 11, 10, 0, 0), Urgency.LATER),
    ],
)
def test_how_a_due_moment_stands_to_now(due, expected):
    assert urgency(due=due.astimezone(UTC), now=NOW.astimezone(UTC)) is expected


def test_today_is_a_day_in_london_and_not_in_utc():
    just_after_midnight = london(2026, 7, 8, 0, 30)  # 23:30 of the seventh in UTC
    assert urgency(due=london(2026, 7, 8, 23, 59, 59), now=just_after_midnight) is Urgency.TODAY


@unhurried
@given(
    moments, st.timedeltas(timedelta(0), timedelta(days=30)), st.timedeltas(timedelta(0), timedelta(days=30))
)
def test_waiting_never_makes_a_duty_less_urgent(due, first, second):
    order = list(Urgency)
    earlier, later = due - first - second, due - first
    assert order.index(urgency(due=due, now=later)) <= order.index(urgency(due=due, now=earlier))


def test_every_kind_says_who_owes_it_from_which_source_and_what_discharges_it():
    assert set(KINDS) == set(Owed)
    for kind in KINDS.values():
        assert kind.amount >= 0, "nought is the same day"
        assert kind.debtor
        assert kind.source
        assert "." in kind.discharged_by


def test_what_is_to_be_done_at_once_is_todays_even_past_midnight():
    late_evening = datetime(2026, 11, 3, 23, 30, tzinfo=UTC)
    due = late_evening + timedelta(hours=1)
    found = {
        owed: urgency_of(KINDS[owed], due=due, now=late_evening) for owed in (Owed.HEED_HARM, Owed.OUTCOME)
    }
    assert found == {Owed.HEED_HARM: Urgency.TODAY, Owed.OUTCOME: Urgency.THIS_WEEK}
    assert urgency_of(KINDS[Owed.HEED_HARM], due=due, now=due + timedelta(hours=1)) is Urgency.LATE
