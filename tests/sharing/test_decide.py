"""A walk becomes a decision."""

import pytest

from alongside.access.words import NotThere, Refused
from alongside.consent.words import Category, ConsentKind, Status
from alongside.consultations import queries
from alongside.consultations.rules import Progress
from alongside.consultations.words import Task
from alongside.involvement.words import Told
from alongside.sharing.words import Countersignature
from tests import journey
from tests.sharing.deciding import REFUSE, change_the_benefit, decision_of, page_of, progress_of


def test_with_consent_only_the_harm_question_is_left_to_ask(cast):
    journey.keep_profiles(cast)
    consultation_id = journey.prepare(cast)
    journey.family_says(cast, consultation_id)
    way = queries.sharing_of(cast.amira.ctx(), **journey.person_in(cast, consultation_id)).way
    assert way.asked == "P0"
    journey.answer(cast, consultation_id, "P0", "no")
    way = queries.sharing_of(cast.amira.ctx(), **journey.person_in(cast, consultation_id)).way
    assert (way.asked, way.outcome, way.is_ready) == (None, "SHARE", True)
    assert [t.node for t in way.last.taken] == ["S0", "P0", "Q1", "Q2", "H1", "H2", "H3"]


def test_a_decision_freezes_the_walk_and_is_closed_when_the_family_is_told(cast):
    consultation_id = journey.decided(cast)
    decision = decision_of(cast, consultation_id)
    assert (decision.outcome, decision.closed_at) == ("SHARE", None)
    assert decision.trace["walks"][0]["path"] == ["S0", "P0", "Q1", "Q2", "H1", "H2", "H3", "H4"]
    journey.talk(cast, consultation_id)
    journey.outcome(cast, consultation_id)
    journey.tell(cast, consultation_id)
    decision = decision_of(cast, consultation_id)
    walked = decision.trace["walks"][0]
    assert walked["path"] == ["S0", "P0", "Q1", "Q2", "H1", "H2", "H3", "H4", "H5", "R_YES", "O_SHARE"]
    assert walked["state"] == {"cp_procedure": "none", "share_mode": "with_consent"}
    assert walked["missing_records"] == []
    assert decision.closed_at is not None
    assert {each.progress for each in page_of(cast, consultation_id).progress} == {Progress.DONE}


def test_an_item_that_consent_does_not_cover_is_named_and_there_is_no_consent_for_it(cast):
    journey.keep_profiles(cast)
    consultation_id = journey.prepare(cast)
    journey.family_says(cast, consultation_id, allowed=(Category.HOUSING,))
    journey.answer(cast, consultation_id, "P0", "no")
    way = queries.sharing_of(cast.amira.ctx(), **journey.person_in(cast, consultation_id)).way
    assert way.asked == "Q4"
    assert "Attendance" in next(t.because for t in way.last.taken if t.node == "Q2")


def test_g3_a_person_cannot_answer_that_there_is_consent_when_it_does_not_reach(cast):
    journey.keep_profiles(cast)
    consultation_id = journey.prepare(cast)
    journey.family_says(cast, consultation_id, allowed=(Category.HOUSING,))
    journey.answer(cast, consultation_id, "P0", "no")
    journey.answer(cast, consultation_id, "Q2", "yes")
    way = queries.sharing_of(cast.amira.ctx(), **journey.person_in(cast, consultation_id)).way
    assert not way.is_ready
    with pytest.raises(Refused):
        journey.decide(cast, consultation_id)


def test_s04_both_parents_decline_and_nothing_is_shared(cast):
    journey.keep_profiles(cast)
    consultation_id = journey.prepare(cast)
    for who in ("mother", "father"):
        journey.family_says(cast, consultation_id, status=Status.REFUSED, who=who)
    journey.answer(cast, consultation_id, "P0", "no")
    journey.answer(cast, consultation_id, "Q4", "no")
    journey.decide(cast, consultation_id, **REFUSE)
    decision = decision_of(cast, consultation_id)
    walked = decision.trace["walks"][0]
    assert walked["path"] == ["S0", "P0", "Q1", "Q2", "Q3", "Q4", "R_NO", "O_NOSHARE"]
    assert walked["missing_records"] == []
    assert decision.countersignature is Countersignature.NOT_NEEDED
    assert decision.closed_at is not None
    assert progress_of(page_of(cast, consultation_id), Task.TALK) is None
    with pytest.raises(Refused):
        journey.talk(cast, consultation_id)


def test_not_sure_waits_for_advice_and_keeps_it(cast):
    journey.keep_profiles(cast)
    consultation_id = journey.prepare(cast)
    journey.family_says(cast, consultation_id)
    journey.answer(cast, consultation_id, "P0", "unsure")
    assert queries.sharing_of(cast.amira.ctx(), **journey.person_in(cast, consultation_id)).way.asked == "P0"
    with pytest.raises(Refused):
        journey.answer(cast, consultation_id, "P0", "no")
    journey.answer(
        cast, consultation_id, "P0", "no", advice_from="Iris Olsen", advice_summary="No sign of harm."
    )
    journey.decide(cast, consultation_id)
    walked = decision_of(cast, consultation_id).trace["walks"][0]
    assert walked["path"][:4] == ["S0", "P0", "ADV", "P0"]


def test_not_yet_told_leaves_the_decision_open_and_the_duty_owed(cast):
    consultation_id = journey.decided(cast)
    journey.talk(cast, consultation_id)
    journey.outcome(cast, consultation_id)
    journey.tell(cast, consultation_id, told=Told.NOT_YET)
    page = page_of(cast, consultation_id)
    assert [d.kind for d in page.duties] == ["tell_family"]
    assert decision_of(cast, consultation_id).closed_at is None
    journey.tell(cast, consultation_id, told=Told.INFORMED)
    assert page_of(cast, consultation_id).duties == ()
    assert decision_of(cast, consultation_id).closed_at is not None


def test_agreeing_to_help_as_well_is_two_agreements(cast):
    journey.keep_profiles(cast)
    consultation_id = journey.prepare(cast)
    journey.family_says(cast, consultation_id, kind=ConsentKind.SERVICE_AGREEMENT)
    kinds = [answer.kind for answer in page_of(cast, consultation_id).answers]
    assert kinds == [ConsentKind.OPENNESS_AGREEMENT, ConsentKind.SERVICE_AGREEMENT]


def test_g3_an_agreement_for_one_purpose_does_not_reach_another(cast):
    journey.keep_profiles(cast)
    consultation_id = journey.prepare(cast)
    journey.family_says(cast, consultation_id)
    change_the_benefit(cast, consultation_id)
    journey.answer(cast, consultation_id, "P0", "no")
    way = queries.sharing_of(cast.amira.ctx(), **journey.person_in(cast, consultation_id)).way
    assert way.asked == "Q4"
    assert "another purpose" in next(t.because for t in way.last.taken if t.node == "Q2")


def test_a_question_that_is_not_on_the_way_or_not_in_force_cannot_be_answered(cast):
    journey.keep_profiles(cast)
    consultation_id = journey.prepare(cast)
    for node, pack in (("Q4", "hmg-2018-07"), ("Q2", "hmg-2015-03"), ("N4", "dfe-2024-derived")):
        with pytest.raises(Refused, match="no longer on your way"):
            journey.answer(cast, consultation_id, node, "yes", pack=pack)


def test_an_adult_of_another_family_is_nobody_here(cast):
    consultation_id = journey.prepare(cast)
    with pytest.raises(NotThere):
        journey.family_says(cast, consultation_id, giver_adult_id=cast.child_id)
