"""The ledger once more, slow and plain, by somebody who has not read its rules: the rulebook's sentences as loops.

It shares no code with the rules but the words. A history is a list of what happened, in the order in which it was
written down.
"""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

YEARS_16, YEARS_18 = 16, 18


@dataclass
class Said:
    who: str
    yes: bool
    allowed: set[str]
    excluded: set[str]
    recipient: str
    purpose: str
    day: date
    review_by: date
    taken_back: list[datetime] = field(default_factory=list)
    run_out: list[datetime] = field(default_factory=list)
    found_bad: list[datetime] = field(default_factory=list)
    renewed: list[tuple[datetime, date]] = field(default_factory=list)


@dataclass
class World:
    """A child, a mother and a father; everything that was said, and everything that changed."""

    born: date
    said: list[Said] = field(default_factory=list)
    responsibility: dict[str, list[tuple[date, str]]] = field(default_factory=dict)
    barred: dict[str, date] = field(default_factory=dict)
    able: list[tuple[date, date, str]] = field(default_factory=list)
    decided: list[tuple[datetime, str, set[int]]] = field(default_factory=list)


def age(world: World, today: date) -> int:
    years = today.year - world.born.year
    if (today.month, today.day) < (world.born.month, world.born.day):
        years -= 1
    return years


def child_may(world: World, today: date) -> str:
    if age(world, today) >= YEARS_18:
        return "yes"
    word = ""
    newest = None
    for on, until, conclusion in world.able:
        if on <= today <= until and (newest is None or on > newest):
            word, newest = conclusion, on
    if age(world, today) >= YEARS_16:
        return "no" if word == "unable" else "yes"
    return {"able": "yes", "unable": "no"}.get(word, "unknown")


def held(world: World, who: str, today: date) -> str:
    word = "unknown"
    for on, each in world.responsibility.get(who, []):
        if on <= today:
            word = each
    return word


def may(world: World, who: str, today: date) -> str:
    if who == "child":
        return child_may(world, today)
    if child_may(world, today) == "yes" or age(world, today) >= YEARS_18:
        return "no"
    if who in world.barred and world.barred[who] <= today:
        return "no"
    return {"seen": "yes", "no": "no"}.get(held(world, who, today), "unknown")


def still_runs(world: World, said: Said, now: datetime) -> bool:
    today = now.date()
    for list_of_ends in (said.taken_back, said.run_out, said.found_bad):
        for moment in list_of_ends:
            if moment <= now:
                return False
    begun, until = said.day, said.review_by
    for moment, new_until in said.renewed:
        if moment <= now:
            begun, until = moment.date(), new_until
    if today > until or today > begun + timedelta(days=183):
        return False
    stops = []
    for years in (YEARS_16, YEARS_18):
        if years == YEARS_16 and said.who == "child":
            continue
        stops.append(date(world.born.year + years, world.born.month, world.born.day))
    for changes in world.responsibility.values():
        stops += [on for on, _ in changes]
    stops += list(world.barred.values())
    return not any(begun < stop <= today for stop in stops)


def last_words(world: World, recipient: str, today: date) -> dict[str, int]:
    last: dict[str, int] = {}
    for number, said in enumerate(world.said):
        if said.recipient != recipient or said.day > today:
            continue
        if said.who not in last or world.said[last[said.who]].day <= said.day:
            last[said.who] = number
    return last


def may_go(world: World, category: str, about: str, recipient: str, purpose: str, now: datetime) -> bool:
    """May this item go to this recipient for this purpose at this time, on what people agreed to?"""
    today = now.date()
    last = last_words(world, recipient, today)
    yes, no = [], []
    for who, number in last.items():
        said = world.said[number]
        if not said.yes:
            if may(world, who, today) != "no":
                no.append(number)
        elif still_runs(world, said, now) and said.purpose == purpose and may(world, who, today) == "yes":
            yes.append(number)
    if about != "child":
        return not _stands_against(world, yes, no, now) and _own(world, last, category, about, purpose, now)
    if not yes or _stands_against(world, yes, no, now):
        return False
    agreed = any(category in world.said[n].allowed for n in yes)
    barred = any(category in world.said[n].excluded for n in yes)
    return agreed and not barred


def _stands_against(world: World, yes: list[int], no: list[int], now: datetime) -> bool:
    if not no:
        return False
    if not yes:
        return True
    word = ""
    for moment, verdict, weighed in world.decided:
        if moment <= now and set(yes) | set(no) <= weighed:
            word = verdict
    return word != "one_may_act"


def _own(world: World, last: dict[str, int], category: str, about: str, purpose: str, now: datetime) -> bool:
    if about not in last:
        return False
    said = world.said[last[about]]
    if not said.yes or said.purpose != purpose or not still_runs(world, said, now):
        return False
    return category in said.allowed and category not in said.excluded
