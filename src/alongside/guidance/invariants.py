"""What a pack claims of its own paths, and whether it is so.

An invariant has a name and one of these forms:

    outcome: SHARE, exactly_when: EXPRESSION     the outcome is reached exactly when the expression is true
    outcome: SHARE, passes: [H1, H2]             every path to the outcome goes through these nodes
    if: EXPRESSION, never_visits: [N4a]          where the expression is true these nodes are not on the path

An EXPRESSION is `{node: answer}`, `{node: [answer, answer]}` (any of them), `{all: [EXPRESSION, …]}` or
`{any: [EXPRESSION, …]}`. A node that was not visited has no answer, so nothing about it is true.
"""

from collections.abc import Callable, Mapping
from typing import Any

from alongside.guidance.faults import Findings
from alongside.guidance.paths import Way
from alongside.guidance.shapes import Invariant, Pack

FORM_PARTS = frozenset({"name", "outcome", "exactly_when", "passes", "if", "never_visits"})
FORMS = (
    frozenset({"name", "outcome", "exactly_when"}),
    frozenset({"name", "outcome", "passes"}),
    frozenset({"name", "if", "never_visits"}),
)
Holds = Callable[[Mapping[str, str]], bool]


def check_invariant_forms(forms: Any, *, nodes: Mapping[str, Any], findings: Findings) -> None:
    """Note every invariant that cannot be understood: wrong parts, or nodes and answers not in the pack."""
    if not isinstance(forms, list) or not forms:
        findings.add("claims no invariants; say at least when its outcomes are reached.")
        return
    outcomes = {node.get("outcome") for node in nodes.values() if isinstance(node, Mapping)}
    for form in forms:
        name = form.get("name") if isinstance(form, Mapping) else None
        if not isinstance(form, Mapping) or frozenset(form) not in FORMS:
            findings.add(f"the invariant {name!r} is not of a known form.")
            continue
        if "outcome" in form and form["outcome"] not in outcomes:
            findings.add(
                f"the invariant {name!r} is about {form['outcome']!r}, which is not an outcome of the pack."
            )
        for node_id in (*form.get("passes", ()), *form.get("never_visits", ())):
            if node_id not in nodes:
                findings.add(f"the invariant {name!r} names {node_id!r}, which is not a node.")
        for part in ("exactly_when", "if"):
            if part in form and not _understood(form[part], nodes=nodes):
                findings.add(f"the invariant {name!r} cannot be understood: {form[part]!r}.")


def _understood(form: Any, *, nodes: Mapping[str, Any]) -> bool:
    if not isinstance(form, Mapping) or len(form) != 1:
        return False
    key, value = next(iter(form.items()))
    if key in {"all", "any"}:
        return isinstance(value, list) and all(_understood(part, nodes=nodes) for part in value)
    node = nodes.get(key)
    answers = node.get("answers") if isinstance(node, Mapping) else None
    wanted = value if isinstance(value, list) else [value]
    return isinstance(answers, Mapping) and all(isinstance(word, str) and word in answers for word in wanted)


def broken_by(pack: Pack, ways: list[Way]) -> list[tuple[Invariant, Way]]:
    """Each invariant that some path breaks, with the first path that does."""
    broken = []
    for invariant in pack.invariants:
        holds = _compiled(invariant)
        first = next((way for way in ways if not holds(way)), None)
        if first is not None:
            broken.append((invariant, first))
    return broken


def _compiled(invariant: Invariant) -> Callable[[Way], bool]:
    if invariant.exactly_when is not None:
        when = _expression(invariant.exactly_when)
        return lambda way: (way.outcome == invariant.outcome) == when(dict(way.answers))
    if invariant.passes:
        passes = set(invariant.passes)
        return lambda way: way.outcome != invariant.outcome or passes <= dict(way.answers).keys()
    given = _expression(invariant.when)
    never = set(invariant.never_visits)
    return lambda way: not (given(answers := dict(way.answers)) and never & answers.keys())


def _expression(form: Any) -> Holds:
    key, value = next(iter(form.items()))
    if key == "all":
        every = [_expression(part) for part in value]
        return lambda answers: all(part(answers) for part in every)
    if key == "any":
        some = [_expression(part) for part in value]
        return lambda answers: any(part(answers) for part in some)
    wanted = frozenset(value if isinstance(value, list) else [value])
    return lambda answers: answers.get(key) in wanted
