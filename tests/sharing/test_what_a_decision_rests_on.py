"""A decision rests on what was shown, and on the lawful answers of the agency that decides."""

from dataclasses import replace

import pytest
from django.urls import reverse

from alongside.access import context
from alongside.access.words import Refused
from alongside.consent.words import ConsentKind
from alongside.consultations import queries
from alongside.sharing import commands as sharing
from alongside.sharing import freezing
from tests import journey
from tests.recital import signed_in
from tests.sharing.deciding import change_the_items, decision_of


def check_of(cast, consultation_id):
    ids = journey.person_in(cast, consultation_id)
    return reverse("consultations:check", args=[ids["consultation_id"], ids["person_id"]])


@pytest.mark.parametrize(
    ("kind", "claimed"),
    [(ConsentKind.OPENNESS_AGREEMENT, "no"), (ConsentKind.CONFIDENTIALITY_CONSENT, "yes")],
)
def test_that_what_was_told_in_confidence_was_agreed_is_said_only_where_that_was_asked(cast, kind, claimed):
    journey.keep_profiles(cast)
    consultation_id = journey.prepare(cast)
    journey.family_says(cast, consultation_id, kind=kind)
    journey.answer(cast, consultation_id, "P0", "no")
    shown = signed_in(cast, "amira").get(check_of(cast, consultation_id)).content.decode()
    assert ("who told us, agreed" in shown) is (claimed == "yes")
    assert ("Nobody said that it was told in confidence" in shown) is (claimed == "no")
    journey.decide(cast, consultation_id)
    kept = decision_of(cast, consultation_id).lawful.confidentiality
    assert ("Nobody said that it was told in confidence" in kept) is (claimed == "no")


def test_nothing_is_decided_on_that_was_not_shown(cast):
    journey.keep_profiles(cast)
    consultation_id = journey.prepare(cast)
    journey.family_says(cast, consultation_id)
    journey.answer(cast, consultation_id, "P0", "no")
    page = queries.sharing_of(cast.amira.ctx(), **journey.person_in(cast, consultation_id))
    seen = freezing.digest_of(page.way, page.record)
    change_the_items(cast, consultation_id)
    with pytest.raises(Refused, match="has changed since this page was opened"):
        journey.decide(cast, consultation_id, seen=seen)


def test_nothing_is_decided_on_lawful_answers_that_were_not_shown(cast):
    journey.keep_profiles(cast)
    consultation_id = journey.prepare(cast)
    journey.family_says(cast, consultation_id)
    journey.answer(cast, consultation_id, "P0", "no")
    seen = queries.sharing_of(cast.amira.ctx(), **journey.person_in(cast, consultation_id)).digest
    sharing.keep_profile(
        context.upkeep_context(),
        agency_id=cast.amira.agency_id,
        profile=replace(journey.PROFILE, policy_document="Safeguarding policy, version 5"),
    )
    with pytest.raises(Refused, match="has changed since this page was opened"):
        journey.decide(cast, consultation_id, seen=seen)


def test_a_decision_rests_on_the_lawful_answers_of_the_agency_that_decides(cast):
    for key, power in (("health", "CA 2004 s.10"), ("school", "EA 2002 s.175")):
        sharing.keep_profile(
            context.upkeep_context(),
            agency_id=cast.agencies[key],
            profile=replace(journey.PROFILE, power=power),
        )
    consultation_id = journey.prepare(cast, by=cast.cerys, asked=cast.dev)
    (person,) = queries.open_consultation(cast.cerys.ctx(), consultation_id=consultation_id).people
    page = queries.sharing_of(cast.cerys.ctx(), consultation_id=consultation_id, person_id=person.id)
    assert page.record.profile.power == "EA 2002 s.175"


def test_without_lawful_answers_of_the_agency_nothing_is_decided_to_be_shared(cast):
    consultation_id = journey.prepare(cast)
    journey.family_says(cast, consultation_id)
    journey.answer(cast, consultation_id, "P0", "no")
    with pytest.raises(Refused, match="has not kept its lawful answers"):
        journey.decide(cast, consultation_id)
