"""What must be written down, when, and what counts as written."""

import pytest

from alongside.guidance.engine import missing_to_decide, walk
from alongside.guidance.words import ProblemKind

BARE = {"S0": "wish", "P0": "no", "Q1": "yes", "Q2": "no", "Q3": "yes", "Q4": "no"}
SHARED = {**BARE, "Q4": "yes", "H4": "secure", "H5": "informed"}


@pytest.mark.parametrize(
    ("said", "key"),
    [
        ({"H4": "urgent_other_channel"}, "how.channel_exception_reason_if_any"),
        ({"H5": "withheld"}, "inform.withheld_ground_authoriser_review_if_withheld"),
    ],
)
def test_a_conditional_record_is_missing_only_when_its_condition_holds(chart_2018, said, key):
    assert key not in walk(chart_2018, answers=SHARED).missing_records
    assert key in walk(chart_2018, answers={**SHARED, **said}).missing_records
    assert key in walk(chart_2018, answers=SHARED).required_records


def test_special_category_information_needs_its_condition(chart_2018):
    key = "lawful.art9_and_sch1_if_special"
    assert key in walk(chart_2018, answers=SHARED, facts={"special_category": True}).missing_records
    assert key not in walk(chart_2018, answers=SHARED, facts={"special_category": False}).missing_records


def test_a_reason_is_asked_where_talking_first_was_not_safe(chart_2024):
    key = "engage.not_safe_or_practicable_reason_if_no"
    said = {"N0": "not_emergency", "N1": "yes", "N2": "yes", "N2a": "yes"}
    assert key in walk(chart_2024, answers={**said, "N3": "no"}).missing_records
    assert key not in walk(chart_2024, answers={**said, "N3": "yes"}).missing_records


@pytest.mark.parametrize(
    ("key", "because", "value"),
    [
        ("lawful.statutory_gateway_if_any", "lawful.art6", "6(1)(c)"),
        ("lawful.para18_reason_if_used", "lawful.art9_and_sch1", "9(2)(g) with para 18"),
    ],
)
def test_a_record_may_call_for_another(chart_2024, key, because, value):
    said = {"N0": "not_emergency", "N1": "yes", "N2": "yes", "N2a": "yes", "N3": "no", "N4": "yes"}
    said |= {"N5": "identified", "N6": "yes", "N6a": "identified"}
    assert key in walk(chart_2024, answers=said, records={because: value}).missing_records
    assert key not in walk(chart_2024, answers=said, records={because: "6(1)(e), 9(2)(h)"}).missing_records


@pytest.mark.parametrize("nothing", [None, "", "  ", [], {}])
def test_an_empty_record_is_missing(chart_2018, nothing):
    assert (
        "request.channel"
        in walk(chart_2018, answers={}, records={"request.channel": nothing}).missing_records
    )


def test_no_as_a_record_is_a_word_and_not_missing(chart_2018):
    records = {"request.identity_verified": False}
    assert "request.identity_verified" not in walk(chart_2018, answers={}, records=records).missing_records


def test_where_nothing_is_shared_the_law_may_be_none_with_a_reason(chart_2018):
    records = {"lawful.art6": "None, because there is nothing to share."}
    trace = walk(chart_2018, answers=BARE, records=records)
    assert "lawful.art6" not in trace.missing_records
    assert not trace.problems


@pytest.mark.parametrize("value", ["none", "none, because", "none, because …", "none because I say so"])
def test_none_without_a_reason_is_told(chart_2018, value):
    trace = walk(chart_2018, answers=BARE, records={"lawful.art6": value})
    assert [problem.kind for problem in trace.problems] == [ProblemKind.NONE_WITHOUT_REASON]
    assert "lawful.art6" in trace.missing_records


def test_where_something_is_shared_the_law_cannot_be_none(chart_2018):
    trace = walk(chart_2018, answers=SHARED, records={"lawful.art6": "none, because nothing fits"})
    assert [problem.kind for problem in trace.problems] == [ProblemKind.NONE_WHERE_SHARED]
    assert "lawful.art6" in trace.missing_records


def test_every_record_of_every_node_is_required_once_and_in_order(chart_2018):
    required = walk(chart_2018, answers={**SHARED, "Q1": ["unsure", "yes"]}).required_records
    assert len(required) == len(set(required))
    assert required[:6] == chart_2018.nodes["S0"].records


def test_the_decision_itself_does_not_wait_for_how_and_telling(chart_2018):
    trace = walk(chart_2018, answers=SHARED)
    assert {"lawful.art6", "request.channel"} <= set(missing_to_decide(chart_2018, trace=trace))
    assert {"how.channel", "inform.status", "decision.reasons"}.isdisjoint(
        missing_to_decide(chart_2018, trace=trace)
    )
