"""The writes of safe contacts, and the one way to learn where a contact leads: inside a deed that addresses something."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from alongside.access.gate import Act, writes
from alongside.access.words import Answered, NotThere, Ref, Refused, Standing, Unsaid
from alongside.contacts import queries, rules
from alongside.contacts.models import HowToWrite, ProtectedContact, SafeContact
from alongside.contacts.queries import Writing
from alongside.contacts.sealing import seal, unseal
from alongside.contacts.words import Channel, Hiding, Leaf, Never, Right, SafeTime
from alongside.families import queries as families

LONGEST_PLACE = 400
SAYS_WHERE = (
    "This says where somebody can be found, and whoever it goes to must not learn that. Take the address or the "
    "number out."
)
NAMES_ANOTHER = (
    "These words name {name}. What one person reads names no other relative: say it without the name."
)


@dataclass(frozen=True, slots=True)
class NewContact:
    """A way to reach a person, as they say it. `where` is the address or number, which nothing shows again."""

    channel: Channel
    where: Unsaid
    hiding: Hiding
    hidden_from: tuple[UUID, ...] = ()
    times: str = ""
    sender: str = ""
    never: tuple[Never, ...] = ()
    never_words: str = ""
    safe_times: tuple[SafeTime, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """Where something goes: for the one deed that addresses it, and kept by nothing."""

    label: str
    channel: Channel
    sender: str
    where: Unsaid


@writes(Right.CONTACT_ADD)
def add_safe_contact(act: Act, *, child_id: UUID, adult_id: UUID | None, contact: NewContact) -> UUID:
    """Write down how one person may be reached safely; `adult_id` is None for the child (E39, s.8.3)."""
    child = families.child(act, child_id=child_id)
    name = (
        child.name if adult_id is None else families.adult_of(act, child_id=child_id, adult_id=adult_id).name
    )
    person_id = adult_id or child_id
    _refuse_bad(contact, person_id=person_id)
    before = (
        SafeContact.objects.filter(case_id=child.case_id, person_id=person_id).order_by("-number").first()
    )
    row = SafeContact.objects.create(
        agency_id=act.ctx.agency_id,
        case_id=child.case_id,
        author_membership_id=act.ctx.membership_id,
        about_child_id=child_id,
        adult_id=adult_id,
        person_id=person_id,
        person_as_named=name,
        number=before.number + 1 if before else 1,
        channel=contact.channel,
        times=contact.times,
        safe_times=[str(each) for each in contact.safe_times],
        sender=contact.sender,
        never=[str(each) for each in contact.never],
        never_words=contact.never_words,
        hiding=contact.hiding,
        hidden_from=[str(each) for each in contact.hidden_from],
        added_at=act.now,
    )
    kept = ProtectedContact(contact_id=row.id)
    kept.sealed = seal(contact.where.words, bound_to=_bound(kept))
    kept.save(force_insert=True)
    act.note(Leaf.CONTACT_ADDED, about=Ref("contact", row.id))
    return row.id


@writes(Right.CONTACT_CORRECT)
def correct_contact(
    act: Act, *, contact_id: UUID, where: Unsaid, hiding: Hiding, hidden_from: tuple[UUID, ...]
) -> None:
    """Put right where a contact leads and from whom that is kept. What stood before is gone, and nothing shows it."""
    row = _standing(act, contact_id)
    _refuse_bad_place(where, channel=Channel(row.channel))
    _refuse_bad_hiding(hiding, hidden_from, person_id=row.person_id)
    kept = ProtectedContact.objects.get(contact_id=contact_id)
    kept.edition += 1
    kept.sealed = seal(where.words, bound_to=_bound(kept))
    kept.save(update_fields=["edition", "sealed"])
    row.hiding, row.hidden_from = hiding, [str(each) for each in hidden_from]
    row.verified_on = row.verified_by = None
    row.verified_how = ""
    row.save(update_fields=["hiding", "hidden_from", "verified_on", "verified_by", "verified_how"])
    act.note(Leaf.CONTACT_CORRECTED, about=Ref("contact", contact_id))


@writes(Right.CONTACT_VERIFY)
def verify_contact(act: Act, *, contact_id: UUID, verified_on: date, how: str) -> None:
    """Say that somebody made sure with the person that this way is safe. Nothing goes by it before."""
    row = _standing(act, contact_id)
    row.verified_on, row.verified_by_id, row.verified_how = verified_on, act.ctx.membership_id, how
    row.save(update_fields=["verified_on", "verified_by", "verified_how"])
    act.note(Leaf.CONTACT_VERIFIED, about=Ref("contact", contact_id))


@writes(Right.CONTACT_END)
def end_contact(act: Act, *, contact_id: UUID, why: str) -> None:
    """End a way to reach a person, from now on; where it led is wiped. It stays on record by its number."""
    row = _standing(act, contact_id)
    row.ended_at, row.ended_by_id, row.ended_why = act.now, act.ctx.membership_id, why
    row.save(update_fields=["ended_at", "ended_by", "ended_why"])
    ProtectedContact.objects.filter(contact_id=contact_id).delete()
    act.note(Leaf.CONTACT_ENDED, about=Ref("contact", contact_id))


@writes(Right.HOW_TO_WRITE_SAY)
def say_how_to_write(act: Act, *, child_id: UUID, adult_id: UUID | None, writing: Writing) -> UUID:
    """Say in which language and print one person reads, and whether they need an interpreter; None for the child.

    What is written to them from now on has its fixed parts in that language. What was written stays as it is.
    """
    child = families.child(act, child_id=child_id)
    if adult_id is not None:
        families.adult_of(act, child_id=child_id, adult_id=adult_id)
    row = HowToWrite.objects.create(
        agency_id=act.ctx.agency_id,
        case_id=child.case_id,
        author_membership_id=act.ctx.membership_id,
        about_child_id=child_id,
        adult_id=adult_id,
        person_id=adult_id or child_id,
        language=writing.language,
        large_print=writing.large_print,
        interpreter=writing.interpreter,
        said_at=act.now,
    )
    act.note(Leaf.HOW_TO_WRITE_SAID, about=Ref("how_to_write", row.id))
    return row.id


def place_of(
    act: Act, *, contact_id: UUID, child_id: UUID, adult_id: UUID | None, among: frozenset[Channel]
) -> Place:
    """Where something for one person goes, for the deed that addresses it; each time a leaf of the log.

    Raises NotThere for a contact of somebody else, and Refused where nothing may go by it (queries.usable_route).
    """
    card = queries.usable_route(act, contact_id=contact_id, child_id=child_id, adult_id=adult_id, among=among)
    kept = ProtectedContact.objects.get(contact_id=contact_id)
    where = unseal(bytes(kept.sealed), bound_to=_bound(kept))
    act.note(Leaf.CONTACT_RESOLVED, about=Ref("contact", contact_id))
    return Place(card.label, card.channel, card.sender, Unsaid(where))


def refuse_hidden_places(
    act: Act, *, child_id: UUID, adult_id: UUID | None, text: str, field: str | None = None
) -> None:
    """Refuse a text for one person that says where somebody can be found whose place is hidden from them (E12).

    It looks at every safe contact of the case, whichever agency wrote it, because whom it harms does not depend on
    what this practitioner may see.
    """
    case_id, reader = families.case_of(act, child_id=child_id), adult_id or child_id
    others = SafeContact.objects.filter(case_id=case_id, ended_at__isnull=True).exclude(person_id=reader)
    hidden = [
        row.id
        for row in others[:200]
        if rules.is_hidden_from(reader, hiding=Hiding(row.hiding), hidden_from=rules.keys_of(row.hidden_from))
    ]
    for kept in ProtectedContact.objects.filter(contact_id__in=hidden):
        if rules.says_where(text, where=unseal(bytes(kept.sealed), bound_to=_bound(kept))):
            raise Refused(SAYS_WHERE, field=field)


def is_where_somebody_is(act: Act, *, child_id: UUID, words: Unsaid) -> Answered:
    """Whether words are part of where a safe contact of the case leads: a secret may not be. It says not whose.

    It looks at every safe contact of the case, as `refuse_hidden_places` does.
    """
    standing = SafeContact.objects.filter(
        case_id=families.case_of(act, child_id=child_id), ended_at__isnull=True
    ).order_by("id")
    ids = list(standing.values_list("id", flat=True)[:200])
    for kept in ProtectedContact.objects.filter(contact_id__in=ids):
        if rules.is_part_of(words.words, where=unseal(bytes(kept.sealed), bound_to=_bound(kept))):
            return Answered.YES
    return Answered.NO


def refuse_words_for(
    act: Act,
    *,
    child_id: UUID,
    adult_id: UUID | None,
    typed: Collection[str] = (),
    printed: Collection[str] = (),
    field: str | None = None,
) -> None:
    """Refuse words for one person that name another relative, or say where somebody is who is hidden from them.

    What a practitioner `typed` may not name another by a first name either; what is composed around it and `printed`
    may name a practitioner who is called the same. Every channel asks this of all its words (rulebook 8.3).
    """
    others = families.other_names(act, child_id=child_id, adult_id=adult_id)
    text = "\n".join((*typed, *printed))
    named = rules.others_named("\n".join(typed), others=others) or rules.named_in_full(text, others=others)
    if named:
        raise Refused(NAMES_ANOTHER.format(name=named[0]), field=field)
    refuse_hidden_places(act, child_id=child_id, adult_id=adult_id, text=text, field=field)


@writes(Right.CONTACT_REWRAP, to=(Standing.UPKEEP,))
def rewrap(act: Act) -> None:
    """Seal every address anew under the key in use, after that was changed."""
    for kept in ProtectedContact.objects.order_by("id").iterator():
        kept.sealed = seal(unseal(bytes(kept.sealed), bound_to=_bound(kept)), bound_to=_bound(kept))
        kept.save(update_fields=["sealed"])
    act.note(Leaf.CONTACT_REWRAPPED, about=None)


def _bound(kept: ProtectedContact) -> str:
    """To what a ciphertext is bound: the table, the row, the contact, the column and the edition."""
    return f"contacts_protectedcontact|{kept.id}|{kept.contact_id}|sealed|{kept.edition}"


def _standing(act: Act, contact_id: UUID) -> SafeContact:
    """A safe contact of one's own agency that has not ended. Raises NotThere."""
    row = act.among(SafeContact.objects.filter(id=contact_id, agency_id=act.ctx.agency_id)).first()
    if row is None:
        raise NotThere
    if row.ended_at:
        raise Refused(rules.ENDED)
    return row


def _refuse_bad(contact: NewContact, *, person_id: UUID) -> None:
    _refuse_bad_place(contact.where, channel=contact.channel)
    _refuse_bad_hiding(contact.hiding, contact.hidden_from, person_id=person_id)
    if not rules.is_one_line(contact.sender):
        raise Refused("Write the name for the outside in one line, and as it is to be read.", field="sender")
    if said := rules.forbidden_by(contact.channel, never=contact.never):
        raise Refused(
            f"You chose this way, and “{said.label}”, which rules it out. Keep one of the two.", field="never"
        )


def _refuse_bad_place(where: Unsaid, *, channel: Channel) -> None:
    if not where.words.strip() or len(where.words) > LONGEST_PLACE:
        raise Refused(
            "Write the address, number or name through which this person is reached.", field="unsaid_where"
        )
    if channel is Channel.EMAIL and not _is_mailbox(where):
        raise Refused(
            "Write one e-mail address and nothing else, such as name@example.com.", field="unsaid_where"
        )


def _is_mailbox(where: Unsaid) -> bool:
    try:
        validate_email(where.words.strip())
    except ValidationError:
        return False
    return True


def _refuse_bad_hiding(hiding: Hiding, hidden_from: tuple[UUID, ...], *, person_id: UUID) -> None:
    if (hiding is Hiding.SOME) != bool(hidden_from) or person_id in hidden_from:
        raise Refused(
            "Say from whom this is kept: at least one other person of the family.", field="hidden_from"
        )
