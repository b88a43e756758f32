"""The guards of rulebook 2.0, by number. G5 is kept where documents are rendered."""

import pytest

from alongside.guidance.engine import needs_countersignature, recorded_after_the_fact, walk
from alongside.guidance.packs import load
from alongside.guidance.words import CountersignReason, Given, ProblemKind

TO_H5 = {"S0": "wish", "P0": "no", "Q1": "yes", "Q2": "no", "Q3": "yes", "Q4": "yes", "H4": "secure"}
WITH_CONSENT = {"S0": "wish", "P0": "no", "Q1": "yes", "Q2": "yes", "H4": "secure", "H5": "informed"}
REFUSED = {"S0": "wish", "P0": "no", "Q1": "no"}
SIGNED = {"countersigned": True, "alternative_action": "The health visitor calls tomorrow."}
TO_N2A = {"N0": "not_emergency", "N1": "yes", "N2": "yes"}
TO_N4B = {**TO_N2A, "N2a": "yes", "N3": "yes", "N3a": "objected", "N4": "no", "N4a": "agreement_refused"}


def kinds(trace):
    return [problem.kind for problem in trace.problems]


@pytest.mark.parametrize(
    ("concern", "facts", "reason"),
    [
        ("yes", {}, CountersignReason.PROCEDURE_STARTED),
        ("yes_immediate", {}, CountersignReason.PROCEDURE_STARTED),
        ("no", {"risk_of_significant_harm": True}, CountersignReason.CONCERN_ON_CASE),
    ],
)
def test_g1_a_refusal_where_there_is_concern_needs_a_safeguarding_lead(chart_2018, concern, facts, reason):
    trace = walk(chart_2018, answers={**REFUSED, "P0": concern}, facts=facts)
    assert needs_countersignature(trace, facts=facts) == (reason,)
    assert kinds(trace) == [ProblemKind.G1]
    assert "decision.safeguarding_lead_countersign_if_cp_concern" in trace.missing_records


def test_g1_a_refusal_after_the_walk_found_risk_needs_a_safeguarding_lead(chart_2024):
    said = {**TO_N2A, "N2a": "yes", "N3": "no", "N4": "yes", "N5": "none"}
    trace = walk(chart_2024, answers=said)
    assert needs_countersignature(trace, facts={}) == (CountersignReason.RISK_FOUND,)


def test_g1_a_refusal_without_concern_needs_nobody_else(chart_2018):
    trace = walk(chart_2018, answers=REFUSED, facts={"risk_of_significant_harm": False})
    assert not trace.problems
    assert "decision.safeguarding_lead_countersign_if_cp_concern" not in trace.missing_records
    assert "decision.safeguarding_lead_countersign_if_cp_concern" in trace.required_records


def test_g1_sharing_needs_no_countersignature(chart_2018):
    facts = {"risk_of_significant_harm": True}
    assert needs_countersignature(walk(chart_2018, answers=WITH_CONSENT, facts=facts), facts=facts) == ()


def test_g1_is_met_by_a_countersignature_and_an_alternative_action(chart_2018):
    facts = {"risk_of_significant_harm": True, **SIGNED}
    assert not walk(chart_2018, answers=REFUSED, facts=facts).problems


@pytest.mark.parametrize("missing", sorted(SIGNED))
def test_g1_asks_for_both_the_signature_and_the_action(chart_2018, missing):
    facts = {"risk_of_significant_harm": True, **SIGNED}
    del facts[missing]
    assert kinds(walk(chart_2018, answers=REFUSED, facts=facts)) == [ProblemKind.G1]


def test_g1_also_guards_a_duty_found_not_to_apply():
    said = {"D0": "yes", "D1": "yes", "D2": "yes", "D3": "yes", "D4": "yes"}
    trace = walk(load("ca2004-s16la"), answers=said, facts={"risk_of_significant_harm": True})
    assert (trace.outcome, kinds(trace)) == ("DUTY_DISAPPLIED", [ProblemKind.G1])


@pytest.mark.parametrize(
    ("pack_id", "node", "said"),
    [
        ("hmg-2018-07", "H5", TO_H5),
        (
            "dfe-2024-derived",
            "N11",
            {**TO_N2A, "N2a": "yes", "N3": "no", "N4": "yes", "N5": "identified", "N6": "no", "N7": "none"}
            | {"N9": "no_one", "N10": "secure"},
        ),
    ],
)
def test_g2_somebody_identified_is_somebody_to_tell(pack_id, node, said):
    trace = walk(load(pack_id), answers={**said, node: "not_applicable"})
    assert (trace.current, trace.outcome, kinds(trace)) == (node, None, [ProblemKind.G2])


def test_g2_nobody_identified_is_nobody_to_tell(chart_2018):
    trace = walk(chart_2018, answers={**TO_H5, "Q3": "no", "H5": "not_applicable"})
    assert (trace.outcome, kinds(trace)) == ("SHARE", [])


@pytest.mark.parametrize("fact", ["consent_valid", "consent_covers_recipient", "consent_covers_purpose"])
def test_g3_only_a_valid_consent_that_covers_the_matter_is_consent(chart_2018, fact):
    trace = walk(chart_2018, answers=WITH_CONSENT, facts={fact: False})
    assert (trace.current, trace.decided, kinds(trace)) == ("Q2", None, [ProblemKind.G3])
    assert walk(chart_2018, answers=WITH_CONSENT, facts={fact: True}).outcome == "SHARE"


def test_g3_an_invalid_consent_does_not_hinder_sharing_without_it(chart_2018):
    trace = walk(chart_2018, answers={**TO_H5, "H5": "informed"}, facts={"consent_valid": False})
    assert (trace.outcome, kinds(trace)) == ("SHARE", [])


def test_g4_items_outside_the_consent_stop_at_how_much_to_share(chart_2018):
    trace = walk(chart_2018, answers=WITH_CONSENT, facts={"items_outside_consent": ["GP history"]})
    assert (trace.current, kinds(trace)) == ("H1", [ProblemKind.G4])
    assert "GP history" in trace.problems[0].sentence


def test_g4_without_consent_its_limits_do_not_bind(chart_2018):
    facts = {"items_outside_consent": ["GP history"]}
    assert walk(chart_2018, answers={**TO_H5, "H5": "informed"}, facts=facts).outcome == "SHARE"


@pytest.mark.parametrize(
    ("pack_id", "node", "said"),
    [("hmg-2018-07", "H1", TO_H5), ("dfe-2024-derived", "N8", {**TO_N2A, "N2a": "no"})],
)
def test_g4_items_beyond_the_recipients_role_stop_at_how_much_to_share(pack_id, node, said):
    trace = walk(load(pack_id), answers=said, facts={"items_outside_role": ["criminal record"]})
    assert (trace.current, kinds(trace)) == (node, [ProblemKind.G4])


def test_g6_a_decision_is_not_recorded_before_it_is_made(chart_2018):
    facts = {"decided_at": "2026-11-14T09:30+00:00", "recorded_at": "2026-11-14T02:10+00:00"}
    assert kinds(walk(chart_2018, answers={}, facts=facts)) == [ProblemKind.G6]


def test_g6_moments_with_and_without_an_offset_cannot_be_compared(chart_2018):
    facts = {"decided_at": "2026-11-14T09:30+00:00", "recorded_at": "2026-11-14T10:10"}
    trace = walk(chart_2018, answers={}, facts=facts)
    assert kinds(trace) == [ProblemKind.BAD_FACT]
    assert not recorded_after_the_fact(trace, facts=facts)


@pytest.mark.parametrize(("recorded_at", "late"), [("03:10", False), ("03:11", True)])
def test_g6_more_than_an_hour_later_is_recorded_after_the_fact(chart_2018, recorded_at, late):
    facts = {"decided_at": "2026-11-14T02:10", "recorded_at": f"2026-11-14T{recorded_at}"}
    assert recorded_after_the_fact(walk(chart_2018, answers=REFUSED, facts=facts), facts=facts) is late


def test_g6_an_emergency_may_be_recorded_after_the_fact(chart_2018):
    trace = walk(chart_2018, answers={"S0": "wish", "P0": "yes_immediate"})
    assert recorded_after_the_fact(trace, facts={})


@pytest.mark.parametrize("silence", [None, "", "no_reply", [None]])
def test_g7_silence_is_no(chart_2018, silence):
    trace = walk(chart_2018, answers={**WITH_CONSENT, "Q2": silence})
    assert trace.current == "Q3"
    assert (trace.steps[-1].answer, trace.steps[-1].given) == ("no", Given.SILENCE)


def test_g7_silence_about_harm_is_not_read_as_no_harm(chart_2018):
    trace = walk(chart_2018, answers={"S0": "wish", "P0": None})
    assert (trace.current, kinds(trace)) == ("P0", [ProblemKind.UNKNOWN_ANSWER])


@pytest.mark.parametrize(
    ("pack_id", "node", "said", "next_node"),
    [
        ("hmg-2018-07", "Q3", {"S0": "wish", "P0": "no", "Q1": "yes", "Q2": "no"}, "Q4"),
        ("dfe-2024-derived", "N2a", TO_N2A, "N3"),
    ],
)
class TestG8:
    def test_while_advice_may_still_help_the_question_stays_open(self, pack_id, node, said, next_node):
        assert walk(load(pack_id), answers={**said, node: "unsure"}).current == node

    def test_left_unresolved_it_is_taken_as_yes(self, pack_id, node, said, next_node):
        trace = walk(load(pack_id), answers={**said, node: "unsure"}, facts={"left_unresolved": [node]})
        assert trace.current == next_node
        assert (trace.steps[-1].answer, trace.steps[-1].given) == ("yes", Given.UNRESOLVED)

    def test_going_on_past_it_leaves_it_unresolved(self, pack_id, node, said, next_node):
        trace = walk(load(pack_id), answers={**said, node: ["unsure"], next_node: "no"})
        assert trace.path[-2:] != ("ADV", node)
        assert [step.answer for step in trace.steps if step.node == node] == ["unsure", "yes"]

    def test_other_questions_are_never_taken_as_answered(self, pack_id, node, said, next_node):
        first = {"hmg-2018-07": "Q1", "dfe-2024-derived": "N1"}[pack_id]
        trace = walk(load(pack_id), answers={**said, first: "unsure"}, facts={"left_unresolved": [first]})
        assert trace.current == first


def test_after_must_share_refused_agreement_cannot_end_the_walk(chart_2024):
    trace = walk(chart_2024, answers={**TO_N4B, "N4b": "no"}, facts={"must_share": True})
    assert (trace.current, kinds(trace)) == ("N4b", [ProblemKind.NOT_OFFERED])
    assert walk(chart_2024, answers={**TO_N4B, "N4b": "no"}).outcome == "DO_NOT_SHARE"


def test_after_must_share_the_legal_obligation_is_given(chart_2024):
    trace = walk(chart_2024, answers={**TO_N4B, "N4b": "yes"}, facts={"must_share": True})
    assert trace.prefilled["lawful.art6"] == "6(1)(c)"
    assert {"lawful.art6", "lawful.statutory_gateway_if_any"} & set(trace.missing_records) == set()
    assert not walk(chart_2024, answers={**TO_N4B, "N4b": "yes"}).prefilled
