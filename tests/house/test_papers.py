"""What is written for people is true: commands exist, settings are documented, nothing is left for later."""

import os
import re
from pathlib import Path

import pytest

from alongside.upkeep.cli import PARTS
from tests.house.source import HOUSE, ROOT

PAPERS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
READ = {".py", ".md", ".html", ".toml", ".yaml", ".yml", ".css", ".sh", ".in", ""}
NOT_OURS = re.compile(
    r"(^|/)(\.\w[^/]*|var|node_modules|__pycache__|vendor|static|[^/]*\.egg-info)/|\.min\.|^requirements/.*\.txt$"
)


def ours() -> list[Path]:
    """Every text of the project that a person of it wrote."""
    files = [
        f
        for folder in ("src", "tests", "docs", "script", "bench", "deploy", ".ci")
        for f in (ROOT / folder).rglob("*")
    ]
    files += [f for f in ROOT.iterdir() if f.suffix in {".md", ".toml"}]
    named = ((f, f.relative_to(ROOT).as_posix()) for f in files if f.is_file() and f.suffix in READ)
    return sorted(f for f, name in named if not NOT_OURS.search(name.removeprefix(".ci/")))


def lines_with(pattern: re.Pattern[str], texts: list[Path]) -> list[str]:
    return [
        f"{file.relative_to(ROOT).as_posix()}:{number}: {line.strip()[:100]}"
        for file in texts
        for number, line in enumerate(file.read_text(errors="replace").splitlines(), 1)
        if pattern.search(line)
    ]


# The words are spelled apart so that this page does not find itself.
REMINDER = re.compile(r"\b(" + "|".join(["TO" + "DO", "FIX" + "ME", "X" + "XX", "HA" + "CK"]) + r")\b")
ONE_MACHINE = re.compile(
    r"(?<![\w.}:/])/(" + "|".join(["wo" + "rk", "ho" + "me", "ro" + "ot", "Use" + "rs", "t" + "mp"]) + r")/"
)
PARCELS = re.compile(
    "|".join([r"pypi\.(org|python)", "python" + "hosted", r"registry\.npmjs", r"--(extra-)?index-" + "url"])
)


def test_nothing_is_left_for_later():
    found = lines_with(REMINDER, ours())
    assert not found, "Do it now or open an issue:\n" + "\n".join(found)


def test_no_text_knows_one_machine():
    found = lines_with(ONE_MACHINE, ours())
    assert not found, "This folder exists on one machine only; say it from the project's root:\n" + "\n".join(
        found
    )


def test_no_text_says_where_packages_come_from():
    found = lines_with(PARCELS, [*ours(), *sorted((ROOT / "requirements").iterdir())])
    assert not found, "Which index is asked is the operator's choice:\n" + "\n".join(found)


@pytest.mark.parametrize(
    ("pattern", "bad"),
    [
        (REMINDER, "# TO" + "DO: later"),
        (ONE_MACHINE, "see /ho" + "me/ada/alongside"),
        (PARCELS, "--index-" + "url x"),
    ],
)
def test_what_should_not_be_there_is_caught(pattern, bad):
    assert pattern.search(bad)


def test_scripts_named_in_the_papers_can_be_run():
    named = {name for paper in PAPERS for name in re.findall(r"script/([a-z]+)", paper.read_text())}
    gone = [name for name in named if not os.access(ROOT / "script" / name, os.X_OK)]
    assert not gone, f"The papers name script/{', script/'.join(gone)}, which cannot be run."


def test_the_readme_names_the_two_commands():
    said = (ROOT / "README.md").read_text()
    assert "script/server" in said
    assert "script/test" in said


def test_the_automatic_build_runs_the_same_words():
    assert "script/test" in (ROOT / ".ci" / "run").read_text()
    assert os.access(ROOT / ".ci" / "run", os.X_OK)


def test_commands_named_in_the_papers_exist():
    said = {
        word
        for paper in PAPERS
        for word in re.findall(r"(?:script/|`|^|\s)alongside ([a-z]+)\b", _code(paper.read_text()))
    }
    gone = sorted(said - set(PARTS))
    assert not gone, f"The papers name alongside {', alongside '.join(gone)}; there is no such command."


def _code(text: str) -> str:
    """What a paper shows as something to type."""
    return "\n".join(
        re.findall(r"`([^`\n]+)`", text)
        + re.findall(r"^(?: {4}|\$ )(.+)$", text, re.MULTILINE)
        + re.findall(r"```\w*\n(.*?)```", text, re.DOTALL)
    )


# Set by our own scripts and commands for one another, never by a person.
BETWEEN_OURSELVES = {"ALONGSIDE_SERVE_AT"}


def test_every_setting_is_documented_for_operators():
    read = {
        name
        for file in HOUSE.rglob("*.py")
        for name in re.findall(r"\bALONGSIDE_[A-Z_]+[A-Z]\b", file.read_text())
    }
    said = set(
        re.findall(
            r"\bALONGSIDE_[A-Z_]+[A-Z]\b",
            "\n".join(f.read_text() for f in ROOT.glob("docs/for-operators/*.md")),
        )
    )
    assert read - said - BETWEEN_OURSELVES == set(), "Say in docs/for-operators what these do."
    assert said - read == set(), "docs/for-operators names settings that nobody reads."


def test_links_between_papers_lead_somewhere():
    broken = [
        f"{paper.relative_to(ROOT).as_posix()}: {target}"
        for paper in PAPERS
        for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", paper.read_text())
        if not re.match(r"[a-z]+:", target) and not (paper.parent / target).exists()
    ]
    assert not broken, "These links lead nowhere:\n" + "\n".join(broken)


def test_decisions_say_context_decision_and_consequences():
    decisions = sorted((ROOT / "docs" / "decisions").glob("*.md"))
    numbers = [int(paper.name[:4]) for paper in decisions]
    assert numbers == list(range(1, len(decisions) + 1)), "Decisions are numbered from 0001 without a gap."
    for paper in decisions:
        headings = re.findall(r"^## (.+)$", paper.read_text(), re.MULTILINE)
        assert headings == ["Context", "Decision", "Consequences"], f"{paper.name} says {headings}"


def test_every_dependency_says_why_it_is_there():
    listed = re.search(
        r"^dependencies = \[\n(.*?)^\]", (ROOT / "pyproject.toml").read_text(), re.MULTILINE | re.DOTALL
    )
    assert listed
    silent = [line.strip() for line in listed[1].splitlines() if line.strip() and "#" not in line]
    assert not silent, f"Say beside it why we need {', '.join(silent)}."


def test_every_locked_package_is_hashed_and_they_are_few():
    run = (ROOT / "requirements" / "run.txt").read_text()
    packages = re.findall(r"^([a-z0-9-]+)==[^\n]*(?:\n {4}[^\n]*)*", run, re.MULTILINE)
    assert 0 < len(packages) <= 45
    for block in re.split(r"\n(?=[a-z0-9-]+==)", run):
        assert not re.match(r"[a-z0-9-]+==", block) or "--hash=sha256:" in block, block.splitlines()[0]
