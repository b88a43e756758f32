"""Says what must be written down on a path, what the pack writes itself, and what is still missing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from alongside.guidance.conditions import Known, hold
from alongside.guidance.shapes import Pack, RecordKey
from alongside.guidance.trace import Problem, Step
from alongside.guidance.words import SHARING, CountersignReason, ProblemKind

NONE_BECAUSE = "none, because "


@dataclass(frozen=True, slots=True)
class Kept:
    """The records of one path: all keys once in order, those missing, those prefilled, and what is wrong."""

    required: tuple[str, ...]
    missing: tuple[str, ...]
    prefilled: Mapping[str, str]
    problems: tuple[Problem, ...]


def look(
    pack: Pack,
    *,
    path: Sequence[str],
    steps: Sequence[Step],
    state: Mapping[str, str | bool],
    facts: Mapping[str, Any],
    records: Mapping[str, Any],
    decided: str | None,
    countersign: tuple[CountersignReason, ...],
) -> Kept:
    """Compare what the visited nodes ask for with what was written (rulebook 2.0, `records`)."""
    nodes = pack.nodes
    required: dict[str, str] = {}
    for node_id in path:
        for key in nodes[node_id].records:
            required.setdefault(key, node_id)
    prefilled: dict[str, str] = {}
    written = records
    if facts:
        known = Known(state, facts, {}, records, countersign)
        for spec in pack.prefillable:
            if spec.given is not None and spec.key in required and hold(spec.given_when, known=known):
                prefilled[spec.key] = spec.given
        written = {**prefilled, **records} if prefilled else records
    known = Known(state, facts, {step.node: step.answer for step in steps}, written, countersign)
    missing: list[str] = []
    problems: list[Problem] = []
    for key, node_id in required.items():
        spec = pack.records[key]
        value = written.get(key)
        problem = _problem(spec, value, node=node_id, decided=decided)
        if problem:
            problems.append(problem)
        if (problem or _is_empty(value)) and (not spec.required_when or hold(spec.required_when, known=known)):
            missing.append(key)
    problems += [
        Problem(ProblemKind.UNKNOWN_RECORD, None, f"{pack.id} asks for no record {key!r}.")
        for key in records
        if key not in pack.records
    ]
    return Kept(tuple(required), tuple(missing), prefilled, tuple(problems))


def _is_empty(value: Any) -> bool:
    """Whether nothing was written: an empty text or list is nothing, while False is a word."""
    return value is None or (isinstance(value, str) and not value.strip()) or value in ([], (), {})


def _problem(spec: RecordKey, value: Any, *, node: str, decided: str | None) -> Problem | None:
    """What is wrong with "none" as an answer about the law; None where nothing is, or nothing was written."""
    if not spec.none_because_on or not isinstance(value, str) or not _says_none(value):
        return None
    if decided in SHARING:
        sentence = f"{spec.label}: what is shared needs one; “none” cannot stand here."
        return Problem(ProblemKind.NONE_WHERE_SHARED, node, sentence)
    folded = value.strip().casefold()
    if not folded.startswith(NONE_BECAUSE) or not folded[len(NONE_BECAUSE) :].strip(" .…"):
        sentence = f"{spec.label}: write “none, because …” and the reason."
        return Problem(ProblemKind.NONE_WITHOUT_REASON, node, sentence)
    return None


def _says_none(value: str) -> bool:
    first_word = value.strip().casefold().replace(",", " ").split(maxsplit=1)
    return bool(first_word) and first_word[0] == "none"
