"""How an invented matter is told from its talks to its end: talks, views, what was decided, who was told."""

from datetime import datetime, timedelta

from alongside.access.context import day_in_london
from alongside.consultations import commands
from alongside.consultations.commands import RecordedTalk
from alongside.consultations.words import OutcomeKind
from alongside.involvement.commands import ToldPerson
from alongside.involvement.words import Told
from alongside.upkeep.answering_told import answer, send
from alongside.upkeep.asking_told import named
from alongside.upkeep.invented_matters import (
    InventedOutcome,
    InventedRecipient,
    InventedTalk,
    InventedTelling,
)
from alongside.upkeep.invented_shapes import Moment
from alongside.upkeep.past import Matter, TimeLine, soon_after


def end(line: TimeLine, matter: Matter) -> None:
    """Everything from the first talk on."""
    written = matter.written
    for recipient in written.recipients:
        send(line, matter, recipient)
        for talk in recipient.talks:
            _talk(line, matter, recipient, talk)
        answer(line, matter, recipient)
    if written.outcome and written.outcome.kind is not OutcomeKind.NOT_HELD:  # a refusal says so by itself
        _conclude(line, matter, written.outcome)
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


def _conclude(line: TimeLine, matter: Matter, outcome: InventedOutcome) -> None:
    at = matter.settled.at(outcome.when)
    line.add(
        at,
        lambda: commands.record_outcome(
            matter.asker.ctx(), consultation_id=matter.id, kind=outcome.kind, words=outcome.words
        ),
    )


def _tell(line: TimeLine, matter: Matter, moment: Moment) -> None:
    """In an emergency somebody is told long before what was decided is written down; then it is written with it."""
    at = matter.settled.at(moment)
    tellings = tuple(each for each in matter.written.tellings if each.when == moment)
    people = tuple(_told(matter, each, at) for each in tellings)
    how = next((each.how for each in tellings if each.how), "")
    ended = matter.written.outcome
    line.add(
        max(at, matter.settled.at(ended.when)) if ended else at,
        lambda: commands.record_telling(
            matter.asker.ctx(), consultation_id=matter.id, people=people, how=how
        ),
    )


def _told(matter: Matter, telling: InventedTelling, at: datetime) -> ToldPerson:
    on = None if telling.told in {Told.NOT_YET, Told.WITHHELD} else day_in_london(at)
    adult_id = matter.settled.adults.get((matter.child, telling.who))
    return ToldPerson(adult_id, named(matter, telling.who), telling.told, on, telling.words)
