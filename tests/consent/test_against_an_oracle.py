"""Random histories: the ledger's answer to "may this go, to them, for that, now?" against a slow and plain oracle."""

import random
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from alongside.consent.rules import (
    Answer,
    Assessed,
    Event,
    Facts,
    Person,
    Piece,
    Settled,
    coverage,
    review_due,
    who_may_give,
)
from alongside.consent.words import (
    Category,
    Change,
    Conclusion,
    ConsentKind,
    Form,
    Invalid,
    May,
    Status,
    Verdict,
)
from alongside.families.words import ParentalResponsibility
from alongside.reliance.rules import FactDay
from alongside.reliance.words import Cause
from tests.consent import oracle

STEPS, IN_A_HISTORY = 20_000, 25
CHILD = UUID(int=100)
PEOPLE = {"mother": UUID(int=101), "father": UUID(int=102), "child": None}
CATEGORIES = [Category.HOUSING, Category.MONEY, Category.GP_HISTORY]
RECIPIENTS, PURPOSES = ["the nurse", "the landlord"], ["help at home", "a school place"]
MATTERS = ["the matter", "another"]
WORDS = {
    "yes": (Status.GIVEN, ""),
    "no": (Status.REFUSED, ""),
    "kept": (Status.NOT_VALID, Invalid.GIVER_LACKS_AUTHORITY),
    "hollow": (Status.NOT_VALID, Invalid.RELATIVE_INTERPRETED),
    "not_asked": (Status.NOT_ASKED, ""),
    "no_reply": (Status.NO_REPLY, ""),
}
AGREEING = ("yes", "kept", "hollow")
KINDS = {
    "openness": ConsentKind.OPENNESS_AGREEMENT,
    "confidence": ConsentKind.CONFIDENTIALITY_CONSENT,
    "help": ConsentKind.SERVICE_AGREEMENT,
}
START = datetime(2026, 1, 1, 9, tzinfo=UTC)
NOON = timedelta(hours=3)


def some(dice, of):
    return {each for each in of if dice.random() < 0.5}


class History:
    """One child's history as it grows, told to the oracle and to the rules alike."""

    def __init__(self, dice):
        self.dice, self.now = dice, START
        years = dice.choice([8, 15, 16, 17])
        born = START.date() + timedelta(days=dice.randrange(1, 330))
        born = date(born.year - years, born.month, min(born.day, 28))
        self.world = oracle.World([(START, born)])
        for who in ("mother", "father"):
            word = dice.choice(["seen", "seen", "claimed", "no"])
            self.world.words[who] = [oracle.Word(START, word)]

    def step(self):
        """Let something happen; time goes on, and sometimes what happened is written down late."""
        self.now += timedelta(days=self.dice.randrange(0, 12), hours=self.dice.randrange(0, 5))
        deeds = (self.says, self.says, self.says, self.takes_back, self.renews, self.runs_out, self.is_bad,
                 self.responsibility, self.order, self.assesses, self.decides, self.reaches)  # fmt: skip
        self.dice.choice(deeds)()

    def says(self):
        day = self.now.date() - timedelta(days=self.dice.choice([0, 0, 0, 3, 9]))
        word = self.dice.choices(list(WORDS), weights=[70, 12, 6, 4, 4, 4])[0]
        agrees = word in AGREEING
        self.world.said.append(
            oracle.Said(
                self.dice.choice(list(PEOPLE)),
                word,
                self.dice.choices(list(KINDS), weights=[85, 10, 5])[0],
                some(self.dice, CATEGORIES) if agrees else set(),
                some(self.dice, CATEGORIES) if agrees and self.dice.random() < 0.15 else set(),
                self.dice.choice(RECIPIENTS),
                self.dice.choice(PURPOSES),
                day,
                day + timedelta(days=self.dice.choice([20, 60, 183])),
                self.now,
                matter=self.dice.choices(MATTERS, weights=[85, 15])[0],
            )
        )

    def _any(self, *words):
        found = [each for each in self.world.said if each.word in words]
        return self.dice.choice(found) if found else None

    def _since(self, said):
        """From when what became of it counts, and when it is written down: now, at times of some days before."""
        earlier = self.now - timedelta(days=self.dice.choice([0, 0, 2, 6]))
        return (earlier if earlier.date() >= said.day else self.now, self.now)

    def takes_back(self):
        said = self._any("yes", "kept")
        if said and not said.taken_back and self.dice.random() < 0.4:
            said.taken_back.append(self._since(said))

    def runs_out(self):
        if (said := self._any("yes")) and self.dice.random() < 0.3:
            said.run_out.append(self._since(said))

    def is_bad(self):
        if (said := self._any("yes")) and self.dice.random() < 0.3:
            said.found_bad.append(self._since(said))

    def renews(self):
        if said := self._any("yes"):
            said.renewed.append((self.now, self.now.date() + timedelta(days=self.dice.choice([10, 90, 183]))))

    def responsibility(self):
        if self.dice.random() < 0.4:
            who = self.dice.choice(["mother", "father"])
            word = self.dice.choice(["seen", "claimed", "no"])
            day = {"ended" if word == "no" else "began": self.now.date()}
            self.world.words[who].append(oracle.Word(self.now, word, **day))

    def order(self):
        who = self.dice.choice(["mother", "father"])
        other = {"mother": "father", "father": "mother"}[who]
        if self.dice.random() < 0.1 and not self.world.orders:
            self.world.orders.append(oracle.Order("steps", self.now, self.now.date(), who, other))

    def assesses(self):
        if self.dice.random() < 0.4 and all(on < self.now.date() for on, *_ in self.world.able):
            word = self.dice.choice(["able", "unable", "unsure"])
            self.world.able.append((self.now.date(), self.now.date() + timedelta(days=60), word, START))

    def reaches(self):
        recipient, purpose = self.dice.choice(RECIPIENTS), self.dice.choice(PURPOSES)
        asked = oracle.Asked(self.now, self.now)
        for number, new in oracle.reached_beyond(self.world, recipient, purpose, asked):
            until = self.now.date() + timedelta(days=1)
            self.world.said[number].reached.append((self.now, until, new, recipient, purpose))

    def decides(self):
        weighed = set(self.dice.sample(range(len(self.world.said)), k=len(self.world.said) // 2))
        weighed |= set(range(max(0, len(self.world.said) - 4), len(self.world.said)))
        verdict = self.dice.choice(["one_may_act", "respect_the_no"])
        self.world.decided.append((self.now + timedelta(minutes=len(self.world.decided)), verdict, weighed))


def facts_of(world, asked):
    people = tuple(
        Person(
            PEOPLE[who],
            who,
            ParentalResponsibility(oracle.held(world, who, asked)),
            barred="An order forbids it." if oracle.is_barred(world, who, asked) else "",
        )
        for who in ("mother", "father")
    )
    born = oracle.born(world, asked)
    days = [FactDay(date(born.year + 16, born.month, born.day), Cause.SIXTEEN, CHILD)]
    days += [FactDay(date(born.year + 18, born.month, born.day), Cause.EIGHTEEN)]
    for who in ("mother", "father"):
        word = oracle.last_word(world, who, asked)
        days += [FactDay(word.began, Cause.RESPONSIBILITY, PEOPLE[who])] if word and word.began else []
        days += [FactDay(word.ended, Cause.RESPONSIBILITY)] if word and word.ended else []
    known = (each for each in world.orders if each.recorded <= asked.known)
    days += [FactDay(each.made, Cause.ORDER, PEOPLE[each.favours]) for each in known]
    return Facts("Ayo", born, "no", people, days=tuple(days))


def events_of(said, known):
    renewed = [Event(Change.RENEWED, at, at, review_by=until) for at, until in said.renewed if at <= known]
    reached = [
        Event(
            Change.REACHED_FURTHER,
            at,
            at,
            review_by=until,
            cause=Cause(f"new_{new}"),
            recipient=recipient,
            purpose=purpose,
        )
        for at, until, new, recipient, purpose in said.reached
        if at <= known
    ]
    ends = {
        Change.WITHDRAWN: said.taken_back,
        Change.LAPSED: said.run_out,
        Change.FOUND_INVALID: said.found_bad,
    }
    ended = (Event(change, at, by) for change, pairs in ends.items() for at, by in pairs if by <= known)
    return (*sorted((*renewed, *reached), key=lambda event: event.effective_at), *ended)


def answer_of(number, said, facts, permissions, asked):
    events = events_of(said, asked.known)
    permission = next(p for p in permissions if p.adult_id == PEOPLE[said.who])
    is_child = "yes" if said.who == "child" else "no"
    status, invalid_reason = WORDS[said.word]
    review_by = said.review_by if said.word in AGREEING else None
    return Answer(
        id=UUID(int=number + 1),
        kind=KINDS[said.kind],
        giver=said.who,
        giver_adult_id=PEOPLE[said.who],
        responsibility=None,
        status=status,
        absent_reason=None,
        words="",
        recipient=said.recipient,
        purpose=said.purpose,
        allowed=tuple(said.allowed),
        excluded=tuple(said.excluded),
        form=Form.VERBAL,
        answered_on=said.day,
        review_by=review_by,
        may=permission.may,
        may_own=May.MAY if said.who != "child" else May.MAY_NOT,
        is_child=is_child,
        invalid_reason=invalid_reason,
        recorded_at=said.recorded,
        events=events,
        due=review_due(
            answered_on=said.day,
            review_by=review_by,
            became=[e for e in events if e.effective_at <= asked.now],
            facts=facts,
            whose_id=CHILD if said.who == "child" else PEOPLE[said.who],
        ),
    )


def ledger_says(world, piece, recipient, purpose, asked, *, matter):
    today = asked.now.date()
    facts = facts_of(world, asked)
    assessed = tuple(Assessed(None, Conclusion(word), on, until) for on, until, word, _ in world.able)
    permissions = who_may_give(facts, assessed=assessed, on=today)
    said = [(n, each) for n, each in enumerate(world.said) if each.recorded <= asked.known]
    weighed = [(each.matter, answer_of(n, each, facts, permissions, asked)) for n, each in said]
    return coverage(
        [answer for of, answer in weighed if matter in {"", of}],
        elsewhere=[answer for of, answer in weighed if matter not in {"", of}],
        recipient=recipient,
        purpose=purpose,
        items=(piece,),
        at=asked.now,
        settled=[
            Settled(Verdict(verdict), frozenset(UUID(int=n + 1) for n in weighed), at, "Iris", "")
            for at, verdict, weighed in world.decided
            if at <= asked.known
        ],
    ).is_complete


def test_the_ledger_answers_as_the_oracle_does_over_random_histories():
    dice, steps, allowed = random.Random(20261103), 0, 0
    while steps < STEPS:
        history = History(dice)
        for _ in range(IN_A_HISTORY):
            history.step()
            steps += 1
            about = dice.choice(["child", "child", "child", "mother", "father"])
            question = (dice.choice(CATEGORIES), dice.choice(RECIPIENTS), dice.choice(PURPOSES))
            now = history.now + dice.choice([NOON, timedelta(0), timedelta(days=-5), timedelta(days=40)])
            category, recipient, purpose = question
            asked = oracle.Asked(now, dice.choice([max(now, history.now), now]))
            matter = dice.choices(["", *MATTERS], weights=[50, 40, 10])[0]
            expected = oracle.may_go(history.world, category, about, recipient, purpose, asked, matter=matter)
            piece = Piece(category, PEOPLE.get(about))
            found = ledger_says(history.world, piece, recipient, purpose, asked, matter=matter)
            assert found is expected, (steps, about, question, asked, matter, history.world)
            allowed += expected
    assert steps >= STEPS
    assert allowed > STEPS // 50, "a good part of the questions is answered with yes, or nothing was tried"
