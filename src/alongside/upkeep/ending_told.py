"""How an invented matter is told from its talks to its end: talks, views, what was decided, who was told."""

from datetime import datetime, timedelta
from uuid import UUID

from alongside.access.context import day_in_london
from alongside.advice import commands as advice
from alongside.advice.commands import GivenView
from alongside.consultations import commands
from alongside.consultations.commands import RecordedTalk, TakenStep
from alongside.consultations.words import NextStepKind, OutcomeKind
from alongside.involvement.commands import ToldPerson
from alongside.involvement.words import Told
from alongside.sharing import queries as sharing
from alongside.upkeep.asking_told import named
from alongside.upkeep.invented_matters import (
    InventedOutcome,
    InventedRecipient,
    InventedTalk,
    InventedTelling,
    InventedView,
)
from alongside.upkeep.invented_shapes import Moment
from alongside.upkeep.past import Matter, TimeLine, soon_after
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


def end(line: TimeLine, matter: Matter) -> None:
    """Everything from the first talk on."""
    written = matter.written
    for recipient in written.recipients:
        for talk in recipient.talks:
            _talk(line, matter, recipient, talk)
        if recipient.view and recipient.person and recipient.talks:
            _view(line, matter, recipient, recipient.view)
    if written.outcome and written.outcome.kind is not OutcomeKind.NOT_HELD:  # a refusal says so by itself
        _conclude(line, matter, written.outcome)
        if written.outcome.next_step_when:
            _take_steps(line, matter, written.outcome, written.outcome.next_step_when)
    moments = dict.fromkeys(telling.when for telling in written.tellings)
    for moment in moments:
        _tell(line, matter, moment)


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


def _view(line: TimeLine, matter: Matter, recipient: InventedRecipient, view: InventedView) -> None:
    adviser = matter.settled.actors[recipient.person]
    given = GivenView(view.note_state, view.correction, view.view, view.offer)

    def give() -> None:
        advice.give_view(adviser.ctx(), disclosure_id=shared_with(matter, recipient), given=given)

    line.add(matter.settled.at(view.when), give)


def shared_with(matter: Matter, recipient: InventedRecipient) -> UUID:
    """What was last disclosed to one recipient in this matter."""
    shared = sharing.list_my_inbox(matter.settled.actors[recipient.adviser].ctx())
    return next(each.id for each in shared if each.arising_from.id == matter.id)


def _conclude(line: TimeLine, matter: Matter, outcome: InventedOutcome) -> None:
    at = matter.settled.at(outcome.when)
    line.add(
        at,
        lambda: commands.record_outcome(
            matter.asker.ctx(), consultation_id=matter.id, kind=outcome.kind, words=outcome.words
        ),
    )


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


def _tell(line: TimeLine, matter: Matter, moment: Moment) -> None:
    at = matter.settled.at(moment)
    tellings = tuple(each for each in matter.written.tellings if each.when == moment)
    people = tuple(_told(matter, each, at) for each in tellings)
    how = next((each.how for each in tellings if each.how), "")
    line.add(
        at,
        lambda: commands.record_telling(
            matter.asker.ctx(), consultation_id=matter.id, people=people, how=how
        ),
    )


def _told(matter: Matter, telling: InventedTelling, at: datetime) -> ToldPerson:
    on = None if telling.told in {Told.NOT_YET, Told.WITHHELD} else day_in_london(at)
    adult_id = matter.settled.adults.get((matter.child, telling.who))
    return ToldPerson(adult_id, named(matter, telling.who), telling.told, on, telling.words)
