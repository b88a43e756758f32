"""The reads of consent."""

from uuid import UUID

from alongside.access.gate import Act, Look, finds, reads
from alongside.access.words import Ref
from alongside.consent.models import Consent
from alongside.consent.rules import Answer
from alongside.consent.words import AbsentReason, Category, ConsentKind, Form, Right, Status

LISTED_MOST = 100


@reads(Right.CONSENT_READ)
def list_answers(look: Look, *, arising_from: Ref) -> tuple[Answer, ...]:
    """What everybody said in one matter, in the order in which it was recorded, as far as this person may know."""
    return _answers(arising_from)


@reads(Right.CONSENT_READ)
def list_answers_about(look: Look, *, child_id: UUID) -> tuple[Answer, ...]:
    """What everybody said about sharing information about one child, in the order of recording."""
    rows = Consent.objects.filter(about_child_id=child_id).order_by("recorded_at", "id")[:LISTED_MOST]
    return tuple(_answer(row) for row in rows)


@finds
def answers(act: Act, *, arising_from: Ref) -> tuple[Answer, ...]:
    """What everybody said in a matter to which the deed was admitted."""
    return _answers(arising_from)


def _answers(arising_from: Ref) -> tuple[Answer, ...]:
    rows = Consent.objects.filter(arising_from_kind=arising_from.kind, arising_from_id=arising_from.id)
    return tuple(_answer(row) for row in rows.order_by("recorded_at", "id")[:LISTED_MOST])


def _answer(row: Consent) -> Answer:
    return Answer(
        id=row.id,
        kind=ConsentKind(row.kind),
        giver=row.giver_as_named,
        giver_adult_id=row.giver_adult_id,
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
