"""What a fresh answer, or a fresh day, means for whatever rests on an earlier answer of the same person (rulebook 4.5)."""

from alongside.access.gate import Act
from alongside.access.words import Ref
from alongside.consent.models import Consent, ConsentChange
from alongside.consent.reading import runs_of, who_said, whose
from alongside.consent.words import ENDS, Status
from alongside.reliance import commands as reliance
from alongside.reliance.words import Change as Relied

EARLIER_MOST = 50


def supersede(act: Act, *, row: Consent) -> None:
    """A later answer stands instead of this person's earlier yes. Part of the deed that records it.

    A no, or a yes to less, is a change of mind: what rests on the earlier yes is held and looked at again, and whoever
    received something is told. A yes to as much or more carries what rested on the earlier one.
    """
    if row.status not in {Status.GIVEN, Status.REFUSED}:
        return
    for earlier in _running_before(row):
        if row.status == Status.REFUSED or not _reaches(row, earlier=earlier):
            reliance.fact_changed(act, fact=Ref("consent", earlier.id), change=Relied.CONSENT_WITHDRAWN)
        else:
            _carry(act, row=row, earlier=earlier)
    if row.status == Status.GIVEN:
        follow_facts(act, row=row)


def follow_facts(act: Act, *, row: Consent) -> None:
    """From now on the day of an agreement follows the family's facts, and so does every earlier yes that it carries.

    Part of each deed that gives it a day: given, renewed, or reached beyond by something new.
    """
    own = runs_of(row, at=act.now)
    if own is None:
        return
    carried = [each for each in _running_before(row) if _reaches(row, earlier=each)]
    for each in (row, *carried):
        reliance.follow(
            act,
            thing=Ref("consent", each.id),
            fact=Ref("child", row.about_child_id),
            own=reliance.Own(own.begun_on, whose(row), own.due),
        )


def _running_before(row: Consent) -> list[Consent]:
    """What the same person agreed to before in the same matter, as far as it was never ended.

    What they said later stands, though it was written down before. A person on record is known by that, and not by the
    name under which each answer was written down.
    """
    ended = ConsentChange.objects.filter(change__in=ENDS).values("consent_id")
    same = Consent.objects.filter(
        arising_from_id=row.arising_from_id,
        recipient_as_named=row.recipient_as_named,
        giver_adult_id=row.giver_adult_id,
        kind=row.kind,
        status=Status.GIVEN,
        answered_on__lte=row.answered_on,
        recorded_at__lte=row.recorded_at,
    )
    before = same.exclude(id=row.id).exclude(id__in=ended).order_by("-recorded_at")[:EARLIER_MOST]
    return [each for each in before if who_said(each) == who_said(row)]


def _reaches(row: Consent, *, earlier: Consent) -> bool:
    """Whether a yes says at least as much as an earlier one, for the same purpose."""
    allowed, excluded = set(row.allowed), set(row.excluded)
    return (
        row.purpose == earlier.purpose
        and set(earlier.allowed) <= allowed
        and not excluded & set(earlier.allowed)
    )


def _carry(act: Act, *, row: Consent, earlier: Consent) -> None:
    reliance.rest(
        act,
        on=Ref("consent", row.id),
        thing=Ref("consent", earlier.id),
        owner_membership_id=earlier.author_membership_id,
        agency_id=earlier.agency_id,
        case_id=earlier.case_id,
    )
