"""What may go wrong while a private link leaves by e-mail: no other waits for it, none goes twice, and nothing untrue is said."""

import logging
from datetime import timedelta

import pytest
from django.test import Client, override_settings

from alongside.access import frame
from alongside.access.context import upkeep_context
from alongside.access.words import NotThere, Refused
from alongside.contacts.models import SafeContact
from alongside.contacts.words import SafeTime
from alongside.notify import channels
from alongside.notify.words import Posted
from alongside.portal import commands, rules
from alongside.portal.commands import Envelope
from alongside.portal.models import Dispatch, LinkKey
from alongside.portal.words import Delivery, State
from alongside.upkeep import reminding
from tests.portal.doors import try_door
from tests.portal.test_send_link import (
    MAILBOX,
    give_by,
    link_of,
    mailbox,
    owes_a_look,
    post,
    to_family,
)
from tests.recital import signed_in

__all__ = ["post"]  # the fixture

OTHER = "bluebell3@mail.example"


def through(server):
    return override_settings(EMAIL_BACKEND=f"tests.portal.servers.{server}")


def addressed(cast):
    """A link that a round holds and has not sent yet."""
    give_by(cast, mailbox(cast))
    with frame.doing():
        dispatch_id = Dispatch.objects.get().id
    envelope = Envelope()
    commands.address_link(upkeep_context(), dispatch_id=dispatch_id, envelope=envelope)
    assert envelope.mail
    return dispatch_id


def page_of(cast):
    return signed_in(cast, "amira").get(f"/private-links/children/{cast.child_id}/").content.decode()


def sealed_token():
    with frame.doing():
        return LinkKey.objects.get().to_send


def test_one_mail_that_cannot_be_written_keeps_no_other_waiting(cast, post, caplog):
    contact_id = mailbox(cast, adult_id=cast.father_id, where=OTHER)
    give_by(cast, contact_id, adult_id=cast.father_id)
    with frame.doing():
        SafeContact.objects.filter(id=contact_id).update(sender="Jo\nBcc: him@mail.example")
    give_by(cast, mailbox(cast))
    with caplog.at_level(logging.WARNING):
        assert reminding.remind().links_late == 1
    assert len(to_family(post)) == 1
    assert "refused: BadHeaderError" in caplog.text
    assert OTHER not in caplog.text
    assert "him@" not in caplog.text


def test_a_mail_that_cannot_be_written_is_counted_as_refused(post):
    words = {"message_id": upkeep_context().command_id, "subject": "As we agreed", "text": "Here"}
    for shown, address in (
        ("Jo\nBcc: x", MAILBOX),
        ("Jo\udc80", MAILBOX),
        ("Jo", "two@x.example, one@x.example"),
    ):
        posted = channels.post_to_family(address=address, shown_sender=shown, **words)
        assert posted is Posted.REFUSED, shown
    assert post == []
    assert channels.post_to_family(address=MAILBOX, shown_sender="Jo", **words) is Posted.WENT


@pytest.mark.parametrize("sender", ["Jo\nBcc: him@mail.example", "Jo\r", "Jo\u2028Smith", "Jo\x00"])
def test_a_name_for_the_outside_is_one_line_of_signs_that_print(cast, sender):
    with pytest.raises(Refused, match="one line"):
        mailbox(cast, sender=sender)
    assert mailbox(cast, sender="Zoë\u00a0O’Brien – post")


def test_without_a_sender_for_families_none_leaves_under_another(cast, post, settings):
    give_by(cast, mailbox(cast))
    settings.FAMILY_MAIL_FROM = ""
    assert reminding.remind().links_held == 1
    assert to_family(post) == []
    assert link_of(cast).sent.delivery is Delivery.WAITING


def test_a_link_that_is_ended_while_it_leaves_says_both(cast, post):
    dispatch_id = addressed(cast)
    commands.revoke_private_link(cast.amira.ctx(), link_id=link_of(cast).id)
    commands.mark_link(upkeep_context(), dispatch_id=dispatch_id, posted=Posted.WENT)
    link = link_of(cast)
    assert (link.state, link.sent.delivery) == (State.REVOKED, Delivery.SENT)
    assert "It was ended while it left." in page_of(cast)


def test_a_link_that_is_ended_while_the_server_refuses_it_is_not_sent(cast, post):
    dispatch_id = addressed(cast)
    commands.revoke_private_link(cast.amira.ctx(), link_id=link_of(cast).id)
    commands.mark_link(upkeep_context(), dispatch_id=dispatch_id, posted=Posted.REFUSED)
    link = link_of(cast)
    assert (link.state, link.sent.delivery) == (State.REVOKED, Delivery.NOT_SENT)
    assert not owes_a_look(cast)


def test_a_link_that_went_before_it_ended_says_nothing_of_that(cast, post):
    give_by(cast, mailbox(cast))
    reminding.remind()
    assert "It was ended while it left." not in page_of(cast)


def test_two_rounds_at_once_send_it_once(cast, post, monkeypatch):
    give_by(cast, mailbox(cast))
    listed = commands.list_to_send(upkeep_context())
    reminding.remind()
    monkeypatch.setattr(reminding.portal, "list_to_send", lambda _ctx: listed)
    assert reminding.remind().links == 0
    assert len(to_family(post)) == 1


def test_a_link_that_one_round_holds_is_not_there_for_another(cast, post):
    dispatch_id = addressed(cast)
    assert commands.list_to_send(upkeep_context()) == ()
    with pytest.raises(NotThere):
        commands.address_link(upkeep_context(), dispatch_id=dispatch_id, envelope=Envelope())


def test_a_round_that_never_came_back_leaves_a_link_of_which_nobody_knows(cast, post, clock):
    addressed(cast)
    clock.at += rules.HOLD - timedelta(seconds=1)
    reminding.remind()
    assert link_of(cast).sent.delivery is Delivery.LEAVING
    clock.advance(seconds=1)
    reminding.remind()
    link = link_of(cast)
    assert (link.state, link.sent.delivery) == (State.RUNNING, Delivery.UNKNOWN)
    assert to_family(post) == []
    assert sealed_token() is None
    assert "We do not know that it arrived." in page_of(cast)
    assert owes_a_look(cast)


def test_a_round_that_comes_back_late_is_believed(cast, post, clock):
    dispatch_id = addressed(cast)
    clock.at += rules.HOLD
    reminding.remind()
    commands.mark_link(upkeep_context(), dispatch_id=dispatch_id, posted=Posted.WENT)
    assert link_of(cast).sent.delivery is Delivery.SENT
    assert not owes_a_look(cast)


def test_a_line_that_breaks_while_it_leaves_sends_it_no_second_time_and_keeps_its_page(cast, post):
    made = give_by(cast, mailbox(cast))
    with through("LostMidway"):
        assert reminding.remind().links_late == 1
    assert link_of(cast).sent.delivery is Delivery.UNKNOWN
    assert reminding.remind().links == 0
    assert to_family(post) == []
    assert owes_a_look(cast)
    assert try_door(Client(), made.token).status_code == 302
    browser = signed_in(cast, "amira")
    look = browser.get(f"/private-links/{link_of(cast).id}/look/").content.decode()
    assert "We do not know that it arrived." in look


def test_a_server_that_does_not_say_goodbye_has_it_all_the_same(cast, post):
    give_by(cast, mailbox(cast))
    with through("SlowToClose"):
        assert reminding.remind().links == 1
    assert link_of(cast).sent.delivery is Delivery.SENT


def test_e39_a_safe_time_that_ends_while_a_round_runs_lets_none_leave(cast, post, clock):
    give_by(cast, mailbox(cast))
    (dispatch_id,) = commands.list_to_send(upkeep_context())
    clock.advance(hours=3)
    envelope = Envelope()
    with pytest.raises(NotThere):
        commands.address_link(upkeep_context(), dispatch_id=dispatch_id, envelope=envelope)
    assert envelope.mail is None
    assert link_of(cast).sent.delivery is Delivery.WAITING
    clock.advance(days=1, hours=-3)
    assert reminding.remind().links == 1


def test_refusals_count_once_in_each_half_hour_however_often_the_rounds_run(cast, post, clock):
    give_by(cast, mailbox(cast, times=tuple(SafeTime)))
    with through("Refusing"):
        for _ in range(rules.MOST_FAILURES * 2):
            reminding.remind()
        assert link_of(cast).sent.delivery is Delivery.WAITING
        while link_of(cast).sent.delivery is Delivery.WAITING:
            clock.advance(minutes=10)
            reminding.remind()
    link = link_of(cast)
    assert (link.state, link.sent.delivery) == (State.UNSENT, Delivery.NOT_SENT)
    assert owes_a_look(cast)
    # from twenty to four until nine is eleven half hours of safe time; the next day gives the other thirteen
    assert (clock.at.day, clock.at.hour) == (4, 15)
    assert sealed_token() is None
    assert reminding.remind().links == 0


@pytest.mark.parametrize("server", ["NotThere", "RefusingUs"])
def test_a_mail_server_that_cannot_be_reached_ends_nothing_and_the_command_says_so(cast, post, clock, server):
    give_by(cast, mailbox(cast, times=tuple(SafeTime)))
    with through(server):
        held = [_held_after(clock, minutes=30) for _ in range(100)]
    assert sum(held) > rules.MOST_FAILURES
    assert link_of(cast).sent.delivery is Delivery.WAITING
    assert not owes_a_look(cast)
    assert reminding.remind().links == 1


def _held_after(clock, *, minutes):
    clock.advance(minutes=minutes)
    return reminding.remind().links_held


def test_a_wrong_key_ends_nothing_and_the_command_says_so(cast, post, settings, caplog):
    give_by(cast, mailbox(cast))
    right = settings.CONTACTS_KEYS
    settings.CONTACTS_KEYS = (b"n" * 32,)
    assert reminding.remind().links_held == 1
    assert "ALONGSIDE_CONTACTS_KEY_BEFORE" in caplog.text
    assert link_of(cast).sent.delivery is Delivery.WAITING
    assert not owes_a_look(cast)
    settings.CONTACTS_KEYS = right
    assert reminding.remind().links == 1


def test_an_address_that_was_changed_under_us_is_given_up(cast, post):
    give_by(cast, mailbox(cast))
    with frame.doing():
        key = LinkKey.objects.get()
        key.to_send = bytes(key.to_send)[:-1] + bytes([bytes(key.to_send)[-1] ^ 1])
        key.save(update_fields=["to_send"])
    reminding.remind()
    assert "could not open the address" in link_of(cast).sent.why
    assert owes_a_look(cast)


def test_a_fault_of_our_own_is_not_taken_for_an_address_that_cannot_be_read(cast, post, monkeypatch, caplog):
    give_by(cast, mailbox(cast))

    def broken(*_args, **_words):
        raise KeyError(MAILBOX)

    with monkeypatch.context() as while_broken:
        while_broken.setattr("alongside.portal.commands.sending._words", broken)
        assert reminding.remind().links_held == 1
    assert MAILBOX not in caplog.text
    assert link_of(cast).sent.delivery is Delivery.WAITING
    assert reminding.remind().links == 1
