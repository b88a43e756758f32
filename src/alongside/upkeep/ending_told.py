"""How an invented matter is told from its talks to its end: talks, views, what was decided, who was told."""

from datetime import datetime, timedelta
from functools import partial

from alongside.access.context import day_in_london
from alongside.consultations import commands
from alongside.consultations import queries as consultations
from alongside.consultations.commands import ChildsView, RecordedTalk, TakenStep
from alongside.consultations.words import ChildView, NextStepKind, OutcomeKind
from alongside.duties.rules import Calendar
from alongside.involvement.commands import ToldPerson
from alongside.involvement.words import Authorisation, Told
from alongside.upkeep.answering_told import answer, send
from alongside.upkeep.asking_told import named
from alongside.upkeep.invented_matters import (
    SHARE,
    InventedOutcome,
    InventedRecipient,
    InventedTalk,
    InventedTelling,
    Withheld,
)
from alongside.upkeep.invented_shapes import Moment
from alongside.upkeep.past import Matter, TimeLine, soon_after
from alongside.upkeep.reaching_told import write
from alongside.upkeep.words import Stop

STEPS = {
    OutcomeKind.TAF: NextStepKind.TAF_CALLED,
    OutcomeKind.ANOTHER_CONSULTATION: NextStepKind.ASKED_ELSEWHERE,
}
CHILDRENS_SOCIAL_CARE = "The duty social worker, children’s social care"
SPOKEN_WITH = {
    NextStepKind.TAF_CALLED: "Early help, and those whom the family wants there",
    NextStepKind.ASKED_ELSEWHERE: "The person whom we had agreed on",
}

AUTHORISED = "I have read the record with the practitioner. The ground stands for now."


def end(line: TimeLine, matter: Matter) -> None:
    """Everything from the first talk on."""
    written = matter.written
    for recipient in written.recipients:
        send(line, matter, recipient)
        for talk in recipient.talks:
            _talk(line, matter, recipient, talk)
        answer(line, matter, recipient)
    if written.outcome:
        _conclude(line, matter, written.outcome)
        if written.outcome.next_step_when:
            _take_steps(line, matter, written.outcome, written.outcome.next_step_when)
    for moment in dict.fromkeys(telling.when for telling in written.tellings):
        _tell(line, matter, moment)
    for telling in written.tellings:
        if telling.letter:
            write(line, matter, telling)
    for withheld in written.withheld:
        _withhold(line, matter, withheld)


def _talk(line: TimeLine, matter: Matter, recipient: InventedRecipient, talk: InventedTalk) -> None:
    """A talk is written down as it ends, or once it was decided where that came later."""
    began = matter.settled.at(talk.when)
    ended = began + timedelta(minutes=talk.minutes)
    decided = matter.decided_at.get(recipient.key, ended)
    at = max(ended, soon_after(decided, minutes=1), matter.written_at)
    recorded = RecordedTalk(
        talk.medium,
        began,
        talk.said,
        talk.heard,
        talk.why_not_spoken,
        spoke_with=_answered(matter, recipient),
    )
    line.add(
        at,
        lambda: commands.record_talk(matter.asker.ctx(), **matter.with_person(recipient.key), talk=recorded),
    )


def _answered(matter: Matter, recipient: InventedRecipient) -> str:
    if not recipient.line or not recipient.adviser:
        return ""
    return matter.settled.actors[recipient.adviser].name


def _conclude(line: TimeLine, matter: Matter, outcome: InventedOutcome) -> None:
    if outcome.kind is not OutcomeKind.NOT_HELD:
        conclude = partial(commands.record_outcome, kind=outcome.kind, view=_view(matter, outcome))
    elif _shares(matter):
        conclude = partial(commands.record_not_held)
    else:
        return  # a refusal says so by itself
    line.add(
        matter.settled.at(outcome.when),
        lambda: conclude(matter.asker.ctx(), consultation_id=matter.id, words=outcome.words),
    )


def _view(matter: Matter, outcome: InventedOutcome) -> ChildsView | None:
    """How the child's view counted: asked wherever it could wait; nobody is named, nobody is asked."""
    if not matter.child:
        return None
    if outcome.kind is OutcomeKind.REFERRAL:
        return ChildsView(ChildView.COULD_NOT_WAIT)
    return ChildsView(ChildView.WEIGHED, "We asked first. What they want is in what we decided.")


def _take_steps(line: TimeLine, matter: Matter, outcome: InventedOutcome, when: Moment) -> None:
    """What was done after an outcome: a referral is rung as it is decided, then written; heard of once all is done."""
    decided = matter.settled.at(outcome.when)
    done = max(matter.settled.at(when), soon_after(decided, minutes=2))
    if outcome.kind is not OutcomeKind.REFERRAL:
        _take(line, matter, STEPS[outcome.kind], at=done, words=outcome.next_step_words)
        return
    _take(line, matter, NextStepKind.REFERRAL_RUNG, at=soon_after(decided, minutes=1), words="")
    _take(line, matter, NextStepKind.REFERRAL_WRITTEN, at=done, words=outcome.next_step_words)
    if matter.written.state is Stop.FINISHED:
        _take(line, matter, NextStepKind.REFERRAL_ANSWERED, at=done, words=outcome.next_step_words)


def _take(line: TimeLine, matter: Matter, kind: NextStepKind, *, at: datetime, words: str) -> None:
    step = TakenStep(kind, at, SPOKEN_WITH.get(kind, CHILDRENS_SOCIAL_CARE), words)
    line.add(at, lambda: commands.take_step(matter.asker.ctx(), consultation_id=matter.id, step=step))


def _shares(matter: Matter) -> bool:
    decisions = [recipient.decision for recipient in matter.written.recipients]
    return any(decision is None or decision.outcome == SHARE for decision in decisions)


def _tell(line: TimeLine, matter: Matter, moment: Moment) -> None:
    at = matter.settled.at(moment)
    recorded = _after_the_outcome(matter, at)
    tellings = tuple(each for each in matter.written.tellings if each.when == moment)
    people = tuple(_told(matter, each, at) for each in tellings)
    how = next((each.how for each in tellings if each.how), "")
    family_words = next((each.family_words for each in tellings if each.family_words), "")
    line.add(
        recorded,
        lambda: commands.record_telling(
            matter.asker.ctx(),
            consultation_id=matter.id,
            people=people,
            how=how,
            family_words=family_words,
        ),
    )


def _told(matter: Matter, telling: InventedTelling, at: datetime) -> ToldPerson:
    on = None if telling.told in {Told.NOT_YET, Told.WITHHELD} else day_in_london(at)
    adult_id = matter.settled.adults.get((matter.child, telling.who))
    return ToldPerson(adult_id, named(matter, telling.who), telling.told, on, telling.words)


def _after_the_outcome(matter: Matter, at: datetime) -> datetime:
    """When a telling can be written down: of an emergency, a parent is told long before what was decided is."""
    outcome = matter.written.outcome
    return max(at, soon_after(matter.settled.at(outcome.when), minutes=1)) if outcome else at


def _withhold(line: TimeLine, matter: Matter, withheld: Withheld) -> None:
    at = _after_the_outcome(matter, matter.settled.at(withheld.when))
    review_on = Calendar({}).after(day_in_london(at), working_days=withheld.review_in_working_days)
    adult_id = matter.settled.adults.get((matter.child, withheld.who))
    person = ToldPerson(
        adult_id,
        named(matter, withheld.who),
        Told.WITHHELD,
        None,
        withheld.words,
        ground=withheld.ground,
        review_on=review_on,
    )
    line.add(
        at,
        lambda: commands.record_telling(
            matter.asker.ctx(), consultation_id=matter.id, people=(person,), how=""
        ),
    )
    if withheld.authorised_when:
        line.add(matter.settled.at(withheld.authorised_when), lambda: _authorise(matter, withheld))


def _authorise(matter: Matter, withheld: Withheld) -> None:
    page = consultations.open_consultation(matter.asker.ctx(), consultation_id=matter.id)
    telling = next(each for each in page.tellings if each.name == named(matter, withheld.who))
    commands.authorise_withholding(
        matter.settled.actors[withheld.authorised_by].ctx(),
        telling_id=telling.id,
        verdict=Authorisation.GIVEN,
        words=AUTHORISED,
    )
