"""The parts of a consultation as its page reads them, and how each is made from its row."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from alongside.advice.queries import SentState, ViewCard
from alongside.advice.words import NoteState
from alongside.consultations import finding
from alongside.consultations.models import (
    NextStep,
    Outcome,
    PersonAsked,
    ReturnedSlip,
    SentQuestion,
    SpokenRecord,
    Talk,
)
from alongside.consultations.words import (
    Checked,
    ChildView,
    Direction,
    Kind,
    Medium,
    NextStepKind,
    OutcomeKind,
    Urgency,
)
from alongside.duties.queries import DutyLine
from alongside.reliance.queries import ChangeCard
from alongside.sharing.queries import DecisionLine, DisclosurePage, FollowedCard, RunOut
from alongside.sharing.rules import ListedItem

LISTED_MOST = 100


@dataclass(frozen=True, slots=True)
class SlipCard:
    """What someone who is not on Alongside said to the note of their advice."""

    note_state: NoteState
    correction: str
    returned_on: date


@dataclass(frozen=True, slots=True)
class TalkCard:
    """One conversation of a series, both sides; `view` is the adviser's own word on it, None until they gave it.

    `with_membership_id` is who confirms the note here; None for somebody outside, who does it on paper (`slip`).
    """

    id: UUID
    person_id: UUID
    person: str
    disclosure_id: UUID
    medium: Medium
    why_not_spoken: str
    spoke_with: str
    talked_at: datetime
    recorded_at: datetime
    said_by_asker: str
    said_by_adviser: str
    recorded_by: str
    view: ViewCard | None
    slip: SlipCard | None
    with_membership_id: UUID | None

    @property
    def is_written_by_asker(self) -> bool:
        """Whether what they said stands in the asker's words alone: nobody has confirmed or corrected it yet."""
        return self.view is None and self.slip is None


@dataclass(frozen=True, slots=True)
class SentCard:
    """A question that was sent before anybody spoke; `view` is the answer in writing, None until it came."""

    person_id: UUID
    person: str
    disclosure_id: UUID
    why_not_spoken: str
    sent_at: datetime
    view: ViewCard | None
    state: SentState | None  # where it stands on a line, for whoever sent it; None for one person's inbox


@dataclass(frozen=True, slots=True)
class LookAgain:
    """That something for one recipient is to be looked at again; `duty` is None where one may not know of it."""

    recipient: str
    changed: ChangeCard
    duty: DutyLine | None


@dataclass(frozen=True, slots=True)
class PersonCard:
    """One person asked. `recipient_id` is what decisions name them by; `items` stand as they do for this person.

    `changes` and `run_out` are what became of that on which the decision rested.
    """

    id: UUID
    recipient_id: UUID
    membership_id: UUID | None
    line_id: UUID | None
    kind: Kind
    name: str
    role: str
    agency: str
    telephone: str
    checked: Checked
    direction: Direction
    title: str
    items: tuple[ListedItem, ...]
    decision: DecisionLine | None
    followed: FollowedCard | None
    talks: tuple[TalkCard, ...]
    sent: tuple[SentCard, ...]
    changes: tuple[ChangeCard, ...]
    run_out: tuple[RunOut, ...]


@dataclass(frozen=True, slots=True)
class OutcomeCard:
    """What was decided together."""

    id: UUID
    kind: OutcomeKind
    words: str
    child_view: ChildView | None
    child_view_words: str
    decided_at: datetime


@dataclass(frozen=True, slots=True)
class StepCard:
    """A next step that was taken."""

    kind: NextStepKind
    done_at: datetime
    with_whom: str
    words: str
    recorded_by: str


@dataclass(frozen=True, slots=True)
class SpokenCard:
    """What was written down on one page about a talk that had been held already; empty where there was no time."""

    urgency: Urgency | None
    with_whom: str
    telephone: str
    spoken_at: datetime | None
    said: str
    heard: str
    done: str
    recorded_at: datetime
    recorded_by: str


def talk_card(
    row: Talk,
    *,
    views: Mapping[UUID, ViewCard],
    slips: Mapping[UUID, ReturnedSlip],
    shared: Mapping[UUID, DisclosurePage],
) -> TalkCard:
    """A talk with the adviser's word on it, by the disclosure that was made in it."""
    told = shared.get(row.disclosure_id)
    slip = slips.get(row.id)
    return TalkCard(
        id=row.id,
        person_id=row.person_asked_id,
        person=finding.named(row.person_asked),
        disclosure_id=row.disclosure_id,
        medium=Medium(row.medium),
        why_not_spoken=row.why_not_spoken,
        spoke_with=row.spoke_with,
        talked_at=row.talked_at,
        recorded_at=row.recorded_at,
        said_by_asker=row.said_by_asker,
        said_by_adviser=row.said_by_adviser,
        recorded_by=row.author_membership.practitioner.name,
        view=views.get(row.disclosure_id),
        slip=SlipCard(NoteState(slip.note_state), slip.correction, slip.returned_on) if slip else None,
        with_membership_id=told.to_membership_id if told else None,
    )


def sent_card(
    row: SentQuestion, *, views: Mapping[UUID, ViewCard], states: Mapping[UUID, SentState]
) -> SentCard:
    """A question that was sent, with its answer in writing."""
    return SentCard(
        row.person_asked_id,
        finding.named(row.person_asked),
        row.disclosure_id,
        row.why_not_spoken,
        row.sent_at,
        views.get(row.disclosure_id),
        states.get(row.disclosure_id),
    )


def outcome_card(row: Outcome | None) -> OutcomeCard | None:
    """The outcome; None before there is one."""
    if row is None:
        return None
    view = ChildView(row.child_view) if row.child_view else None
    return OutcomeCard(row.id, OutcomeKind(row.kind), row.words, view, row.child_view_words, row.decided_at)


def step_card(row: NextStep) -> StepCard:
    """A next step."""
    by = row.author_membership.practitioner.name
    return StepCard(NextStepKind(row.kind), row.done_at, row.with_whom, row.words, by)


def spoken_card(row: SpokenRecord | None) -> SpokenCard | None:
    """What was written down after a talk; None for a consultation that began with a question."""
    if row is None:
        return None
    return SpokenCard(
        Urgency(row.urgency) if row.urgency else None,
        row.with_whom,
        row.telephone,
        row.spoken_at,
        row.said,
        row.heard,
        row.done,
        row.recorded_at,
        row.author_membership.practitioner.name,
    )


def person_card(
    row: PersonAsked,
    *,
    items: tuple[ListedItem, ...],
    decision: DecisionLine | None,
    followed: FollowedCard | None,
    talks: tuple[TalkCard, ...],
    sent: tuple[SentCard, ...],
    changes: tuple[ChangeCard, ...],
    run_out: tuple[RunOut, ...],
) -> PersonCard:
    """A person asked with everything that is theirs alone."""
    return PersonCard(
        id=row.id,
        recipient_id=finding.recipient_id(row),
        membership_id=row.membership_id,
        line_id=row.line_id,
        kind=Kind(row.kind),
        name=row.name,
        role=row.role,
        agency=row.agency_as_named,
        telephone=row.telephone,
        checked=Checked(row.checked),
        direction=Direction(row.direction),
        title=finding.named(row),
        items=items,
        decision=decision,
        followed=followed,
        talks=talks,
        sent=sent,
        changes=changes,
        run_out=run_out,
    )
