"""The command line of the room, stable from now on."""

import json

import pytest
from click.testing import CliRunner

from alongside.guidance.cli import guidance

NO_PURPOSE = "S0: asked\nP0: yes\nQ1: [unsure, no]\n"


@pytest.fixture
def said(tmp_path):
    """Write an answers file and give its path."""

    def write(text):
        file = tmp_path / "answers.yaml"
        file.write_text(text, encoding="utf-8")
        return str(file)

    return write


def run(*words):
    return CliRunner().invoke(guidance, [str(word) for word in words])


def test_list_names_all_packs():
    told = run("list")
    assert told.exit_code == 0
    assert [line.split()[0] for line in told.stdout.splitlines()][3:5] == ["hmg-2015-03", "hmg-2018-07"]


def test_check_without_a_name_checks_all_packs():
    told = run("check")
    assert told.exit_code == 0
    assert told.stdout.count(": good.") == 6


def test_check_of_a_file_tells_all_its_faults_on_standard_error(pack_file, small_pack):
    pack_file.write_text(
        small_pack.replace("kind: record", "kind: diary").replace('"T"', "''"), encoding="utf-8"
    )
    told = run("check", pack_file)
    assert (told.exit_code, told.stdout) == (2, "")
    assert told.stderr.count("\n") > 2


def test_check_of_a_good_file(pack_file, small_pack):
    pack_file.write_text(small_pack, encoding="utf-8")
    assert run("check", pack_file).exit_code == 0


def test_paths_prints_one_path_a_line():
    told = run("paths", "ca2004-s16la")
    assert told.stdout.splitlines()[0] == "D0=yes D1=yes D2=yes D3=yes D4=no → MUST_SHARE"


def test_walk_as_json_is_one_object_with_exactly_these_parts(said):
    told = run(
        "walk", "hmg-2018-07", "--json", "--answers", said(NO_PURPOSE + "facts: {countersigned: true}\n")
    )
    answer = json.loads(told.stdout)
    assert list(answer) == [
        *("pack", "digest", "path", "state", "outcome", "required_records", "missing_records", "problems")
    ]
    assert answer["path"] == ["S0", "P0", "Q1", "ADV", "Q1", "R_NO", "O_NOSHARE"]
    assert (answer["state"], answer["outcome"]) == ({"cp_procedure": "started"}, "DO_NOT_SHARE")
    assert [problem["kind"] for problem in answer["problems"]] == ["G1"]
    assert (told.exit_code, told.stderr) == (0, "")


def test_records_in_the_file_are_not_missing(said):
    text = NO_PURPOSE + "records: {decision.reasons: no purpose, decision.decided_at: 2026-11-03T10:00}\n"
    missing = json.loads(run("walk", "hmg-2018-07", "--json", "--answers", said(text)).stdout)[
        "missing_records"
    ]
    assert {"decision.reasons", "decision.decided_at"}.isdisjoint(missing)
    assert "decision.decided_by" in missing


def test_walk_for_a_reader_says_where_it_stands(said):
    told = run("walk", "hmg-2018-07", "--answers", said("S0: wish\n"))
    assert "P0  Is there a worry" in told.stdout
    assert "You are here." in told.stdout


BAD_INPUT = {
    "an unknown node": ("Q9: yes\n", "has no node 'Q9'"),
    "an unknown answer": ("Q1: maybe\n", "'maybe' is not an answer of Q1"),
    "an answer too many": ("S0: asked\nP0: no\nQ1: [no, yes]\n", "2 answers were given and 1"),
    "an answer that is no word": ("Q1: 3\n", "must be a word"),
    "a node twice": ("Q1: yes\nQ1: no\n", "stands twice"),
    "no mapping": ("- Q1\n", "is a mapping"),
    "no YAML": ("Q1: [\n", "is not YAML"),
    "facts that are a list": ("facts: [1]\n", "'facts' must be a mapping"),
    "a fact that cannot be understood": ("facts: {consent_valid: perhaps}\n", "must be true or false"),
}


@pytest.mark.parametrize(("text", "told"), BAD_INPUT.values(), ids=BAD_INPUT.keys())
def test_bad_input_is_told_on_standard_error_and_exits_with_2(said, text, told):
    answer = run("walk", "hmg-2018-07", "--json", "--answers", said(text))
    assert (answer.exit_code, answer.stdout) == (2, "")
    assert told in answer.stderr


@pytest.mark.parametrize("command", ["walk", "paths", "check"])
def test_an_unknown_pack_exits_with_2(command, said):
    words = ["--answers", said("")] if command == "walk" else []
    told = run(command, "hmg-1066", *words)
    assert (told.exit_code, told.stdout) == (2, "")
    assert "hmg-1066" in told.stderr


def test_an_answers_file_that_is_not_there_exits_with_2(tmp_path):
    told = run("walk", "hmg-2018-07", "--answers", tmp_path / "none.yaml")
    assert (told.exit_code, told.stdout) == (2, "")
    assert "cannot be read" in told.stderr


def test_draw_writes_the_drawing(said, tmp_path):
    out = tmp_path / "chart.svg"
    told = run("draw", "hmg-2018-07", "--answers", said(NO_PURPOSE), "--out", out)
    assert told.exit_code == 0
    assert out.read_text(encoding="utf-8").startswith("<svg ")


def test_draw_to_nowhere_exits_with_2(tmp_path):
    assert run("draw", "hmg-2018-07", "--out", tmp_path / "no" / "chart.svg").exit_code == 2
