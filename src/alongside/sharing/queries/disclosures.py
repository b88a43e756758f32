"""The reads of what was disclosed to whom."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from alongside.access.gate import Act, Look, finds, reads
from alongside.access.words import NotThere, Ref
from alongside.sharing import freezing
from alongside.sharing.models import Disclosure
from alongside.sharing.rules import ListedItem
from alongside.sharing.words import WITHOUT_NAMES, Right

LISTED_MOST = 100


@dataclass(frozen=True, slots=True)
class DisclosurePage:
    """What was shared with one person, on what basis: all that the person asked sees of the matter.

    `child` is empty where nobody was named; `note_of_talk` where a question was sent and nobody has spoken.
    """

    id: UUID
    arising_from: Ref
    asker_agency_id: UUID
    asker_case_id: UUID | None
    asker_membership_id: UUID
    to_membership_id: UUID | None
    to_line_id: UUID | None
    child: str
    asker: str
    recipient: str
    question: str
    note_of_talk: str
    items: tuple[ListedItem, ...]
    basis: str
    disclosed_at: datetime


@reads(Right.DISCLOSURE_OPEN)
def list_my_inbox(look: Look) -> tuple[DisclosurePage, ...]:
    """What was shared with this person, newest first, at most 100."""
    rows = Disclosure.objects.filter(to_membership_id=look.ctx.membership_id).order_by("-disclosed_at")
    return tuple(_disclosure(row) for row in rows[:LISTED_MOST])


@reads(Right.DISCLOSURE_OPEN)
def open_disclosure(look: Look, *, disclosure_id: UUID) -> DisclosurePage:
    """What was shared with one person. Raises NotThere."""
    row = Disclosure.objects.filter(id=disclosure_id).first()
    if row is None:
        raise NotThere
    look.opens(Ref("disclosure", row.id))
    return _disclosure(row)


@reads(Right.DISCLOSURE_OPEN)
def list_disclosures(look: Look, *, arising_from: Ref) -> tuple[DisclosurePage, ...]:
    """What left in one matter, as far as this person may know, oldest first."""
    rows = Disclosure.objects.filter(arising_from_id=arising_from.id).order_by("disclosed_at", "id")
    return tuple(_disclosure(row) for row in rows[:LISTED_MOST])


@reads(Right.DISCLOSURE_OPEN)
def list_disclosures_about(look: Look, *, child_id: UUID) -> tuple[DisclosurePage, ...]:
    """Who knows what of one child: what left, as far as this person may know, newest first, at most 100."""
    rows = Disclosure.objects.filter(about_child_id=child_id).order_by("-disclosed_at", "-id")
    return tuple(_disclosure(row) for row in rows[:LISTED_MOST])


@reads(Right.DISCLOSURE_OPEN)
def list_these_disclosures(look: Look, *, ids: frozenset[UUID]) -> tuple[DisclosurePage, ...]:
    """These disclosures in one batch, as far as this person may know of them, at most 100."""
    return tuple(_disclosure(row) for row in Disclosure.objects.filter(id__in=ids)[:LISTED_MOST])


@finds
def disclosure(act: Act, *, disclosure_id: UUID) -> DisclosurePage:
    """A disclosure for a deed. Raises NotThere."""
    row = act.among(Disclosure.objects.filter(id=disclosure_id)).first()
    if row is None:
        raise NotThere
    return _disclosure(row)


def _disclosure(row: Disclosure) -> DisclosurePage:
    return DisclosurePage(
        id=row.id,
        arising_from=Ref(row.arising_from_kind, row.arising_from_id),
        asker_agency_id=row.agency_id,
        asker_case_id=row.case_id,
        asker_membership_id=row.author_membership_id,
        to_membership_id=row.to_membership_id,
        to_line_id=row.to_line_id,
        child=row.child_as_named or WITHOUT_NAMES,
        asker=row.asker_as_named,
        recipient=row.recipient_as_named,
        question=row.question,
        note_of_talk=row.note_of_talk,
        items=tuple(freezing.listed(item) for item in row.items),
        basis=row.basis,
        disclosed_at=row.disclosed_at,
    )
