"""Says what must be written down on a path, what the pack writes itself, and what is still missing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
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
    asked = _asked(pack, tuple(path))
    prefilled = _prefilled(asked, facts=facts) if facts else {}
    written = {**prefilled, **records} if prefilled else records
    known = Known(state, facts, {step.node: step.answer for step in steps}, written, countersign)
    not_due = {spec.key for spec in asked.conditional if not hold(spec.required_when, known=known)}
    due = [key for key in asked.keys if key not in not_due]
    if not written:
        return Kept(asked.keys, tuple(due), prefilled, ())
    wrong = _wrong(asked, written=written, decided=decided)
    missing = tuple(key for key in due if key in wrong or _is_empty(written.get(key)))
    return Kept(asked.keys, missing, prefilled, tuple(wrong.values()))


@dataclass(frozen=True, slots=True)
class _Asked:
    """What one path asks for: each key once in order, with the node that asks first."""

    keys: tuple[str, ...]
    specs: Mapping[str, tuple[RecordKey, str]]
    conditional: tuple[RecordKey, ...]


@lru_cache(maxsize=4096)
def _asked(pack: Pack, path: tuple[str, ...]) -> _Asked:
    """Kept for each path, because a path asks for the same whatever was written."""
    specs: dict[str, tuple[RecordKey, str]] = {}
    for node_id in path:
        for key in pack.nodes[node_id].records:
            specs.setdefault(key, (pack.records[key], node_id))
    conditional = tuple(spec for spec, _node in specs.values() if spec.required_when)
    return _Asked(tuple(specs), specs, conditional)


def _prefilled(asked: _Asked, *, facts: Mapping[str, Any]) -> dict[str, str]:
    """The values that the pack itself gives for these facts."""
    known = Known({}, facts, {}, {}, ())
    return {
        key: spec.given
        for key, (spec, _node) in asked.specs.items()
        if spec.given is not None and hold(spec.given_when, known=known)
    }


def _wrong(asked: _Asked, *, written: Mapping[str, Any], decided: str | None) -> dict[str, Problem]:
    found = {
        key: _problem(spec, written.get(key), node=node_id, decided=decided)
        for key, (spec, node_id) in asked.specs.items()
    }
    return {key: problem for key, problem in found.items() if problem is not None}


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
