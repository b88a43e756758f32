"""Checks the form of a pack: every key known, every word in its vocabulary, every name pointing somewhere."""

from collections.abc import Collection, Mapping
from enum import StrEnum
from typing import Any

from alongside.guidance.faults import Findings
from alongside.guidance.invariants import check_invariant_forms
from alongside.guidance.words import (
    RETURN,
    YES_OR_NO_FACTS,
    Evidence,
    Guard,
    InForce,
    Kind,
    OfferedFor,
    On,
    StateKey,
)

TEXTS = ("graph", "title", "short_title", "authority", "status", "start")
PARTS = frozenset(
    {*TEXTS, "published_on", "in_force", "superseded_by", "offered_for", "wording_verified", "sources"}
    | {"groups", "invariants", "records", "nodes"}
)
NODE_PARTS = frozenset(
    {"kind", "text", "short", "help", "evidence", "group", "guards", "answers", "records", "cite", "outcome"}
)
ANSWER_PARTS = frozenset({"label", "short", "next", "set", "not_offered_when"})
RECORD_PARTS = frozenset({"label", "required_when", "none_because_on", "given", "given_when"})
SHORT_MAX = 24  # characters; what fits one line of a box in the drawing


def check_form(raw: Any, *, findings: Findings) -> None:
    """Note every fault of form in a parsed pack. Sound form is what `packs` needs to build it."""
    if not isinstance(raw, Mapping):
        findings.add("a pack is a mapping with the parts graph, title, start, records, nodes and so on.")
        return
    _check_head(raw, findings=findings)
    _check_sources(raw.get("sources"), findings=findings)
    nodes, records, groups = (
        _mapping(raw, part, findings=findings) for part in ("nodes", "records", "groups")
    )
    check_invariant_forms(raw.get("invariants"), nodes=nodes, findings=findings)
    for key, record in records.items():
        _check_record(key, record, nodes=nodes, findings=findings)
    for node_id, node in nodes.items():
        if not isinstance(node_id, str):
            findings.add(f"the node id {node_id!r} is not a text; put it in quotes.")
        elif not isinstance(node, Mapping):
            findings.add("a node is a mapping with kind, text and answers.", node=node_id)
        else:
            _check_node(node_id, node, raw=(nodes, records, groups), findings=findings)


def _check_head(raw: Mapping[str, Any], *, findings: Findings) -> None:
    """What the pack says of itself: every part there, none unknown, each of its form."""
    _known_parts(raw, known=PARTS, findings=findings, node=None)
    for part in sorted(PARTS - set(raw)):
        findings.add(f"the part {part!r} is missing.")
    for part in TEXTS:
        if part in raw and not _is_text(raw[part]):
            findings.add(f"{part!r} must be a text.")
    for part in ("published_on", "superseded_by"):
        if raw.get(part) is not None and not isinstance(raw[part], str):
            findings.add(f"{part!r} must be a quoted text or null.")
    if not isinstance(raw.get("wording_verified"), bool):
        findings.add("'wording_verified' must be true or false.")
    _word(raw.get("in_force"), of=InForce, findings=findings, part="in_force", node=None)
    _word(raw.get("offered_for"), of=OfferedFor, findings=findings, part="offered_for", node=None)


def _check_node(
    node_id: str, node: Mapping[str, Any], *, raw: tuple[Mapping[str, Any], ...], findings: Findings
) -> None:
    nodes, records, groups = raw
    _known_parts(node, known=NODE_PARTS, findings=findings, node=node_id)
    kind = _word(node.get("kind"), of=Kind, findings=findings, part="kind", node=node_id)
    if not _is_text(node.get("text")):
        findings.add("has no text.", node=node_id)
    if len(str(node.get("short", ""))) > SHORT_MAX:
        findings.add(f"its short text is longer than {SHORT_MAX} characters.", node=node_id)
    if node.get("evidence") is not None:
        _word(node["evidence"], of=Evidence, findings=findings, part="evidence", node=node_id)
    if node.get("group") is not None and str(node["group"]) not in groups:
        findings.add(f"the group {node['group']!r} is not among the groups of the pack.", node=node_id)
    for guard in _listed(node, "guards", findings=findings, at=node_id):
        _word(guard, of=Guard, findings=findings, part="guards", node=node_id)
    for key in _listed(node, "records", findings=findings, at=node_id):
        if str(key) not in records:
            findings.add(f"the record key {key!r} is not among the records of the pack.", node=node_id)
    if kind == Kind.OUTCOME:
        _check_outcome(node_id, node, findings=findings)
    else:
        _check_asking(node_id, node, nodes=nodes, findings=findings)


def _check_outcome(node_id: str, node: Mapping[str, Any], *, findings: Findings) -> None:
    if not _is_text(node.get("outcome")):
        findings.add("is an outcome without an outcome word.", node=node_id)
    if node.get("answers"):
        findings.add("is an outcome and cannot have answers.", node=node_id)


def _check_asking(
    node_id: str, node: Mapping[str, Any], *, nodes: Mapping[str, Any], findings: Findings
) -> None:
    if not _is_text(node.get("cite")):
        findings.add("cites no source; every node except an outcome must.", node=node_id)
    if node.get("outcome") is not None:
        findings.add("names an outcome but is not of the kind outcome.", node=node_id)
    answers = node.get("answers")
    if not isinstance(answers, Mapping) or not answers:
        findings.add("has no answers.", node=node_id)
        return
    for key, answer in answers.items():
        if not isinstance(answer, Mapping):
            findings.add(f"the answer {key!r} is not a mapping with label and next.", node=node_id)
            continue
        _known_parts(answer, known=ANSWER_PARTS, findings=findings, node=node_id)
        if not isinstance(key, str):
            findings.add(f"the answer {key!r} is not a text; put it in quotes.", node=node_id)
        if not _is_text(answer.get("label")):
            findings.add(f"the answer {key!r} has no label.", node=node_id)
        _check_next(node_id, node, key, answer, nodes=nodes, findings=findings)
        _check_set(node_id, answer.get("set", {}), findings=findings)
        check_conditions(answer.get("not_offered_when", {}), nodes=nodes, findings=findings, node=node_id)


def _check_next(
    node_id: str,
    node: Mapping[str, Any],
    key: Any,
    answer: Mapping[str, Any],
    *,
    nodes: Mapping[str, Any],
    findings: Findings,
) -> None:
    target = answer.get("next")
    if target == RETURN:
        if node.get("kind") != Kind.ADVICE:
            findings.add(f"the answer {key!r} returns, but only an advice node can return.", node=node_id)
    elif not (isinstance(target, str) and target in nodes):
        findings.add(f"the answer {key!r} leads to {target!r}, which is not a node.", node=node_id)
    if node.get("kind") == Kind.ADVICE and target != RETURN:
        findings.add(f"the answer {key!r} of an advice node must lead to {RETURN!r}.", node=node_id)
    if node.get("kind") == Kind.ADVICE and answer.get("set"):
        findings.add("an advice node must not change the state.", node=node_id)


def _check_set(node_id: str, sets: Any, *, findings: Findings) -> None:
    if not isinstance(sets, Mapping):
        findings.add("'set' must be a mapping.", node=node_id)
        return
    for key, value in sets.items():
        if key not in set(StateKey):
            findings.add(f"sets {key!r}, which is not a state key.", node=node_id)
        if not isinstance(value, str | bool):
            findings.add(f"sets {key!r} to something that is neither a text nor true or false.", node=node_id)


def _check_record(key: Any, record: Any, *, nodes: Mapping[str, Any], findings: Findings) -> None:
    if not isinstance(record, Mapping) or not _is_text(record.get("label")):
        findings.add(f"the record {key!r} has no label.")
        return
    _known_parts(record, known=RECORD_PARTS, findings=findings, node=None)
    check_conditions(record.get("required_when", {}), nodes=nodes, findings=findings, node=None)
    check_conditions(record.get("given_when", {}), nodes=nodes, findings=findings, node=None)
    if ("given" in record) != ("given_when" in record):
        findings.add(f"the record {key!r} needs both 'given' and 'given_when', or neither.")
    known = {str(node.get("outcome")) for node in nodes.values() if isinstance(node, Mapping)}
    for outcome in record.get("none_because_on", []):
        if outcome not in known:
            findings.add(f"the record {key!r} names {outcome!r}, which is not an outcome of the pack.")


def check_conditions(
    conditions: Any, *, nodes: Mapping[str, Any], findings: Findings, node: str | None
) -> None:
    """Note what is wrong with a `…_when` of the pack: `{state: {…}}`, `{fact: {…}}`, `{guard: G1}`."""
    if not isinstance(conditions, Mapping):
        findings.add(f"the condition {conditions!r} is not a mapping.", node=node)
        return
    keys: dict[str, Collection[str]] = {
        On.STATE: set(StateKey), On.FACT: YES_OR_NO_FACTS, On.ANSWER: set(nodes),
    }  # fmt: skip
    for on, looked_at in conditions.items():
        if on == On.GUARD:
            if looked_at != Guard.G1:
                findings.add(f"only the guard G1 can be a condition, not {looked_at!r}.", node=node)
        elif on not in set(On) or not isinstance(looked_at, Mapping):
            findings.add(f"the condition {on!r} is not one of {', '.join(On)}.", node=node)
        else:
            for key in looked_at:
                if on in keys and key not in keys[on]:
                    findings.add(f"the condition on {on} looks at {key!r}, which is not known.", node=node)


def _check_sources(sources: Any, *, findings: Findings) -> None:
    if not isinstance(sources, list) or not sources:
        findings.add("names no sources.")
        return
    for source in sources:
        if not isinstance(source, Mapping) or set(source) != {"key", "title", "where"}:
            findings.add("each source has exactly key, title and where.")


def _mapping(raw: Mapping[str, Any], part: str, *, findings: Findings) -> Mapping[Any, Any]:
    value = raw.get(part)
    if isinstance(value, Mapping):
        return value
    if part in raw:
        findings.add(f"{part!r} must be a mapping.")
    return {}


def _listed(part_of: Mapping[str, Any], part: str, *, findings: Findings, at: str) -> list[Any]:
    value = part_of.get(part, [])
    if isinstance(value, list):
        return value
    findings.add(f"{part!r} must be a list.", node=at)
    return []


def _word(value: Any, *, of: type[StrEnum], findings: Findings, part: str, node: str | None) -> str | None:
    if isinstance(value, str) and value in set(of):
        return str(value)
    findings.add(f"{part} is {value!r}; it must be one of {', '.join(of)}.", node=node)
    return None


def _known_parts(
    value: Mapping[Any, Any], *, known: frozenset[str], findings: Findings, node: str | None
) -> None:
    for part in value:
        if part not in known:
            findings.add(f"the part {part!r} is not known.", node=node)


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())
