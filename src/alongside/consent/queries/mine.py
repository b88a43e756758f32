"""What one person of the family agreed to, as they read it on their own page. It names nobody else of the family."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from alongside.access.gate import Look, reads
from alongside.access.words import Ref, Standing
from alongside.consent import reading
from alongside.consent.models import Consent
from alongside.consent.reading import Moment
from alongside.consent.rules import state_of
from alongside.consent.words import Category, ConsentKind, Right, State, Status

LISTED_MOST = 100


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


@reads(Right.MY_CONSENT_READ, to=(Standing.FAMILY,))
def list_my_answers(look: Look) -> tuple[MyAnswer, ...]:
    """What the person who looks was asked and said, towards the one child of their private link, newest first.

    Nothing that was recorded about them and not addressed to them is among it.
    """
    moment = Moment.now(look.now)
    rows = tuple(reading.rows_of(moment=moment)[:LISTED_MOST])
    for row in rows:
        look.opens(Ref("consent", row.id))
    answered = {row.answers_request_id for row in rows if row.status != Status.NO_REPLY}
    return tuple(_mine(row, moment, rows=rows, answered=answered) for row in reversed(rows))


def _mine(row: Consent, moment: Moment, *, rows: tuple[Consent, ...], answered: set[UUID | None]) -> MyAnswer:
    (answer,) = reading.answers_from((row,), facts=reading.NOBODY_KNOWN, moment=moment)
    state = state_of(answer, at=moment.at)
    key = (row.arising_from_id, row.recipient_as_named, row.kind)
    later = [
        r
        for r in rows
        if (r.arising_from_id, r.recipient_as_named, r.kind) == key and r.recorded_at > row.recorded_at
    ]
    words = {Status.REQUESTED, Status.NO_REPLY}
    if state in {State.GIVEN, State.REFUSED, State.UNDER_REVIEW} and any(
        r.status not in words for r in later
    ):
        state = State.SUPERSEDED
    running = state in {State.GIVEN, State.UNDER_REVIEW}
    waits = row.status == Status.REQUESTED and row.id not in answered
    return MyAnswer(
        id=row.id,
        kind=ConsentKind(row.kind),
        state=state,
        recipient=row.recipient_as_named,
        purpose=row.purpose,
        allowed=answer.allowed,
        excluded=answer.excluded,
        words=row.words,
        text_shown=row.text_shown.text if row.text_shown else "",
        answered_on=row.answered_on,
        until=answer.due.on if answer.due and running else None,
        recorded_at=row.recorded_at,
        can_withdraw="yes" if running else "no",
        can_answer="yes" if waits else "no",
    )
