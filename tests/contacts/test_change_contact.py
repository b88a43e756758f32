"""A safe contact is made sure of, put right and ended; what stood before is never shown."""

from datetime import date

import pytest
from django.urls import reverse

from alongside.access import frame
from alongside.access.words import Refused, Unsaid
from alongside.contacts import commands, queries
from alongside.contacts.models import ProtectedContact
from alongside.contacts.words import Hiding, Leaf
from tests.contacts.reaching import added, says_nothing_of
from tests.recital import Deed, Recital, signed_in


def card(cast):
    (only,) = queries.list_contacts(cast.amira.ctx(), child_id=cast.child_id)
    return only


def one(cast, **words):
    return {"contact_id": added(cast, adult_id=cast.mother_id, verified=False), **words}


def page(name):
    return lambda cast, words: reverse(f"contacts:{name}", args=[words["contact_id"]])


class TestVerifyContact(Recital):
    deed = Deed(
        command=commands.verify_contact,
        leaf=Leaf.CONTACT_VERIFIED,
        ready=lambda cast: one(cast, verified_on=date(2026, 11, 2), how="She said so."),
        stands=lambda cast, _: card(cast).verified_how,
        page=page("verify"),
        right_words=lambda *_: {
            "verified_on_day": "2",
            "verified_on_month": "11",
            "verified_on_year": "2026",
            "how": "She said so.",
        },
        wrong_words={"verified_on_year": "2027"},
        sentence="Check the day: it has not come yet.",
        kept="She said so.",
        strangers=("dev", "ben", "iris", "cerys"),
    )


class TestEndContact(Recital):
    deed = Deed(
        command=commands.end_contact,
        leaf=Leaf.CONTACT_ENDED,
        ready=lambda cast: one(cast, why="She has moved."),
        stands=lambda cast, _: card(cast).ended_at,
        page=page("end"),
        right_words=lambda *_: {"why": "She has moved."},
        wrong_words={"why": ""},
        sentence="Say why it ends, for instance: she has moved.",
        kept="End Safe contact 1",
        strangers=("dev", "ben", "iris", "cerys"),
    )


class TestCorrectContact(Recital):
    deed = Deed(
        command=commands.correct_contact,
        leaf=Leaf.CONTACT_CORRECTED,
        ready=lambda cast: one(
            cast, where=Unsaid("2 New Road"), hiding=Hiding.SOME, hidden_from=(cast.father_id,)
        ),
        stands=lambda cast, _: card(cast).hidden_from,
        page=page("correct"),
        right_words=lambda cast, _: {
            "unsaid_where": "2 New Road",
            "hiding": "some",
            "hidden_from": [str(cast.father_id)],
        },
        wrong_words={"hiding": ""},
        sentence="Say from whom this must be kept. You may say that you do not know yet.",
        kept="2 New Road",
        strangers=("dev", "ben", "iris", "cerys"),
    )


def test_the_page_that_puts_it_right_shows_nothing_of_what_stood(cast):
    words = one(cast)
    shown = signed_in(cast, "amira").get(page("correct")(cast, words)).content.decode()
    assert says_nothing_of(shown)


def test_what_was_put_right_must_be_made_sure_of_again(cast):
    contact_id = added(cast, adult_id=cast.mother_id)
    assert card(cast).verified_on
    commands.correct_contact(
        cast.amira.ctx(),
        contact_id=contact_id,
        where=Unsaid("2 New Road"),
        hiding=Hiding.NOBODY,
        hidden_from=(),
    )
    assert card(cast).verified_on is None


def test_ending_wipes_where_it_led_and_an_ended_one_cannot_be_changed(cast):
    contact_id = added(cast, adult_id=cast.mother_id)
    commands.end_contact(cast.amira.ctx(), contact_id=contact_id, why="She has moved.")
    with frame.doing():
        assert not ProtectedContact.objects.exists()
    with pytest.raises(Refused, match="has ended"):
        commands.end_contact(cast.amira.ctx(), contact_id=contact_id, why="Again.")
