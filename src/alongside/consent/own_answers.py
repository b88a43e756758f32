"""What one person was asked and said, as they read it themselves: at their own page, and on the paper handed to them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from alongside.access.context import day_in_london
from alongside.consent import reading
from alongside.consent.models import Consent, ConsentChange
from alongside.consent.reading import Moment
from alongside.consent.rules import Answer, Facts, latest, state_of
from alongside.consent.words import (
    OPEN_ENDED,
    RUNNING,
    Category,
    Change,
    ConsentKind,
    Recorder,
    State,
)
from alongside.reliance.words import Became

# That something new is shared beyond their answer is told them by whoever may tell it, never by a date on their page.
THEIRS_TO_KNOW = frozenset(Change) - {Change.REACHED_FURTHER}


@dataclass(frozen=True, slots=True)
class MyAnswer:
    """One thing that this person was asked or said. `text_shown` is what they were told, word for word."""

    id: UUID
    kind: ConsentKind
    state: State
    recipient: str
    purpose: str
    allowed: tuple[Category, ...]
    excluded: tuple[Category, ...]
    words: str
    text_shown: str
    answered_on: date
    until: date | None
    recorded_at: datetime
    can_withdraw: str  # "yes" or "no"
    can_answer: str  # "yes" or "no"
    taken_back_on: date | None
    taken_back_words: str  # as they typed them on their own page
    became: Became | None  # of what rested on it, once it is taken back; None where nothing is known of any


@dataclass(frozen=True, slots=True)
class Stands:
    """Where one of these answers stands by the family's facts, by when it is looked at again, and since when it is not."""

    state: State
    until: date | None
    taken_back_on: date | None = None
    taken_back_words: str = ""
    became: Became | None = None


def taken_back(stands: Mapping[UUID, Stands]) -> frozenset[UUID]:
    """Which of these answers were taken back: what became of what rested on them is another room's to say."""
    return frozenset(key for key, each in stands.items() if each.state is State.WITHDRAWN)


def with_what_became(stands: Mapping[UUID, Stands], became: Mapping[UUID, Became]) -> dict[UUID, Stands]:
    """The same, with what became of what rested on each that was taken back."""
    return {key: replace(each, became=became.get(key)) for key, each in stands.items()}


def stands_of(rows: Sequence[Consent], *, facts: Facts, now: datetime) -> dict[UUID, Stands]:
    """Where each of one person's answers stands, by key. `rows` are theirs alone, in the order of recording."""
    said = reading.answers_from(rows, facts=facts, moment=Moment.now(now), changes=THEIRS_TO_KNOW)
    groups: dict[tuple[UUID, str], list[Answer]] = {}
    for row, answer in zip(rows, said, strict=True):
        groups.setdefault((row.arising_from_id, answer.recipient), []).append(answer)
    last = {
        a.id for (_, recipient), group in groups.items() for a in latest(group, recipient=recipient, at=now)
    }
    stands = {answer.id: _stands(answer, answer.id in last, now) for answer in said}
    back = taken_back(stands)
    for change in ConsentChange.objects.filter(consent_id__in=back, change=Change.WITHDRAWN).order_by("id"):
        own = change.words if change.recorder == Recorder.GIVER else ""
        day = day_in_london(change.effective_at)
        stands[change.consent_id] = Stands(State.WITHDRAWN, None, day, own)
    return stands


def _stands(answer: Answer, is_last: object, now: datetime) -> Stands:
    state = state_of(answer, at=now)
    if state in OPEN_ENDED and not is_last:
        return Stands(State.SUPERSEDED, None)
    runs = state in {State.GIVEN, State.NO_AUTHORITY}
    return Stands(state, answer.due.on if answer.due and runs else None)


def my_answer(row: Consent, stands: Stands) -> MyAnswer:
    """One row as its person reads it."""
    return MyAnswer(
        id=row.id,
        kind=ConsentKind(row.kind),
        state=stands.state,
        recipient=row.recipient_as_named,
        purpose=row.purpose,
        allowed=tuple(Category(c) for c in row.allowed),
        excluded=tuple(Category(c) for c in row.excluded),
        words=row.words,
        text_shown=row.text_shown.text if row.text_shown else "",
        answered_on=row.answered_on,
        until=stands.until,
        recorded_at=row.recorded_at,
        can_withdraw="yes" if stands.state in RUNNING else "no",
        can_answer="yes" if stands.state is State.REQUESTED else "no",
        taken_back_on=stands.taken_back_on,
        taken_back_words=stands.taken_back_words,
        became=stands.became,
    )
