"""Ways are kept between walks; what hangs on facts, on advice or on successive answers is not."""

import pytest

from alongside.guidance import stops
from alongside.guidance.engine import walk
from alongside.guidance.paths import every_way
from alongside.guidance.words import ProblemKind

TO_CONSENT = {"S0": "wish", "P0": "no", "Q1": "yes", "Q2": "yes"}


@pytest.fixture
def nothing_kept():
    stops.ways_through.cache_clear()
    yield
    stops.ways_through.cache_clear()


def test_a_way_that_was_walked_is_asked_again_of_new_facts(chart_2018):
    assert walk(chart_2018, answers=TO_CONSENT).decided == "SHARE"
    refused = walk(chart_2018, answers=TO_CONSENT, facts={"consent_valid": False})
    assert (refused.current, refused.decided) == ("Q2", None)
    assert [problem.kind for problem in refused.problems] == [ProblemKind.G3]
    assert walk(chart_2018, answers=TO_CONSENT, facts={"consent_valid": True}).decided == "SHARE"


def test_an_answer_taken_before_is_not_offered_where_facts_take_it_away(chart_2024):
    said = {
        "N0": "not_emergency",
        "N1": "yes",
        "N2": "yes",
        "N2a": "yes",
        "N3": "yes",
        "N3a": "agreed",
        "N4": "no",
    }
    said |= {"N4a": "agreement_refused", "N4b": "no"}
    assert walk(chart_2024, answers=said).decided == "DO_NOT_SHARE"
    bound = walk(chart_2024, answers=said, facts={"must_share": True})
    assert (bound.current, [problem.kind for problem in bound.problems]) == ("N4b", [ProblemKind.NOT_OFFERED])


def test_a_trace_cannot_be_written_into_so_that_the_next_walk_is_not_another(chart_2018):
    trace = walk(chart_2018, answers=TO_CONSENT)
    with pytest.raises(TypeError):
        trace.state["share_mode"] = "without_consent"
    with pytest.raises(AttributeError):
        trace.decided = "DO_NOT_SHARE"
    assert walk(chart_2018, answers=TO_CONSENT) == trace


def test_after_advice_each_walk_goes_its_own_way(chart_2018):
    first = walk(chart_2018, answers={**TO_CONSENT, "Q1": ["unsure", "no"]})
    again = walk(chart_2018, answers={**TO_CONSENT, "Q1": ["unsure", "yes"]})
    assert (first.outcome, again.decided) == ("DO_NOT_SHARE", "SHARE")
    assert walk(chart_2018, answers={**TO_CONSENT, "Q1": "unsure"}).current == "Q1"


def test_where_no_more_ways_may_be_kept_walks_are_the_same(chart_2018, nothing_kept, monkeypatch):
    said = [dict(way.answers) for way in every_way(chart_2018)]
    kept = [walk(chart_2018, answers=each) for each in said]
    stops.ways_through.cache_clear()
    monkeypatch.setattr(stops, "MOST_KEPT", 3)
    assert [walk(chart_2018, answers=each) for each in said] == kept
