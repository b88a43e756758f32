"""When a duty falls due: working days in England, elapsed hours, and how late something is. Pure.

A working day is Monday to Friday and not a bank holiday in England; the day of the event is day 0 (rulebook 6.1).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from functools import cache
from importlib.metadata import version

import holidays

from alongside.access.context import LONDON, day_in_london
from alongside.duties.words import Kind, Unit

END_OF_DAY = time(23, 59, 59)
_LONGEST_SEARCH_DAYS = 400
AT_ONCE_HOURS = 4


class DayCounts(StrEnum):
    """How a partnership counts a day otherwise than England's calendar does."""

    HOLIDAY = "holiday"
    WORKING = "working"


@dataclass(frozen=True, slots=True)
class Calendar:
    """England's bank holidays, with this partnership's own overrides."""

    overrides: Mapping[date, DayCounts]

    @property
    def version(self) -> str:
        """Which calendar a stored deadline was computed with."""
        return f"holidays {_edition()}, {len(self.overrides)} local"

    def is_working_day(self, day: date) -> bool:
        if day in self.overrides:
            return self.overrides[day] is DayCounts.WORKING
        return day.weekday() < 5 and day not in _england(day.year)

    def after(self, day: date, *, working_days: int) -> date:
        """The day that is so many working days after this one. Raises ValueError for a negative count."""
        if working_days < 0:
            raise ValueError("Count forwards.")
        for _ in range(_LONGEST_SEARCH_DAYS + working_days * 3):
            if working_days == 0:
                return day
            day += timedelta(days=1)
            working_days -= self.is_working_day(day)
        raise ValueError("No working day was found; look at the local calendar.")


@cache
def _edition() -> str:
    """The edition of England's holidays: reading it opens files, and it stays the same while the program runs."""
    return version("holidays")


@cache
def _england(year: int) -> "holidays.HolidayBase":
    return holidays.country_holidays("GB", subdiv="ENG", years=year)


@dataclass(frozen=True, slots=True)
class Due:
    """What a deed says of when its duty falls due: counted from another moment, by other hours, or on a day."""

    counted_from: datetime | None = None
    hours: int | None = None
    on: date | None = None


def due_at(kind: Kind, *, owed_at: datetime, calendar: Calendar, due: Due | None = None) -> datetime:
    """The instant by which a duty of this kind, owed at an instant, is to be done.

    Working days end with the day in London; hours are elapsed hours and never skip a weekend (E37).
    """
    said = due or Due()
    start = said.counted_from or owed_at
    if said.on is not None:
        return datetime.combine(said.on, END_OF_DAY, tzinfo=LONDON).astimezone(owed_at.tzinfo)
    if said.hours is not None or kind.unit is Unit.HOURS:
        return start + timedelta(hours=kind.amount if said.hours is None else said.hours)
    day = calendar.after(day_in_london(start), working_days=kind.amount)
    return datetime.combine(day, END_OF_DAY, tzinfo=LONDON).astimezone(owed_at.tzinfo)


def end_of_day(now: datetime) -> datetime:
    """The last second of a day in London, in the zone of `now`: up to then, something is due today."""
    return datetime.combine(day_in_london(now), END_OF_DAY, tzinfo=LONDON).astimezone(now.tzinfo)


class Urgency(StrEnum):
    """How soon a duty falls due, by days in London."""

    LATE = "late"
    TODAY = "today"
    THIS_WEEK = "this_week"
    LATER = "later"


def urgency_of(kind: Kind, *, due: datetime, now: datetime) -> Urgency:
    """How soon a duty of a kind falls due: one that is to be done at once is today's, even past midnight."""
    found = urgency(due=due, now=now)
    at_once = kind.unit is Unit.HOURS and kind.amount <= AT_ONCE_HOURS
    return Urgency.TODAY if at_once and found is not Urgency.LATE else found


def urgency(*, due: datetime, now: datetime) -> Urgency:
    """How a due moment stands to now, by days in London."""
    days = (day_in_london(due) - day_in_london(now)).days
    if due <= now:
        return Urgency.LATE
    if days == 0:
        return Urgency.TODAY
    return Urgency.THIS_WEEK if days < 7 else Urgency.LATER
