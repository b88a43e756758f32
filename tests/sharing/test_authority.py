"""E2: parental responsibility that is unknown or only claimed gives no authority, and is no barrier to protection."""

from dataclasses import replace
from datetime import date

import pytest
from django.urls import reverse

from alongside.consent.words import Status
from alongside.consultations import queries
from alongside.families import commands as families
from alongside.families.commands import RelatedAdult
from alongside.families.words import ParentalResponsibility, Relation
from alongside.guidance.words import Evidence
from alongside.sharing import queries as sharing_queries
from alongside.sharing import rules
from tests import journey
from tests.recital import signed_in

SOMEONE_ELSE = {"giver_adult_id": None, "giver": "Ada Adeyemi (grandmother)"}
NOTE = (
    "Their parental responsibility: says so, evidence not seen. By itself this agreement gives no authority."
)


def begun(cast):
    journey.keep_profiles(cast)
    return journey.prepare(cast)


def stands(cast, consultation_id):
    """Where the decision stands, and what the record proposes for the question of consent."""
    page = queries.sharing_of(cast.amira.ctx(), **journey.person_in(cast, consultation_id))
    return page, rules.proposals(page.record).get(Evidence.CONSENT)


def test_e2_one_who_only_says_so_gives_no_authority(cast):
    consultation_id = begun(cast)
    journey.family_says(cast, consultation_id, who="father")
    page, consent = stands(cast, consultation_id)
    assert consent.answer == "no"
    assert "Tunde Adeyemi (father) agreed" in consent.because
    assert NOTE in consent.because
    assert "the way on without consent stays open" in consent.because
    assert page.way.facts["consent_valid"] is False


def test_e2_nobody_can_answer_that_there_is_consent_instead(cast):
    consultation_id = begun(cast)
    journey.family_says(cast, consultation_id, who="father")
    journey.answer(cast, consultation_id, "P0", "no")
    journey.answer(cast, consultation_id, "Q2", "yes")
    page, _ = stands(cast, consultation_id)
    assert page.way.asked == "Q2"
    assert not page.way.is_ready


def test_e2_the_way_through_risk_stays_open(cast):
    consultation_id = begun(cast)
    journey.family_says(cast, consultation_id, who="father")
    journey.answer(cast, consultation_id, "P0", "yes")
    page, _ = stands(cast, consultation_id)
    assert page.way.asked == "Q4"
    journey.answer(cast, consultation_id, "Q4", "yes")
    decision_id = journey.decide(
        cast, consultation_id, necessity="He may be hurt, and the school sees him daily."
    )
    decision = sharing_queries.open_decision(cast.amira.ctx(), decision_id=decision_id)
    walked = decision.trace["walks"][0]
    assert (decision.outcome, walked["state"]["share_mode"]) == ("SHARE", "without_consent")
    assert walked["path"][:5] == ["S0", "P0", "Q1", "Q2", "Q3"]
    assert NOTE in decision.trace["records"]["consent.ref_or_absent_reason"]


def test_e2_beside_somebody_who_may_agree_it_takes_nothing_away(cast):
    consultation_id = begun(cast)
    journey.family_says(cast, consultation_id, who="father")
    journey.family_says(cast, consultation_id)
    _, consent = stands(cast, consultation_id)
    assert consent.answer == "yes"


def test_e2_a_no_is_heard_whoever_says_it_and_an_agreement_without_authority_is_no_answer_to_it(cast):
    consultation_id = begun(cast)
    journey.family_says(cast, consultation_id, who="father")
    journey.family_says(cast, consultation_id, status=Status.REFUSED)
    _, consent = stands(cast, consultation_id)
    assert consent.answer == "no"
    other_way = journey.prepare(cast)
    journey.family_says(cast, other_way, status=Status.REFUSED, who="father")
    journey.family_says(cast, other_way)
    _, consent = stands(cast, other_way)
    assert consent.answer == "unsure", "where one may agree and another says no, somebody else decides (E1)"


@pytest.mark.parametrize(
    ("known", "answer"),
    [
        (ParentalResponsibility.SEEN, "yes"),
        (ParentalResponsibility.CLAIMED, "no"),
        (ParentalResponsibility.NO, "unsure"),  # kept as no consent: advice, or the right person (S11)
        (ParentalResponsibility.UNKNOWN, "no"),
    ],
)
def test_e2_of_someone_who_is_not_on_record_it_is_asked(cast, known, answer):
    consultation_id = begun(cast)
    journey.family_says(cast, consultation_id, **SOMEONE_ELSE, giver_responsibility=known)
    _, consent = stands(cast, consultation_id)
    assert consent.answer == answer


def test_e2_a_child_whom_nobody_has_assessed_gives_no_authority_yet(cast):
    consultation_id = begun(cast)
    journey.family_says(cast, consultation_id, giver_adult_id=None, giver="Ayo Adeyemi")
    _, consent = stands(cast, consultation_id)
    assert consent.answer == "no"
    assert "Nobody has assessed yet whether Ayo Adeyemi can make this decision." in consent.because


def test_e2_the_mother_of_an_unborn_child_speaks_for_herself(cast):
    journey.keep_profiles(cast)
    child_id = families.add_child(
        cast.amira.ctx(),
        case_id=cast.case_id,
        name="Baby Adeyemi",
        born_on=None,
        expected_on=date(2027, 2, 1),
    )
    unknown = {"parental_responsibility": ParentalResponsibility.UNKNOWN}
    mother, father = (
        families.add_adult(cast.amira.ctx(), child_id=child_id, adult=RelatedAdult(name, relation, **unknown))
        for name, relation in (("Chloe Adeyemi", Relation.MOTHER), ("Karim Adeyemi", Relation.FATHER))
    )
    unborn = replace(cast, child_id=child_id, mother_id=mother, father_id=father)
    consultation_id = journey.prepare(unborn)
    journey.family_says(unborn, consultation_id, who="father")
    consent = stands(cast, consultation_id)[1]
    assert consent.answer == "unsure", (
        "nobody has any before birth (E6), so his yes is kept as no consent (E4)"
    )
    journey.family_says(unborn, consultation_id)
    assert stands(cast, consultation_id)[1].answer == "yes"


def test_e2_the_family_page_says_so_before_and_after_the_answer(cast):
    consultation_id = begun(cast)
    address = reverse("consultations:family", args=[consultation_id])
    browser = signed_in(cast, "amira")
    before = browser.get(address).content.decode()
    assert "Father. Parental responsibility: says so, evidence not seen" in before
    assert before.count(NOTE) == 1, "where it says who may agree"
    journey.family_says(cast, consultation_id, who="father")
    assert browser.get(address).content.decode().count(NOTE) == 2


def test_e2_of_one_who_may_agree_nothing_is_said(cast):
    consultation_id = begun(cast)
    journey.family_says(cast, consultation_id)
    page = signed_in(cast, "amira").get(reverse("consultations:family", args=[consultation_id]))
    assert page.content.decode().count("gives no authority") == 1, "of the father alone, who was not asked"
