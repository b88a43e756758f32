"""Where one record stands at an instant: given, under review, run out, taken back, found invalid. Pure (rulebook 4.5)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from alongside.access.context import day_in_london
from alongside.access.words import Ref
from alongside.consent.giving import Facts
from alongside.consent.words import (
    AbsentReason,
    Category,
    Change,
    CodeOfHl7,
    ConsentKind,
    Form,
    Invalid,
    May,
    Recorder,
    State,
    Status,
)
from alongside.families.words import ParentalResponsibility
from alongside.reliance.rules import Due, look_again_by
from alongside.reliance.words import Cause

LONGEST_REVIEW = timedelta(days=183)  # six months, rulebook 4.5


@dataclass(frozen=True, slots=True)
class Event:
    """What became of an agreement, from its own moment on.

    `review_by` is given where it was renewed, and where something new reached beyond it: with its `cause`, with whom
    something is shared and what for, and `through` which decision.
    """

    change: Change
    effective_at: datetime
    recorded_at: datetime
    review_by: date | None = None
    person: str = ""
    words: str = ""
    invalid_reason: str = ""
    cause: Cause | None = None
    recipient: str = ""
    purpose: str = ""
    through: Ref | None = None
    how: Form | None = None
    recorder: Recorder = Recorder.PRACTITIONER


@dataclass(frozen=True, slots=True)
class Runs:
    """Since when an agreement runs, given or last renewed, and the day that was set for looking at it again."""

    begun_on: date
    due: Due


@dataclass(frozen=True, slots=True)
class Answer:
    """What one person said, as the walk and the ledger need it.

    `may` says whether this person may agree about the child, with the reason; `may_own` whether to what is about
    themselves. `responsibility` is what is known of their parental responsibility now; None for a child, and for the
    mother of an unborn child, who speak for themselves. `weighed` is "no" for a reader who may not know the family's
    facts: an agreement is then as it was written down, and nobody says that it runs.
    """

    id: UUID
    kind: ConsentKind
    giver: str
    giver_adult_id: UUID | None
    responsibility: ParentalResponsibility | None
    status: Status
    absent_reason: AbsentReason | None
    words: str
    recipient: str
    purpose: str
    allowed: tuple[Category, ...]
    excluded: tuple[Category, ...]
    form: Form | None
    answered_on: date
    review_by: date | None
    may: May = May.MAY
    may_reason: str = ""
    may_own: May = May.MAY
    is_child: str = "no"
    invalid_reason: str = ""
    recorded_at: datetime | None = None
    events: tuple[Event, ...] = ()
    due: Due | None = None
    weighed: str = "yes"
    is_answered: str = "no"  # of a request: "yes" once its person has said yes or no to all that was asked

    @property
    def review(self) -> Due | None:
        """By when it is looked at again and why, for whoever may know every cause; None for anybody else."""
        return self.due if self.weighed == "yes" else None

    @property
    def has_authority(self) -> bool:
        """Whether this person may agree for the child: parental responsibility is seen, not claimed (E2)."""
        return self.may is May.MAY

    @property
    def lapses_on(self) -> date | None:
        """The first day on which it may be relied on no longer; None for what is no agreement."""
        if self.status is not Status.GIVEN:
            return None
        if self.due is None:
            return self.review_by + timedelta(days=1) if self.review_by else None
        return self.due.lapses_on


def runs(*, answered_on: date, review_by: date | None, became: Sequence[Event]) -> Runs | None:
    """The day that was set for looking at an agreement again, before the family’s facts are asked (rulebook 4.5).

    The earliest of the planned review, of six months, and of what was shared beyond it since it was given or last
    renewed. `became` is what took effect, oldest first. None where no day was planned, as for an answer that is no
    agreement.
    """
    if review_by is None:
        return None
    begun, days = answered_on, [Due(review_by, Cause.PLANNED)]
    for event in became:
        if event.change is Change.RENEWED and event.review_by:
            begun, days = day_in_london(event.effective_at), [Due(event.review_by, Cause.PLANNED)]
        elif event.cause and event.review_by:
            days.append(Due(event.review_by, event.cause))
    days.append(Due(begun + LONGEST_REVIEW, Cause.SIX_MONTHS))
    return Runs(begun, min(days, key=lambda due: due.on))


def review_due(
    *, answered_on: date, review_by: date | None, became: Sequence[Event], facts: Facts, whose_id: UUID | None
) -> Due | None:
    """When an agreement is looked at again: the earliest of its causes after it was given or last renewed (4.5).

    `whose_id` is the child or the adult whose word it is; None for somebody not on record. A child's own word does
    not end with the 16th birthday: it is then theirs all the more.
    """
    own = runs(answered_on=answered_on, review_by=review_by, became=became)
    if own is None:
        return None
    return look_again_by(own.due, begun_on=own.begun_on, whose_id=whose_id, days=facts.days)


def state_of(answer: Answer, *, at: datetime) -> State:
    """Where a record stands at an instant, by what took effect up to then. A later answer is not its business."""
    ends = {e.change for e in answer.events if e.effective_at <= at}
    for change, state in (
        (Change.FOUND_INVALID, State.FOUND_INVALID),
        (Change.WITHDRAWN, State.WITHDRAWN),
        (Change.LAPSED, State.LAPSED),
    ):
        if change in ends:
            return state
    if answer.status is Status.REQUESTED and answer.is_answered == "yes":
        return State.ANSWERED
    if answer.status is not Status.GIVEN:
        return State[answer.status.name]
    if is_past_review(answer, on=day_in_london(at)):
        return State.UNDER_REVIEW
    if answer.weighed != "yes":
        return State.ON_RECORD
    return State.GIVEN if answer.has_authority else State.NO_AUTHORITY


def is_past_review(answer: Answer, *, on: date) -> bool:
    """Past the day that was set for it; a birthday, an order or a change of responsibility stops it on its very day."""
    if answer.due is None:
        return answer.review_by is not None and answer.review_by < on
    return answer.due.lapses_on <= on


def taken_back(answer: Answer, *, at: datetime) -> Event | None:
    """That a person took back what they had agreed to, where it has taken effect at an instant."""
    found = (e for e in answer.events if e.change is Change.WITHDRAWN and e.effective_at <= at)
    return max(found, key=lambda e: e.effective_at, default=None)


def says_no(answer: Answer, *, at: datetime) -> bool:
    """A refusal, or an agreement that was taken back: either is a no, and both weigh the same."""
    return answer.status is Status.REFUSED or taken_back(answer, at=at) is not None


def counts_for_own(answer: Answer, *, at: datetime) -> bool:
    """Whether an adult agrees, at an instant, to what is about themselves.

    That they may not agree for the child takes nothing from it. Taken back or past its review it no longer counts.
    """
    if answer.giver_adult_id is None or answer.may_own is not May.MAY:
        return False
    state = state_of(answer, at=at)
    if state is State.NOT_VALID and answer.invalid_reason == Invalid.GIVER_LACKS_AUTHORITY:
        return not is_past_review(answer, on=day_in_london(at))
    return state in {State.GIVEN, State.NO_AUTHORITY}


_CODES = {
    State.REQUESTED: CodeOfHl7.DRAFT,
    State.ANSWERED: CodeOfHl7.INACTIVE,
    State.GIVEN: CodeOfHl7.ACTIVE,
    State.REFUSED: CodeOfHl7.NOT_DONE,
    State.NO_REPLY: CodeOfHl7.NOT_DONE,
    State.NOT_ASKED: CodeOfHl7.NOT_DONE,
    State.NOT_VALID: CodeOfHl7.ENTERED_IN_ERROR,
    State.FOUND_INVALID: CodeOfHl7.ENTERED_IN_ERROR,
    State.ON_RECORD: CodeOfHl7.UNKNOWN,
    State.UNDER_REVIEW: CodeOfHl7.UNKNOWN,
    State.NO_AUTHORITY: CodeOfHl7.UNKNOWN,
    State.LAPSED: CodeOfHl7.INACTIVE,
    State.WITHDRAWN: CodeOfHl7.INACTIVE,
    State.SUPERSEDED: CodeOfHl7.INACTIVE,
}


def hl7_code(state: State) -> CodeOfHl7:
    """The state of a consent as HL7 FHIR names it; under review, without authority or not weighed, nobody knows."""
    return _CODES[state]
