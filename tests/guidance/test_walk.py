"""Walking answers through the published packs."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from alongside.guidance import packs
from alongside.guidance.engine import walk
from alongside.guidance.paths import every_way
from alongside.guidance.words import Given, ProblemKind

CASES = Path(packs.__file__).parent / "scenarios"
TOLD = [
    (case["id"], pack_id, case, told)
    for case in (yaml.safe_load(file.read_text(encoding="utf-8")) for file in sorted(CASES.glob("*.yaml")))
    for pack_id, told in case["walks"].items()
]
NO_PURPOSE = {"S0": "asked", "P0": "no", "Q1": "no"}
WITH_CONSENT = {"S0": "wish", "P0": "no", "Q1": "yes", "Q2": "yes", "H4": "secure", "H5": "informed"}


def successive(pack):
    """Answers to every node of a pack: for each a list of successive answers that ends in a sure one."""
    advice = {node.id for node in pack.nodes.values() if node.kind == "advice"}
    nodes = {}
    for node in pack.nodes.values():
        sure = [answer.key for answer in node.answers.values() if answer.next not in advice]
        if len(node.answers) > 1:
            unsure = st.lists(st.just("unsure"), max_size=2) if "unsure" in node.answers else st.just([])
            nodes[node.id] = st.tuples(unsure, st.sampled_from(sure)).map(lambda said: [*said[0], said[1]])
    return st.fixed_dictionaries(nodes)


def test_there_are_the_twelve_cases_of_the_rulebook():
    assert sorted({case_id for case_id, *_ in TOLD}) == [f"S{number:02}" for number in range(1, 13)]


@pytest.mark.parametrize(
    ("case", "told", "pack_id"),
    [pytest.param(case, told, pack_id, id=f"{case_id}-{pack_id}") for case_id, pack_id, case, told in TOLD],
)
def test_a_case_takes_the_expected_path(case, told, pack_id):
    trace = walk(packs.load(pack_id), answers=told["answers"], facts=case["facts"])
    assert list(trace.path) == told["path"]
    assert trace.state == told["state"]
    assert trace.outcome == told["outcome"]
    assert list(trace.required_records) == told["required_records"]
    assert trace.current is None
    assert {problem.kind for problem in trace.problems} <= {ProblemKind.G1}


@given(said=successive(packs.load("hmg-2018-07")))
def test_the_2018_chart_shares_exactly_with_a_purpose_and_a_ground(said):
    sure = {node: words[-1] for node, words in said.items()}
    ground = sure["Q2"] == "yes" or sure["Q3"] == "no" or sure["Q4"] == "yes"
    trace = walk(packs.load("hmg-2018-07"), answers={**said, "H5": "informed"})
    assert (trace.outcome == "SHARE") == (sure["Q1"] == "yes" and ground)


@pytest.mark.parametrize("pack_id", sorted(packs.published()))
def test_every_enumerated_path_is_walked_to_its_outcome(pack_id):
    pack = packs.load(pack_id)
    ways = list(every_way(pack))
    for way in ways[:: max(1, len(ways) // 80)]:
        trace = walk(pack, answers=dict(way.answers))
        if ProblemKind.G2 in {problem.kind for problem in trace.problems}:
            continue  # nobody to tell although somebody is identified: the graph has the way, the guard shuts it
        assert trace.outcome == way.outcome
        assert trace.path == (*(node for node, _answer in way.answers), way.ends_at)


@given(said=successive(packs.load("dfe-2024-derived")), upto=st.integers(0, 17))
def test_what_is_decided_early_is_never_undecided_later(said, upto):
    pack = packs.load("dfe-2024-derived")
    whole = walk(pack, answers=said)
    kept = {node: said[node] for node in list(said)[:upto]}
    part = walk(pack, answers=kept)
    assert part.path == whole.path[: len(part.path)]
    assert part.decided in {None, whole.decided}


@given(
    said=st.dictionaries(
        st.sampled_from(["S0", "P0", "Q1", "Q2", "Q3", "Q4", "H1", "H5", "ADV", "Q9"]),
        st.one_of(
            st.none(), st.text(max_size=4), st.lists(st.sampled_from(["yes", "no", "unsure", ""]), max_size=4)
        ),
    )
)
def test_no_answers_whatever_break_a_walk(said):
    trace = walk(packs.load("hmg-2018-07"), answers=said)
    assert trace.path[0] == "S0"
    assert (trace.outcome is None) != (trace.current is None)
    assert trace == walk(packs.load("hmg-2018-07"), answers=said)


def test_without_answers_a_walk_stands_at_the_start(chart_2018):
    trace = walk(chart_2018, answers={})
    assert (trace.path, trace.current, trace.outcome, trace.decided) == (("S0",), "S0", None, None)


def test_a_walk_stands_at_the_first_node_without_an_answer(chart_2018):
    assert walk(chart_2018, answers={"S0": "wish", "P0": "no", "Q1": "yes"}).current == "Q2"


def test_advice_comes_back_to_the_question_that_raised_it(chart_2018):
    said = {"S0": "wish", "P0": "no", "Q1": "unsure"}
    trace = walk(chart_2018, answers=said)
    assert trace.path == ("S0", "P0", "Q1", "ADV", "Q1")
    assert trace.current == "Q1"
    assert trace.decided is None


def test_advice_may_be_asked_twice_at_one_question(chart_2018):
    trace = walk(chart_2018, answers={"S0": "wish", "P0": "no", "Q1": ["unsure", "unsure", "no"]})
    assert trace.path == ("S0", "P0", "Q1", "ADV", "Q1", "ADV", "Q1", "R_NO", "O_NOSHARE")


def test_the_2018_chart_is_decided_where_how_to_share_begins(chart_2018):
    trace = walk(chart_2018, answers={"S0": "wish", "P0": "no", "Q1": "yes", "Q2": "yes"})
    assert (trace.decided, trace.decided_at_node, trace.outcome) == ("SHARE", "H1", None)
    assert trace.current == "H4"


def test_a_refusal_is_decided_where_it_is_recorded(chart_2018):
    assert walk(chart_2018, answers=NO_PURPOSE).decided_at_node == "R_NO"


def test_tasks_passed_by_themselves_stay_open_until_somebody_marks_them_done(chart_2018):
    trace = walk(chart_2018, answers=WITH_CONSENT)
    assert trace.open_tasks == ("H1", "H2", "H3")
    assert [step.given for step in trace.steps if step.node == "H1"] == [Given.IMPLIED]
    assert walk(chart_2018, answers={**WITH_CONSENT, "H2": "done"}).open_tasks == ("H1", "H3")


def test_answers_to_nodes_off_the_path_do_no_harm(chart_2018):
    assert not walk(chart_2018, answers={**NO_PURPOSE, "Q4": "yes"}).problems


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ({"Q9": "yes"}, ProblemKind.UNKNOWN_NODE),
        ({"Q1": "perhaps"}, ProblemKind.UNKNOWN_ANSWER),
        ({"Q1": ["no", "yes"]}, ProblemKind.SURPLUS_ANSWER),
    ],
)
def test_answers_that_fit_nowhere_are_told(chart_2018, said, kind):
    trace = walk(chart_2018, answers={**NO_PURPOSE, **said})
    assert [problem.kind for problem in trace.bad_input] == [kind]


def test_a_walk_stands_where_the_answer_is_not_known(chart_2018):
    assert walk(chart_2018, answers={**NO_PURPOSE, "Q1": "perhaps"}).current == "Q1"


def test_a_fact_of_the_wrong_form_is_told_and_others_are_not_looked_at(chart_2018):
    facts = {"consent_valid": "yes", "consent": {"giver": "mother"}, "recorded_at": "yesterday"}
    sentences = [problem.sentence for problem in walk(chart_2018, answers={}, facts=facts).problems]
    assert sentences == [
        "The fact consent_valid must be true or false.",
        "The fact recorded_at must be a moment in ISO 8601.",
    ]
