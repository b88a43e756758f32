"""What one person of the family agreed to, as they read it on their own page. It names nobody else of the family."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from alongside.access.gate import Look, reads
from alongside.access.words import Ref, Standing
from alongside.consent import reading
from alongside.consent.models import Consent
from alongside.consent.reading import Moment
from alongside.consent.words import RUNNING, Category, ConsentKind, Right, State, Status

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
    taken_back_on: date | None
    taken_back_words: str  # as they typed them on their own page


@dataclass(frozen=True, slots=True)
class Stands:
    """Where one of these answers stands by the family's facts, by when it is looked at again, and since when it is not."""

    state: State
    until: date | None
    taken_back_on: date | None = None
    taken_back_words: str = ""


@reads(Right.MY_CONSENT_READ, to=(Standing.FAMILY,))
def list_my_answers(look: Look, *, stands: Mapping[UUID, Stands]) -> tuple[MyAnswer, ...]:
    """What the person who looks was asked and said, towards the one child of their private link, newest first.

    Nothing that was recorded about them and not addressed to them is among it. They may not read the family's facts;
    what follows from these comes with them, as `commands.weigh_my_answers` found it.
    """
    rows = tuple(reading.rows_of(moment=Moment.now(look.now))[:LISTED_MOST])
    for row in rows:
        look.opens(Ref("consent", row.id))
    answered = {row.answers_request_id for row in rows if row.status != Status.NO_REPLY}
    return tuple(_mine(row, stands[row.id], answered) for row in reversed(rows) if row.id in stands)


def _mine(row: Consent, stands: Stands, answered: set[UUID | None]) -> MyAnswer:
    waits = row.status == Status.REQUESTED and row.id not in answered
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
        can_answer="yes" if waits else "no",
        taken_back_on=stands.taken_back_on,
        taken_back_words=stands.taken_back_words,
    )
