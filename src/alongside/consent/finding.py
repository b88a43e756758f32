"""What a record of the ledger is: answered, running, a no, still the last word; and whether its person is to be asked."""

from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef

from alongside.access.words import Refused
from alongside.consent import reading
from alongside.consent.models import Consent, ConsentChange
from alongside.consent.reading import Moment
from alongside.consent.rules import latest
from alongside.consent.words import ASKING_ADDS_DANGER, ENDS, Invalid, Recorder, Status


def refuse_answered(row: Consent, *, now: datetime) -> None:
    """Raise Refused where a request has been answered already."""
    if reading.answered_requests([row], moment=Moment.now(now)):
        raise Refused("This was answered already. Look at the answer.")


def refuse_unless_running(row: Consent, *, now: datetime) -> None:
    """Raise Refused for a record that is no running agreement, or no longer the last word of this person."""
    if row.status != Status.GIVEN:
        raise Refused("This is no agreement that still runs. Look at what became of it.")
    _refuse_ended(row, now)


def refuse_unless_to_take_back(row: Consent, *, now: datetime) -> None:
    """The same for taking it back. What is no consent for the child may count for what is about the giver themselves."""
    if may_count_for_own(row):
        _refuse_ended(row, now)
    else:
        refuse_unless_running(row, now=now)


def may_count_for_own(row: Consent) -> bool:
    """Whether it is no consent for the child, and may count for what is about the adult who gave it (rulebook 4.2)."""
    lacks = row.status == Status.NOT_VALID and row.invalid_reason == Invalid.GIVER_LACKS_AUTHORITY
    return lacks and row.giver_adult_id is not None


def _refuse_ended(row: Consent, now: datetime) -> None:
    if ConsentChange.objects.filter(consent=row, change__in=ENDS).exists():
        raise Refused("This is no agreement that still runs. Look at what became of it.")
    if is_superseded(row, now=now):
        raise Refused("They have answered again since. Change that answer instead.")


def is_superseded(row: Consent, *, now: datetime) -> bool:
    """Whether a record is no longer this person's last word on the question, in its matter."""
    moment = Moment.now(now)
    rows = reading.rows_of(moment=moment).filter(
        arising_from_id=row.arising_from_id, recipient_as_named=row.recipient_as_named
    )
    said = reading.answers_from(tuple(rows[: reading.LISTED_MOST]), facts=reading.NOBODY_KNOWN, moment=moment)
    return row.id not in {a.id for a in latest(said, recipient=row.recipient_as_named, at=now)}


def is_against(row: Consent) -> bool:
    """Whether an answer says no, to all or to some of what was asked."""
    return row.status == Status.REFUSED or bool(row.excluded)


def was_given_in_fear(row: Consent) -> bool:
    """Whether it was given in front of somebody feared, as was seen at once or found out later."""
    feared = Invalid.IN_FRONT_OF_SOMEONE_FEARED
    found = ConsentChange.objects.filter(consent=row, invalid_reason=feared)
    return row.invalid_reason == feared or found.exists()


def is_not_asked_for_danger(*, child_id: UUID, giver_adult_id: UUID | None) -> bool:
    """Whether it stands that this person is not asked, because it could add danger; None names the child."""
    return not_to_ask_for_danger(child_id=child_id, giver_adult_id=giver_adult_id) is not None


def not_to_ask_for_danger(*, child_id: UUID, giver_adult_id: UUID | None) -> Consent | None:
    """The newest decision not to ask this person that stands, because asking could add danger (rulebook 4.6, E3).

    It holds for everything about this child until a later word about the same recipient lifts it: what they said, as a
    practitioner wrote it down, or a decision not to ask them for another reason. That no reply comes, what they answer
    on their own page, where nobody knows who sits beside them, and whatever is about others leave it as it was.
    """
    theirs = Consent.objects.filter(
        about_child_id=child_id, giver_adult_id=giver_adult_id, giver_responsibility=""
    )
    lifted = theirs.filter(
        recipient_as_named=OuterRef("recipient_as_named"),
        recorded_at__gt=OuterRef("recorded_at"),
        answered_on__gte=OuterRef("answered_on"),
        status__in=(Status.GIVEN, Status.REFUSED, Status.NOT_ASKED),
        recorder=Recorder.PRACTITIONER,
    ).exclude(absent_reason__in=ASKING_ADDS_DANGER)
    stand = theirs.filter(~Exists(lifted), absent_reason__in=ASKING_ADDS_DANGER)
    return stand.order_by("-recorded_at", "-id").first()
