"""Two years of ordinary consultations in Marlbrook, combined from building stones by a seed. Pure.

The same seed gives the same past. Everything in it is over: finished, or not shared. What is still going on is
written by hand. Whoever asks works with the child, whoever is asked knows the theme, and a child is asked about
only at an age that fits.
"""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from random import Random

from alongside.consent.words import Category, Form, Status
from alongside.consultations.words import Checked, OutcomeKind
from alongside.families.words import LivesWith, ParentalResponsibility
from alongside.involvement.words import Told
from alongside.sharing.words import Included
from alongside.upkeep.invented_filling import Filling
from alongside.upkeep.invented_matters import (
    DO_NOT_SHARE,
    SHARE,
    InventedAnswer,
    InventedConsultation,
    InventedDecision,
    InventedItem,
    InventedOutcome,
    InventedRecipient,
    InventedTalk,
    InventedTelling,
    InventedView,
    Theme,
    ThemeEnding,
    Town,
)
from alongside.upkeep.invented_shapes import (
    InventedAdult,
    InventedChild,
    InventedFamily,
    InventedPerson,
    Moment,
)
from alongside.upkeep.words import NextStep, Past, Stop

HOW_MANY = 120
OLDEST, YOUNGEST = 500, 41  # working days: two years ago, and before the hand-written ones begin
WORKING_DAYS_A_MONTH = 21
ONE_REFUSED_IN, ONE_ASKS_TWO_IN, ONE_STAYS_INSIDE_IN = 14, 8, 3
ANSWERS_FOR_THEMSELVES_FROM = 16
OWN_PROCEDURE = (
    "Spoke with a colleague of our own agency and followed our own procedure; both of us wrote it down."
)
WHAT_CAME = {
    OutcomeKind.TAF: "Rang early help; they call the family and us.",
    OutcomeKind.ANOTHER_CONSULTATION: "They were asked, and said what they could do.",
}
LEFT_AT_THAT = "They are content that nothing was shared, and know that they can ask us again."
HOW_TOLD = ("In person", "By telephone", "In person, at home", "In person, at pick-up")
WHY_SHARED = (
    "{adult} agrees, and it is the least that is needed to advise us.",
    "{adult} agrees and knows what is said.",
    "{adult} agrees. Only what bears on the question is shared.",
)
WHY_NOT_SHARED = "{adult} said no. There is no worry about harm, and nothing else that would outweigh the no."
INSTEAD = "We do what we can here, and ask again when things change."

Chance = Random


@dataclass(frozen=True, slots=True)
class _Matter:
    """What a consultation is made from: a theme, a child with one adult, who asks, and who may be asked."""

    theme: Theme
    child: InventedChild
    adult: InventedAdult
    asker: InventedPerson
    askable: tuple[InventedPerson, ...]


def generated(seed: int, *, town: Town) -> tuple[InventedConsultation, ...]:
    """A past of 120 consultations, oldest first; by a seed, always the same."""
    chance = Random(seed)  # noqa: S311 - an invented past, not a secret
    days = sorted((chance.randint(YOUNGEST, OLDEST) for _ in range(HOW_MANY)), reverse=True)
    askers = _Turns(sorted({family.case_of for family in _of_whom(town)}), chance)
    told: list[InventedConsultation] = []
    asked_before: set[tuple[str, str]] = set()
    for number, days_ago in enumerate(days, 1):
        matter = None
        while matter is None:  # most who work with children have one of a fitting age: a turn comes soon
            matter = _matter(next(askers), days_ago, town=town, asked_before=asked_before, chance=chance)
        asked_before.add((matter.child.key, matter.theme.key))
        told.append(_consultation(f"past_{number:03}", days_ago, matter, chance))
    return tuple(told)


def _of_whom(town: Town) -> list[InventedFamily]:
    """The families of whom a past is generated."""
    return [family for family in town.families.values() if family.past is Past.GENERATED]


class _Turns:
    """Everybody has a turn before anybody has a second one."""

    def __init__(self, names: list[str], chance: Chance) -> None:
        self.names, self.chance, self.left = names, chance, list[str]()

    def __next__(self) -> str:
        if not self.left:
            self.left = self.chance.sample(self.names, len(self.names))
        return self.left.pop()


def _matter(
    asker: str, days_ago: int, *, town: Town, asked_before: AbstractSet[tuple[str, str]], chance: Chance
) -> _Matter | None:
    """Something that this person may have asked on that day; None where no child was of an age for it.

    Rather something that was not asked about this child before.
    """
    who = town.people[asker]
    own = [family for family in _of_whom(town) if family.case_of == asker]
    fitting = [
        _Matter(theme, child, adult, who, askable)
        for family in own
        for child in family.children
        for adult in _may_answer(family, child)
        for theme in town.themes.values()
        if town.agencies[who.agency].agency_class in theme.asked_by
        and theme.from_age <= _age_then(child, days_ago) <= min(theme.to_age, ANSWERS_FOR_THEMSELVES_FROM - 1)
        and (_is_at_home(adult, child) or not _speaks_of_home(theme))
        and (askable := _askable(theme, who, town.people))
    ]
    new = [each for each in fitting if (each.child.key, each.theme.key) not in asked_before]
    return chance.choice(new or fitting) if fitting else None


def _may_answer(family: InventedFamily, child: InventedChild) -> list[InventedAdult]:
    """Adults whose parental responsibility has been seen (E2); those first with whom the child lives."""
    seen = ParentalResponsibility.SEEN
    may = [adult for adult in family.adults if adult.to(child.key).parental_responsibility is seen]
    return [adult for adult in may if _is_at_home(adult, child)] or may


def _is_at_home(adult: InventedAdult, child: InventedChild) -> bool:
    return adult.to(child.key).lives_with in {LivesWith.ALL, LivesWith.PART}


def _speaks_of_home(theme: Theme) -> bool:
    """Whether the adult is quoted on what happens at home: nobody can be who does not live there."""
    return any("{adult_name}" in item.source for item in theme.items)


def _age_then(child: InventedChild, days_ago: int) -> int:
    """The age in years on that day; below zero before the birth and where the age is not known."""
    if child.age is None:
        return -1
    return (child.age.in_months - -(-days_ago // WORKING_DAYS_A_MONTH)) // 12


def _askable(
    theme: Theme, asker: InventedPerson, people: Mapping[str, InventedPerson]
) -> tuple[InventedPerson, ...]:
    return tuple(each for each in people.values() if theme.key in each.asked_about and each is not asker)


def _consultation(key: str, days_ago: int, matter: _Matter, chance: Chance) -> InventedConsultation:
    """One matter, told to its end."""
    advisers = _advisers(matter, chance)
    fill = Filling(matter.child, matter.adult, matter.asker, advisers)
    internal = len(advisers) == 1 and advisers[0].agency == matter.asker.agency
    begun = Moment(days_ago, chance.randint(9, 14), chance.choice(range(0, 60, 5)))
    items = tuple(
        replace(
            each, text=fill(each.text), source=fill(each.source), left_out_reason=fill(each.left_out_reason)
        )
        for each in matter.theme.items
    )
    matter_then = InventedConsultation(
        key=key,
        asker=matter.asker.login_name,
        begun=begun,
        state=Stop.FINISHED,
        children=(matter.child.key,),
        question=fill(chance.choice(matter.theme.questions)),
        benefit=fill(matter.theme.benefit),
        explanation_for_family=fill(matter.theme.explanation),
        procedure_followed=OWN_PROCEDURE if internal else "",
        items=items,
        recipients=(),
    )
    if not internal and chance.randrange(ONE_REFUSED_IN) == 0:
        return _refused(matter_then, matter, fill, chance)
    return _finished(matter_then, advisers, matter, fill, chance)


def _advisers(matter: _Matter, chance: Chance) -> tuple[InventedPerson, ...]:
    """One who knows the theme, at times a colleague of the asker's own agency, at times two of two others."""
    own = [each for each in matter.askable if each.agency == matter.asker.agency]
    if own and chance.randrange(ONE_STAYS_INSIDE_IN) == 0:
        return (chance.choice(own),)
    first = chance.choice(matter.askable)
    others = [each for each in matter.askable if each.agency not in {first.agency, matter.asker.agency}]
    if others and first.agency != matter.asker.agency and chance.randrange(ONE_ASKS_TWO_IN) == 0:
        return (first, chance.choice(others))
    return (first,)


def _refused(
    then: InventedConsultation, matter: _Matter, fill: Filling, chance: Chance
) -> InventedConsultation:
    """The family said no, and there was no reason to go against it: nothing was shared with anybody."""
    decision = InventedDecision(
        outcome=DO_NOT_SHARE,
        answers={"P0": "no", "Q4": "no"},
        reasons=fill(WHY_NOT_SHARED),
        review_trigger="If something new comes to our notice.",
        alternative_action=fill(INSTEAD),
    )
    answer = InventedAnswer(matter.adult.key, Status.REFUSED, fill(chance.choice(matter.theme.refuses)))
    asked = tuple(
        InventedRecipient(each.login_name, person=each.login_name, decision=decision)
        for each in fill.advisers
    )
    telling = InventedTelling(
        matter.adult.key, Told.INFORMED, Moment(then.days_ago - 1, 16, 30), HOW_TOLD[0], LEFT_AT_THAT
    )
    return replace(then, state=Stop.REFUSED, recipients=asked, family=(answer,), tellings=(telling,))


def _finished(
    then: InventedConsultation,
    advisers: tuple[InventedPerson, ...],
    matter: _Matter,
    fill: Filling,
    chance: Chance,
) -> InventedConsultation:
    """The family agreed, both spoke, something was decided and the family told, all within a few days."""
    theme, endings = matter.theme, chance.sample(matter.theme.endings, len(advisers))
    allowed = tuple(dict.fromkeys(item.category for item in then.items if item.included is Included.SHARE))
    form = Form.WRITTEN if chance.randrange(5) == 0 else Form.VERBAL
    answer = InventedAnswer(
        matter.adult.key, Status.GIVEN, fill(chance.choice(theme.agrees)), allowed=allowed, form=form,
        excluded=_left_out(then.items, allowed),
    )  # fmt: skip
    ends = endings[0]  # a second adviser says something else, too; what is decided follows the first
    views = chance.sample(theme.views, len(advisers))
    asked = tuple(
        _spoken_with(
            each,
            then,
            words=(fill(endings[place].advice), fill(views[place])),
            matter=matter,
            fill=fill,
            chance=chance,
        )
        for place, each in enumerate(advisers)
    )
    telling = InventedTelling(
        matter.adult.key, Told.INFORMED, Moment(then.days_ago - 4, 15, chance.choice(range(0, 60, 5))),
        chance.choice(HOW_TOLD), fill(ends.telling),
    )  # fmt: skip
    return replace(
        then,
        recipients=asked,
        family=(answer,),
        outcome=_outcome(ends, then.days_ago, fill),
        tellings=(telling,),
    )


def _outcome(ends: ThemeEnding, days_ago: int, fill: Filling) -> InventedOutcome:
    """What was decided three days later; whoever is to be rung about it is rung the day after that."""
    outcome = InventedOutcome(ends.kind, Moment(days_ago - 3, 10, 15), fill(ends.outcome))
    if ends.kind not in WHAT_CAME:
        return outcome
    return replace(
        outcome,
        next_step=NextStep.DONE,
        next_step_when=Moment(days_ago - 4, 9, 40),
        next_step_words=WHAT_CAME[ends.kind],
    )


def _left_out(items: Sequence[InventedItem], allowed: Sequence[Category]) -> tuple[Category, ...]:
    """What is left out is excluded, where nothing of the same category is shared."""
    left = (item.category for item in items if item.included is Included.LEAVE_OUT)
    return tuple(dict.fromkeys(category for category in left if category not in allowed))


def _spoken_with(
    adviser: InventedPerson,
    then: InventedConsultation,
    *,
    words: tuple[str, str],
    matter: _Matter,
    fill: Filling,
    chance: Chance,
) -> InventedRecipient:
    heard, view = words
    internal = bool(then.procedure_followed)
    talk = InventedTalk(
        when=Moment(then.days_ago, chance.randint(15, 16), chance.choice(range(0, 60, 5))),
        said=fill(" ".join(matter.theme.said)),
        heard=heard,
        minutes=chance.randint(6, 20),
    )
    return InventedRecipient(
        key=adviser.login_name,
        person=adviser.login_name,
        checked=Checked.KNOWN if internal else chance.choice((Checked.DIRECTORY, Checked.NUMBER_LOOKED_UP)),
        decision=None
        if internal
        else InventedDecision(outcome=SHARE, answers={"P0": "no"}, reasons=fill(chance.choice(WHY_SHARED))),
        talks=(talk,),
        view=InventedView(when=Moment(then.days_ago - 1, chance.randint(8, 17), 25), view=view),
    )
