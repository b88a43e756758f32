"""Says whether the conditions that a pack puts on a record or an answer hold."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from alongside.guidance.shapes import Condition
from alongside.guidance.words import CountersignReason, On


@dataclass(frozen=True, slots=True)
class Known:
    """What conditions may look at. `answers`: the last answer taken at each node."""

    state: Mapping[str, str | bool]
    facts: Mapping[str, Any]
    answers: Mapping[str, str]
    records: Mapping[str, Any]
    countersign: tuple[CountersignReason, ...]


def hold(conditions: tuple[Condition, ...], *, known: Known) -> bool:
    """Whether all conditions hold; no condition always holds. What is not known does not hold."""
    return all(_holds(condition, known) for condition in conditions)


def _holds(condition: Condition, known: Known) -> bool:
    match condition.on:
        case On.STATE:
            return known.state.get(condition.key) == condition.value
        case On.FACT:
            return known.facts.get(condition.key) is condition.value
        case On.ANSWER:
            return known.answers.get(condition.key) == condition.value
        case On.RECORD_MENTIONS:
            return str(condition.value) in str(known.records.get(condition.key, ""))
        case On.GUARD:
            return bool(known.countersign)
