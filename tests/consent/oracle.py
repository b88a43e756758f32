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
    reached: list[tuple[datetime, date, str, str, str]] = field(default_factory=list)
    matter: str = "the matter"


@dataclass
class Asked:
    """The question: what stood at `now`, by what had been written down at `known`."""

    now: datetime
    known: datetime

    def has(self, ends: list[tuple[datetime, datetime]]) -> list[tuple[datetime, datetime]]:
        return [(at, written) for at, written in ends if at <= self.now and written <= self.known]


@dataclass
class Word:
    """What was said of one person's parental responsibility, written down at `recorded`: seen, claimed or no."""

    recorded: datetime
    word: str
    began: date | None = None
    ended: date | None = None


@dataclass
class Order:
    """A court order: in whose favour, whom it restricts, and since when it is over (that day, and when it was recorded)."""

    kind: str
    recorded: datetime
    made: date
    favours: str = ""
    restricts: str = ""
    over: tuple[date, datetime] | None = None


@dataclass
class World:
    """A child, a mother and a father; everything that was said, and everything that changed."""

    births: list[tuple[datetime, date]]
    said: list[Said] = field(default_factory=list)
    words: dict[str, list[Word]] = field(default_factory=dict)
    orders: list[Order] = field(default_factory=list)
    able: list[tuple[date, date, str, datetime]] = field(default_factory=list)
    decided: list[tuple[datetime, str, set[int]]] = field(default_factory=list)


def born(world: World, asked: Asked) -> date:
    day = world.births[0][1]
    for recorded, each in world.births:
        if recorded <= asked.known:
            day = each
    return day


def age(world: World, asked: Asked) -> int:
    today, day = asked.now.date(), born(world, asked)
    years = today.year - day.year
    if (today.month, today.day) < (day.month, day.day):
        years -= 1
    return years


def child_may(world: World, asked: Asked) -> str:
    word = ""
    newest = None
    for on, until, conclusion, recorded in world.able:
        if recorded <= asked.known and on <= asked.now.date() <= until and (newest is None or on > newest):
            word, newest = conclusion, on
    if age(world, asked) >= YEARS_16:
        return "no" if word == "unable" else "yes"
    return {"able": "yes", "unable": "no"}.get(word, "unknown")


def last_word(world: World, who: str, asked: Asked) -> Word | None:
    last = None
    for each in world.words.get(who, []):
        if each.recorded <= asked.known:
            last = each
    return last


def held(world: World, who: str, asked: Asked) -> str:
    last, today = last_word(world, who, asked), asked.now.date()
    if last is None:
        return "unknown"
    if last.word != "no" and ((last.began and today < last.began) or (last.ended and today >= last.ended)):
        return "no"
    return last.word


def over(order: Order, asked: Asked) -> date | None:
    """The day on which an order ended, where that had been written down."""
    return order.over[0] if order.over and order.over[1] <= asked.known else None


def runs(order: Order, asked: Asked) -> bool:
    """Whether an order, as far as was written down, was in force on the day."""
    end, today = over(order, asked), asked.now.date()
    return order.recorded <= asked.known and order.made <= today and (end is None or today < end)


def is_barred(world: World, who: str, asked: Asked) -> bool:
    """Whether any order that is in force on the day keeps somebody from deciding."""
    return any(order.restricts == who and runs(order, asked) for order in world.orders)


def is_left_out(world: World, who: str, asked: Asked) -> bool:
    """Whether somebody else is special guardian, and they are not."""
    guardians = {each.favours for each in world.orders if each.kind == "special" and runs(each, asked)}
    return bool(guardians) and who not in guardians


def may(world: World, who: str, asked: Asked) -> str:
    if who == "child":
        return child_may(world, asked)
    if child_may(world, asked) == "yes" or age(world, asked) >= YEARS_18:
        return "no"
    if is_barred(world, who, asked):
        return "no"
    power = {"seen": "yes", "no": "no"}.get(held(world, who, asked), "unknown")
    return "unknown" if power == "yes" and is_left_out(world, who, asked) else power


def stops(world: World, said: Said, asked: Asked) -> list[date]:
    """The days on which somebody else comes to decide; nobody's own word stops because they gain something."""
    day = born(world, asked)
    found = [date(day.year + YEARS_18, day.month, day.day)]
    if said.who != "child":
        found.append(date(day.year + YEARS_16, day.month, day.day))
    for who in world.words:
        last = last_word(world, who, asked)
        if last and last.began and who != said.who:
            found.append(last.began)
        if last and last.ended:
            found.append(last.ended)
    for order in world.orders:
        if order.recorded > asked.known:
            continue
        if order.favours != said.who:
            found.append(order.made)
        if end := over(order, asked):
            found.append(end)
    return found


def review_days(world: World, said: Said, asked: Asked) -> tuple[date, date]:
    """The day on which a yes is looked at again, and the first day on which it counts no longer."""
    begun, until, moment = said.day, said.review_by, None
    for renewed, new_until in said.renewed:
        if renewed <= asked.now and renewed <= asked.known:
            begun, until, moment = renewed.date(), new_until, renewed
    until = min(until, begun + timedelta(days=183))
    for reached, new_until, *_ in said.reached:
        if reached <= asked.now and reached <= asked.known and (moment is None or reached > moment):
            until = min(until, new_until)
    stop = min((day for day in stops(world, said, asked) if day > begun), default=None)
    if stop is not None and stop <= until:
        return stop, stop
    return until, until + timedelta(days=1)


def past_review(world: World, said: Said, asked: Asked) -> bool:
    return asked.now.date() >= review_days(world, said, asked)[1]


def reached_beyond(world: World, recipient: str, purpose: str, asked: Asked) -> list[tuple[int, str]]:
    """Beyond whose yes something reaches that is shared with this recipient for this purpose, and what is new."""
    found = []
    for whom in {said.recipient for said in world.said}:
        for number in last_words(world, whom, asked).values():
            said = world.said[number]
            ended = asked.has(said.taken_back) or asked.has(said.run_out) or asked.has(said.found_bad)
            if said.word != "yes" or ended:
                continue
            asked_of = [each for each in world.said if each.who == said.who and each.recipient == recipient]
            if not asked_of:
                new = "agency"
            elif whom == recipient and purpose not in {each.purpose for each in asked_of}:
                new = "purpose"
            else:
                continue
            if not any(known == [new, recipient, purpose] for _, _, *known in said.reached):
                found.append((number, new))
    return found


def still_runs(world: World, said: Said, asked: Asked) -> bool:
    if said.word != "yes":
        return False
    ended = asked.has(said.taken_back) or asked.has(said.run_out) or asked.has(said.found_bad)
    return not ended and not past_review(world, said, asked)


def is_no(said: Said, asked: Asked) -> bool:
    return said.word == "no" or bool(asked.has(said.taken_back))


def owed(world: World, asked: Asked) -> set[int]:
    """Whose yes is owed a second look: their last word on its question, help too, and nothing has ended it."""
    last: set[int] = set()
    for whom in {said.recipient for said in world.said}:
        last |= set(last_words(world, whom, asked, helping=True).values())
    found = set()
    for number in last:
        said = world.said[number]
        ended = asked.has(said.taken_back) or asked.has(said.run_out) or asked.has(said.found_bad)
        if said.word == "yes" and not ended:
            found.add(number)
    return found


def last_words(
    world: World,
    recipient: str,
    asked: Asked,
    *,
    helping: bool = False,
    matter: str = "",
    purpose: str = "",
) -> dict[tuple[str, str], int]:
    """Whose last word to which kind of question is which. An empty word never takes the place of a no.

    With a matter: of that matter, and every no for the same purpose from the others that was not unsaid since; whoever
    spoke here as well has to unsay it here.
    """
    words = []
    for number, said in enumerate(world.said):
        if said.recipient != recipient or said.day > asked.now.date() or said.recorded > asked.known:
            continue
        if said.word == "no_reply" or (said.kind == "help" and not helping):
            continue
        if matter and said.matter != matter and not (said.purpose == purpose and is_no(said, asked)):
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
    return {key: n for key, n in last.items() if not matter or _counts(world, n, asked, matter, purpose)}


def _counts(world: World, number: int, asked: Asked, matter: str, purpose: str) -> bool:
    """Whether a last word counts in a matter: it was said there, or it is a no that the same person never unsaid."""
    no = world.said[number]
    if no.matter == matter:
        return True
    alike = World([])
    for said in world.said:
        same = said.recipient == no.recipient and said.who == no.who and said.kind == no.kind
        if not same or said.day > asked.now.date() or said.recorded > asked.known:
            continue
        if said.matter == matter and said.word in {"yes", "no", "kept", "hollow"}:
            return True
        if said.matter == matter or said.purpose == purpose:
            alike.said.append(said)
    final = last_words(alike, no.recipient, asked, helping=True)
    return alike.said[final[no.who, no.kind]] is no


def noes_about(
    world: World, category: str, recipient: str, asked: Asked, *, matter: str = "", purpose: str = ""
) -> list[tuple[str, str]]:
    """Who, by their words so far, does not want this kind of thing to go there, and how they said so.

    Told as a story: their words in the order in which they were spoken; each leaves a note about the thing or wipes it.
    """
    words = []
    for number, said in enumerate(world.said):
        if said.recipient != recipient or said.day > asked.now.date() or said.recorded > asked.known:
            continue
        if said.kind == "help" or (matter and said.matter != matter and said.purpose != purpose):
            continue
        spoken = (said.day, said.recorded)
        for at, recorded in asked.has(said.taken_back):
            spoken = (at.date(), recorded)
        words.append((*spoken, number))
    notes: dict[tuple[str, str], str] = {}
    for *_, number in sorted(words):
        said = world.said[number]
        mine = (said.who, said.kind)
        if category in said.excluded:
            notes[mine] = "never"
        elif said.word == "no" or (category in said.allowed and asked.has(said.taken_back)):
            notes[mine] = "no"
        elif said.word == "yes" and category in said.allowed and not asked.has(said.found_bad):
            notes.pop(mine, None)
    near = World(
        [], [each for each in world.said if not matter or matter == each.matter or each.purpose == purpose]
    )
    final = {key: near.said[n] for key, n in last_words(near, recipient, asked).items()}
    return [
        (who, note)
        for (who, kind), note in notes.items()
        if note == "never" or not is_no(final[who, kind], asked)
    ]


def may_go(
    world: World, category: str, about: str, recipient: str, purpose: str, asked: Asked, *, matter: str = ""
) -> bool:
    """May this item go to this recipient for this purpose at this time, on what people agreed to?

    With a matter: on what they agreed to in it, against what they refused in any (rulebook 4.3, 4.7).
    """
    here = {"matter": matter, "purpose": purpose}
    last = list(last_words(world, recipient, asked, **here).values())
    noes = noes_about(world, category, recipient, asked, **here)
    yes, no, left_out = [], [], False
    for number in last:
        said = world.said[number]
        power = may(world, said.who, asked)
        if is_no(said, asked):
            if power != "no":
                no.append(number)
        elif still_runs(world, said, asked) and said.purpose == purpose and power == "yes":
            yes.append(number)
    for who, _ in noes:
        left_out = left_out or may(world, who, asked) != "no"
    if _stands_against(world, yes, no, asked):
        return False
    if about != "child":
        if any(who == about for who, _ in noes):
            return False
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
