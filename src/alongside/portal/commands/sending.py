"""A private link by e-mail to a safe contact: queued by the deed that gives it, sent at a safe time or not at all."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from uuid import UUID

from django.db.models import QuerySet

from alongside.access.context import day_in_london
from alongside.access.gate import Act, keeps, writes
from alongside.access.words import NotThere, Ref, Refused, Standing, Tray, Unsaid
from alongside.contacts import commands as contacts
from alongside.contacts import queries as contact_queries
from alongside.contacts.sealing import Changed, seal, unseal
from alongside.contacts.words import BY_MAIL
from alongside.directory import queries as directory
from alongside.languages import rules as languages
from alongside.languages.rules import say
from alongside.languages.words import Language
from alongside.portal import rules
from alongside.portal.commands.reaching import stands
from alongside.portal.commands.sent import give_up, lose_sight
from alongside.portal.models import Dispatch, FamilyLink, LinkKey
from alongside.portal.words import Delivery, Leaf, Right, State, WhyNotSent

SENT_AT_ONCE_MOST = 500
NOT_APPROVED = (
    "Nobody who speaks {language} has approved its texts yet, so no e-mail is sent in it. Choose English, or give the "
    "link together with an interpreter."
)
TELLING_SENDER = (
    "The name for the outside of this safe contact says too much for an e-mail. End it and add it anew with a name that "
    "gives nothing away."
)


@dataclass(frozen=True, slots=True)
class ByMail:
    """By which safe contact of the same person a link goes, and its address with the token, which is kept sealed."""

    contact_id: UUID
    address: Unsaid


@dataclass(frozen=True, slots=True)
class Mail:
    """One e-mail, as the one deed that addresses it hands it over."""

    to: Unsaid
    sender: str
    subject: str
    text: Unsaid


class Envelope(Tray):
    """Where a deed puts an e-mail for whoever sends it. Nothing keeps it, and nothing is in it where none goes."""

    __slots__ = ("mail",)

    def __init__(self) -> None:
        super().__init__()
        self.mail: Mail | None = None


def queue_link(act: Act, *, link: FamilyLink, mail: ByMail) -> None:
    """Let a link wait for a safe time of a contact. Raises NotThere for another's, Refused where none may go (E39)."""
    spoken = Language(link.language)
    if not languages.is_approved(spoken):
        raise Refused(NOT_APPROVED.format(language=spoken.in_english), field="language")
    card = contact_queries.usable_route(
        act, contact_id=mail.contact_id, child_id=link.about_child_id, adult_id=link.adult_id, among=BY_MAIL
    )
    agency, giver = directory.agency_card(link.agency_id), directory.card_of(link.author_membership_id)
    people = (link.person_as_named, link.child_as_named, giver.name if giver else "")
    if rules.gives_away(card.sender, people=people, agency=agency.name if agency else ""):
        raise Refused(TELLING_SENDER, field="contact")
    _refuse_words(act, link, card.sender)
    row = Dispatch.objects.create(
        agency_id=link.agency_id,
        case_id=link.case_id,
        author_membership_id=link.author_membership_id,
        link=link,
        about_child_id=link.about_child_id,
        contact_id=mail.contact_id,
        contact_label=card.label,
        queued_at=act.now,
    )
    key = LinkKey.objects.get(link=link)
    key.to_send = seal(mail.address.words, bound_to=_bound(key))
    key.save(update_fields=["to_send"])
    act.note(Leaf.FAMILY_LINK_QUEUED, about=Ref("dispatch", row.id))


@keeps(Right.FAMILY_LINK_SEND, to=(Standing.UPKEEP,))
def list_to_send(act: Act) -> tuple[UUID, ...]:
    """The links that wait and whose safe time is now, and those that are to be given up, oldest first, at most 500.

    Given up are, at any hour, those that may not go any more, and those whose round never came back. Nothing is
    written.
    """
    return tuple(islice(_ready(act, _rows().order_by("queued_at", "id")), SENT_AT_ONCE_MOST))


@writes(Right.FAMILY_LINK_SEND, to=(Standing.UPKEEP,))
def address_link(act: Act, *, dispatch_id: UUID, envelope: Envelope) -> None:
    """Ask once more whether a link may go now; then open its place, put the e-mail into the envelope, and hold it.

    No other round sends it while it is held. Where nothing is in the envelope afterwards, none goes: what may not go
    any more was given up for good, its link ends, and whoever gave it owes a look. Of one whose round never came back
    nobody knows whether it went. Raises NotThere for one that does not wait, is held, or whose safe time is not now;
    NoSuchKey where this installation was not given the key of its address: it waits.
    """
    row = _in_hand(dispatch_id)
    if row.held_until_at is not None:
        if row.held_until_at > act.now:
            raise NotThere
        lose_sight(act, row=row)
        return
    why = _why_not(act, row.link)
    if why is None and contact_queries.out_of_safe_time(act, contact_ids=(row.contact_id,)):
        raise NotThere
    try:
        envelope.mail = None if why else _written(act, row)
    except (NotThere, Refused):
        why = WhyNotSent.UNSAFE
    except Changed:
        why = WhyNotSent.UNREADABLE
    if why is not None:
        give_up(act, row=row, why=why)
        return
    row.delivery, row.held_until_at = Delivery.LEAVING, act.now + rules.HOLD
    row.save(update_fields=["delivery", "held_until_at"])
    act.note(Leaf.FAMILY_LINK_ADDRESSED, about=Ref("dispatch", row.id))


@writes(Right.FAMILY_LINK_SEND, to=(Standing.UPKEEP,))
def reseal_links(act: Act) -> None:
    """Seal every link that waits anew under the key in use, after that was changed."""
    for key in LinkKey.objects.filter(to_send__isnull=False).order_by("id").iterator():
        words = unseal(bytes(key.to_send or b""), bound_to=_bound(key))
        key.to_send = seal(words, bound_to=_bound(key))
        key.save(update_fields=["to_send"])
    act.note(Leaf.FAMILY_LINK_RESEALED, about=None)


def _rows() -> QuerySet[Dispatch]:
    """The links of which it is not settled yet whether they go."""
    return Dispatch.objects.filter(delivery__in=(Delivery.WAITING, Delivery.LEAVING)).select_related("link")


def _in_hand(dispatch_id: UUID) -> Dispatch:
    row = _rows().filter(id=dispatch_id).first()
    if row is None:
        raise NotThere
    return row


def _ready(act: Act, rows: QuerySet[Dispatch]) -> Iterator[UUID]:
    """Those of the links in hand with which something is to be done now; the contacts of 500 are asked at once."""
    for start in range(0, rows.count(), SENT_AT_ONCE_MOST):
        some = rows[start : start + SENT_AT_ONCE_MOST]
        unsafe = contact_queries.out_of_safe_time(act, contact_ids=[row.contact_id for row in some])
        for row in some:
            if row.held_until_at is not None:
                is_ready = row.held_until_at <= act.now
            else:
                is_ready = row.contact_id not in unsafe or _why_not(act, row.link) is not None
            if is_ready:
                yield row.id


def _why_not(act: Act, link: FamilyLink) -> WhyNotSent | None:
    """Why a link may not go now: asked at the very moment of sending (E3, E5, E6, E35)."""
    if link.ended_at is not None or link.until_at <= act.now:
        return WhyNotSent.ENDED
    return None if stands(act, link=link) is State.RUNNING else WhyNotSent.HELD


def _written(act: Act, row: Dispatch) -> Mail:
    link = row.link
    place = contacts.place_of(
        act, contact_id=row.contact_id, child_id=link.about_child_id, adult_id=link.adult_id, among=BY_MAIL
    )
    _refuse_words(act, link, place.sender)
    key = LinkKey.objects.get(link=link)
    address = unseal(bytes(key.to_send or b""), bound_to=_bound(key))
    subject, paragraphs = _words(link)
    text = "\n\n".join(filter(None, (paragraphs[0], address, *paragraphs[1:], place.sender)))
    return Mail(Unsaid(place.where.words.strip()), place.sender, subject, Unsaid(text))


def _words(link: FamilyLink) -> tuple[str, tuple[str, ...]]:
    """The subject, and what stands around the address: nothing of whom, about whom or from whom."""
    spoken = Language(link.language)
    until = languages.day(day_in_london(link.until_at), language=spoken)
    return say("As we agreed", spoken), (
        say("Here is the page, as we agreed:", spoken),
        say("Open it when nobody else can see. It asks for the thing only you know.", spoken),
        say("It can be opened until {day}.", spoken, day=until),
        say("Please do not answer this message. Nobody reads the answers.", spoken),
        say("If this message is not for you, please delete it.", spoken),
    )


def _refuse_words(act: Act, link: FamilyLink, sender: str) -> None:
    subject, paragraphs = _words(link)
    contacts.refuse_words_for(
        act,
        child_id=link.about_child_id,
        adult_id=link.adult_id,
        typed=(sender,),
        printed=(subject, *paragraphs),
        field="contact",
    )


def _bound(key: LinkKey) -> str:
    """To what a sealed address is bound: the table, the row, the link and the column."""
    return f"portal_linkkey|{key.id}|{key.link_id}|to_send"
