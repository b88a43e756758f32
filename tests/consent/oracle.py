"""The ledger once more, slow and plain, by somebody who has not read its rules: the rulebook's sentences as loops.

It shares no code with the rules but the words. A history is a list of what happened, in the order in which it was
written down.
"""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

YEARS_16, YEARS_18 = 16, 18


@dataclass
class Said:
    """One record. `word` is yes, no, kept (a yes without authority), hollow (no consent), not_asked or no_reply.

    `recorded` is when it was written down. What became of it is a pair: from when it counts, and when it was recorded.
    """

    who: str
    word: str
    kind: str
    allowed: set[str]
    excluded: set[str]
    recipient: str
    purpose: str
    day: date
    review_by: date
    recorded: datetime
    taken_back: list[tuple[datetime, datetime]] = field(default_factory=list)
    run_out: list[tuple[datetime, datetime]] = field(default_factory=list)
    found_bad: list[tuple[datetime, datetime]] = field(default_factory=list)
    renewed: list[tuple[datetime, date]] = field(default_factory=list)


@dataclass
class Asked:
    """The question: what stood at `now`, by what had been written down at `known`."""

    now: datetime
    known: datetime

    def has(self, ends: list[tuple[datetime, datetime]]) -> list[tuple[datetime, datetime]]:
        return [(at, written) for at, written in ends if at <= self.now and written <= self.known]


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


def past_review(world: World, said: Said, asked: Asked) -> bool:
    today = asked.now.date()
    begun, until = said.day, said.review_by
    for moment, new_until in said.renewed:
        if moment <= asked.now and moment <= asked.known:
            begun, until = moment.date(), new_until
    if today > until or today > begun + timedelta(days=183):
        return True
    stops = []
    for years in (YEARS_16, YEARS_18):
        if years == YEARS_16 and said.who == "child":
            continue
        stops.append(date(world.born.year + years, world.born.month, world.born.day))
    for changes in world.responsibility.values():
        stops += [on for on, _ in changes]
    stops += list(world.barred.values())
    return any(begun < stop <= today for stop in stops)


def still_runs(world: World, said: Said, asked: Asked) -> bool:
    if said.word != "yes":
        return False
    ended = asked.has(said.taken_back) or asked.has(said.run_out) or asked.has(said.found_bad)
    return not ended and not past_review(world, said, asked)


def is_no(said: Said, asked: Asked) -> bool:
    return said.word == "no" or bool(asked.has(said.taken_back))


def last_words(world: World, recipient: str, asked: Asked) -> dict[tuple[str, str], int]:
    """Whose last word to which kind of question is which. An empty word never takes the place of a no."""
    words = []
    for number, said in enumerate(world.said):
        if said.recipient != recipient or said.day > asked.now.date() or said.recorded > asked.known:
            continue
        if said.word == "no_reply" or said.kind == "help":
            continue
        spoken, written = said.day, said.recorded
        for at, recorded in asked.has(said.taken_back):
            spoken, written = at.date(), recorded
        words.append((spoken, written, number))
    last: dict[tuple[str, str], int] = {}
    for _, _, number in sorted(words):
        said = world.said[number]
        empty = said.word in {"kept", "hollow", "not_asked"} or bool(asked.has(said.found_bad))
        if is_no(said, asked):
            empty = False
        whose = (said.who, said.kind)
        if empty and whose in last and is_no(world.said[last[whose]], asked):
            continue
        last[whose] = number
    return last


def may_go(world: World, category: str, about: str, recipient: str, purpose: str, asked: Asked) -> bool:
    """May this item go to this recipient for this purpose at this time, on what people agreed to?"""
    today = asked.now.date()
    last = list(last_words(world, recipient, asked).values())
    yes, no, left_out = [], [], False
    for number in last:
        said = world.said[number]
        power = may(world, said.who, today)
        if is_no(said, asked):
            if power != "no":
                no.append(number)
        elif still_runs(world, said, asked) and said.purpose == purpose and power == "yes":
            yes.append(number)
        if category in said.excluded and power != "no":
            left_out = True
    if _stands_against(world, yes, no, asked):
        return False
    if about != "child":
        return _own(world, last, category, about, purpose, asked)
    return any(category in world.said[n].allowed for n in yes) and not left_out


def _stands_against(world: World, yes: list[int], no: list[int], asked: Asked) -> bool:
    if not no:
        return False
    naysayers = {world.said[n].who for n in no}
    if all(world.said[n].who in naysayers for n in yes):
        return True
    word = ""
    for moment, verdict, weighed in world.decided:
        if moment > asked.now or moment > asked.known or not set(yes) | set(no) <= weighed:
            continue
        if any(written > moment for n in no for _, written in asked.has(world.said[n].taken_back)):
            continue
        word = verdict
    return word != "one_may_act"


def _own(world: World, last: list[int], category: str, about: str, purpose: str, asked: Asked) -> bool:
    agreed = False
    for number in last:
        said = world.said[number]
        if said.who != about:
            continue
        if is_no(said, asked) or category in said.excluded:
            return False
        kept = said.word == "kept" and not past_review(world, said, asked)
        if (still_runs(world, said, asked) or kept) and said.purpose == purpose and category in said.allowed:
            agreed = True
    return agreed
