"""A finished walk looked at under another edition: what is carried, what is asked, what differs."""

import copy
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from alongside.guidance import engine, packs
from alongside.guidance.words import UNSURE, Fact
from alongside.sharing.carrying import AGREE, FOLLOWS, carried
from alongside.sharing.comparing import compare, editions_to_compare
from alongside.sharing.differing import About

OLD, NEW, OLDEST, OVERLAY = "hmg-2018-07", "dfe-2024-derived", "hmg-2015-03", "ca2004-s16la"
CHARTS = (OLD, NEW, OLDEST)
SCENARIOS = [
    yaml.safe_load(file.read_text(encoding="utf-8"))
    for file in sorted((Path(packs.__file__).parent / "scenarios").glob("*.yaml"))
]
WITH_CONSENT = {"S0": "wish", "P0": "no", "Q1": "yes", "Q2": "yes"}
REFUSED = {"S0": "wish", "P0": "no", "Q1": "yes", "Q2": "no", "Q3": "yes", "Q4": "no"}
NOTHING_SHARED = "none, because nothing is shared"


def kept(pack_id, answers, *, facts=None, records=None):
    """A walk as a decision keeps it (freezing.trace_of)."""
    pack, facts = packs.load(pack_id), facts or {}
    trace = engine.walk(pack, answers=answers, facts=facts)
    steps = [{"node": s.node, "answer": s.answer, "because": "", "origin": "person"} for s in trace.steps]
    walked = {"pack": pack.id, "digest": pack.digest, "steps": steps}
    walked |= {"answers": {node: list(_all(said)) for node, said in answers.items()}}
    return {"records": records or {}, "facts": facts, "walks": [walked]}


def _all(said):
    return [said] if isinstance(said, str) or said is None else said


def sure(answers):
    """The last answers of a scenario: what a reader would give, who asks for no advice here."""
    return {node: _all(said)[-1] for node, said in answers.items()}


def sentences(comparison, about):
    return [each.sentence for each in comparison.differences if each.about is about]


def walked(scenario, pack_id, other):
    then = kept(pack_id, scenario["walks"][pack_id]["answers"], facts=scenario["facts"])
    return compare(then, other=packs.load(other), given=sure(scenario["walks"][other]["answers"]))


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario["id"])
@pytest.mark.parametrize(("pack_id", "other"), [(OLD, NEW), (NEW, OLD)])
def test_a_scenario_comes_to_its_own_outcome_under_the_other_edition(scenario, pack_id, other):
    comparison, expected = walked(scenario, pack_id, other), scenario["walks"][other]
    assert comparison.asked is None
    assert comparison.other.outcome == expected["outcome"]
    without_advice = [node for node in dict.fromkeys(expected["path"]) if node != "ADV"]
    assert list(comparison.other.trace.path) == without_advice


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario["id"])
@pytest.mark.parametrize(("pack_id", "other"), [(OLD, NEW), (NEW, OLD)])
def test_what_is_carried_is_never_other_than_the_scenario_says(scenario, pack_id, other):
    then = kept(pack_id, scenario["walks"][pack_id]["answers"], facts=scenario["facts"])
    expected = sure(scenario["walks"][other]["answers"])
    held = {node: each.answer for node, each in carried(then, other=packs.load(other)).items()}
    assert {node: held[node] for node in held if node in expected} == {
        node: expected[node] for node in held if node in expected
    }


def test_there_are_the_twelve_scenarios():
    assert len(SCENARIOS) == 12


def test_what_nobody_said_is_asked():
    comparison = compare(kept(OLD, WITH_CONSENT), other=packs.load(NEW), given={})
    assert comparison.asked.node.id == "N2"
    assert [each.node.id for each in comparison.carried] == ["N0", "N1"]
    assert (comparison.differences, comparison.parting) == ((), None)


def test_nobody_is_asked_to_be_unsure_here():
    asked = compare(kept(OLD, WITH_CONSENT), other=packs.load(NEW), given={}).asked
    assert [answer.key for answer in asked.answers] == ["yes", "no"]


@pytest.mark.parametrize("typed", ["unsure", "perhaps", "", "advice_recorded", "N2", "yes\x00"])
def test_an_answer_that_is_none_of_the_question_is_left_aside(typed):
    comparison = compare(kept(OLD, WITH_CONSENT), other=packs.load(NEW), given={"N2": typed, "Q9": "yes"})
    assert comparison.asked.node.id == "N2"


def test_what_was_said_then_cannot_be_answered_otherwise_here():
    comparison = compare(kept(OLD, WITH_CONSENT), other=packs.load(NEW), given={"N1": "no"})
    assert comparison.other.answers["N1"] == "yes"


def test_a_started_procedure_does_not_say_that_the_child_is_at_risk_and_is_asked():
    held = carried(kept(OLD, {**WITH_CONSENT, "P0": "yes"}), other=packs.load(NEW))
    assert held["N0"].answer == "not_emergency"
    assert "N4" not in held


@pytest.mark.parametrize(("said", "expected"), [("no", "no"), ("yes_immediate", "yes")])
def test_no_worry_and_immediate_danger_answer_whether_the_child_is_at_risk(said, expected):
    assert carried(kept(OLD, {**WITH_CONSENT, "P0": said}), other=packs.load(NEW))["N4"].answer == expected


@pytest.mark.parametrize(("concern", "is_carried"), [(False, True), (True, False)])
def test_no_worry_is_not_carried_against_an_open_concern_of_significant_harm(concern, is_carried):
    facts = {Fact.RISK_OF_SIGNIFICANT_HARM: concern}
    assert ("N4" in carried(kept(OLD, WITH_CONSENT, facts=facts), other=packs.load(NEW))) is is_carried


def test_only_an_emergency_says_that_a_procedure_was_started():
    there = {"N0": "emergency", "N1": "no"}
    assert carried(kept(NEW, there), other=packs.load(OLD))["P0"].answer == "yes_immediate"
    assert "P0" not in carried(kept(NEW, {**there, "N0": "not_emergency"}), other=packs.load(OLD))


RECORDS = {
    "recipient.role_justification": "To plan help.",
    "info.identifiable": "yes",
    "engage.persons_spoken_to": "Gwen Adeyemi (mother)",
    "consent.status": "given",
    "lawful.art6": "It is part of our public task (Article 6(1)(e))",
    "lawful.art9_and_sch1": "Safeguarding children (9(2)(g))",
    "special.data_flag": "yes",
    "how.items_shared": "Ayo has asthma.",
}
FROM_RECORDS = {
    "N2": "yes",
    "N2a": "yes",
    "N3": "yes",
    "N3a": "agreed",
    "N5": "identified",
    "N6": "yes",
    "N6a": "identified",
}


def from_records(**other):
    held = carried(kept(OLD, WITH_CONSENT, records={**RECORDS, **other}), other=packs.load(NEW))
    return {node: each.answer for node, each in held.items() if node not in {"N0", "N1", "N4"}}


def test_the_record_that_was_frozen_answers_what_it_can():
    assert from_records() == FROM_RECORDS


@pytest.mark.parametrize(
    ("other", "open_nodes"),
    [
        ({"recipient.role_justification": ""}, {"N2"}),
        ({"consent.status": "not given, or not by everyone who was asked"}, {"N3a"}),
        ({"engage.persons_spoken_to": ""}, {"N3", "N3a"}),
        ({"lawful.art6": NOTHING_SHARED, "lawful.art9_and_sch1": NOTHING_SHARED}, {"N5", "N6a"}),
        ({"how.items_shared": ""}, {"N6"}),
        ({"special.data_flag": "no"}, {"N6a"}),
    ],
)
def test_what_the_record_does_not_say_stays_open(other, open_nodes):
    assert set(FROM_RECORDS) - set(from_records(**other)) == open_nodes


def consent_under_2018(**words):
    return carried(kept(NEW, {"N0": "not_emergency"}, **words), other=packs.load(OLD)).get("Q2")


def test_g3_without_a_consent_that_reached_all_of_it_the_answer_is_no():
    given_then = {"consent.status": "given"}
    assert consent_under_2018(records=given_then).answer == "yes"
    for fact in (Fact.CONSENT_VALID, Fact.CONSENT_COVERS_RECIPIENT, Fact.CONSENT_COVERS_PURPOSE):
        assert consent_under_2018(records=given_then, facts={fact: False}).answer == "no"
    outside = {Fact.ITEMS_OUTSIDE_CONSENT: ["Health"]}
    assert consent_under_2018(records=given_then, facts=outside).answer == "no"


def test_e1_where_the_family_was_not_of_one_mind_consent_is_asked():
    assert (
        consent_under_2018(records={"consent.status": "not given, or not by everyone who was asked"}) is None
    )


def test_s04_under_the_other_edition_says_where_the_two_part_and_what_differs():
    (scenario,) = (each for each in SCENARIOS if each["id"] == "S04")
    comparison = walked(scenario, OLD, NEW)
    assert (comparison.parting.then_at, comparison.parting.there_at) == ("Q2", "N2")
    assert comparison.parting.sentence == (
        "Here the two part: under the July 2018 flowchart comes “Do you have consent to share?”, and under the "
        "2024 questions comes “Does the recipient have a role in safeguarding the child or supporting the "
        "family, and need this to do it?”."
    )
    assert sentences(comparison, About.OUTCOME) == []
    assert sentences(comparison, About.ASKED_THEN) == [
        (
            "Asked only under the July 2018 flowchart: “Has someone asked you for information, or do you want to share "
            "some?” The answer: “I want to share information”."
        ),
        "Asked only under the July 2018 flowchart: “Do you have consent to share?” The answer: “No”.",
        (
            "Asked only under the July 2018 flowchart: “Have you identified a lawful reason to share without consent?” "
            "The answer: “No”."
        ),
    ]
    assert "To be written down only under the 2024 questions: the risk, as you see it." in sentences(
        comparison, About.RECORD_THERE
    )


def test_another_outcome_is_said_first():
    given_here = {"N2": "yes", "N2a": "yes", "N3": "no", "N4a": "not_a_voluntary_offer", "N5": "identified"}
    given_here |= {"N6": "no", "N7": "none", "N9": "no_one"}
    comparison = compare(kept(OLD, REFUSED), other=packs.load(NEW), given=given_here)
    assert comparison.differences[0].sentence == (
        "The outcome is another: under the July 2018 flowchart it was “Do not share”; under the 2024 questions "
        "it would be “Share”."
    )


def test_a_worry_answered_otherwise_is_said():
    given_here = {"N2": "yes", "N2a": "yes", "N3": "no", "N4": "no", "N4a": "agreement_refused", "N4b": "no"}
    comparison = compare(kept(OLD, {**REFUSED, "P0": "yes"}), other=packs.load(NEW), given=given_here)
    (sentence,) = sentences(comparison, About.ANSWER)
    assert "“Yes: the child-protection procedure is started, or I start it now”" in sentence
    assert "“Is a child at risk of harm, or is there a perceived risk?” is answered “No”" in sentence


def test_the_same_thing_to_be_written_down_under_another_key_is_no_difference():
    (scenario,) = (each for each in SCENARIOS if each["id"] == "S08")
    facts = {**scenario["facts"], Fact.SPECIAL_CATEGORY: True}
    comparison = walked({**scenario, "facts": facts}, OLD, NEW)
    told = " ".join(sentences(comparison, About.RECORD_THEN) + sentences(comparison, About.RECORD_THERE))
    assert "Article 9 or Schedule 1" not in told
    assert "name, role and agency" not in told


def test_a_question_that_stands_in_both_and_was_reached_in_one_says_so():
    given_here = {"N2": "yes", "N2a": "no", "N9": "no_one"}
    comparison = compare(kept(OLD, WITH_CONSENT), other=packs.load(NEW), given=given_here)
    assert (
        "Asked only under the 2024 questions: “Could anyone be identified from it?” The answer: “No”. It stands in the "
        "July 2018 flowchart too, but the walk does not come to it there."
    ) in sentences(comparison, About.ASKED_THERE)


def test_a_duty_that_was_set_aside_is_compared_with_a_chart():
    then = kept(OVERLAY, {"D0": "yes", "D1": "yes", "D2": "yes", "D3": "yes", "D4": "yes"})
    comparison = compare(then, other=packs.load(OLD), given=REFUSED)
    assert (comparison.then.outcome, comparison.other.outcome) == ("DUTY_DISAPPLIED", "DO_NOT_SHARE")


def test_g4_items_that_the_consent_does_not_reach_are_asked_about_and_not_passed_over():
    facts = {Fact.CONSENT_VALID: True, Fact.ITEMS_OUTSIDE_ROLE: ["Health"]}
    comparison = compare(
        kept(NEW, {"N0": "not_emergency", "N1": "yes"}, facts=facts),
        other=packs.load(OLD),
        given=REFUSED | {"Q2": "yes"},
    )
    assert comparison.asked is None
    assert "The recipient's role does not need: Health" in comparison.problems[0]


@pytest.mark.parametrize(
    ("used", "offered"),
    [(OLD, (NEW, OLDEST)), (NEW, (OLDEST, OLD)), (OLDEST, (NEW, OLD)), (OVERLAY, (NEW, OLDEST, OLD))],
)
def test_the_charts_that_were_not_used_are_offered_the_recommended_first(used, offered):
    assert tuple(pack.id for pack in editions_to_compare(kept(used, {}))) == offered


def test_every_answer_of_the_tables_is_an_answer_of_its_chart():
    nodes = {node.id: node for pack_id in CHARTS for node in packs.load(pack_id).nodes.values()}
    for (older, newer), pairs in AGREE.items():
        for old, new in pairs:
            assert old in nodes[older].answers
            assert new in nodes[newer].answers
    for (node, answer), follows in FOLLOWS.items():
        assert answer in nodes[node].answers
        for its, its_answer in follows.items():
            pair, turned = ((node, its), (answer, its_answer)), ((its, node), (its_answer, answer))
            assert any(said in AGREE.get(asked, ()) for asked, said in (pair, turned))


def answers_of(pack_id):
    """Any answers to any nodes of a chart, some asked twice because of advice."""
    nodes = packs.load(pack_id).nodes.values()
    said = {
        node.id: st.lists(st.sampled_from([*node.answers]), min_size=1, max_size=3)
        for node in nodes
        if len(node.answers) > 1
    }
    return st.fixed_dictionaries({}, optional=said)


FACTS = st.fixed_dictionaries(
    {},
    optional={
        Fact.RISK_OF_SIGNIFICANT_HARM: st.booleans(),
        Fact.CONSENT_VALID: st.booleans(),
        Fact.MUST_SHARE: st.booleans(),
        Fact.ITEMS_OUTSIDE_CONSENT: st.lists(st.just("Health"), max_size=1),
    },
)
WRITTEN = st.fixed_dictionaries(
    {}, optional={key: st.sampled_from([words, "", NOTHING_SHARED]) for key, words in RECORDS.items()}
)
THEN = st.sampled_from(CHARTS).flatmap(
    lambda pack_id: st.builds(
        lambda answers, facts, records: kept(pack_id, answers, facts=facts, records=records),
        answers_of(pack_id),
        FACTS,
        WRITTEN,
    )
)
TYPED = st.dictionaries(
    st.sampled_from([node for pack_id in CHARTS for node in packs.load(pack_id).nodes]),
    st.one_of(
        st.sampled_from(["yes", "no", "unsure", "identified", "none", "agreed", "wish"]),
        st.text("ye s\x00§", max_size=5),
    ),
)


@given(then=THEN, other=st.sampled_from(CHARTS), typed=TYPED)
def test_no_answers_whatever_break_a_comparison_or_change_what_was_decided(then, other, typed):
    before = copy.deepcopy(then)
    comparison = compare(then, other=packs.load(other), given=typed)
    assert then == before
    stands = comparison.other.trace.current
    assert comparison.asked is None or comparison.asked.node.id == stands
    assert UNSURE not in comparison.other.answers.values()
    assert comparison == compare(then, other=packs.load(other), given=typed)


@given(then=THEN)
def test_compared_with_itself_nothing_differs(then):
    comparison = compare(then, other=packs.load(then["walks"][0]["pack"]), given={})
    assert comparison.differences == ()
    assert comparison.parting is None


@given(then=THEN, other=st.sampled_from(CHARTS), data=st.data())
def test_answering_what_is_asked_always_comes_to_an_end(then, other, data):
    typed, pack = {}, packs.load(other)
    for _ in pack.nodes:
        comparison = compare(then, other=pack, given=typed)
        if comparison.asked is None:
            break
        assert comparison.asked.node.id not in typed
        typed[comparison.asked.node.id] = data.draw(
            st.sampled_from([a.key for a in comparison.asked.answers])
        )
    assert comparison.asked is None
    assert comparison.other.outcome or comparison.problems
