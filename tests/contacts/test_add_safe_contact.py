"""How a person may be reached is written down once and shown by a number."""

from uuid import UUID

import pytest
from django.urls import reverse

from alongside.access.words import NotThere, Refused
from alongside.contacts import commands, queries
from alongside.contacts.words import Channel, Hiding, Leaf, Never
from tests.contacts.reaching import WHERE, a_contact, added, says_nothing_of
from tests.recital import Deed, Recital, signed_in

RIGHT = {
    "channel": "post",
    "unsaid_where": WHERE,
    "hiding": "nobody",
    "times": "Never at the weekend.",
}


def cards(cast, _=None):
    return queries.list_contacts(cast.amira.ctx(), child_id=cast.child_id)


class TestAddSafeContact(Recital):
    deed = Deed(
        command=commands.add_safe_contact,
        leaf=Leaf.CONTACT_ADDED,
        ready=lambda cast: {"child_id": cast.child_id, "adult_id": cast.mother_id, "contact": a_contact()},
        stands=cards,
        page=lambda cast, _: reverse("contacts:add", args=[cast.child_id, cast.mother_id]),
        right_words=lambda *_: RIGHT,
        wrong_words={"unsaid_where": ""},
        sentence="Write the address, number or name through which this person is reached.",
        kept="Never at the weekend.",
        strangers=("dev", "ben", "iris", "cerys"),
    )


def test_a_person_has_contacts_by_number_and_the_child_too(cast):
    added(cast, adult_id=cast.mother_id)
    added(cast, adult_id=cast.mother_id, channel=Channel.TEXT)
    added(cast, adult_id=None, channel=Channel.THROUGH)
    assert [(card.name, card.label) for card in cards(cast)] == [
        ("Ayo Adeyemi", "Safe contact 1"),
        ("Gwen Adeyemi", "Safe contact 1"),
        ("Gwen Adeyemi", "Safe contact 2"),
    ]


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"never": (Never.NO_POST,)}, "never"),
        ({"hiding": Hiding.SOME}, "hidden_from"),
        ({"hidden_from": (UUID(int=3),)}, "hidden_from"),
    ],
)
def test_what_contradicts_itself_is_refused(cast, wrong, field):
    with pytest.raises(Refused) as refused:
        added(cast, adult_id=cast.mother_id, **wrong)
    assert refused.value.field == field
    assert not cards(cast)


def test_nobody_is_kept_from_their_own_place(cast):
    with pytest.raises(Refused):
        added(cast, adult_id=cast.mother_id, hiding=Hiding.SOME, hidden_from=(cast.mother_id,))


def test_the_page_shows_what_must_be_heeded_and_never_where(cast):
    added(
        cast,
        adult_id=cast.mother_id,
        hiding=Hiding.SOME,
        hidden_from=(cast.father_id,),
        never=(Never.NO_VOICEMAIL,),
        sender="Mrs J Smith",
    )
    page = signed_in(cast, "amira").get(reverse("contacts:list", args=[cast.child_id])).content.decode()
    for said in ("Safe contact 1", "No message on an answering machine.", "Kept from Tunde", "Mrs J Smith"):
        assert said in page
    assert says_nothing_of(page)
    assert "MB7" not in page


def test_another_agency_on_the_case_finds_none_of_it(cast):
    contact_id = added(cast, adult_id=cast.mother_id)
    assert queries.list_contacts(cast.cerys.ctx(), child_id=cast.child_id) == ()
    with pytest.raises(NotThere):
        queries.open_contact(cast.cerys.ctx(), contact_id=contact_id)
