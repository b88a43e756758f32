"""A private link that waits when its child's record is sealed by an adoption: wiped by the next round, at any hour, and owed to nobody."""

from django.db import connections
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from alongside.access import frame
from alongside.access.context import upkeep_context
from alongside.duties.models import Duty
from alongside.duties.words import Owed
from alongside.notify.words import Posted
from alongside.portal import commands
from alongside.portal.models import Dispatch, FamilyLink, LinkKey
from alongside.portal.words import Delivery, Ending
from alongside.upkeep import reminding
from tests.families.test_adoption import adopt
from tests.portal.test_give_private_link import withhold_everything
from tests.portal.test_send_link import LATER, give_by, link_of, mailbox, owes_a_look, post, to_family
from tests.portal.test_sending_fails import addressed
from tests.recital import signed_in

__all__ = ["post"]  # the fixture


def looks_owed():
    with frame.doing():
        return Duty.objects.filter(kind=Owed.LOOK_AT_LINK, discharged_at__isnull=True).count()


def test_e10_what_waits_is_wiped_by_the_next_round_at_any_hour_and_nobody_owes_a_look(cast, post):
    give_by(cast, mailbox(cast, times=LATER))
    adopt(cast)
    reminding.remind()
    with frame.doing():
        assert LinkKey.objects.get().to_send is None
        assert Dispatch.objects.get().delivery == Delivery.NOT_SENT
        assert FamilyLink.objects.get().ending == Ending.UNSENT
    assert to_family(post) == []
    assert looks_owed() == 0


def test_e10_a_line_that_breaks_about_a_sealed_record_is_owed_to_nobody(cast, post):
    dispatch_id = addressed(cast)
    adopt(cast)
    commands.mark_link(upkeep_context(), dispatch_id=dispatch_id, posted=Posted.UNKNOWN)
    assert looks_owed() == 0


def test_e3_what_may_not_reach_its_person_is_given_up_at_any_hour(cast, post):
    give_by(cast, mailbox(cast, adult_id=cast.father_id, times=LATER), adult_id=cast.father_id)
    withhold_everything(cast)
    reminding.remind()
    assert link_of(cast).sent.delivery is Delivery.NOT_SENT
    assert owes_a_look(cast)


def test_what_may_go_waits_on_at_an_unsafe_hour(cast, post):
    """The set-up of the tests before, without the change."""
    give_by(cast, mailbox(cast, times=LATER))
    reminding.remind()
    assert link_of(cast).sent.delivery is Delivery.WAITING
    assert looks_owed() == 0


def test_the_page_that_seals_says_what_becomes_of_a_link_that_waits(cast):
    page = signed_in(cast, "amira").get(reverse("cases:seal_adoption", args=[cast.child_id])).content.decode()
    assert "waits to be sent by e-mail" in page


def test_the_contacts_of_all_that_waits_are_asked_in_one_statement(cast):
    give_by(cast, mailbox(cast, times=LATER))
    one = _asked_of_contacts()
    give_by(cast, mailbox(cast, adult_id=cast.father_id, times=LATER), adult_id=cast.father_id)
    assert _asked_of_contacts() == one == 1


def _asked_of_contacts():
    with CaptureQueriesContext(connections["default"]) as seen:
        assert commands.list_to_send(upkeep_context()) == ()
    return len([each for each in seen.captured_queries if 'FROM "contacts_safecontact"' in each["sql"]])
