"""What a record of the ledger is: answered, running, a no, still the last word; and whether its person is to be asked."""

from datetime import datetime
from uuid import UUID

from alongside.access.words import Refused
from alongside.consent import reading
from alongside.consent.models import Consent, ConsentChange
from alongside.consent.reading import Moment
from alongside.consent.rules import latest
from alongside.consent.words import ASKING_ADDS_DANGER, ENDS, Invalid, Status


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
    lacks = row.status == Status.NOT_VALID and row.invalid_reason == Invalid.GIVER_LACKS_AUTHORITY
    if lacks and row.giver_adult_id is not None:
        _refuse_ended(row, now)
    else:
        refuse_unless_running(row, now=now)


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
    """Whether it was decided not to ask this person, because it could add danger; None names the child.

    What was decided of a person holds for everything about this child until somebody decides otherwise (E3).
    """
    said = Consent.objects.filter(about_child_id=child_id, giver_adult_id=giver_adult_id)
    last = said.filter(giver_responsibility="").order_by("-recorded_at", "-id").first()
    return last is not None and last.absent_reason in ASKING_ADDS_DANGER
