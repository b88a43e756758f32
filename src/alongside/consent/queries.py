"""The reads of consent."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from alongside.access.gate import Act, Look, finds, reads
from alongside.access.words import Ref
from alongside.consent.models import Consent
from alongside.consent.rules import Answer
from alongside.consent.words import AbsentReason, Category, ConsentKind, Form, Right, Status
from alongside.families import queries as families
from alongside.families.queries import AdultCard
from alongside.families.words import ParentalResponsibility

LISTED_MOST = 100


@reads(Right.CONSENT_READ)
def list_answers(look: Look, *, arising_from: Ref) -> tuple[Answer, ...]:
    """What everybody said in one matter, in the order in which it was recorded, as far as this person may know."""
    rows = _rows(arising_from)
    return _answers(rows, families.list_adults(look, child_id=rows[0].about_child_id) if rows else ())


@reads(Right.CONSENT_READ)
def list_answers_about(look: Look, *, child_id: UUID) -> tuple[Answer, ...]:
    """What everybody said about sharing information about one child, in the order of recording."""
    rows = Consent.objects.filter(about_child_id=child_id).order_by("recorded_at", "id")[:LISTED_MOST]
    return _answers(tuple(rows), families.list_adults(look, child_id=child_id))


@finds
def answers(act: Act, *, arising_from: Ref) -> tuple[Answer, ...]:
    """What everybody said in a matter to which the deed was admitted."""
    rows = _rows(arising_from)
    return _answers(rows, families.adults_of(act, child_id=rows[0].about_child_id) if rows else ())


def _rows(arising_from: Ref) -> tuple[Consent, ...]:
    """The rows of one matter, which is about one child."""
    rows = Consent.objects.filter(arising_from_kind=arising_from.kind, arising_from_id=arising_from.id)
    return tuple(rows.order_by("recorded_at", "id")[:LISTED_MOST])


def _answers(rows: Sequence[Consent], adults: Sequence[AdultCard]) -> tuple[Answer, ...]:
    known = {adult.id: adult.authority for adult in adults}
    return tuple(_answer(row, known) for row in rows)


def _responsibility(
    row: Consent, known: Mapping[UUID, ParentalResponsibility | None]
) -> ParentalResponsibility | None:
    """What is known now of whoever answered; None for one who speaks for themselves. Unknown where a reader may not know."""
    if row.giver_adult_id is not None:
        return known.get(row.giver_adult_id, ParentalResponsibility.UNKNOWN)
    return ParentalResponsibility(row.giver_responsibility) if row.giver_responsibility else None


def _answer(row: Consent, known: Mapping[UUID, ParentalResponsibility | None]) -> Answer:
    return Answer(
        id=row.id,
        kind=ConsentKind(row.kind),
        giver=row.giver_as_named,
        giver_adult_id=row.giver_adult_id,
        responsibility=_responsibility(row, known),
        status=Status(row.status),
        absent_reason=AbsentReason(row.absent_reason) if row.absent_reason else None,
        words=row.words,
        recipient=row.recipient_as_named,
        purpose=row.purpose,
        allowed=tuple(Category(c) for c in row.allowed),
        excluded=tuple(Category(c) for c in row.excluded),
        form=Form(row.form) if row.form else None,
        answered_on=row.answered_on,
        review_by=row.review_by,
    )
