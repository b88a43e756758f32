"""Random histories through the real commands into real tables: the ledger, as it stands and as it was known then, which
agreements are owed a second look and on which day, and each day on which what rests on one lapses, against the oracle.
"""

import random
from collections import Counter
from datetime import UTC, date, datetime, time, timedelta
from uuid import uuid4

import pytest

from alongside.access import frame
from alongside.access.context import LONDON, day_in_london, upkeep_context
from alongside.access.gate import writes
from alongside.access.words import Ref, Refused
from alongside.cases import commands as cases
from alongside.cases.commands import NewChild
from alongside.consent import commands, queries
from alongside.consent.commands import NewAssessment, Resolved, Said
from alongside.consent.models import Disagreement
from alongside.consent.rules import Piece, coverage
from alongside.consent.words import (
    AbsentReason,
    Conclusion,
    Form,
    Interpreted,
    Invalid,
    Status,
    Verdict,
    YesNo,
)
from alongside.duties.models import Duty
from alongside.duties.rules import Calendar
from alongside.duties.words import Owed
from alongside.families import commands as families
from alongside.families.commands import OrderWords, RelatedAdult, ResponsibilityWords
from alongside.families.words import OrderKind, ParentalResponsibility, Relation
from alongside.reliance import commands as reliance
from alongside.reliance.models import LookAgain, ReliedFactChanged
from alongside.reliance.words import Change
from tests.consent import oracle
from tests.consent.deeds import decide, reach
from tests.consent.test_against_an_oracle import CATEGORIES, KINDS, PURPOSES, RECIPIENTS, some

# Six hundred deeds: about 20 seconds of one core, nearly all of it in the commands. The rules alone take 20,000 beside it.
HISTORIES, IN_A_HISTORY = 15, 40
STATUS = {
    "yes": Status.GIVEN,
    "no": Status.REFUSED,
    "hollow": Status.GIVEN,
    "not_asked": Status.NOT_ASKED,
}
ORDERS = {
    "special": OrderKind.SPECIAL_GUARDIANSHIP,
    "lives_with": OrderKind.LIVES_WITH,
    "steps": OrderKind.PROHIBITED_STEPS,
}
OTHER = {"mother": "father", "father": "mother"}


@writes("test:rest")
def rested(act, *, on, thing, lapses_on):
    """A decision rests on an agreement, as the deed that decides says it."""
    own = {"owner_membership_id": act.ctx.membership_id, "agency_id": act.ctx.agency_id, "case_id": None}
    reliance.rest(act, on=Ref("consent", on), thing=Ref("decision", thing), lapses_on=lapses_on, **own)
    act.note("test:rested", about=None)


class History:
    """One child's history, done in the house and told to the oracle alike."""

    def __init__(self, cast, dice, clock):
        self.cast, self.dice, self.clock = cast, dice, clock
        self.done, self.orders = Counter(), {}
        self.ids, self.about = [], Ref("consultation", uuid4())
        self.rests_on = {}  # by agreement: the decision, and each day of a lapse that is to be found
        born = self.now.date() + timedelta(days=dice.randrange(1, 150))
        born = date(born.year - dice.choice([8, 8, 9, 15, 16, 17]), born.month, min(born.day, 28))
        self.child_id = cases.begin_work(self.amira, child=NewChild("Ayo", born), adult=None)
        self.world = oracle.World([(self.now, born)])
        self.adults = {"child": None}
        for who, relation in (("mother", Relation.MOTHER), ("father", Relation.FATHER)):
            word = dice.choice(["seen", "seen", "claimed", "no"])
            adult = RelatedAdult(who, relation, ParentalResponsibility(word))
            self.adults[who] = families.add_adult(self.amira, child_id=self.child_id, adult=adult)
            self.world.words[who] = [oracle.Word(self.now, word)]

    @property
    def now(self):
        return self.clock.at

    @property
    def today(self):
        return self.now.date()

    @property
    def amira(self):
        return self.cast.amira.ctx()

    @property
    def asked(self):
        return oracle.Asked(self.now, self.now)

    def step(self):
        """Time goes on and something happens; what the house refuses has been tried, and has not happened."""
        self.clock.advance(days=self.dice.randrange(0, 14), minutes=1)
        self.notices()
        deeds = [self.says, self.says, self.says, self.takes_back, self.renews, self.runs_out, self.is_bad,
                 self.responsibility, self.order, self.order_ends, self.assesses, self.decides, self.decides,
                 self.is_reborn, self.reaches, self.rests]  # fmt: skip
        self.dice.shuffle(deeds)
        for deed in deeds:
            name = deed.__name__
            try:
                if not deed():
                    continue
            except Refused:
                name = "refused"
            self.done[name] += 1
            return

    def says(self):
        who, day = self.dice.choice(list(self.adults)), self._lately()
        word = self.dice.choices(list(STATUS), weights=[74, 12, 6, 4])[0]
        recipient, purpose = self.dice.choice(RECIPIENTS), self.dice.choice(PURPOSES)
        agreed = self._any("yes")
        if agreed is not None and self.dice.random() < 0.3:  # somebody else speaks against it
            yes = self.world.said[agreed]
            who, word, recipient, purpose = OTHER.get(yes.who, "mother"), "no", yes.recipient, yes.purpose
        agrees = STATUS[word] is Status.GIVEN
        said = oracle.Said(
            who,
            word,
            self.dice.choices(list(KINDS), weights=[85, 10, 5])[0],
            some(self.dice, CATEGORIES) if agrees else set(),
            some(self.dice, CATEGORIES) if agrees and self.dice.random() < 0.15 else set(),
            recipient,
            purpose,
            day,
            day + timedelta(days=self.dice.choice([20, 60, 183])),
            self.now,
        )
        if word == "yes" and oracle.may(self.world, who, self.asked) == "no":
            said.word = "kept"
        self.ids.append(
            commands.record_consent(
                self.amira, child_id=self.child_id, arising_from=self.about, said=self._typed(said, word)
            )
        )
        self.world.said.append(said)
        return self.ids

    def _lately(self):
        return self.today - timedelta(days=self.dice.choice([0, 0, 3, 9]))

    def _typed(self, said, word):
        agrees = STATUS[word] is Status.GIVEN
        return Said(
            giver_adult_id=self.adults[said.who],
            giver=said.who,
            status=STATUS[word],
            words="",
            recipient=said.recipient,
            purpose=said.purpose,
            answered_on=said.day,
            absent_reason=AbsentReason.NO_TIME if word == "not_asked" else None,
            allowed=tuple(sorted(said.allowed)),
            excluded=tuple(sorted(said.excluded)),
            form=Form.VERBAL if agrees else None,
            review_by=said.review_by if agrees else None,
            kind=KINDS[said.kind],
            interpreted=Interpreted.RELATIVE if word == "hollow" else None,
            interpreter="An aunt" if word == "hollow" else "",
        )

    def _any(self, *words):
        found = [n for n, each in enumerate(self.world.said) if each.word in words]
        return self.dice.choice(found) if found else None

    def takes_back(self):
        if (n := self._any("yes", "kept")) is None or self.dice.random() < 0.4:
            return None
        said, at = self.world.said[n], self.now - timedelta(days=self.dice.choice([0, 0, 2, 6]))
        at = at if at.date() >= said.day else self.now
        commands.withdraw_consent(
            self.amira, consent_id=self.ids[n], words="", how=Form.VERBAL, withdrawn_at=at
        )
        said.taken_back.append((at, self.now))
        return said

    def renews(self):
        if (n := self._any("yes")) is None:
            return None
        until = self.today + timedelta(days=self.dice.choice([10, 90, 183]))
        commands.renew_consent(self.amira, consent_id=self.ids[n], review_by=until, words="", how=Form.VERBAL)
        self.world.said[n].renewed.append((self.now, until))
        return until

    def runs_out(self):
        if (n := self._any("yes")) is None or self.dice.random() < 0.6:
            return None
        commands.let_lapse(self.amira, consent_id=self.ids[n], words="It has run out.")
        self.world.said[n].run_out.append((self.now, self.now))
        return n + 1

    def is_bad(self):
        if (n := self._any("yes")) is None or self.dice.random() < 0.6:
            return None
        commands.find_invalid(
            self.amira, consent_id=self.ids[n], reason=Invalid.NOT_FREE, words="So she says."
        )
        self.world.said[n].found_bad.append((self.now, self.now))
        return n + 1

    def responsibility(self):
        who = self.dice.choice(["mother", "father"])
        if any(each.favours == who and each.over is None for each in self.world.orders):
            return None  # what is said while an order runs comes from the order or not: the families' tests say which
        word = self.dice.choice(["seen", "seen", "claimed", "no"])
        day = self.today - timedelta(days=self.dice.choice([0, 0, 5]))
        dated = {"ended" if word == "no" else "began": day} if self.dice.random() < 0.7 else {}
        held = ParentalResponsibility(word)
        families.correct_responsibility(
            self.amira,
            child_id=self.child_id,
            adult_id=self.adults[who],
            parental_responsibility=held,
            grounds=ResponsibilityWords(held, began_on=dated.get("began"), ended_on=dated.get("ended")),
        )
        self.world.words[who].append(oracle.Word(self.now, word, **dated))
        return who

    def order(self):
        if any(each.over is None for each in self.world.orders) or self.dice.random() < 0.4:
            return None
        who, kind = self.dice.choice(["mother", "father"]), self.dice.choice(list(ORDERS))
        made = self.today - timedelta(days=self.dice.choice([0, 0, 4]))
        against = OTHER[who] if kind == "steps" else ""
        order_id = families.record_order(
            self.amira,
            child_id=self.child_id,
            order=OrderWords(
                ORDERS[kind],
                made_on=made,
                holder_id=None if against else self.adults[who],
                restricted_id=self.adults[against] if against else None,
                restricts="May not decide." if against else "",
                seen_on=self.today,
            ),
        )
        order = oracle.Order(kind, self.now, made, "" if against else who, against)
        self.world.orders.append(order)
        self.orders[order_id] = order
        last = self.world.words[who][-1]
        if not against and not (last.word == "seen" and last.ended is None):
            self.world.words[who].append(oracle.Word(self.now, "seen", began=made))
        return order

    def order_ends(self):
        running = [key for key, each in self.orders.items() if each.over is None]
        if not running or self.dice.random() < 0.5:
            return None
        order = self.orders[running[0]]
        families.end_order(self.amira, order_id=running[0], ended_on=self.today)
        order.over = (self.today, self.now)
        words = self.world.words.get(order.favours, [])
        if words and words[-1].recorded == order.recorded:
            before = words[-2]
            words.append(oracle.Word(self.now, before.word, before.began, before.ended))
        return order

    def assesses(self):
        if self.dice.random() < 0.6:
            return None
        word = self.dice.choice(["able", "unable", "unsure"])
        until = self.today + timedelta(days=60)
        commands.assess_competence(
            self.amira,
            child_id=self.child_id,
            arising_from=self.about,
            assessed=NewAssessment(
                adult_id=None,
                decision="Whether the nurse may be asked.",
                explained="What, to whom and why.",
                answers="Said back in own words.",
                support="",
                conclusion=Conclusion(word),
                reasons="Both sides were weighed.",
                assessed_on=self.today,
                review_on=until,
            ),
        )
        self.world.able = [each for each in self.world.able if each[0] != self.today or each[3] != self.now]
        self.world.able.append((self.today, until, word, self.now))
        return word

    def decides(self):
        with frame.doing():
            waits = Disagreement.objects.filter(about_child_id=self.child_id, resolved_at__isnull=True)
            row = waits.first()
        if row is None:
            return None
        verdict = self.dice.choice(list(Verdict))
        resolved = Resolved(verdict, YesNo.YES, "None on file.", "Asked.", "It helps.")
        decide(self.cast, row.id, resolved)
        weighed = {n for n, key in enumerate(self.ids) if str(key) in row.answers}
        self.world.decided.append((self.now, str(verdict), weighed))
        return weighed

    def is_reborn(self):
        """The day of birth was a slip of the pen."""
        if self.dice.random() < 0.6:
            return None
        was = oracle.born(self.world, self.asked)
        born = was - timedelta(days=self.dice.choice([-40, -5, 5, 40, 365]))
        families.correct_child(self.amira, child_id=self.child_id, name="Ayo", born_on=born)
        self.world.births.append((self.now, born))
        return born

    def reaches(self):
        recipient, purpose = self.dice.choice(RECIPIENTS), self.dice.choice(PURPOSES)
        until = Calendar({}).after(self.today, working_days=1)
        beyond = oracle.reached_beyond(self.world, recipient, purpose, self.asked)
        reach(self.amira, about=self.about, recipient=recipient, purpose=purpose)
        for n, new in beyond:
            self.world.said[n].reached.append((self.now, until, new, recipient, purpose))
        return beyond

    def rests(self):
        waits = [n for n in sorted(oracle.owed(self.world, self.asked)) if n not in self.rests_on]
        if not waits or oracle.past_review(self.world, self.world.said[waits[0]], self.asked):
            return None
        _, lapses_on = oracle.review_days(self.world, self.world.said[waits[0]], self.asked)
        self.rests_on[waits[0]] = (uuid4(), [])
        rested(self.amira, on=self.ids[waits[0]], thing=self.rests_on[waits[0]][0], lapses_on=lapses_on)
        return lapses_on

    def notices(self):
        """The clock of the machine finds what has lapsed: each day of it once."""
        reliance.notice_lapses(upkeep_context())
        for n in oracle.owed(self.world, self.asked) & self.rests_on.keys():
            _, days = self.rests_on[n]
            _, lapsed_on = oracle.review_days(self.world, self.world.said[n], self.asked)
            if lapsed_on <= self.today and lapsed_on > max(days, default=date.min):
                days.append(lapsed_on)

    def check_lapses(self):
        """Of what rests on an agreement that is not ended, each day on which it lapsed was found, and no other."""
        rest = [self.rests_on[n] for n in oracle.owed(self.world, self.asked) & self.rests_on.keys()]
        with frame.doing():
            rows = ReliedFactChanged.objects.filter(
                thing_id__in=[thing for thing, _ in rest], change=Change.CONSENT_LAPSED
            )
            found = [(row.thing_id, day_in_london(row.happened_at)) for row in rows]
        assert sorted(found) == sorted((thing, day) for thing, days in rest for day in days), self.world
        return len(found)

    def check_now(self):
        """What may go now, of the child and of each adult, as the walk asks it."""
        answers = queries.list_answers(self.amira, arising_from=self.about)
        settled = queries.list_settled(self.amira, arising_from=self.about)
        asked, allowed = self.asked, 0
        for recipient in RECIPIENTS:
            for purpose in PURPOSES:
                for about in self.adults:
                    category = self.dice.choice(CATEGORIES)
                    found = coverage(
                        answers,
                        recipient=recipient,
                        purpose=purpose,
                        items=(Piece(category, self.adults[about]),),
                        at=self.now,
                        settled=settled,
                    ).is_complete
                    expected = oracle.may_go(self.world, category, about, recipient, purpose, asked)
                    assert found is expected, (category, about, recipient, purpose, asked, self.world)
                    allowed += expected
        return allowed

    def check_day(self):
        """What was allowed at the end of a day, by what was known then, or is known now."""
        day = self.today - timedelta(days=self.dice.choice([1, 6, 25]))
        known = self.dice.choice(["then", "now"])
        page = queries.open_ledger(self.amira, child_id=self.child_id, on=day, known=known)
        yes = {(a.recipient, a.purpose, a.category) for a in page.allowed if a.may == "yes"}
        end = datetime.combine(day, time.max, tzinfo=LONDON).astimezone(UTC)
        asked = oracle.Asked(end, end if known == "then" else self.now)
        expected = {
            (recipient, purpose, category)
            for recipient in RECIPIENTS
            for purpose in PURPOSES
            for category in CATEGORIES
            if oracle.may_go(self.world, category, "child", recipient, purpose, asked)
        }
        assert yes == expected, (day, known, self.world)
        return len(expected)

    def check_owed(self):
        """Those looks are owed that the oracle says are, each on its day; and so says the page of the record."""
        with frame.doing():
            owed = Duty.objects.filter(
                kind=Owed.REVIEW_CONSENT, arising_from_id__in=self.ids, discharged_at__isnull=True
            )
            days = {row.arising_from_id: row.due_at.astimezone(LONDON).date() for row in owed}
            follow = dict(LookAgain.objects.filter(thing_id__in=self.ids).values_list("thing_id", "on"))
        assert set(days) == {self.ids[n] for n in oracle.owed(self.world, self.asked)}, self.world
        for key, day in days.items():
            said = self.world.said[self.ids.index(key)]
            expected, _ = oracle.review_days(self.world, said, self.asked)
            assert (day, follow[key]) == (expected, expected), (said, self.world)
        for key in list(days)[: self.dice.random() < 0.1]:
            assert queries.open_record(self.amira, consent_id=key).answer.due.on == days[key]
        return len(days)


@pytest.mark.long
def test_the_ledger_in_its_tables_answers_as_the_oracle_does_and_owes_each_look_on_its_day(cast, clock):
    dice, done, found = random.Random(20261126), Counter(), Counter()
    began = clock.at
    for _ in range(HISTORIES):
        clock.at = began
        history = History(cast, dice, clock)
        for _ in range(IN_A_HISTORY):
            history.step()
            found["owed"] += history.check_owed()
            found["lapsed"] += history.check_lapses()
            found["now"] += history.check_now() if dice.random() < 0.3 else 0
            found["then"] += history.check_day() if dice.random() < 0.2 else 0
        done += history.done
    steps = HISTORIES * IN_A_HISTORY
    assert min(found.values()) > steps // 40, (
        f"a good part is answered with yes, or nothing was tried: {found}"
    )
    assert min(done.values()) > steps // 300, f"something hardly ever happened: {done}"
    assert len(done) == 14, f"a deed never happened: {done}"
