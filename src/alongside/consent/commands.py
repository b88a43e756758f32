"""The writes of consent."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from alongside.access.gate import Act, writes
from alongside.access.words import Ref, Refused
from alongside.consent.models import Consent
from alongside.consent.rules import LONGEST_REVIEW
from alongside.consent.words import AbsentReason, Category, ConsentKind, Form, Leaf, Right, Status
from alongside.families import queries as families
from alongside.families.words import ParentalResponsibility


@dataclass(frozen=True, slots=True)
class Said:
    """What one person said, as it was typed. `giver_adult_id` is None for the child or someone else, named.

    `giver_responsibility` is what is known of someone who is not in the family's record; None for all others.
    """

    giver_adult_id: UUID | None
    giver: str
    status: Status
    words: str
    recipient: str
    purpose: str
    answered_on: date
    absent_reason: AbsentReason | None = None
    allowed: tuple[Category, ...] = ()
    excluded: tuple[Category, ...] = ()
    form: Form | None = None
    review_by: date | None = None
    kind: ConsentKind = ConsentKind.OPENNESS_AGREEMENT
    giver_responsibility: ParentalResponsibility | None = None


@writes(Right.CONSENT_RECORD)
def record_consent(act: Act, *, child_id: UUID, arising_from: Ref, said: Said) -> UUID:
    """Record what one person said about sharing (rulebook 4.4). An earlier answer stays and is superseded.

    Raises Refused for an agreement without a review date, or with one more than six months away (rulebook 4.5).
    """
    child = families.child(act, child_id=child_id)
    _refuse_bad_review(said)
    if said.giver_adult_id is not None:
        families.adult_of(act, child_id=child_id, adult_id=said.giver_adult_id)
    consent = Consent.objects.create(
        agency_id=act.ctx.agency_id,
        case_id=child.case_id,
        author_membership_id=act.ctx.membership_id,
        about_child_id=child_id,
        arising_from_kind=arising_from.kind,
        arising_from_id=arising_from.id,
        giver_adult_id=said.giver_adult_id,
        giver_as_named=said.giver,
        giver_responsibility=said.giver_responsibility or "",
        kind=said.kind,
        status=said.status,
        absent_reason=_absent_reason(said),
        words=said.words,
        recipient_as_named=said.recipient,
        purpose=said.purpose,
        allowed=list(said.allowed),
        excluded=list(said.excluded),
        form=said.form or "",
        answered_on=said.answered_on,
        review_by=said.review_by,
        recorded_at=act.now,
    )
    act.note(Leaf.CONSENT_RECORDED, about=Ref("consent", consent.id))
    return consent.id


def _absent_reason(said: Said) -> str:
    if said.status is Status.REFUSED:
        return AbsentReason.REFUSED
    return said.absent_reason or ""


def _refuse_bad_review(said: Said) -> None:
    if said.status is not Status.GIVEN:
        return
    if said.review_by is None:
        raise Refused("Say by when this agreement is looked at again.", field="review_by")
    if said.review_by < said.answered_on:
        raise Refused("Give a review date after the day on which they agreed.", field="review_by")
    if said.review_by > said.answered_on + LONGEST_REVIEW:
        raise Refused(
            "Give a review date within six months of the day they agreed, because an agreement is not for ever.",
            field="review_by",
        )
