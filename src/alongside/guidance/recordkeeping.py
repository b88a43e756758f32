"""Says what must be written down on a path, what the pack writes itself, and what is still missing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from alongside.guidance.conditions import Known, hold
from alongside.guidance.shapes import Pack, RecordKey
from alongside.guidance.trace import Problem, Step
from alongside.guidance.words import SHARING, CountersignReason, On, ProblemKind

NONE_BECAUSE = "none, because "
SETTLED_BY_A_PATH = frozenset({On.STATE, On.ANSWER})


class Kept(NamedTuple):
    """The records of one path: all keys once in order, those missing, those prefilled, and what is wrong."""

    required: tuple[str, ...]
    missing: tuple[str, ...]
    prefilled: Mapping[str, str]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """What one path asks for, each key once and in order.

    `hanging` are the records whose conditions look further than the path; `giving` those to which the pack may give a
    value; `lawful` those in which "none" needs a because, each with the node that asks for it first. `_due` remembers
    which keys are due, by which of the hanging ones are not.
    """

    keys: tuple[str, ...]
    never_due: frozenset[str]
    hanging: tuple[RecordKey, ...]
    giving: tuple[RecordKey, ...]
    lawful: tuple[tuple[RecordKey, str], ...]
    answers: Mapping[str, str]
    _due: dict[tuple[str, ...], tuple[str, ...]] = field(default_factory=dict)

    def due(self, *, but_for: tuple[RecordKey, ...]) -> tuple[str, ...]:
        """The keys that must be written down, in order, where the conditions of these do not hold."""
        which = tuple([spec.key for spec in but_for])
        if which not in self._due:
            without = {*which, *self.never_due}
            self._due[which] = tuple(key for key in self.keys if key not in without)
        return self._due[which]


def asked_on(
    pack: Pack, *, path: Sequence[str], state: Mapping[str, str | bool], steps: Sequence[Step]
) -> Asked:
    """What a path asks for, whatever was written and whatever the facts are."""
    first: dict[str, str] = {}
    for node_id in path:
        for key in pack.nodes[node_id].records:
            first.setdefault(key, node_id)
    specs = [pack.records[key] for key in first]
    known = Known(state, {}, {step.node: step.answer for step in steps}, {}, ())
    conditional = [spec for spec in specs if spec.required_when]
    settled = [spec for spec in conditional if all(c.on in SETTLED_BY_A_PATH for c in spec.required_when)]
    return Asked(
        keys=tuple(first),
        never_due=frozenset(s.key for s in settled if not hold(s.required_when, known=known)),
        hanging=tuple(spec for spec in conditional if spec not in settled),
        giving=tuple(spec for spec in specs if spec.given is not None),
        lawful=tuple((spec, first[spec.key]) for spec in specs if spec.none_because_on),
        answers=known.answers,
    )


def look(
    asked: Asked,
    *,
    state: Mapping[str, str | bool],
    facts: Mapping[str, Any],
    records: Mapping[str, Any],
    decided: str | None,
    countersign: tuple[CountersignReason, ...],
) -> Kept:
    """Compare what the visited nodes ask for with what was written (rulebook 2.0, `records`)."""
    prefilled = _prefilled(asked, facts=facts) if facts and asked.giving else {}
    written = {**prefilled, **records} if prefilled else records
    if not (facts or written or countersign):  # nothing is known beyond the path
        return Kept(asked.keys, asked.due(but_for=asked.hanging), {}, ())
    known = Known(state, facts, asked.answers, written, countersign)
    not_due = tuple([spec for spec in asked.hanging if not hold(spec.required_when, known=known)])
    due = asked.due(but_for=not_due)
    wrong = _wrong(asked, written=written, decided=decided)
    missing = tuple(key for key in due if key in wrong or _is_empty(written.get(key)))
    return Kept(asked.keys, missing, prefilled, tuple(wrong.values()))


def _prefilled(asked: Asked, *, facts: Mapping[str, Any]) -> dict[str, str]:
    """The values that the pack itself gives for these facts."""
    known = Known({}, facts, {}, {}, ())
    held = (spec for spec in asked.giving if hold(spec.given_when, known=known))
    return {spec.key: spec.given for spec in held if spec.given is not None}


def _wrong(asked: Asked, *, written: Mapping[str, Any], decided: str | None) -> dict[str, Problem]:
    found = {
        spec.key: _problem(spec, written.get(spec.key), node=node_id, decided=decided)
        for spec, node_id in asked.lawful
    }
    return {key: problem for key, problem in found.items() if problem is not None}


def _is_empty(value: Any) -> bool:
    """Whether nothing was written: an empty text or list is nothing, while False is a word."""
    return not value.strip() if isinstance(value, str) else value is None or value in ([], (), {})


def _problem(spec: RecordKey, value: Any, *, node: str, decided: str | None) -> Problem | None:
    """What is wrong with "none" as an answer about the law; None where nothing is, or nothing was written."""
    if not isinstance(value, str) or not _says_none(value):
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
