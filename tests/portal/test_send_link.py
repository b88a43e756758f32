"""A private link goes by e-mail to a safe contact: at a safe time, saying nothing, or not at all; whoever gave it sees it."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.core import mail
from django.test import Client, override_settings

from alongside.access import context, frame
from alongside.access.context import upkeep_context
from alongside.access.words import NotThere, Refused, Unsaid
from alongside.contacts import commands as contacts
from alongside.contacts.words import Channel, Hiding, Never, SafeTime
from alongside.duties import queries as duties
from alongside.duties.words import Owed
from alongside.families import commands as families
from alongside.notify.words import Posted
from alongside.portal import commands, keys, queries
from alongside.portal.commands import ByMail, Envelope
from alongside.portal.models import Dispatch, LinkKey
from alongside.portal.words import Delivery, Leaf, State
from alongside.upkeep import reminding
from tests.contacts.reaching import added
from tests.contacts.test_where_it_leads import stored
from tests.portal.doors import PAGES, SECOND, WHY, new_link, secrets, try_door
from tests.portal.test_give_private_link import TYPED, everything_written, withhold_everything
from tests.recital import actions, signed_in

MAILBOX = "sunflower7@mail.example"
DOOR = f"https://pages.example.org{PAGES}"
NOW = (SafeTime.WEEKDAY_LATE,)  # the clock of the tests stands at twenty to four on a Tuesday
LATER = (SafeTime.WEEKEND_AFTERNOON,)


@pytest.fixture
def post():
    """The mails that left, kept in memory."""
    with override_settings(EMAIL_BACKEND="django.core.mail.backends.locmem.EmailBackend"):
        mail.outbox = []
        yield mail.outbox


def mailbox(cast, *, adult_id=None, times=NOW, where=MAILBOX, **changed):
    """A safe contact by e-mail, Gwen's unless another is named."""
    words = {"channel": Channel.EMAIL, "where": Unsaid(where), "safe_times": times, **changed}
    return added(cast, adult_id=adult_id or cast.mother_id, **words)


def give_by(cast, contact_id, *, days=30, made=None, **words):
    made = made or keys.new_keys()
    commands.give_private_link(
        cast.amira.ctx(),
        child_id=cast.child_id,
        adult_id=words.pop("adult_id", cast.mother_id),
        link=new_link(**words),
        secrets=secrets(made),
        until=context.clock() + timedelta(days=days),
        going=ByMail(contact_id, Unsaid(f"{DOOR}#{made.token}")),
    )
    return made


def to_family(post):
    return [each for each in post if each.to == [MAILBOX]]


def link_of(cast):
    """The newest link, as its practitioner sees it."""
    stands = commands.weigh_links(cast.amira.ctx(), child_id=cast.child_id)
    return queries.list_links(cast.amira.ctx(), child_id=cast.child_id, stands=stands)[0]


def owes_a_look(cast):
    return Owed.LOOK_AT_LINK in {each.kind for each in duties.list_my_duties(cast.amira.ctx())}


def test_its_page_sends_a_link_that_opens_with_the_second_thing(cast, post):
    contact_id = mailbox(cast)
    browser = signed_in(cast, "amira")
    typed = {**TYPED, "whom": str(cast.mother_id), "contact": str(contact_id), "command_id": str(uuid4())}
    answer = browser.post(f"/private-links/children/{cast.child_id}/give/", typed)
    assert answer["Location"] == f"/private-links/children/{cast.child_id}/"
    assert "It waits to be sent at a safe time" in browser.get(answer["Location"]).content.decode()
    reminding.remind()
    (sent,) = to_family(post)
    token = re.search(rf"http://testserver{PAGES}#(\S{{43}})\n", sent.body)[1]
    assert try_door(Client(), token, second="something else").status_code == 422
    assert try_door(Client(), token).status_code == 302
    assert f"Sent {'3 November 2026'}" in browser.get(answer["Location"]).content.decode()
    assert not owes_a_look(cast)


def test_the_mail_says_nothing_of_whom_about_whom_or_from_whom(cast, post):
    give_by(cast, mailbox(cast, sender="Mrs J Smith"))
    reminding.remind()
    (sent,) = to_family(post)
    assert (sent.subject, sent.from_email) == ("As we agreed", "Mrs J Smith <post@page.example>")
    headers = "".join(f"{name}: {value}\n" for name, value in sent.message().items() if name != "To")
    everything = headers + sent.body
    told = (
        "Gwen",
        "Ayo",
        "Adeyemi",
        "Amira",
        "Willow",
        "Alongside",
        "child",
        "family",
        "school",
        "health",
        SECOND,
        WHY,
    )
    assert [each for each in told if each.lower() in everything.lower()] == []
    assert MAILBOX not in everything
    assert f"{DOOR}#" in sent.body, "the token stands behind the # and so reaches no server"
    assert set(sent.message().keys()) == {
        "Content-Type", "MIME-Version", "Content-Transfer-Encoding", "Subject", "From", "To", "Date", "Message-ID",
        "Auto-Submitted",
    }  # fmt: skip


def test_without_a_name_for_the_outside_none_stands_there(cast, post):
    give_by(cast, mailbox(cast))
    reminding.remind()
    assert to_family(post)[0].from_email == "post@page.example"


def test_the_token_is_sealed_while_it_waits_and_gone_once_it_went(cast, post, house):
    made = give_by(cast, mailbox(cast, times=LATER))
    with frame.doing():
        assert bytes(LinkKey.objects.get().to_send)
    assert made.token not in everything_written()
    assert made.token.encode() not in stored(house)
    assert MAILBOX.encode() not in stored(house)
    with frame.doing():
        Dispatch.objects.update(contact_id=mailbox(cast))
    reminding.remind()
    assert made.token in to_family(post)[0].body
    with frame.doing():
        assert LinkKey.objects.get().to_send is None
    assert made.token not in everything_written()


def test_each_step_stands_in_the_log(cast, post):
    give_by(cast, mailbox(cast))
    reminding.remind()
    steps = [each for each in actions() if each.startswith(("family_link:", "contact:resolved"))]
    assert steps == [
        Leaf.FAMILY_LINK_GIVEN,
        Leaf.FAMILY_LINK_QUEUED,
        "contact:resolved",
        Leaf.FAMILY_LINK_ADDRESSED,
        Leaf.FAMILY_LINK_SENT,
    ]


def test_e39_it_waits_for_a_safe_time(cast, post, clock):
    give_by(cast, mailbox(cast, times=LATER))
    reminding.remind()
    assert to_family(post) == []
    assert link_of(cast).sent.delivery is Delivery.WAITING
    clock.advance(days=4)  # Saturday afternoon
    assert reminding.rehearse().links == 1
    assert to_family(post) == []
    assert reminding.remind().links == 1
    assert len(to_family(post)) == 1
    assert reminding.remind().links == 0
    assert len(to_family(post)) == 1


def withheld(cast, _contact_id):
    withhold_everything(cast)


def ended(cast, contact_id):
    contacts.end_contact(cast.amira.ctx(), contact_id=contact_id, why="He reads it too.")


def forbidden(cast, _contact_id):
    added(cast, adult_id=cast.father_id, channel=Channel.HAND, never=(Never.NO_EMAIL,))


def unverified(cast, contact_id):
    """Where it leads was put right, so nobody has made sure of the new place."""
    contacts.correct_contact(
        cast.amira.ctx(), contact_id=contact_id, where=Unsaid(MAILBOX), hiding=Hiding.NOBODY, hidden_from=()
    )


def moved(cast, _contact_id):
    families.record_move(cast.amira.ctx(), child_id=cast.child_id, moved_on=context.clock().date())


@pytest.mark.parametrize("change", [withheld, ended, forbidden, unverified, moved])
def test_e3_e39_what_became_unsafe_meanwhile_is_never_sent_and_its_giver_owes_a_look(
    cast, post, clock, change
):
    contact_id = mailbox(cast, adult_id=cast.father_id, times=LATER)
    made = give_by(cast, contact_id, adult_id=cast.father_id)
    change(cast, contact_id)
    clock.advance(days=4)
    reminding.remind()
    assert to_family(post) == []
    link = link_of(cast)
    assert (link.state, link.sent.delivery) == (State.UNSENT, Delivery.NOT_SENT)
    assert link.sent.why
    assert owes_a_look(cast)
    assert try_door(Client(), made.code).status_code == 422
    with frame.doing():
        assert LinkKey.objects.get().to_send is None


def test_nothing_of_these_changes_is_needed_for_it_to_go(cast, post, clock):
    """The set-up of the test before, without the change."""
    give_by(cast, mailbox(cast, adult_id=cast.father_id, times=LATER), adult_id=cast.father_id)
    clock.advance(days=4)
    reminding.remind()
    assert len(to_family(post)) == 1


def test_a_link_whose_time_runs_out_first_is_given_up(cast, post, clock):
    give_by(cast, mailbox(cast, times=LATER), days=2)
    clock.advance(days=3)
    reminding.remind()
    assert to_family(post) == []
    assert link_of(cast).sent.delivery is Delivery.NOT_SENT
    assert owes_a_look(cast)


def test_what_the_mail_server_does_not_take_is_seen_and_tried_again(cast, post):
    give_by(cast, mailbox(cast))
    with override_settings(EMAIL_BACKEND="tests.portal.servers.Refusing"):
        assert reminding.remind().links_late == 1
    assert link_of(cast).sent.failed_at
    assert owes_a_look(cast)
    browser = signed_in(cast, "amira")
    assert link_of(cast).state is State.WAITS
    look = browser.get(f"/private-links/{link_of(cast).id}/look/").content.decode()
    assert f"{State.WAITS}." in look
    assert State.RUNNING not in look
    assert (
        "the mail server did not take it"
        in browser.get(f"/private-links/children/{cast.child_id}/").content.decode()
    )
    assert "its link ended, or may not have gone out" in browser.get("/").content.decode()
    assert reminding.remind().links == 1
    assert len(to_family(post)) == 1
    assert link_of(cast).state is State.RUNNING
    assert not owes_a_look(cast)


def test_a_link_ended_by_hand_is_not_sent_and_owes_nothing(cast, post, clock):
    give_by(cast, mailbox(cast, times=LATER))
    commands.revoke_private_link(cast.amira.ctx(), link_id=link_of(cast).id)
    clock.advance(days=4)
    reminding.remind()
    assert to_family(post) == []
    assert not owes_a_look(cast)


def test_a_new_link_settles_the_look_at_the_one_before(cast, post, clock):
    give_by(cast, mailbox(cast, times=LATER), days=2)
    clock.advance(days=3)
    reminding.remind()
    assert owes_a_look(cast)
    give_by(cast, mailbox(cast))
    assert not owes_a_look(cast)


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"verified": False}, "Nobody has made sure"),
        ({"times": ()}, "at which times"),
        ({"hiding": Hiding.UNSURE}, "Nobody knows yet from whom"),
        ({"channel": Channel.TEXT}, "Choose one that fits"),
        ({"sender": "Gwen A"}, "says too much"),
        ({"sender": "The Alongside team"}, "says too much"),
        ({"sender": "School nurse"}, "says too much"),
        ({"sender": "A Haddad"}, "says too much"),
        ({"sender": "Tunde"}, "name"),
    ],
)
def test_e39_no_link_waits_for_a_way_that_is_not_safe(cast, changed, why):
    with pytest.raises(Refused, match=why):
        give_by(cast, mailbox(cast, **changed))
    assert queries.list_links(cast.amira.ctx(), child_id=cast.child_id) == ()


def test_a_link_waits_for_no_contact_of_somebody_else(cast):
    with pytest.raises(NotThere):
        give_by(cast, mailbox(cast, adult_id=cast.father_id))


def test_the_page_says_why_a_mailbox_cannot_be_used(cast):
    unsure = mailbox(cast, verified=False)
    page = signed_in(cast, "amira").get(f"/private-links/children/{cast.child_id}/give/").content.decode()
    assert "Nobody has made sure yet that this way is safe." in page
    assert str(unsure) not in page
    assert MAILBOX not in page


def test_an_installation_without_a_sender_for_families_offers_no_mail(cast, settings):
    settings.FAMILY_MAIL_FROM = ""
    contact_id = mailbox(cast)
    page = signed_in(cast, "amira").get(f"/private-links/children/{cast.child_id}/give/").content.decode()
    assert "sends families no e-mail" in page
    assert str(contact_id) not in page


def test_what_waits_goes_after_the_key_was_changed_and_resealed(cast, post, settings):
    made = give_by(cast, mailbox(cast))
    (before,) = settings.CONTACTS_KEYS
    settings.CONTACTS_KEYS = (b"n" * 32, before)
    contacts.rewrap(upkeep_context())
    commands.reseal_links(upkeep_context())
    settings.CONTACTS_KEYS = (b"n" * 32,)
    reminding.remind()
    assert made.token in to_family(post)[0].body


@pytest.mark.parametrize(
    "deed",
    [
        lambda ctx, key: commands.list_to_send(ctx),
        lambda ctx, key: commands.address_link(ctx, dispatch_id=key, envelope=Envelope()),
        lambda ctx, key: commands.mark_link(ctx, dispatch_id=key, posted=Posted.WENT),
    ],
)
def test_nobody_but_the_installation_sends(cast, deed):
    give_by(cast, mailbox(cast))
    with frame.doing():
        key = Dispatch.objects.get().id
    with pytest.raises(NotThere):
        deed(cast.amira.ctx(), key)
