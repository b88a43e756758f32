"""Addresses are under a key of their own, in no other column, in no log and in no draft; a place opens for one deed."""

import base64
from uuid import uuid4

import pytest
from django.db import connections
from django.urls import reverse

from alongside.access import frame
from alongside.access.context import upkeep_context
from alongside.access.gate import writes
from alongside.access.words import NotThere, Refused, SavedWithOtherWords, Unsaid
from alongside.contacts import commands
from alongside.contacts.models import ProtectedContact
from alongside.contacts.sealing import Changed, NoSuchKey
from alongside.contacts.words import ON_PAPER, Channel, Hiding, Leaf, Never
from tests.contacts.reaching import WHERE, a_contact, added
from tests.house.source import pages
from tests.recital import actions, signed_in

CANARIES = ("Quayside", "Heron Court", "MB7 4QX", "MB74QX")


@writes("test:address")
def address(act, *, contact_id, child_id, adult_id, among=ON_PAPER, kept=None):
    """Address something to one person; the place goes to the test alone."""
    place = commands.place_of(act, contact_id=contact_id, child_id=child_id, adult_id=adult_id, among=among)
    SEEN.append(place)
    return place.label


SEEN: list[commands.Place] = []


def addressed(cast, contact_id, *, adult_id, among=ON_PAPER):
    SEEN.clear()
    address(cast.amira.ctx(), contact_id=contact_id, child_id=cast.child_id, adult_id=adult_id, among=among)
    return SEEN[0]


def stored(house):
    """Everything that is on the disk of this house, the write-ahead log too."""
    connections.close_all()
    return b"".join(path.read_bytes() for path in house.parent.glob(house.name + "*"))


def found_in(held):
    told = held.replace(b"\x00", b"").lower()
    return [
        word
        for word in CANARIES
        for form in (
            word.encode(),
            word.encode().hex().encode(),
            base64.b64encode(word.encode()).rstrip(b"="),
        )
        if form.lower() in told
    ]


def test_no_column_no_log_and_no_draft_holds_an_address(cast, house):
    browser = signed_in(cast, "amira")
    page = reverse("contacts:add", args=[cast.child_id, cast.mother_id])
    said = {"channel": "post", "unsaid_where": WHERE, "hiding": "nobody", "sender": "Mrs J Smith"}
    typed = {**said, "command_id": str(uuid4())}
    assert browser.post(page, typed).status_code == 302
    assert browser.post(page, {**typed, "times": "Other words."}).status_code == 409
    browser.post(reverse("web:keep_draft") + f"?page={page}", typed)
    contact_id = added(cast, adult_id=None)
    commands.correct_contact(
        cast.amira.ctx(), contact_id=contact_id, where=Unsaid(WHERE), hiding=Hiding.UNSURE, hidden_from=()
    )
    held = stored(house)
    assert found_in(held) == []
    assert b"Mrs J Smith" in held, "what is kept in the open is found"
    assert found_in(b"x 41 quayside row"), "and so would a place be"


def test_the_place_opens_for_the_deed_that_addresses_and_each_time_is_in_the_log(cast):
    contact_id = added(cast, adult_id=cast.mother_id, sender="Mrs J Smith")
    place = addressed(cast, contact_id, adult_id=cast.mother_id)
    assert (place.where.words, place.label, place.sender) == (WHERE, "Safe contact 1", "Mrs J Smith")
    assert actions().count(Leaf.CONTACT_RESOLVED) == 1
    assert "Quayside" not in repr(place)


def test_a_place_of_somebody_else_is_not_there(cast):
    contact_id = added(cast, adult_id=cast.mother_id)
    for adult_id in (cast.father_id, None):
        with pytest.raises(NotThere):
            addressed(cast, contact_id, adult_id=adult_id)


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"verified": False}, "Nobody has made sure"),
        ({"hiding": Hiding.UNSURE}, "Nobody knows yet from whom"),
        ({"channel": Channel.TEXT}, "Choose one that fits"),
    ],
)
def test_nothing_goes_by_a_way_that_is_not_safe(cast, changed, why):
    contact_id = added(cast, adult_id=cast.mother_id, **changed)
    with pytest.raises(Refused, match=why):
        addressed(cast, contact_id, adult_id=cast.mother_id)
    assert Leaf.CONTACT_RESOLVED not in actions()


def test_e39_what_a_person_said_on_one_contact_holds_for_every_other(cast):
    post = added(cast, adult_id=cast.mother_id)
    assert addressed(cast, post, adult_id=cast.mother_id)
    phone = added(cast, adult_id=cast.mother_id, channel=Channel.TELEPHONE, never=(Never.NO_POST,))
    with pytest.raises(Refused, match="no post to where they live"):
        addressed(cast, post, adult_id=cast.mother_id)
    commands.end_contact(cast.amira.ctx(), contact_id=phone, why="A new number.")
    assert addressed(cast, post, adult_id=cast.mother_id)


def test_e39_nothing_but_a_letter_and_a_private_link_learns_where_a_contact_leads():
    assert {page.room for page in pages() if "contacts.place_of(" in page.text} == {"letters", "portal"}
    assert {page.room for page in pages() if "ProtectedContact" in page.text} == {"access", "contacts"}


def test_a_ciphertext_that_was_moved_or_put_back_does_not_open(cast):
    one, other = (added(cast, adult_id=each) for each in (cast.mother_id, cast.father_id))
    with frame.doing():
        mine, theirs = (ProtectedContact.objects.get(contact_id=each) for each in (one, other))
        ProtectedContact.objects.filter(id=mine.id).update(sealed=theirs.sealed)
    with pytest.raises(Changed):
        addressed(cast, one, adult_id=cast.mother_id)
    with frame.doing():
        ProtectedContact.objects.filter(id=mine.id).update(sealed=mine.sealed, edition=2)
    with pytest.raises(Changed):
        addressed(cast, one, adult_id=cast.mother_id)
    with frame.doing():
        spoilt = bytes(mine.sealed[:-1]) + bytes([mine.sealed[-1] ^ 1])
        ProtectedContact.objects.filter(id=mine.id).update(sealed=spoilt, edition=1)
    with pytest.raises(Changed):
        addressed(cast, one, adult_id=cast.mother_id)


def test_a_changed_key_opens_after_rewrapping_and_not_without_the_one_before(cast, settings):
    contact_id = added(cast, adult_id=cast.mother_id)
    (before,) = settings.CONTACTS_KEYS
    new = b"n" * 32
    settings.CONTACTS_KEYS = (new,)
    with pytest.raises(NoSuchKey):
        addressed(cast, contact_id, adult_id=cast.mother_id)
    settings.CONTACTS_KEYS = (new, before)
    assert addressed(cast, contact_id, adult_id=cast.mother_id).where.words == WHERE
    commands.rewrap(upkeep_context())
    settings.CONTACTS_KEYS = (new,)
    assert addressed(cast, contact_id, adult_id=cast.mother_id).where.words == WHERE


def test_the_same_deed_with_another_address_is_known_without_the_log_holding_either(cast):
    command_id, words = uuid4(), {"child_id": cast.child_id, "adult_id": cast.mother_id}
    first = commands.add_safe_contact(cast.amira.ctx(command_id=command_id), contact=a_contact(), **words)
    again = commands.add_safe_contact(cast.amira.ctx(command_id=command_id), contact=a_contact(), **words)
    assert first == again
    changed = a_contact(where=Unsaid("2 New Road"))
    with pytest.raises(SavedWithOtherWords) as other:
        commands.add_safe_contact(cast.amira.ctx(command_id=command_id), contact=changed, **words)
    assert set(other.value.first["contact"]["where"]) == {"unsaid"}
