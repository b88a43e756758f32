"""The reads of the family's own pages."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from alongside.access.context import LONDON, day_in_london
from alongside.access.gate import Look, reads
from alongside.access.words import NotThere, Ref, Standing
from alongside.directory import queries as directory
from alongside.families import queries as families
from alongside.portal import rules
from alongside.portal.models import FamilyLink, Signature
from alongside.portal.words import Part, Reader, Right, State, Way

LISTED_MOST = 50


@dataclass(frozen=True, slots=True)
class LinkCard:
    """A private link as its practitioner sees it: for whom, how it stands, when it was last used. No secret."""

    id: UUID
    person: str
    way: Way
    given_by: str
    given_at: datetime
    until_at: datetime
    last_opened_at: datetime | None
    state: State


@dataclass(frozen=True, slots=True)
class SignatureCard:
    """A name under an answer, for practitioners: who signed, what, and the picture of it, if they drew one."""

    person: str
    name: str
    drawn_id: UUID | None
    way: Way
    consent_id: UUID
    signed_at: datetime


@dataclass(frozen=True, slots=True)
class MyPage:
    """One person's own page: what it is for, who opened it for them, until when."""

    person: str
    child: str
    written_for: Reader
    purpose: str
    parts: frozenset[Part]
    language: str
    way: Way
    given_by: str
    given_by_role: str
    agency_name: str
    telephone: str
    until_on: date
    about_child_id: UUID
    adult_id: UUID | None
    given_by_membership_id: UUID
    link_id: UUID


@reads(Right.FAMILY_LINK_READ)
def list_links(look: Look, *, child_id: UUID) -> tuple[LinkCard, ...]:
    """The private links given about a child, newest first, at most 50."""
    rows = FamilyLink.objects.filter(about_child_id=child_id).select_related(
        "author_membership__practitioner"
    )
    of_age = _of_age(look, child_id)
    return tuple(_card(row, look.now, of_age) for row in rows.order_by("-given_at", "-id")[:LISTED_MOST])


@reads(Right.FAMILY_LINK_READ)
def open_link(look: Look, *, link_id: UUID) -> tuple[LinkCard, UUID]:
    """One private link and the child it is about. Raises NotThere."""
    rows = FamilyLink.objects.filter(id=link_id, agency_id=look.ctx.agency_id)
    row = rows.select_related("author_membership__practitioner").first()
    if row is None:
        raise NotThere
    look.opens(Ref("family_link", row.id))
    return _card(row, look.now, _of_age(look, row.about_child_id)), row.about_child_id


@reads(Right.FAMILY_PAGE_OPEN, to=(Standing.FAMILY,))
def open_my_page(look: Look, *, link_id: UUID) -> MyPage:
    """One's own page. Raises NotThere."""
    row = FamilyLink.objects.filter(id=link_id, reader_id=look.ctx.membership_id).first()
    if row is None:
        raise NotThere
    look.opens(Ref("family_link", row.id))
    giver = directory.card_of(row.author_membership_id)
    agency = directory.agency_card(row.agency_id)
    return MyPage(
        row.person_as_named,
        row.child_as_named,
        Reader(row.written_for),
        row.purpose,
        frozenset(Part(part) for part in row.parts),
        row.language,
        Way(row.way),
        giver.name if giver else "",
        giver.role if giver else "",
        agency.name if agency else "",
        (giver.telephone if giver else "") or (agency.telephone if agency else ""),
        day_in_london(row.until_at),
        row.about_child_id,
        row.adult_id,
        row.author_membership_id,
        row.id,
    )


@reads(Right.FAMILY_LINK_READ)
def list_signatures(look: Look, *, child_id: UUID) -> tuple[SignatureCard, ...]:
    """What people of a child's family put their names under at their own pages, newest first, at most 50."""
    rows = Signature.objects.filter(about_child_id=child_id).order_by("-signed_at", "-id")[:LISTED_MOST]
    return tuple(
        SignatureCard(
            row.person_as_named, row.name_as_typed, row.drawn_id, Way(row.way), row.signed_id, row.signed_at
        )
        for row in rows
    )


def _of_age(look: Look, child_id: UUID) -> datetime | None:
    """When the child's adults lose their pages, by the date of birth as it stands now (E5)."""
    child = families.find_child(look, child_id=child_id)
    return rules.comes_of_age(child.born_on, zone=LONDON) if child and child.born_on else None


def _card(row: FamilyLink, now: datetime, of_age: datetime | None) -> LinkCard:
    until = min(row.until_at, of_age) if of_age and row.adult_id else row.until_at
    return LinkCard(
        row.id,
        row.person_as_named,
        Way(row.way),
        row.author_membership.practitioner.name,
        row.given_at,
        until,
        row.last_opened_at,
        _state(row, now, until),
    )


def _state(row: FamilyLink, now: datetime, until: datetime) -> State:
    if row.ending:
        return State[row.ending.upper()]
    return State.RUNNING if until > now else State.EXPIRED
