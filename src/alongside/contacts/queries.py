"""The reads of safe contacts: a label, what must be heeded, never where it leads."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet

from alongside.access.context import LONDON
from alongside.access.gate import Act, Look, finds, reads
from alongside.access.words import NotThere, Ref, Refused, Standing
from alongside.contacts import rules
from alongside.contacts.models import HowToWrite, SafeContact
from alongside.contacts.words import BY_MAIL, ON_PAPER, Channel, Hiding, Never, Right, SafeTime, Wanted
from alongside.families import queries as families
from alongside.languages.words import Language

LISTED_MOST = 100


@dataclass(frozen=True, slots=True)
class ContactCard:
    """One way to reach one person, as pages may show it."""

    id: UUID
    child_id: UUID
    adult_id: UUID | None
    person_id: UUID
    name: str
    number: int
    channel: Channel
    times: str
    safe_times: tuple[SafeTime, ...]
    sender: str
    never: tuple[Never, ...]
    never_words: str
    hiding: Hiding
    hidden_from: tuple[UUID, ...]
    verified_on: date | None
    verified_by: str
    verified_how: str
    added_by: str
    added_at: datetime
    ended_at: datetime | None
    why_not_on_paper: str  # why no letter may go by it, as a sentence; empty where one may
    why_not_by_mail: str  # why no e-mail may go by it, likewise
    is_own_agencys: bool

    @property
    def label(self) -> str:
        """What pages, letters and the log call it."""
        return f"Safe contact {self.number}"


@dataclass(frozen=True, slots=True)
class Writing:
    """How one person is written to. Of whom nobody said anything: in English, in ordinary print."""

    language: Language = Language.EN
    large_print: Wanted = Wanted.NO
    interpreter: Wanted = Wanted.NO


@reads(Right.CONTACT_READ)
def list_contacts(look: Look, *, child_id: UUID) -> tuple[ContactCard, ...]:
    """The safe contacts of a child and of the adults in the child's life, as far as this person may know of them."""
    rows = _rows().filter(about_child_id=child_id).order_by("person_as_named", "number")[:LISTED_MOST]
    return _cards(rows, agency_id=look.ctx.agency_id)


@reads(Right.CONTACT_READ)
def open_contact(look: Look, *, contact_id: UUID) -> ContactCard:
    """One safe contact of one's own agency, to put right, verify or end. Raises NotThere."""
    row = _rows().filter(id=contact_id, agency_id=look.ctx.agency_id, ended_at__isnull=True).first()
    if row is None:
        raise NotThere
    look.opens(Ref("contact", row.id))
    beside = _rows().filter(about_child_id=row.about_child_id, person_id=row.person_id)[:LISTED_MOST]
    return next(card for card in _cards(beside, agency_id=look.ctx.agency_id) if card.id == contact_id)


@finds
def usable_route(
    act: Act, *, contact_id: UUID, child_id: UUID, adult_id: UUID | None, among: frozenset[Channel]
) -> ContactCard:
    """A safe contact of this very person by which something may go now (E39).

    Raises NotThere for one of somebody else, and Refused where it has ended, is not verified, does not fit, is what
    the person said must never be used, or where nobody knows from whom the place is kept. The installation, which
    sends what waited, heeds what any agency wrote down.
    """
    person_id = adult_id or child_id
    rows = _rows().filter(about_child_id=child_id, person_id=person_id)
    beside = rows if act.ctx.standing is Standing.UPKEEP else act.among(rows)
    cards = _cards(beside[:LISTED_MOST], agency_id=act.ctx.agency_id)
    card = next((card for card in cards if card.id == contact_id), None)
    if card is None:
        raise NotThere
    if refusal := rules.why_not(_route(card, never=_never_of(cards)), among=among):
        raise Refused(refusal, field="contact")
    if rules.is_hidden_from(person_id, hiding=card.hiding, hidden_from=card.hidden_from):
        raise Refused(rules.UNSURE, field="contact")
    return card


@finds
def out_of_safe_time(act: Act, *, contact_ids: Collection[UUID]) -> frozenset[UUID]:
    """By which of these safe contacts no message may leave now, because it would arrive at an unsafe time (E39).

    One that has ended is not among them: by that none leaves at any time, and none need wait to hear it.
    """
    now = act.now.astimezone(LONDON)
    rows = SafeContact.objects.filter(id__in=contact_ids, ended_at__isnull=True)
    return frozenset(
        row.id
        for row in rows[: len(contact_ids)]
        if not rules.is_safe_time([SafeTime(each) for each in row.safe_times], at=now)
    )


@reads(Right.HOW_TO_WRITE_READ)
def list_how_to_write(look: Look, *, child_id: UUID) -> Mapping[UUID | None, Writing]:
    """How each person of a child's family is written to, where somebody said so; None is the child."""
    case_id = families.open_child(look.ctx, child_id=child_id).child.case_id
    rows = HowToWrite.objects.filter(case_id=case_id).order_by("said_at", "id")
    return _latest(rows[:LISTED_MOST], child_id=child_id)


@finds
def how_to_write(act: Act, *, child_id: UUID, adult_id: UUID | None) -> Writing:
    """How one person is written to, for the deed that writes to them."""
    case_id = families.child(act, child_id=child_id).case_id
    rows = act.among(HowToWrite.objects.filter(case_id=case_id, person_id=adult_id or child_id))
    return _latest(rows.order_by("-said_at", "-id")[:1], child_id=child_id).get(adult_id, Writing())


def _latest(rows: Iterable[HowToWrite], *, child_id: UUID) -> Mapping[UUID | None, Writing]:
    """What was said last of each person. A sibling in the same case is not this child."""
    return {
        row.adult_id: Writing(Language(row.language), Wanted(row.large_print), Wanted(row.interpreter))
        for row in rows
        if row.adult_id or row.person_id == child_id
    }


def _rows() -> QuerySet[SafeContact]:
    return SafeContact.objects.select_related("author_membership__practitioner", "verified_by__practitioner")


def _cards(rows: QuerySet[SafeContact], *, agency_id: UUID) -> tuple[ContactCard, ...]:
    cards = [_card(row, agency_id=agency_id) for row in rows]
    return tuple(_judged(card, cards) for card in cards)


def _judged(card: ContactCard, among: list[ContactCard]) -> ContactCard:
    same = tuple(other for other in among if other.person_id == card.person_id)
    route = _route(card, never=_never_of(same))
    return replace(
        card,
        why_not_on_paper=rules.why_not(route, among=ON_PAPER),
        why_not_by_mail=rules.why_not(route, among=BY_MAIL),
    )


def _never_of(cards: tuple[ContactCard, ...]) -> frozenset[Never]:
    """Everything that a person said must never be sent, on any of their contacts that stands."""
    return frozenset(each for card in cards if card.ended_at is None for each in card.never)


def _route(card: ContactCard, *, never: frozenset[Never]) -> rules.Route:
    ended = card.ended_at.isoformat() if card.ended_at else ""
    return rules.Route(card.channel, never, card.verified_on, ended, card.hiding, card.safe_times)


def _card(row: SafeContact, *, agency_id: UUID) -> ContactCard:
    return ContactCard(
        id=row.id,
        child_id=row.about_child_id,
        adult_id=row.adult_id,
        person_id=row.person_id,
        name=row.person_as_named,
        number=row.number,
        channel=Channel(row.channel),
        times=row.times,
        safe_times=tuple(SafeTime(each) for each in row.safe_times),
        sender=row.sender,
        never=tuple(Never(each) for each in row.never),
        never_words=row.never_words,
        hiding=Hiding(row.hiding),
        hidden_from=rules.keys_of(row.hidden_from),
        verified_on=row.verified_on,
        verified_by=row.verified_by.practitioner.name if row.verified_by else "",
        verified_how=row.verified_how,
        added_by=row.author_membership.practitioner.name,
        added_at=row.added_at,
        ended_at=row.ended_at,
        why_not_on_paper="",
        why_not_by_mail="",
        is_own_agencys=row.agency_id == agency_id,
    )
