"""Whether a record of the ledger is still the last word of the person whose it is."""

from alongside.access.words import Refused
from alongside.consent.models import Consent, ConsentChange
from alongside.consent.words import Change, Status


def refuse_answered(row: Consent) -> None:
    """Raise Refused where a request has been answered already."""
    answered = Consent.objects.filter(answers_request=row).exclude(status=Status.NO_REPLY).exists()
    if answered:
        raise Refused("This was answered already. Look at the answer.")


def refuse_unless_running(row: Consent) -> None:
    """Raise Refused for a record that is no running agreement, or no longer the last word of this person."""
    changes = ConsentChange.objects.filter(consent=row).exclude(change=Change.RENEWED)
    if row.status != Status.GIVEN or changes.exists():
        raise Refused("This is no agreement that still runs. Look at what became of it.")
    if is_superseded(row):
        raise Refused("They have answered again since. Change that answer instead.")


def is_superseded(row: Consent) -> bool:
    """Whether the same person answered the same question again, in the same matter."""
    later = Consent.objects.filter(
        arising_from_id=row.arising_from_id,
        recipient_as_named=row.recipient_as_named,
        giver_adult_id=row.giver_adult_id,
        giver_as_named=row.giver_as_named,
        kind=row.kind,
        recorded_at__gt=row.recorded_at,
    ).exclude(status__in=[Status.REQUESTED, Status.NO_REPLY])
    return later.exists()
