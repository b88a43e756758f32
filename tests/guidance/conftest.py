"""Packs need no database; a small pack to break is written for each test that breaks one."""

from pathlib import Path

import pytest

from alongside.guidance.packs import Pack, load

SMALL_PACK = """\
graph: small
title: "A small chart for tests"
short_title: "Small chart"
authority: "Nobody"
published_on: null
in_force: checklist
superseded_by: null
offered_for: readiness_review
status: "For tests only."
wording_verified: false
sources:
- {key: T, title: "A test", where: "here"}
start: A
groups: {}
invariants:
- {name: share_exactly_when_yes, outcome: SHARE, exactly_when: {A: "yes"}}
records:
  purpose: {label: "The purpose"}
nodes:
  A:
    kind: question
    text: "Is there a purpose?"
    answers:
      "yes": {label: "Yes", next: E}
      "no": {label: "No", next: N}
      unsure: {label: "Not sure", next: V}
    records: [purpose]
    cite: "T"
  V:
    kind: advice
    text: "Seek advice."
    answers:
      advice_recorded: {label: "Recorded", next: "@return"}
    cite: "T"
  N:
    kind: record
    text: "Record why not."
    guards: [G1]
    answers:
      recorded: {label: "Recorded", next: O_NO}
    cite: "T"
  E: {kind: outcome, text: "Share", outcome: SHARE}
  O_NO: {kind: outcome, text: "Do not share", outcome: DO_NOT_SHARE}
"""


@pytest.fixture
def chart_2018() -> Pack:
    return load("hmg-2018-07")


@pytest.fixture
def chart_2024() -> Pack:
    return load("dfe-2024-derived")


@pytest.fixture
def small_pack() -> str:
    return SMALL_PACK


@pytest.fixture
def pack_file(tmp_path: Path) -> Path:
    return tmp_path / "small.yaml"
