"""From whom a place is hidden, and whether a text says where it is. Pure."""

from datetime import datetime
from uuid import uuid4

import pytest

from alongside.access.context import LONDON
from alongside.contacts import rules
from alongside.contacts.words import Channel, Hiding, Never, SafeTime
from tests.contacts.reaching import WHERE

MOTHER, FATHER = uuid4(), uuid4()


@pytest.mark.parametrize(
    ("hiding", "hidden"), [(Hiding.NOBODY, False), (Hiding.SOME, True), (Hiding.UNSURE, True)]
)
def test_e12_where_nobody_knows_a_place_is_hidden_from_everybody(hiding, hidden):
    kept_from = (FATHER,) if hiding is Hiding.SOME else ()
    assert rules.is_hidden_from(FATHER, hiding=hiding, hidden_from=kept_from) is hidden
    assert rules.is_hidden_from(MOTHER, hiding=Hiding.SOME, hidden_from=(FATHER,)) is False


@pytest.mark.parametrize(
    "text",
    [
        "We met at 41 Quayside Row on Monday.",
        "She is at 41, quayside row.",
        "Her postcode is mb7 4qx.",
        "They are at Heron Court.",
        "MB74QX",
    ],
)
def test_e12_a_text_that_says_where_is_found(text):
    assert rules.says_where(text, where=WHERE)


@pytest.mark.parametrize(
    "text", ["Marlbrook Community Health wrote to you.", "We meet on 7 May.", "", "In the row on the quay."]
)
def test_a_text_that_does_not_is_welcome(text):
    assert not rules.says_where(text, where=WHERE)


def test_e12_a_house_without_a_number_is_found_by_its_name():
    where = "Rose Cottage\nMarlbrook\nMB7 4QX"
    assert rules.says_where("We came to Rose Cottage.", where=where)
    assert not rules.says_where("We came to Marlbrook.", where=where)


@pytest.mark.parametrize("text", ["Ring 07700 900 982.", "+44 7700 900982", "on (07700)900982 please"])
def test_e12_a_number_is_found_however_it_is_written(text):
    assert rules.says_where(text, where="07700 900982")
    assert not rules.says_where("Ring 01632 960 101.", where="07700 900982")


@pytest.mark.parametrize(
    ("channel", "never"),
    [
        (Channel.POST, Never.NO_POST),
        (Channel.TEXT, Never.NO_TEXT),
        (Channel.EMAIL, Never.NO_EMAIL),
        (Channel.TELEPHONE, Never.NO_CALLS),
    ],
)
def test_e39_each_channel_can_be_forbidden(channel, never):
    assert rules.forbidden_by(channel, never={never}) is never
    others = set(Never) - {never, Never.NO_PREVIEWS}
    assert rules.forbidden_by(channel, never=others) is None


def test_e39_no_previews_rules_out_what_shows_its_first_lines():
    said = {Never.NO_PREVIEWS}
    assert rules.forbidden_by(Channel.EMAIL, never=said) is Never.NO_PREVIEWS
    assert rules.forbidden_by(Channel.TELEPHONE, never=said) is None


@pytest.mark.parametrize(
    ("at", "is_safe"),
    [
        (datetime(2026, 11, 4, 8, 59), False),
        (datetime(2026, 11, 4, 9, 0), True),
        (datetime(2026, 11, 4, 11, 59), True),
        (datetime(2026, 11, 4, 12, 0), False),
        (datetime(2026, 11, 7, 9, 0), False),
        (datetime(2026, 11, 7, 18, 0), True),
    ],
)
def test_e39_a_message_leaves_at_a_safe_time_and_at_no_other(at, is_safe):
    times = {SafeTime.WEEKDAY_MORNING, SafeTime.WEEKEND_EVENING}
    assert rules.is_safe_time(times, at=at.replace(tzinfo=LONDON)) is is_safe


def test_e39_what_is_put_into_a_hand_is_never_forbidden_by_the_post():
    assert rules.forbidden_by(Channel.HAND, never=set(Never)) is None
