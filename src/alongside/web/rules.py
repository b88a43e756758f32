"""How Today speaks: a greeting, how much there is to do, when each thing is due. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from alongside.design.jinja import short_day
from alongside.design.parts import Tag, Tone
from alongside.design.times import LONDON

NUMBERS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True)
class Due:
    """How soon something is due (duties' own word: late, today, this_week, later), and when."""

    urgency: str
    at: datetime


def greeting(name: str, *, at: datetime) -> str:
    """Greet by the first of someone's names and the time of day in London."""
    hour = at.astimezone(LONDON).hour
    part = "morning" if hour < 12 else "afternoon" if hour < 18 else "evening"
    return f"Good {part}, {name.split(maxsplit=1)[0]}"


def lede(dues: Sequence[Due], *, stops: int = 0) -> str:
    """Say honestly how much needs someone: what is late and due today first, and never more than there is.

    `stops`: of how much of what was shared they have not read yet that it is used no further. That is read at once.
    """
    late = sum(due.urgency == "late" for due in dues)
    now = late + stops + sum(due.urgency == "today" for due in dues)
    if not dues and not stops:
        return "Nothing needs you today."
    if not now:
        return f"Nothing is due today. {_count(len(dues))} coming up."
    said = f"{_number(now)} thing{_s(now)} need{'s' if now == 1 else ''} you today."
    if not late:
        return f"{said} Nothing is late."
    return f"{said} {_of_them(late, now)} late."


def when(due: Due, *, now: datetime) -> Tag:
    """The tag of a duty: how late it is, or by when it is to be done."""
    on, today = due.at.astimezone(LONDON).date(), now.astimezone(LONDON).date()
    if due.urgency == "late":
        days = (today - on).days
        return Tag(f"{days} day{_s(days)} late" if days else "Late", Tone.LATE)
    if on == today:
        return Tag("Today", Tone.DUE)
    if due.urgency == "this_week":
        return Tag(f"By {WEEKDAYS[on.weekday()]}", Tone.CALM)
    return Tag(f"By {short_day(on, today)}", Tone.CALM)


def _number(count: int) -> str:
    return NUMBERS[count] if count < len(NUMBERS) else str(count)


def _count(count: int) -> str:
    return f"{_number(count)} thing{_s(count)} {'is' if count == 1 else 'are'}"


def _of_them(late: int, now: int) -> str:
    if late == now:
        return "It is" if late == 1 else "All of them are"
    return f"{_number(late)} of them {'is' if late == 1 else 'are'}"


def _s(count: int) -> str:
    return "" if count == 1 else "s"
