"""Days in three boxes and moments with a time beside them, read as people in England write them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.core.exceptions import ValidationError

from alongside.design.questions import FieldKind, Question, readable, set_up

LONDON = ZoneInfo("Europe/London")
MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_CLOCK = re.compile(r"(\d{1,2})(?:[.:h ]?(\d{2}))?\s*(am|pm|a\.m\.|p\.m\.)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in the boxes, whether or not it is a date; kept so that it can be given back as typed."""

    day: str = ""
    month: str = ""
    year: str = ""
    clock: str = ""


class Boxes(forms.Widget):
    """Reads the boxes of one date: NAME_day, NAME_month, NAME_year, and NAME_clock for a moment."""

    parts: tuple[str, ...] = ("day", "month", "year")

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> Typed | None:  # noqa: ARG002
        """Give what was typed, or None where every box is empty."""
        typed = {part: str(data.get(f"{name}_{part}") or "").strip() for part in self.parts}
        return Typed(**typed) if any(typed.values()) else None

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:  # noqa: ARG002
        """Say whether the page had these boxes at all."""
        return all(f"{name}_{part}" not in data for part in self.parts)


class MomentBoxes(Boxes):
    """Boxes with a time beside them."""

    parts = ("day", "month", "year", "clock")


class Day(Question, forms.Field):
    """A day in three boxes; the cleaned value is a date, or None where it may be empty."""

    kind = FieldKind.DAY
    widget = Boxes

    def __init__(self, *, label: str, missing: str | None, hint: str = "", why: str = "") -> None:
        super().__init__(**set_up(self, label=label, missing=missing, hint=hint, why=why))

    def to_python(self, value: Any) -> Any:
        """Give the date; raises ValidationError naming the box (`params["part"]`) and what to write in it."""
        return value if value is None or isinstance(value, date) else read_day(value)

    def boxes_of(self, value: Any) -> Typed:
        """Give what to print in the boxes for a date, a moment, or what was typed."""
        if isinstance(value, datetime):
            value = value.astimezone(LONDON)
            return Typed(str(value.day), str(value.month), str(value.year), f"{value:%H:%M}")
        if isinstance(value, date):
            return Typed(str(value.day), str(value.month), str(value.year))
        return value if isinstance(value, Typed) else Typed()


class Moment(Day):
    """A day and a time in London; the cleaned value is an aware datetime in UTC.

    In the hour that comes twice in October the first is meant.
    """

    kind = FieldKind.MOMENT
    widget = MomentBoxes

    def to_python(self, value: Any) -> Any:
        """Give the moment; raises ValidationError naming the box and what to write in it."""
        if value is None or isinstance(value, datetime):
            return value
        at = datetime.combine(read_day(value), read_clock(value.clock), LONDON)
        instant = at.astimezone(UTC)
        if instant.astimezone(LONDON).replace(tzinfo=None) != at.replace(tzinfo=None):
            raise _wrong(
                "clock", "Check the time: the clocks went forward that night and this time did not exist."
            )
        return instant


def read_day(typed: Typed) -> date:
    """Read three boxes; raises ValidationError naming the first box that is wrong."""
    for part in ("day", "month", "year"):
        readable(getattr(typed, part))
        if not getattr(typed, part):
            raise _wrong(part, f"Add the {part}, so that the date is complete.")
    month = _month(typed.month)
    if not re.fullmatch(r"[0-9]{4}", typed.year):
        raise _wrong("year", "Write the year with four figures, like 2026.")
    if not 1900 <= int(typed.year) <= 2199:
        raise _wrong("year", "Check the year, like 2026.")
    if not re.fullmatch(r"[0-9]{1,2}", typed.day):
        raise _wrong("day", "Write the day as a number, like 3.")
    try:
        return date(int(typed.year), month, int(typed.day))
    except ValueError:
        raise _wrong("day", "Check the date: there is no such day in that month.") from None


def _month(typed: str) -> int:
    if re.fullmatch(r"[0-9]{1,2}", typed) and 1 <= int(typed) <= 12:
        return int(typed)
    begins = [
        number for number, name in enumerate(MONTHS, 1) if len(typed) >= 3 and name.startswith(typed.lower())
    ]
    if len(begins) == 1:
        return begins[0]
    raise _wrong("month", "Write the month as a number from 1 to 12, like 11 for November.")


def read_clock(typed: str) -> time:
    """Read a time such as 3.40 pm, 15:40 or 9 am.

    Raises ValidationError, also where it could be morning or afternoon: nothing is inferred (law 9).
    """
    if not typed:
        raise _wrong("clock", "Add the time, like 3.40 pm.")
    if typed.lower() in {"midday", "noon"}:
        return time(12)
    found = _CLOCK.fullmatch(typed)
    if found is None or not found[1].isascii():
        raise _wrong("clock", "Write the time like 3.40 pm or 15:40.")
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").lower().replace(".", "")
    if not half and (found[2] is None or (hour < 10 and len(found[1]) == 1)):
        raise _wrong("clock", "Say whether the time is am or pm, like 3.40 pm.")
    if half and not 1 <= hour <= 12:
        raise _wrong("clock", "Write the time like 3.40 pm or 15:40, not with both.")
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    if hour > 23 or minute > 59:
        raise _wrong("clock", "Write a time that a clock shows, like 3.40 pm or 15:40.")
    return time(hour, minute)


def _wrong(part: str, sentence: str) -> ValidationError:
    return ValidationError(sentence, code=f"wrong_{part}", params={"part": part})
