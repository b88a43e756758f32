"""What a consultation is, and where it stands. Pure."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from alongside.consultations.words import WRITTEN_ONLY, Kind, Medium, Task, Told
from alongside.guidance.words import Evidence
from alongside.sharing.rules import Proposal


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
class Done:
    """What there is of a consultation, as far as its tasks need to know."""

    has_person: bool
    has_reasons: bool
    has_items: bool
    has_family_answer: bool
    decided: str  # the outcome of the decision in force, or empty
    countersignature: str
    has_changed: bool  # what is on record is no longer what was decided on, and nothing was said yet
    has_begun_walking: bool
    has_talk: bool
    has_outcome: bool
    told: Collection[Told]


def progress(done: Done) -> dict[Task, Progress]:
    """The state of every task, in the order in which they chain. Any may be opened in any order until decided."""
    shared = done.decided == "SHARE" and not done.has_changed
    refused = bool(done.decided) and done.decided != "SHARE"
    states = {
        Task.WHOM: _yes(done.has_person),
        Task.WHY: _yes(done.has_reasons),
        Task.WHAT: _yes(done.has_items),
        Task.FAMILY: _yes(done.has_family_answer),
        Task.MAY_I_SHARE: _deciding(done),
        Task.TALK: Progress.DONE if done.has_talk else _after(shared),
        Task.OUTCOME: Progress.DONE if done.has_outcome else _after(done.has_talk),
        Task.TELLING: _telling(done, _after(done.has_outcome)),
    }
    if refused:
        del states[Task.TALK]
    return states


def _yes(there: bool) -> Progress:  # noqa: FBT001 - one truth in, one word out
    return Progress.DONE if there else Progress.NOT_STARTED


def _after(before: bool) -> Progress:  # noqa: FBT001
    return Progress.NOT_STARTED if before else Progress.CANNOT_START_YET


def _deciding(done: Done) -> Progress:
    if done.countersignature in {"awaited", "declined"}:
        return Progress.NEEDS_ATTENTION
    if done.decided:
        return Progress.IN_PROGRESS if done.has_changed else Progress.DONE
    if not (done.has_person and done.has_reasons and done.has_items):
        return Progress.CANNOT_START_YET
    return Progress.IN_PROGRESS if done.has_begun_walking else Progress.NOT_STARTED


def _telling(done: Done, otherwise: Progress) -> Progress:
    if not done.told:
        return otherwise
    return Progress.IN_PROGRESS if Told.NOT_YET in done.told else Progress.DONE


def next_task(states: dict[Task, Progress]) -> Task | None:
    """The first task that can be done now and is not; None when nothing is left."""
    open_states = {Progress.NOT_STARTED, Progress.IN_PROGRESS, Progress.NEEDS_ATTENTION}
    return next((task for task, state in states.items() if state in open_states), None)


def channel_evidence(*, medium: Medium, why_not_spoken: str) -> Proposal:
    """What the medium of the talk answers about the channel (2018 H4, 2024 N10)."""
    if medium is Medium.OTHER_WRITTEN:
        return Proposal("urgent_other_channel", f"{medium.label}: {why_not_spoken}")
    return Proposal("secure", f"{medium.label}.")


def telling_evidence(told: Collection[Told], *, said: str) -> dict[Evidence, Proposal]:
    """What telling the family answers (2018 H5, 2024 N11). Nothing while anyone is not yet told."""
    if not told or Told.NOT_YET in told:
        return {}
    answer = "informed" if Told.INFORMED in told else "already_aware"
    return {Evidence.TELLING: Proposal(answer, said)}


def is_written_only(medium: Medium) -> bool:
    """Best by speaking: written only asks why (rulebook 1.1)."""
    return medium in WRITTEN_ONLY
