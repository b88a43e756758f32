"""A broken pack is refused, with file, node and what is wrong, and everything at once."""

import pytest

from alongside.guidance import packs
from alongside.guidance.checking import check, check_file
from alongside.guidance.packs import PackRefused, read


def faults_of(pack_file, text):
    pack_file.write_text(text, encoding="utf-8")
    with pytest.raises(PackRefused) as refused:
        check_file(pack_file)
    return [fault.sentence() for fault in refused.value.faults]


@pytest.mark.parametrize("pack_id", sorted(packs.published()))
def test_every_published_pack_is_good_to_the_last_path(pack_id):
    good = check(packs.load(pack_id))
    assert good.paths > 0
    assert good.invariants > 1


def test_the_paths_of_the_2018_chart_are_counted_with_and_without_advice(chart_2018):
    good = check(chart_2018)
    assert (good.paths, good.walks) == (156, 2904)


def test_the_small_pack_is_good_before_it_is_broken(pack_file, small_pack):
    pack_file.write_text(small_pack, encoding="utf-8")
    assert check_file(pack_file).paths == 2


BROKEN = {
    "a start that is not a node": ("start: A", "start: Z", "small.yaml: starts at 'Z', which is not a node."),
    "a bare yes": ('      "yes":', "      yes:", 'A: line 24: write "yes" in quotes'),
    "a key that stands twice": ("start: A", "start: A\nstart: E", "the key 'start' stands twice."),
    "an answer that leads nowhere": ("next: O_NO}", "next: X}", "N: the answer 'recorded' leads to 'X'"),
    "an answer without next": (', next: "@return"}', "}", "V: the answer 'advice_recorded' leads to None"),
    "a question that returns": (
        "next: E}",
        'next: "@return"}',
        "A: the answer 'yes' returns, but only an advice",
    ),
    "advice that does not return": (
        'next: "@return"',
        "next: E",
        "V: the answer 'advice_recorded' of an advice",
    ),
    "a node out of reach": ("next: V}", "next: E}", "small.yaml: V: cannot be reached from the start."),
    "a circle": ("next: O_NO}", "next: A}", "the walk can go in a circle: A → N → A."),
    "no source": ('    records: [purpose]\n    cite: "T"', "    records: [purpose]", "A: cites no source"),
    "a record key nobody knows": ("[purpose]", "[porpoise]", "A: the record key 'porpoise' is not among"),
    "a record nobody asks for": (
        "records:\n",
        'records:\n  x: {label: "X"}\n',
        "the record 'x' is asked for by no",
    ),
    "an unknown kind": ("kind: question", "kind: riddle", "A: kind is 'riddle'; it must be one of"),
    "an unknown evidence": ("    records:", "    evidence: smell\n    records:", "A: evidence is 'smell'"),
    "an unknown guard": ("guards: [G1]", "guards: [G1, G5]", "N: guards is 'G5'"),
    "an unknown state key": (
        "next: E}",
        "next: E, set: {mood: good}}",
        "A: sets 'mood', which is not a state key",
    ),
    "an unknown part": ("start: A", "start: A\nbegin: B", "small.yaml: the part 'begin' is not known."),
    "a part that is missing": (
        'status: "For tests only."\n',
        "",
        "small.yaml: the part 'status' is missing.",
    ),
    "no label": ('{label: "Yes", next: E}', "{next: E}", "A: the answer 'yes' has no label."),
    "a short text too long": (
        "    records:",
        f'    short: "{"x" * 25}"\n    records:',
        "A: its short text is longer than 24",
    ),
    "an outcome without a word": (", outcome: SHARE}\n", "}\n", "E: is an outcome without an outcome word."),
    "an unknown condition": (
        '{label: "The purpose"}',
        '{label: "The purpose", required_when: {fact: {weather: true}}}',
        "the condition on fact looks at 'weather'",
    ),
    "an invariant of no form": (
        "exactly_when: {A",
        "sometimes: {A",
        "'share_exactly_when_yes' is not of a known form",
    ),
    "an invariant about no answer": (
        '{A: "yes"}}',
        '{A: "maybe"}}',
        "'share_exactly_when_yes' cannot be understood",
    ),
    "an invariant that does not hold": (
        '{A: "yes"}}',
        '{A: "no"}}',
        "E: the invariant share_exactly_when_yes does not hold on the path A=yes → SHARE",
    ),
    "a refusal nobody guards": (
        "    guards: [G1]\n",
        "",
        "O_NO: refuses without passing a node that bears the guard G1",
    ),
    "consent without its guard": (
        "next: E}",
        "next: E, set: {share_mode: with_consent}}",
        "A: lets a share rest on consent, so the guard G3 must stand here.",
    ),
    "a guard with nothing to guard": (
        "guards: [G1]",
        "guards: [G1, G8]",
        "N: bears the guard G8, which guards nothing",
    ),
    "a group with a way out": (
        "groups: {}",
        'groups: {how: "How"}',
        "the group 'how' has no nodes.",
    ),
    "no YAML": ("nodes:", "nodes: [", "small.yaml: is not YAML"),
    "a list of nodes": ("nodes:\n", "nodes: []\nnotes:\n", "small.yaml: 'nodes' must be a mapping."),
}


@pytest.mark.parametrize(("old", "new", "told"), BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_pack_is_refused_and_told_what_is_wrong(pack_file, small_pack, old, new, told):
    broken = small_pack.replace(old, new, 1)
    assert broken != small_pack
    assert any(told in sentence for sentence in faults_of(pack_file, broken))


def test_all_that_is_wrong_is_told_at_once(pack_file, small_pack):
    broken = small_pack.replace("kind: record", "kind: diary").replace("next: E}", "next: Q}")
    broken = broken.replace("wording_verified: false", "wording_verified: perhaps")
    told = "\n".join(faults_of(pack_file, broken))
    for part in ("kind is 'diary'", "leads to 'Q'", "'wording_verified' must be", "E: cannot be reached"):
        assert part in told


@pytest.mark.parametrize(
    "text", ["", "[]", "just words", "nodes: {1: {}}\nstart: [x]", "nodes: {A: [1], B: {answers: 3}}"]
)
def test_a_file_that_is_no_pack_is_refused_and_breaks_nothing(pack_file, text):
    assert faults_of(pack_file, text)


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(PackRefused, match=r"none\.yaml: cannot be read"):
        read(tmp_path / "none.yaml")
