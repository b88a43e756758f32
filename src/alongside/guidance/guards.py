"""The guards of rulebook 2.0 that stand between a person and an unsafe step. G5 is kept at rendering."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

from alongside.guidance.trace import Problem, Trace
from alongside.guidance.words import (
    LIST_FACTS,
    MOMENT_FACTS,
    REFUSING,
    TEXT_FACTS,
    YES_OR_NO_FACTS,
    CountersignReason,
    Fact,
    Guard,
    ProblemKind,
    ShareMode,
    StateKey,
)

State = Mapping[str, str | bool]
Facts = Mapping[str, Any]

AFTER_THE_FACT = timedelta(hours=1)  # default of rulebook G6; a partnership may set its own


def countersign_reasons(*, outcome: str | None, state: State, facts: Facts) -> tuple[CountersignReason, ...]:
    """Why this outcome needs a countersignature (G1); empty where it needs none."""
    if outcome not in REFUSING:
        return ()
    holds = {
        CountersignReason.PROCEDURE_STARTED: state.get(StateKey.CP_PROCEDURE, "none") != "none",
        CountersignReason.RISK_FOUND: state.get(StateKey.RISK) is True,
        CountersignReason.CONCERN_ON_CASE: facts.get(Fact.RISK_OF_SIGNIFICANT_HARM) is True,
    }
    return tuple(reason for reason, held in holds.items() if held)


def needs_countersignature(trace: Trace, *, facts: Facts) -> tuple[CountersignReason, ...]:
    """Why the refusal decided in this trace needs a safeguarding lead (G1); empty where it needs none."""
    return countersign_reasons(outcome=trace.decided, state=trace.state, facts=facts)


def recorded_after_the_fact(trace: Trace, *, facts: Facts, limit: timedelta = AFTER_THE_FACT) -> bool:
    """Whether to show the badge "recorded after the fact" (G6): acted first, or a gap over `limit`."""
    if trace.state.get(StateKey.RETROSPECTIVE_ALLOWED) is True:
        return True
    decided_at, recorded_at = _moment(facts, Fact.DECIDED_AT), _moment(facts, Fact.RECORDED_AT)
    if decided_at is None or recorded_at is None or _mixed(decided_at, recorded_at):
        return False
    return recorded_at - decided_at > limit


def refusals(guards: tuple[Guard, ...], *, node: str, state: State, facts: Facts) -> tuple[Problem, ...]:
    """Why an answer may not be taken, by the guards that concern it; empty where it may."""
    return tuple(problem for guard in guards for problem in _ASKED[guard](node, state, facts))


def _g2(node: str, state: State, _facts: Facts) -> tuple[Problem, ...]:
    if state.get(StateKey.SHARE_MODE) == ShareMode.NON_IDENTIFYING:
        return ()
    return (
        Problem(
            ProblemKind.G2,
            node,
            "Somebody can be identified, so somebody is to be told. Say who knows, who was told, or why not.",
        ),
    )


def _g3(node: str, _state: State, facts: Facts) -> tuple[Problem, ...]:
    sentences = {
        Fact.CONSENT_VALID: "The consent on record is not valid now. Answer no, or get a valid one.",
        Fact.CONSENT_COVERS_RECIPIENT: "The consent does not cover this recipient. Answer no, or ask again.",
        Fact.CONSENT_COVERS_PURPOSE: "The consent does not cover this purpose. Answer no, or ask again.",
    }
    # Items outside the consent are G4's: they may still be left out when deciding how much to share.
    found = [says for fact, says in sentences.items() if facts.get(fact) is False]
    # What does not count reaches nobody and nothing: that it also misses the recipient would be beside the point.
    told = found[:1] if facts.get(Fact.CONSENT_VALID) is False else found
    return tuple(Problem(ProblemKind.G3, node, says) for says in told)


def _g4(node: str, state: State, facts: Facts) -> tuple[Problem, ...]:
    found = []
    outside_consent = _items(facts, Fact.ITEMS_OUTSIDE_CONSENT)
    if outside_consent and state.get(StateKey.SHARE_MODE) == ShareMode.WITH_CONSENT:
        found.append(
            Problem(ProblemKind.G4, node, f"The consent does not cover: {outside_consent}. Leave them out.")
        )
    outside_role = _items(facts, Fact.ITEMS_OUTSIDE_ROLE)
    if outside_role:
        found.append(
            Problem(
                ProblemKind.G4, node, f"The recipient's role does not need: {outside_role}. Leave them out."
            )
        )
    return tuple(found)


_ASKED: Mapping[Guard, Callable[[str, State, Facts], tuple[Problem, ...]]] = {
    Guard.G2: _g2,
    Guard.G3: _g3,
    Guard.G4: _g4,
}


def countersignature_problems(
    *, node: str, reasons: tuple[CountersignReason, ...], facts: Facts
) -> tuple[Problem, ...]:
    """What G1 still asks for at a refusal that needs a countersignature for these reasons; empty where nothing."""
    missing = []
    if facts.get(Fact.COUNTERSIGNED) is not True:
        missing.append("a safeguarding lead's countersignature")
    if not str(facts.get(Fact.ALTERNATIVE_ACTION) or "").strip():
        missing.append("what is done instead to protect the child")
    if not missing:
        return ()
    sentence = f"Because {' and '.join(reasons)}, this needs {' and '.join(missing)}."
    return (Problem(ProblemKind.G1, node, sentence),)


def time_problems(facts: Facts) -> tuple[Problem, ...]:
    """What is wrong with the two moments; empty where nothing (G6: decided first, recorded later)."""
    decided_at, recorded_at = _moment(facts, Fact.DECIDED_AT), _moment(facts, Fact.RECORDED_AT)
    if decided_at is None or recorded_at is None:
        return ()
    if _mixed(decided_at, recorded_at):
        sentence = "decided_at and recorded_at need an offset both, or neither."
        return (Problem(ProblemKind.BAD_FACT, None, sentence),)
    if decided_at > recorded_at:
        sentence = "The decision is dated after it was recorded. Correct when it was decided."
        return (Problem(ProblemKind.G6, None, sentence),)
    return ()


def fact_problems(facts: Facts) -> tuple[Problem, ...]:
    """Facts of the vocabulary whose values cannot be understood. Other keys are not looked at."""
    wanted = [
        *(
            (key, "true or false")
            for key in facts.keys() & YES_OR_NO_FACTS
            if not isinstance(facts[key], bool)
        ),
        *((key, "a list") for key in facts.keys() & LIST_FACTS if not isinstance(facts[key], list | tuple)),
        *((key, "a text") for key in facts.keys() & TEXT_FACTS if not isinstance(facts[key], str | None)),
        *((key, "a moment in ISO 8601") for key in facts.keys() & MOMENT_FACTS if _is_no_moment(facts, key)),
    ]
    return tuple(
        Problem(ProblemKind.BAD_FACT, None, f"The fact {key} must be {form}.") for key, form in sorted(wanted)
    )


def _is_no_moment(facts: Facts, key: str) -> bool:
    return isinstance(facts[key], str) and _moment(facts, key) is None


def _items(facts: Facts, key: str) -> str:
    found = facts.get(key)
    return ", ".join(str(item) for item in found) if isinstance(found, list | tuple) else ""


def _moment(facts: Facts, key: str) -> datetime | None:
    said = facts.get(key)
    try:
        return None if said is None else datetime.fromisoformat(str(said))
    except ValueError:
        return None


def _mixed(one: datetime, other: datetime) -> bool:
    return (one.tzinfo is None) != (other.tzinfo is None)
