"""What Today shows to those who wait for others: whoever was asked, the safeguarding lead, whoever answers a line."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from alongside.access import context, frame
from alongside.advice.models import WaitingQuestion
from alongside.advice.words import Wanted
from alongside.consent.words import Status
from alongside.consultations.words import OutcomeKind
from alongside.directory import commands as directory
from alongside.sharing import commands as sharing
from alongside.sharing.words import Countersignature
from tests import journey
from tests.people import NOW


def text_of(page) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page.content.decode()).split())


LATE = "Amira Haddad, Health visitor to record what was decided about Ayo Adeyemi"


@pytest.mark.parametrize(("days", "is_late"), [(7, False), (8, True)])
def test_an_outcome_not_recorded_after_five_working_days_shows_on_both_desks_and_to_the_lead(
    browse, cast, opened, clock, days, is_late
):
    clock.advance(days=days)
    asker, adviser, lead = (
        text_of(browse(person).get("/")) for person in (cast.amira, cast.cerys, cast.iris)
    )
    assert ("1 day late" in asker) is is_late
    assert (LATE in adviser) is is_late
    assert (LATE in lead) is (days == 7 or is_late), "the lead sees it from the day on which it is due"


def test_the_adviser_is_led_to_what_was_shared_with_them_and_not_to_the_askers_record(
    browse, cast, opened, clock
):
    clock.advance(days=8)
    cerys = browse(cast.cerys)
    shown = cerys.get("/").content.decode()
    assert reverse("consultations:open", args=[opened.consultation_id]) not in shown
    assert cerys.get(reverse("advice:inbox_item", args=[opened.disclosure_id])).status_code == 200


def test_once_it_is_recorded_nobody_waits_for_it(browse, cast, opened, clock):
    clock.advance(days=8)
    journey.outcome(cast, opened.consultation_id)
    assert LATE not in text_of(browse(cast.cerys).get("/"))
    assert LATE not in text_of(browse(cast.iris).get("/"))


def test_somebody_who_was_not_asked_does_not_see_it(browse, cast, opened, clock):
    clock.advance(days=8)
    for person in (cast.dev, cast.ben, cast.esther):
        assert LATE not in text_of(browse(person).get("/"))


def test_a_lead_sees_what_waits_in_the_agency_by_number(browse, cast, clock):
    refused_with_a_harm_concern(cast)
    page = text_of(browse(cast.iris).get("/"))
    assert "Waiting in your agency" in page
    assert "Decisions not to share that wait for a countersignature: 1" in page
    assert page.count("Read the decision not to share about Ayo Adeyemi") == 2, "with its button, and once"


def test_e17_what_somebody_owes_who_has_left_shows_to_the_lead_at_once(browse, cast, opened, clock):
    assert LATE not in text_of(browse(cast.iris).get("/"))
    clock.advance(minutes=5)
    directory.end_membership(context.upkeep_context(), membership_id=cast.amira.membership_id)
    clock.advance(minutes=5)
    lead = text_of(browse(cast.iris).get("/"))
    assert LATE in lead
    assert "Outcomes not recorded in time: 1" in lead


def test_what_was_sent_back_is_counted_as_that_and_stands_once(browse, cast):
    decision_id = refused_with_a_harm_concern(cast)
    sharing.countersign_refusal(
        cast.iris.ctx(), decision_id=decision_id, verdict=Countersignature.DECLINED, words="Think again."
    )
    page = text_of(browse(cast.iris).get("/"))
    assert "wait for a countersignature" not in page
    assert "Decisions not to share that were sent back, to be decided again: 1" in page
    assert page.count("Open it : Amira Haddad, Health visitor to decide again about Ayo Adeyemi") == 1


def refused_with_a_harm_concern(cast):
    journey.keep_profiles(cast)
    consultation_id = journey.prepare(cast)
    journey.family_says(cast, consultation_id, status=Status.REFUSED)
    journey.answer(cast, consultation_id, "P0", "yes")
    journey.answer(cast, consultation_id, "Q4", "no")
    more = {"review_trigger": "New facts.", "alternative_action": "Daily contact."}
    return journey.decide(cast, consultation_id, outcome="DO_NOT_SHARE", **more)


def test_a_referral_that_was_not_rung_shows_to_the_lead_on_its_day(browse, cast, opened):
    journey.outcome(cast, opened.consultation_id, kind=OutcomeKind.REFERRAL)
    page = text_of(browse(cast.iris).get("/"))
    assert "Referrals to ring, write or hear of: 1" in page
    assert "Amira Haddad, Health visitor to ring children’s social care about Ayo Adeyemi" in page


def test_at_most_ten_are_shown_and_the_rest_are_a_link_away(browse, cast, clock):
    journey.keep_profiles(cast)
    for _ in range(11):
        consultation_id = journey.prepare(cast)
        journey.family_says(cast, consultation_id)
        journey.answer(cast, consultation_id, "P0", "no")
        journey.decide(cast, consultation_id)
        journey.talk(cast, consultation_id)
    clock.advance(days=8)
    page = text_of(browse(cast.iris).get("/"))
    assert "Outcomes not recorded in time: 11" in page
    assert "10 of these" in page
    assert page.count("Open it : " + LATE) == 10, "ten gathered under one sentence, each with its button"
    assert "More wait than are shown here." in page


def test_a_quiet_agency_says_so_and_nobody_but_its_lead_is_told(browse, cast):
    assert "Nothing is late or waits for a second person" in text_of(browse(cast.iris).get("/"))
    for person in (cast.amira, cast.cerys, cast.farid):
        assert "Waiting in your agency" not in text_of(browse(person).get("/"))


@pytest.fixture
def line(cast):
    """A consultation line of the school, which Cerys answers."""
    line_id = directory.open_line(
        context.upkeep_context(),
        agency_id=cast.cerys.agency_id,
        name="Willow Lane line",
        telephone="01632 960 121",
        opening_words="",
    )
    directory.join_line(context.upkeep_context(), line_id=line_id, membership_id=cast.cerys.membership_id)
    return line_id


def test_whoever_answers_a_line_sees_what_waits_on_it(browse, cast, opened, line):
    assert "Willow Lane line No question waits on this line." in text_of(browse(cast.cerys).get("/"))
    assert "Willow Lane line" not in text_of(browse(cast.amira).get("/"))
    with frame.doing():
        WaitingQuestion.objects.create(
            agency_id=cast.cerys.agency_id,
            author_membership_id=cast.cerys.membership_id,
            line_id=line,
            disclosure_id=opened.disclosure_id,
            asker_as_named="Amira Haddad",
            ring_back_on="01632 960 110",
            wanted=next(iter(Wanted)),
            queued_at=NOW - timedelta(hours=2),
        )
    page = text_of(browse(cast.cerys).get("/"))
    assert "1 question waits" in page
    assert "The oldest since 3 November 2026 at 1.40 pm" in page
