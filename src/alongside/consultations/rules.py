"""What a consultation is, and where it stands. Pure."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from alongside.consent.words import Status
from alongside.consultations.words import (
    WRITTEN_ONLY,
    Kind,
    Medium,
    NextStepKind,
    OutcomeKind,
    Task,
    Urgency,
)
from alongside.duties.words import Owed
from alongside.guidance.words import Evidence
from alongside.involvement.rules import is_settled
from alongside.involvement.words import Authorisation, Told
from alongside.sharing.rules import NOBODY_IDENTIFIED, Proposal


def kind(*, own_agency_id: UUID, asked_agency_id: UUID | None) -> Kind:
    """Internal or external, derived from the memberships (rulebook s.1). Someone not on Alongside is outside."""
    return Kind.INTERNAL if own_agency_id == asked_agency_id else Kind.EXTERNAL


class Progress(StrEnum):
    """How far a task has come."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    NEEDS_ATTENTION = "needs_attention"
    CANNOT_START_YET = "cannot_start_yet"


@dataclass(frozen=True, slots=True)
class DonePerson:
    """What there is of one person asked, as far as the tasks need to know."""

    id: UUID
    kind: Kind
    is_identified: bool  # who it is was looked up, or is known
    has_items: bool
    has_family_answer: bool
    decided: str  # the outcome of the decision in force, or empty
    countersignature: str
    has_changed: bool  # what is on record is no longer what was decided on, and nothing was said yet
    is_held: bool  # what the decision rested on has changed, and nothing more is shared on it
    waits_for_a_look: bool  # nobody has said yet what becomes of that
    has_begun_walking: bool
    has_followed: bool  # inside the agency: its procedure was followed
    has_talk: bool
    has_answer: bool  # in writing, without a talk

    @property
    def is_inside(self) -> bool:
        return self.kind is Kind.INTERNAL

    @property
    def is_refused(self) -> bool:
        """Sharing with this person was decided against."""
        return bool(self.decided) and self.decided != "SHARE"

    @property
    def is_settled(self) -> bool:
        """Whether to speak with this person was decided, so that what the family says of it is not waited for."""
        return bool(self.decided) or self.has_followed or self.has_talk

    @property
    def may_be_told(self) -> bool:
        """What is on record lets one speak with this person now."""
        ready = self.has_followed if self.is_inside else self.decided == "SHARE"
        return ready and not self.has_changed and not self.is_held


AFTERWARDS = frozenset({Task.OUTCOME, Task.TELLING})


@dataclass(frozen=True, slots=True)
class Done:
    """What there is of a consultation, as far as its tasks need to know."""

    people: tuple[DonePerson, ...]
    is_named: bool
    has_reasons: bool
    has_outcome: bool
    is_unheld: bool  # it ended before anybody was spoken with
    family_waits: bool  # somebody of the family knows of it, or is to know
    told: Collection[tuple[Told, Authorisation]]


@dataclass(frozen=True, slots=True)
class TaskState:
    """One task and how far it has come; of some there is one for each person asked."""

    task: Task
    progress: Progress
    person_id: UUID | None = None


def progress(done: Done) -> tuple[TaskState, ...]:
    """The state of every task, in the order in which they chain. Any may be opened in any order until decided."""
    heard = any(person.has_talk or person.has_answer for person in done.people)
    states = [
        TaskState(Task.WHOM, _whom(done.people)),
        TaskState(Task.WHY, _yes(done.has_reasons)),
        TaskState(Task.WHAT, _each(done.people, [person.has_items for person in done.people])),
    ]
    if done.is_named:
        answered = [person.has_family_answer or person.is_settled for person in done.people]
        states.append(TaskState(Task.FAMILY, _each(done.people, answered)))
    for person in done.people:
        states += _of_person(person, done)
    states.append(TaskState(Task.OUTCOME, Progress.DONE if done.has_outcome else _after(heard)))
    if done.family_waits:
        states.append(TaskState(Task.TELLING, _telling(done, _after(done.has_outcome))))
    return tuple(state for state in states if not done.is_unheld or _is_of_an_unheld(state))


def _is_of_an_unheld(state: TaskState) -> bool:
    """What was not done before a consultation ended without a talk need not be done any more, but for its end."""
    over = {Progress.DONE, Progress.NEEDS_ATTENTION}
    return state.progress in over or state.task in AFTERWARDS


def _of_person(person: DonePerson, done: Done) -> list[TaskState]:
    first = Task.PROCEDURE if person.is_inside else Task.MAY_I_SHARE
    found = [TaskState(first, _following(person) if person.is_inside else _deciding(person, done), person.id)]
    if not person.is_refused:
        talk = Progress.DONE if person.has_talk else _after(person.may_be_told)
        waiting = person.has_answer and not person.has_talk
        found.append(TaskState(Task.TALK, Progress.IN_PROGRESS if waiting else talk, person.id))
    return found


def _yes(there: bool) -> Progress:  # noqa: FBT001 - one truth in, one word out
    return Progress.DONE if there else Progress.NOT_STARTED


def _whom(people: Sequence[DonePerson]) -> Progress:
    if people and not all(person.is_identified for person in people):
        return Progress.IN_PROGRESS
    return _yes(bool(people))


def _each(people: Sequence[DonePerson], there: Sequence[bool]) -> Progress:
    """A task that is to be done for every person asked."""
    if not people:
        return Progress.CANNOT_START_YET
    if all(there):
        return Progress.DONE
    return Progress.IN_PROGRESS if any(there) else Progress.NOT_STARTED


def _after(before: bool) -> Progress:  # noqa: FBT001
    return Progress.NOT_STARTED if before else Progress.CANNOT_START_YET


def _following(person: DonePerson) -> Progress:
    if person.has_followed:
        return Progress.IN_PROGRESS if person.has_changed else Progress.DONE
    return _after(person.has_items)


def _deciding(person: DonePerson, done: Done) -> Progress:
    if person.countersignature in {"awaited", "declined"}:
        return Progress.NEEDS_ATTENTION
    if person.has_changed:
        return Progress.IN_PROGRESS
    if person.decided:
        return Progress.NEEDS_ATTENTION if person.waits_for_a_look else Progress.DONE
    if not (done.has_reasons and person.has_items):
        return Progress.CANNOT_START_YET
    return Progress.IN_PROGRESS if person.has_begun_walking else Progress.NOT_STARTED


def _telling(done: Done, otherwise: Progress) -> Progress:
    if not done.told:
        return otherwise
    return Progress.DONE if is_settled(done.told) else Progress.IN_PROGRESS


def next_task(states: Sequence[TaskState]) -> TaskState | None:
    """The first task that can be done now and is not; None when nothing is left."""
    open_states = {Progress.NOT_STARTED, Progress.IN_PROGRESS, Progress.NEEDS_ATTENTION}
    return next((state for state in to_do(states) if state.progress in open_states), None)


def to_do(states: Sequence[TaskState]) -> Sequence[TaskState]:
    """The tasks that may be gone on with: once what was decided is recorded, nothing before it any more."""
    ended = any(state.task is Task.OUTCOME and state.progress is Progress.DONE for state in states)
    return [state for state in states if not ended or state.task in AFTERWARDS]


def family_waits(*, is_named: bool, unheld: bool, asked: Collection[Status], decided: bool) -> bool:
    """Whether somebody of the family is to be told how a consultation ended.

    Of one that was not held, only if they were asked about it, or somebody decided whether it may be shared.
    """
    return is_named and (not unheld or decided or any(status is not Status.NOT_ASKED for status in asked))


def is_over_unheld(*, ended_at: datetime, decided: Collection[datetime], heard: bool) -> bool:
    """Whether an end without a talk still stands: nobody was heard since, and nothing was decided anew."""
    return not heard and all(at <= ended_at for at in decided)


def channel_evidence(*, medium: Medium, why_not_spoken: str, urgency: str = "") -> Proposal:
    """What the medium of the talk answers about the channel (2018 H4, 2024 N10). In an emergency speed beats channel."""
    if urgency == Urgency.EMERGENCY:
        return Proposal("urgent_other_channel", f"{medium.label}, at once: a child was in danger.")
    if medium is Medium.OTHER_WRITTEN:
        return Proposal("urgent_other_channel", f"{medium.label}: {why_not_spoken}")
    return Proposal("secure", f"{medium.label}.")


def sent_evidence(*, why_not_spoken: str) -> Proposal:
    """What sending a question through Alongside answers about the channel: it never leaves by mail."""
    return Proposal("secure", f"Sent through Alongside, not spoken: {why_not_spoken}")


def after_a_talk(channel: Proposal, *, is_named: bool) -> dict[Evidence, Proposal]:
    """What a talk answers: the channel; and without names, that there is nobody to tell (G2)."""
    found = {Evidence.CHANNEL: channel}
    if not is_named:
        found[Evidence.TELLING] = Proposal("not_applicable", NOBODY_IDENTIFIED)
    return found


def telling_evidence(told: Collection[Told], *, said: str) -> dict[Evidence, Proposal]:
    """What telling the family answers (2018 H5, 2024 N11). Nothing while anyone is not yet told."""
    if not told or Told.NOT_YET in told:  # whoever calls has seen that what is withheld is authorised
        return {}
    if Told.WITHHELD in told:
        return {Evidence.TELLING: Proposal("withheld", said)}
    answer = "informed" if Told.INFORMED in told else "already_aware"
    return {Evidence.TELLING: Proposal(answer, said)}


def is_written_only(medium: Medium) -> bool:
    """Best by speaking: written only asks why (rulebook 1.1)."""
    return medium in WRITTEN_ONLY


@dataclass(frozen=True, slots=True)
class StepRule:
    """What a next step that was taken settles, and what it owes in its turn; `also`: what is heeded with it."""

    settles: Owed
    then: tuple[Owed, ...] = ()
    also: tuple[Owed, ...] = ()


# Nothing here sends a next step, so each is owed until a person says that it was taken (rulebook 7.4, 7.5).
STEPS = {
    NextStepKind.REFERRAL_RUNG: StepRule(
        Owed.RING_REFERRAL,
        then=(Owed.CONFIRM_REFERRAL, Owed.HEAR_BACK),
        also=(Owed.HEED_HARM, Owed.NAME_CHILD),
    ),
    NextStepKind.REFERRAL_WRITTEN: StepRule(Owed.CONFIRM_REFERRAL),
    NextStepKind.REFERRAL_ANSWERED: StepRule(Owed.HEAR_BACK),
    NextStepKind.TAF_CALLED: StepRule(Owed.CALL_TAF),
    NextStepKind.ASKED_ELSEWHERE: StepRule(Owed.ASK_ELSEWHERE),
    NextStepKind.AGREED_STEP_TAKEN: StepRule(Owed.AGREED_STEP),
}
STEP_THAT_SETTLES = {rule.settles: kind for kind, rule in STEPS.items()}
_ASKED_FOR = {
    OutcomeKind.REFERRAL: Owed.RING_REFERRAL,
    OutcomeKind.TAF: Owed.CALL_TAF,
    OutcomeKind.ANOTHER_CONSULTATION: Owed.ASK_ELSEWHERE,
}
FIRST_STEPS = (*_ASKED_FOR.values(), Owed.AGREED_STEP)


def first_step(kind: OutcomeKind, *, done_by: date | None) -> Owed | None:
    """What an outcome owes next; None where nothing more was agreed. `done_by` is the day that was agreed."""
    if kind in _ASKED_FOR:
        return _ASKED_FOR[kind]
    return Owed.AGREED_STEP if done_by else None
