"""An agency's lawful answers: kept by its data-protection officer, read by everybody in it, in editions."""

from dataclasses import asdict, replace
from uuid import uuid4

import pytest
from django.urls import reverse

from alongside.access.words import NotThere, Refused
from alongside.sharing import commands, queries
from alongside.sharing.words import Art6, Confidentiality, Leaf
from tests import journey
from tests.journey import PROFILE
from tests.recital import Deed, Recital, signed_in
from tests.sharing.keeping import UNTIL, name_keeper

OURS = replace(PROFILE, power_in_words="We visit families with small children, as the law asks")
TYPED = asdict(OURS)


def ready(cast):
    name_keeper(cast)
    return {"agency_id": cast.amira.agency_id, "profile": OURS}


def editions(cast, who="amira"):
    return queries.open_profile(cast.people[who].ctx()).editions


def read(cast, who, address):
    return signed_in(cast, who).get(address)


class TestKeepProfile(Recital):
    deed = Deed(
        command=commands.keep_profile,
        leaf=Leaf.PROFILE_KEPT,
        ready=ready,
        stands=lambda cast, _: editions(cast).every,
        page=lambda *_: reverse("sharing:keep_profile"),
        right_words=lambda *_: TYPED,
        wrong_words={"power_in_words": "", "policy_document": "Safeguarding policy, version 12"},
        sentence="Say in plain words what gives you the power to share.",
        kept="Safeguarding policy, version 12",
    )


def test_everybody_of_the_agency_reads_what_another_agency_does_not_have(cast):
    commands.keep_profile(cast.amira.ctx(), **ready(cast))
    address = reverse("sharing:own_profile")
    for who in ("amira", "ben", "farid"):
        assert OURS.power_in_words in read(cast, who, address).content.decode(), who
    theirs = read(cast, "dev", address)
    assert theirs.status_code == 200
    assert "has not kept its lawful answers yet" in theirs.content.decode()
    assert OURS.power_in_words not in theirs.content.decode()


@pytest.mark.parametrize("who", ["dev", "cerys"])
def test_an_edition_of_another_agency_is_exactly_not_there(cast, who):
    edition_id = commands.keep_profile(cast.amira.ctx(), **ready(cast))
    answers = [read(cast, who, reverse("sharing:open_profile", args=[key])) for key in (edition_id, uuid4())]
    assert [answer.status_code for answer in answers] == [404, 404]
    assert answers[0].content == answers[1].content


@pytest.mark.parametrize("who", ["ben", "iris", "farid", "dev"])
def test_the_page_that_changes_them_is_not_there_for_anybody_else(cast, who):
    ready(cast)
    browser = signed_in(cast, who)
    nowhere = browser.get("/decisions/nowhere/").content
    for answer in (
        browser.get(reverse("sharing:keep_profile")),
        browser.post(reverse("sharing:keep_profile"), {**TYPED, "command_id": str(uuid4())}),
    ):
        assert (answer.status_code, answer.content) == (404, nowhere)
    assert "Change our lawful answers" not in browser.get(reverse("sharing:own_profile")).content.decode()


def test_an_officer_keeps_nothing_for_another_agency_and_nothing_after_the_office_ends(cast, clock):
    words = ready(cast)
    with pytest.raises(NotThere):
        commands.keep_profile(cast.amira.ctx(), **{**words, "agency_id": cast.dev.agency_id})
    clock.advance(days=UNTIL.days)
    with pytest.raises(NotThere):
        commands.keep_profile(cast.amira.ctx(), **words)
    assert read(cast, "amira", reverse("sharing:keep_profile")).status_code == 404


def test_an_earlier_edition_stays_readable_with_its_day_and_who_kept_it(cast, clock):
    journey.keep_profiles(cast)
    clock.advance(days=1)
    commands.keep_profile(cast.amira.ctx(), **ready(cast))
    newest, first = editions(cast, "ben").every
    assert (newest.edition, newest.kept_by) == (2, "Amira Haddad, Health visitor")
    assert (first.edition, first.kept_by) == (1, "")
    earlier = read(cast, "ben", reverse("sharing:open_profile", args=[first.id])).content.decode()
    assert "This is an earlier edition." in earlier
    assert "3 November 2026" in earlier
    assert PROFILE.power_in_words in earlier
    assert OURS.power_in_words not in earlier


def test_a_decision_keeps_the_answers_it_was_made_with(cast):
    consultation_id = journey.decided(cast)
    (person,) = journey.page_of(cast, consultation_id).people
    commands.keep_profile(cast.amira.ctx(), **ready(cast))
    decision = queries.open_decision(cast.amira.ctx(), decision_id=person.decision.id)
    assert decision.lawful.power.startswith(PROFILE.power_in_words)


@pytest.mark.parametrize("basis", [Art6.RECOGNISED_INTEREST, Art6.LEGITIMATE_INTERESTS, "6(1)(a)", "6(1)(b)"])
def test_a_public_body_rests_on_no_interest_and_on_no_consent(cast, basis):
    words = ready(cast)
    with pytest.raises(Refused, match="may rest"):
        commands.keep_profile(cast.amira.ctx(), **{**words, "profile": replace(OURS, art6=basis)})
    page = signed_in(cast, "amira").post(
        reverse("sharing:keep_profile"), {**TYPED, "art6": str(basis), "command_id": str(uuid4())}
    )
    assert page.status_code == 422


def test_consent_is_not_offered_as_a_rule(cast):
    ready(cast)
    page = read(cast, "amira", reverse("sharing:keep_profile")).content.decode()
    assert f'value="{Confidentiality.PUBLIC_INTEREST}"' in page
    assert f'value="{Confidentiality.CONSENT}"' not in page
    assert f'value="{Confidentiality.COURT_ORDER}"' not in page


def test_today_leads_the_officer_there_and_the_guidance_everybody(cast):
    ready(cast)
    address = reverse("sharing:own_profile")
    assert [address in read(cast, who, "/").content.decode() for who in ("amira", "ben")] == [True, False]
    for who in ("amira", "ben", "dev", "farid"):
        assert address in read(cast, who, reverse("web:guidance")).content.decode()
