"""Recording what one person said, or that they did not answer."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from alongside.access.context import day_in_london
from alongside.access.gate import Act, writes
from alongside.access.words import Ref, Refused
from alongside.consent import queries
from alongside.consent.commands.following import supersede
from alongside.consent.commands.outweighing import carried_now, find_outweighed
from alongside.consent.commands.rows import (
    address_to_giver,
    own_request,
    question_again,
    text_shown,
    weigh,
)
from alongside.consent.finding import is_against
from alongside.consent.models import Consent
from alongside.consent.rules import LONGEST_REVIEW, Permission
from alongside.consent.words import (
    ASKING_ADDS_DANGER,
    AbsentReason,
    Authority,
    Category,
    ConsentKind,
    Explained,
    Form,
    Interpreted,
    Invalid,
    Leaf,
    May,
    Presence,
    Right,
    Status,
)
from alongside.duties import commands as duties
from alongside.duties.words import Owed
from alongside.families import queries as families
from alongside.families.queries import ChildCard
from alongside.families.words import ParentalResponsibility


@dataclass(frozen=True, slots=True)
class Said:
    """What one person said, as it was typed. `giver_adult_id` is None for the child or someone else, named.

    `giver_responsibility` is what is known of someone who is not in the family's record; None for all others. What
    follows `kind` says how it was explained and by what it can be proved (rulebook 4.3, 4.4).
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
    witness: str = ""
    evidence_ref: str = ""
    explained_how: Explained | None = None
    language: str = ""
    interpreted: Interpreted | None = None
    interpreter: str = ""
    feared_present: Presence | None = None
    text_shown: str = ""
    told_later: str = ""
    advice_from: str = ""
    who_decided: str = ""


@writes(Right.CONSENT_RECORD)
def record_consent(act: Act, *, child_id: UUID, arising_from: Ref, said: Said) -> UUID:
    """Record what one person said about sharing (rulebook 4.4). An earlier answer stays and is superseded.

    What looks like an agreement and is none, by who gave it or how, is kept as such: it never counts (4.3, E4, E25).
    A no holds what rests on somebody else's yes, where it stands against it (E1, E27).
    Raises Refused for an agreement without a review date, or with one more than six months away (rulebook 4.5), and
    where it is to say that somebody was not asked who has answered.
    """
    child = families.child(act, child_id=child_id)
    _refuse_bad_review(said)
    _refuse_half_said(said)
    _refuse_not_asked_after_all(arising_from, said)
    if said.giver_adult_id is not None:
        families.adult_of(act, child_id=child_id, adult_id=said.giver_adult_id)
    permission = _permission(act, child_id, arising_from, said)
    invalid = _why_none(said, permission) if said.status is Status.GIVEN else None
    before = carried_now(act, child_id=child_id)
    row = _lay(act, child, arising_from, said, permission=permission, invalid=invalid)
    about = Ref("consent", row.id)
    act.note(Leaf.CONSENT_KEPT_AS_INVALID if invalid else Leaf.CONSENT_RECORDED, about=about)
    address_to_giver(act, row=row)
    if invalid:
        _owe_the_right_person(act, row)
    weigh(act, row=row)
    supersede(act, row=row)
    if is_against(row):
        find_outweighed(act, child_id=child_id, before=before, by=row)
    return row.id


@writes(Right.CONSENT_RECORD)
def record_no_reply(act: Act, *, request_id: UUID, words: str) -> UUID:
    """Record that a person who was asked has not replied. It is no consent, and no refusal (rulebook E22).

    Raises NotThere unless it is a request of one's own agency, and Refused where they have answered.
    """
    request = own_request(act, request_id=request_id)
    if not words:
        raise Refused("Say how often you tried, and when.", field="words")
    row = Consent.objects.create(
        **question_again(act, row=request),
        status=Status.NO_REPLY,
        absent_reason=AbsentReason.CANNOT_BE_REACHED,
        words=words,
        answered_on=day_in_london(act.now),
        recorded_at=act.now,
    )
    act.note(Leaf.CONSENT_RECORDED, about=Ref("consent", row.id))
    return row.id


def _permission(act: Act, child_id: UUID, arising_from: Ref, said: Said) -> Permission | None:
    """Whether this person may agree about the child; None where it is somebody who is not on record."""
    found = queries.who_may(act, child_id=child_id, arising_from=arising_from)
    if said.giver_adult_id is not None:
        return next((p for p in found if p.adult_id == said.giver_adult_id), None)
    if said.giver_responsibility is None:
        return found[0]
    no = said.giver_responsibility is ParentalResponsibility.NO
    reason = f"{said.giver}. Parental responsibility: {said.giver_responsibility.label.lower()}."
    seen = said.giver_responsibility is ParentalResponsibility.SEEN
    decides = found[0].may is May.MAY  # a child who decides is not replaced by anybody
    may = May.MAY_NOT if no or decides else May.MAY if seen else May.NOT_KNOWN
    held = Authority.RESPONSIBILITY if may is May.MAY else Authority.NONE
    return Permission(None, said.giver, may, reason, "", held)


def _why_none(said: Said, permission: Permission | None) -> Invalid | None:
    """Why what was said is no consent; None where nothing speaks against it (rulebook 4.3, E4, E25)."""
    if said.interpreted is Interpreted.RELATIVE:
        return Invalid.RELATIVE_INTERPRETED
    if said.feared_present is Presence.YES:
        return Invalid.IN_FRONT_OF_SOMEONE_FEARED
    if permission is not None and permission.may is May.MAY_NOT:
        return Invalid.GIVER_LACKS_AUTHORITY
    return None


def _lay(
    act: Act,
    child: ChildCard,
    arising_from: Ref,
    said: Said,
    *,
    permission: Permission | None,
    invalid: Invalid | None,
) -> Consent:
    absent = AbsentReason.NOT_VALID if invalid else _absent_reason(said)
    text = text_shown(act, child=child, arising_from=arising_from, text=said.text_shown)
    return Consent.objects.create(
        agency_id=act.ctx.agency_id,
        case_id=child.case_id,
        author_membership_id=act.ctx.membership_id,
        about_child_id=child.id,
        child_as_named=child.name,
        arising_from_kind=arising_from.kind,
        arising_from_id=arising_from.id,
        giver_adult_id=said.giver_adult_id,
        giver_as_named=said.giver,
        giver_responsibility=said.giver_responsibility or "",
        authority=permission.authority if permission else Authority.NONE,
        authority_reason=permission.reason if permission else "",
        kind=said.kind,
        status=Status.NOT_VALID if invalid else said.status,
        absent_reason=absent,
        invalid_reason=invalid or "",
        words=said.words,
        recipient_as_named=said.recipient,
        purpose=said.purpose,
        allowed=list(said.allowed),
        excluded=list(said.excluded),
        text_shown_id=text,
        answered_on=said.answered_on,
        review_by=said.review_by,
        recorded_at=act.now,
        **_how(act, said),
    )


def _how(act: Act, said: Said) -> dict[str, object]:
    """How it was said and explained, as far as it was typed."""
    return {
        "form": said.form or "",
        "witness": said.witness,
        "evidence_ref": said.evidence_ref,
        "explainer_id": act.ctx.membership_id if said.explained_how or said.text_shown else None,
        "explained_how": said.explained_how or "",
        "language": said.language,
        "interpreted": said.interpreted or "",
        "interpreter": said.interpreter,
        "feared_present": said.feared_present or "",
        "told_later": said.told_later,
        "advice_from": said.advice_from,
        "who_decided": said.who_decided,
    }


def _owe_the_right_person(act: Act, row: Consent) -> None:
    duties.owe(
        act,
        what=Owed.ASK_RIGHT_PERSON,
        by_membership_id=act.ctx.membership_id,
        arising_from=Ref("consent", row.id),
        agency_id=row.agency_id,
        case_id=row.case_id,
    )


def _absent_reason(said: Said) -> str:
    if said.status is Status.REFUSED:
        return AbsentReason.REFUSED
    return said.absent_reason or ""


def _refuse_half_said(said: Said) -> None:
    if said.interpreted is Interpreted.INDEPENDENT and not said.interpreter:
        raise Refused("Write the interpreter’s name, so that it is seen who it was.", field="interpreter")
    if said.interpreted is Interpreted.RELATIVE and not said.interpreter:
        raise Refused(
            "Write who interpreted. A relative cannot, so this is kept and does not count.",
            field="interpreter",
        )


def _refuse_not_asked_after_all(arising_from: Ref, said: Said) -> None:
    """Whoever answered was asked. That asking them again could bring danger may still be written down (4.6, E3)."""
    if said.status is not Status.NOT_ASKED or said.absent_reason in ASKING_ADDS_DANGER:
        return
    theirs = Consent.objects.filter(
        arising_from_id=arising_from.id,
        recipient_as_named=said.recipient,
        giver_adult_id=said.giver_adult_id,
        giver_responsibility=said.giver_responsibility or "",
        status__in=(Status.GIVEN, Status.REFUSED, Status.NOT_VALID),
    )
    named = theirs.filter(giver_as_named=said.giver) if said.giver_responsibility else theirs
    if last := named.order_by("-recorded_at", "-id").first():
        raise Refused(
            f"{said.giver} was asked: they answered about {said.recipient} on {last.answered_on.day}"
            f" {last.answered_on:%B %Y}, and that answer stands. If they have said something else since, write that"
            " down. If asking them again could bring danger, choose that as the reason.",
            field="status",
        )


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
