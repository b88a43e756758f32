"""After a no one lands on what would be shared: the no is said to be saved, and whom a statement is about is kept."""

import re

from alongside.consent.words import Status
from alongside.consultations.asking_forms import THE_CHILD, chosen_child
from alongside.design.choices import Option
from alongside.sharing.words import Included
from tests import journey
from tests.consultations.deeds import address
from tests.consultations.test_list_what import ROW, begun, send
from tests.recital import signed_in

MOTHER = (Option("1", "Gwen Adeyemi, mother"),)
SPEAKS = "His mother says the wall is damp."


def what(cast, words):
    return " ".join(signed_in(cast, "amira").get(address("what")(cast, words)).content.decode().split())


def test_the_no_is_said_to_be_saved_and_nothing_before_it(cast):
    words = {"consultation_id": journey.prepare(cast)}
    assert "said no" not in what(cast, words)
    journey.family_says(cast, words["consultation_id"], status=Status.REFUSED)
    assert "Saved: Gwen Adeyemi (mother) said no." in what(cast, words)


def test_the_child_alone_once_chosen_stays_chosen(cast):
    words = begun(cast)
    send(cast, words, ROW, **{"items-0-text": SPEAKS, "items-0-about": THE_CHILD})
    assert re.search(rf'value="{THE_CHILD}"[^>]*selected', what(cast, words))


def test_it_counts_as_chosen_only_where_the_page_had_to_ask():
    assert chosen_child(SPEAKS, Included.SHARE, MOTHER) == THE_CHILD
    assert chosen_child("He coughs.", Included.SHARE, MOTHER) == ""
    assert chosen_child(SPEAKS, Included.LEAVE_OUT, MOTHER) == ""
    assert chosen_child(SPEAKS, Included.SHARE, ()) == ""
