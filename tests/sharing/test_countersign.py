"""Guard G1: a decision not to share where there is a harm concern has a second person’s word, or is thought about again."""

import pytest
from django.urls import reverse

from alongside.access.words import NotThere, Refused
from alongside.cases import commands as cases
from alongside.consent.words import Status
from alongside.consultations.rules import Progress
from alongside.consultations.words import Task
from alongside.duties import queries as duties
from alongside.sharing import commands as sharing
from alongside.sharing import queries as sharing_queries
from alongside.sharing.words import Countersignature
from tests import journey
from tests.recital import signed_in
from tests.sharing.deciding import REFUSE, decision_of, in_force, page_of, progress_of


def refused_with_a_harm_concern(cast):
    journey.keep_profiles(cast)
    consultation_id = journey.prepare(cast)
    journey.family_says(cast, consultation_id, status=Status.REFUSED)
    journey.answer(cast, consultation_id, "P0", "yes")
    journey.answer(cast, consultation_id, "Q4", "no")
    return consultation_id


def test_g1_a_refusal_with_a_harm_concern_says_how_the_child_is_protected_instead(cast):
    consultation_id = refused_with_a_harm_concern(cast)
    with pytest.raises(Refused, match="protected instead"):
        journey.decide(cast, consultation_id, **REFUSE)


def test_g1_a_refusal_with_a_harm_concern_waits_for_a_safeguarding_lead(cast):
    consultation_id = refused_with_a_harm_concern(cast)
    decision_id = journey.decide(cast, consultation_id, **REFUSE, alternative_action="We visit daily.")
    waiting = sharing_queries.list_awaiting_countersignature(cast.iris.ctx())
    assert [line.id for line in waiting] == [decision_id]
    sharing.countersign_refusal(
        cast.iris.ctx(),
        decision_id=decision_id,
        verdict=Countersignature.GIVEN,
        words="I read the file and agree.",
    )
    decision = decision_of(cast, consultation_id, who="iris")
    assert (decision.countersignature, decision.countersigned_by) == (Countersignature.GIVEN, "Iris Olsen")
    assert decision.closed_at is not None


@pytest.mark.parametrize("who", ["amira", "ben", "dev", "esther", "hal", "farid", "cerys"])
def test_g1_nobody_but_the_safeguarding_lead_countersigns(cast, who):
    consultation_id = refused_with_a_harm_concern(cast)
    decision_id = journey.decide(cast, consultation_id, **REFUSE, alternative_action="We visit daily.")
    with pytest.raises(NotThere):
        sharing.countersign_refusal(
            getattr(cast, who).ctx(),
            decision_id=decision_id,
            verdict=Countersignature.GIVEN,
            words="I agree.",
        )


def test_g1_a_safeguarding_lead_who_opens_the_decision_is_led_to_countersign_it(cast):
    decision_id = journey.decide(
        cast, refused_with_a_harm_concern(cast), **REFUSE, alternative_action="We visit daily."
    )
    address = reverse("sharing:countersign", args=[decision_id])
    for who, led in (("iris", True), ("amira", False)):
        page = signed_in(cast, who).get(reverse("sharing:open_decision", args=[decision_id]))
        assert (page.status_code, address in page.content.decode()) == (200, led), who


def test_g1_the_form_is_shown_to_nobody_who_may_not_countersign(cast):
    consultation_id = refused_with_a_harm_concern(cast)
    decision_id = journey.decide(cast, consultation_id, **REFUSE, alternative_action="We visit daily.")
    form, page = (reverse(f"sharing:{name}", args=[decision_id]) for name in ("countersign", "open_decision"))
    assert signed_in(cast, "iris").get(form).status_code == 200
    assert signed_in(cast, "amira").get(form)["Location"] == page
    sharing.countersign_refusal(
        cast.iris.ctx(), decision_id=decision_id, verdict=Countersignature.GIVEN, words="I agree."
    )
    assert signed_in(cast, "iris").get(form)["Location"] == page


def test_an_open_concern_on_the_case_asks_for_a_countersignature_though_the_walk_says_no_harm(cast):
    journey.keep_profiles(cast)
    cases.raise_concern(cast.amira.ctx(), case_id=cast.case_id)
    consultation_id = journey.prepare(cast)
    journey.family_says(cast, consultation_id, status=Status.REFUSED)
    journey.answer(cast, consultation_id, "P0", "no")
    journey.answer(cast, consultation_id, "Q4", "no")
    journey.decide(cast, consultation_id, **REFUSE, alternative_action="We visit daily.")
    assert decision_of(cast, consultation_id).countersignature is Countersignature.AWAITED


def test_g1_a_superseded_refusal_waits_for_nobody(cast):
    consultation_id = refused_with_a_harm_concern(cast)
    refused = journey.decide(cast, consultation_id, **REFUSE, alternative_action="We visit daily.")
    journey.answer(cast, consultation_id, "Q4", "yes")
    journey.decide(cast, consultation_id, necessity="He is not safe.")
    assert sharing_queries.list_awaiting_countersignature(cast.iris.ctx()) == ()
    assert duties.list_my_duties(cast.iris.ctx()) == ()
    with pytest.raises(Refused, match="does not wait"):
        sharing.countersign_refusal(
            cast.iris.ctx(), decision_id=refused, verdict=Countersignature.GIVEN, words="I agree."
        )


def test_g1_a_refusal_that_is_sent_back_is_owed_again_until_it_is_decided_again(cast, clock):
    consultation_id = refused_with_a_harm_concern(cast)
    refused = journey.decide(cast, consultation_id, **REFUSE, alternative_action="We visit daily.")
    sharing.countersign_refusal(
        cast.iris.ctx(),
        decision_id=refused,
        verdict=Countersignature.DECLINED,
        words="Look at the bruise again.",
    )
    assert "decide_again" in [d.kind for d in duties.list_my_duties(cast.amira.ctx())]
    clock.advance(hours=1)
    journey.answer(cast, consultation_id, "Q4", "yes")
    journey.decide(cast, consultation_id, necessity="He is not safe.")
    assert "decide_again" not in [d.kind for d in duties.list_my_duties(cast.amira.ctx())]
    assert progress_of(page_of(cast, consultation_id), Task.TALK) is Progress.NOT_STARTED


def test_g1_a_lead_who_has_a_conflict_is_not_asked(cast):
    cases.declare_conflict(
        cast.amira.ctx(), case_id=cast.case_id, membership_id=cast.iris.membership_id, reason="Her nephew"
    )
    consultation_id = refused_with_a_harm_concern(cast)
    journey.decide(cast, consultation_id, **REFUSE, alternative_action="We visit daily.")
    assert duties.list_my_duties(cast.iris.ctx()) == ()


def test_a_duty_set_aside_is_always_read_by_a_second_person(cast, clock):
    in_force(cast, "guidance.edition", "dfe-2024-derived", clock)
    in_force(cast, "isd.in_force", "yes", clock)
    journey.keep_profiles(cast)
    consultation_id = journey.prepare(cast)
    for node, given in (("D2", "yes"), ("D3", "yes"), ("D4", "yes")):
        journey.answer(cast, consultation_id, node, given, pack="ca2004-s16la", reason="It would harm her.")
    refusal = REFUSE | {"outcome": "DUTY_DISAPPLIED"}
    journey.decide(cast, consultation_id, **refusal, alternative_action="We ask the health visitor instead.")
    decision = decision_of(cast, consultation_id)
    assert (decision.outcome, decision.countersignature) == ("DUTY_DISAPPLIED", Countersignature.AWAITED)
