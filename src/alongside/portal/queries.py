"""The reads of the family's own pages."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from alongside.access.context import LONDON, day_in_london
from alongside.access.gate import Look, reads
from alongside.access.words import NotThere, Ref, Standing
from alongside.directory import queries as directory
from alongside.families import queries as families
from alongside.portal import rules
from alongside.portal.models import Dispatch, FamilyLink, Signature
from alongside.portal.words import Delivery, Part, Reader, Right, State, Way, WhyNotSent

LISTED_MOST = 50


@dataclass(frozen=True, slots=True)
class DispatchCard:
    """Where a link stands that goes by e-mail: by which safe contact, since when it waits, what became of it."""

    contact_label: str
    delivery: Delivery
    why: str
    queued_at: datetime
    failed_at: datetime | None
    settled_at: datetime | None
    ended_meanwhile: str  # "yes" where the link was ended while it left


@dataclass(frozen=True, slots=True)
class GivenLink:
    """Whose page about which child: what a sentence on Today needs."""

    id: UUID
    person: str
    child: str
    child_id: UUID
    given_at: datetime


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
    runs: str  # "yes" while it has not ended and its time has not run out
    sent: DispatchCard | None  # None for one that goes on paper, or for a screen handed over


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
    until_time: str  # the hour and the minute, as London's clocks show them
    about_child_id: UUID
    adult_id: UUID | None
    given_by_membership_id: UUID
    link_id: UUID


@reads(Right.FAMILY_LINK_READ)
def list_links(
    look: Look, *, child_id: UUID, stands: Mapping[UUID, State] | None = None
) -> tuple[LinkCard, ...]:
    """The private links given about a child, newest first, at most 50.

    `stands` is what the door would say of each now (commands.weigh_links), which no page may ask for itself.
    """
    rows = FamilyLink.objects.filter(about_child_id=child_id).select_related(
        "author_membership__practitioner"
    )
    of_age, sent = _of_age(look, child_id), _sent(child_id)
    return tuple(
        _card(row, look.now, of_age, stands=stands or {}, sent=sent)
        for row in rows.order_by("-given_at", "-id")[:LISTED_MOST]
    )


@reads(Right.FAMILY_LINK_READ)
def list_these(look: Look, *, ids: Collection[UUID]) -> tuple[GivenLink, ...]:
    """Whose pages these links are, as far as this person may know of them."""
    rows = FamilyLink.objects.filter(id__in=ids).order_by("id")
    return tuple(
        GivenLink(row.id, row.person_as_named, row.child_as_named, row.about_child_id, row.given_at)
        for row in rows
    )


@reads(Right.FAMILY_LINK_READ)
def open_link(look: Look, *, link_id: UUID, stands: Mapping[UUID, State]) -> tuple[LinkCard, UUID]:
    """One private link and the child it is about. `stands` is as in `list_links`. Raises NotThere."""
    rows = FamilyLink.objects.filter(id=link_id, agency_id=look.ctx.agency_id)
    row = rows.select_related("author_membership__practitioner").first()
    if row is None:
        raise NotThere
    look.opens(Ref("family_link", row.id))
    child_id = row.about_child_id
    card = _card(row, look.now, _of_age(look, child_id), stands=stands, sent=_sent(child_id))
    return card, child_id


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
        f"{row.until_at.astimezone(LONDON):%H:%M}",
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


def _sent(child_id: UUID) -> Mapping[UUID, DispatchCard]:
    """What became of each link about a child that goes by e-mail, by the link."""
    rows = (
        Dispatch.objects.filter(about_child_id=child_id)
        .select_related("link")
        .order_by("-queued_at", "-id")[:LISTED_MOST]
    )
    return {
        row.link_id: DispatchCard(
            row.contact_label,
            Delivery(row.delivery),
            WhyNotSent(row.why).label if row.why else "",
            row.queued_at,
            row.failed_at,
            row.settled_at,
            "yes" if row.link.ended_at and row.settled_at and row.link.ended_at <= row.settled_at else "",
        )
        for row in rows
    }


def _card(
    row: FamilyLink,
    now: datetime,
    of_age: datetime | None,
    *,
    stands: Mapping[UUID, State],
    sent: Mapping[UUID, DispatchCard],
) -> LinkCard:
    until = min(row.until_at, of_age) if of_age and row.adult_id else row.until_at
    state, dispatch = _state(row, now, until, stands), sent.get(row.id)
    if state is State.RUNNING and dispatch and dispatch.delivery is Delivery.WAITING:
        state = State.WAITS
    return LinkCard(
        row.id,
        row.person_as_named,
        Way(row.way),
        row.author_membership.practitioner.name,
        row.given_at,
        until,
        row.last_opened_at,
        state,
        "yes" if not row.ending and until > now else "",
        dispatch,
    )


def _state(row: FamilyLink, now: datetime, until: datetime, stands: Mapping[UUID, State]) -> State:
    if row.ending:
        return State[row.ending.upper()]
    return stands.get(row.id, State.RUNNING) if until > now else State.EXPIRED
