"""Days and times as people in England write them."""

from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from alongside.design.fields import Day, Moment
from alongside.design.jinja import clock, day, moment, short_day
from alongside.design.times import Typed, read_clock

DAY = Day(label="When?", missing="Give the day.")
MOMENT = Moment(label="When?", missing="Say when.")


def wrong(field, typed) -> tuple[str, str]:
    with pytest.raises(ValidationError) as refused:
        field.clean(typed)
    error = refused.value.error_list[0]
    return error.params["part"], refused.value.messages[0]


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_a_day_that_is_shown_in_its_boxes_is_read_back(on):
    assert DAY.clean(DAY.boxes_of(on)) == on


@given(st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)))
def test_a_moment_that_is_shown_in_its_boxes_is_read_back_to_the_minute(at):
    shown = MOMENT.boxes_of(at)
    read = MOMENT.clean(shown)
    # The hour that comes twice in October is read as the first of the two.
    assert (at.replace(second=0, microsecond=0) - read).total_seconds() in {0, 3600}
    assert MOMENT.boxes_of(read) == shown


@pytest.mark.parametrize("month", ["11", "Nov", "november", "Novem"])
def test_a_month_may_be_a_name(month):
    assert DAY.clean(Typed("3", month, "2026")) == date(2026, 11, 3)


@pytest.mark.parametrize(
    ("typed", "part", "sentence"),
    [
        (Typed("3", "", "2026"), "month", "Add the month, so that the date is complete."),
        (Typed("", "11", "2026"), "day", "Add the day, so that the date is complete."),
        (
            Typed("3", "13", "2026"),
            "month",
            "Write the month as a number from 1 to 12, like 11 for November.",
        ),
        (
            Typed("3", "Ju", "2026"),
            "month",
            "Write the month as a number from 1 to 12, like 11 for November.",
        ),
        (Typed("3", "11", "26"), "year", "Write the year with four figures, like 2026."),
        (Typed("3", "11", "0026"), "year", "Check the year, like 2026."),
        (Typed("31", "2", "2026"), "day", "Check the date: there is no such day in that month."),
        (Typed("third", "2", "2026"), "day", "Write the day as a number, like 3."),
    ],
)
def test_a_wrong_date_names_its_box_and_says_what_to_write(typed, part, sentence):
    assert wrong(DAY, typed) == (part, sentence)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [("3.40 pm", "15:40"), ("3pm", "15:00"), ("15:40", "15:40"), ("1540", "15:40"), ("09:05", "09:05"), ("12.30 am", "00:30"),
     ("12 pm", "12:00"), ("midday", "12:00"), ("10:40", "10:40"), ("3.40 P.M.", "15:40")],
)  # fmt: skip
def test_a_time_is_read_as_it_is_said(typed, shown):
    assert f"{read_clock(typed):%H:%M}" == shown


@pytest.mark.parametrize("typed", ["3.40", "3", "11"])
def test_a_time_that_could_be_morning_or_afternoon_is_asked_again(typed):
    assert wrong(MOMENT, Typed("3", "11", "2026", typed)) == (
        "clock",
        "Say whether the time is am or pm, like 3.40 pm.",
    )


@pytest.mark.parametrize("typed", ["", "25:00", "12:61", "15:40 pm", "0 am", "soon", "٣.٤٠ pm"])
def test_a_time_that_no_clock_shows_is_refused(typed):
    assert wrong(MOMENT, Typed("3", "11", "2026", typed))[0] == "clock"


def test_a_time_that_the_clocks_skipped_is_refused():
    assert wrong(MOMENT, Typed("29", "3", "2026", "01:30"))[1].startswith(
        "Check the time: the clocks went forward"
    )


def test_a_summer_time_is_kept_as_its_instant():
    assert MOMENT.clean(Typed("1", "7", "2026", "3.40 pm")) == datetime(2026, 7, 1, 14, 40, tzinfo=UTC)


def test_days_and_moments_are_printed_as_people_say_them():
    at = datetime(2026, 7, 3, 23, 40, tzinfo=UTC)
    assert (day(at), short_day(at, at), moment(at)) == ("4 July 2026", "4 Jul", "4 July 2026 at 12.40 am")
    assert moment(datetime(2026, 11, 3, 15, 40, tzinfo=UTC)) == "3 November 2026 at 3.40 pm"
    assert day(date(2026, 11, 3)) == "3 November 2026"
    assert [clock(datetime(2026, 11, 3, hour, tzinfo=UTC)) for hour in (0, 10, 12, 17)] == [
        "midnight",
        "10 am",
        "midday",
        "5 pm",
    ]


def test_a_moment_without_its_time_zone_is_not_printed():
    with pytest.raises(TypeError, match="aware datetime"):
        moment(datetime(2026, 11, 3))


def test_a_day_of_another_year_says_its_year_in_a_list():
    assert short_day(date(2025, 6, 25), datetime(2026, 11, 3, tzinfo=UTC)) == "25 Jun 2025"
    new_years_eve = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)
    assert short_day(date(2027, 1, 4), new_years_eve) == "4 Jan 2027"
    assert short_day(date(2026, 1, 4), new_years_eve) == "4 Jan"
