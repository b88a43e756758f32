"""What can be reached from where in a pack, without walking it."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from alongside.guidance.faults import Findings
from alongside.guidance.shapes import Pack
from alongside.guidance.words import RETURN, Kind


@lru_cache(maxsize=256)
def outcomes_from(
    pack: Pack, closed: frozenset[tuple[str, str]] = frozenset()
) -> Mapping[str, frozenset[str]]:
    """The outcome words reachable from each node, when the answers `closed` (node, answer) are not offered.

    Asking for advice comes back to the question that raised it, so it adds nothing to what can be reached.
    """
    reached: dict[str, frozenset[str]] = {}
    for node_id in pack.nodes:
        _reach(pack, node_id, closed=closed, reached=reached)
    return reached


@lru_cache(maxsize=256)
def decided_from(pack: Pack, closed: frozenset[tuple[str, str]] = frozenset()) -> Mapping[str, str | None]:
    """For each node the only outcome that can still be reached from it; None where several can."""
    reach = outcomes_from(pack, closed)
    return {node_id: next(iter(found)) if len(found) == 1 else None for node_id, found in reach.items()}


def _reach(
    pack: Pack, node_id: str, *, closed: frozenset[tuple[str, str]], reached: dict[str, frozenset[str]]
) -> frozenset[str]:
    if node_id in reached:
        return reached[node_id]
    node = pack.nodes[node_id]
    found = frozenset({node.outcome}) if node.outcome else frozenset[str]()
    for answer in node.answers.values():
        if (node_id, answer.key) in closed or answer.next == RETURN:
            continue
        if pack.nodes[answer.next].kind is not Kind.ADVICE:
            found |= _reach(pack, answer.next, closed=closed, reached=reached)
    reached[node_id] = found
    return found


def check_graph(raw: Mapping[str, Any], *, findings: Findings) -> None:
    """Note a missing start, nodes nobody can reach, circles, and nodes from which no outcome is reached.

    Works on the parsed file, so that these faults are told together with those of form.
    """
    ways = _ways(raw.get("nodes"))
    start = raw.get("start")
    if not (isinstance(start, str) and start in ways):
        findings.add(f"starts at {start!r}, which is not a node.")
        return
    for node_id in sorted(set(ways) - _reachable(start, ways=ways)):
        findings.add("cannot be reached from the start.", node=node_id)
    onward = _without_advice(raw["nodes"], ways=ways)
    circle = _circle(start, onward=onward, trail=(), clear=set())
    if circle:
        findings.add(f"the walk can go in a circle: {' → '.join(circle)}.", node=circle[0])
    ends = {
        n
        for n, node in raw["nodes"].items()
        if n in ways and isinstance(node, Mapping) and node.get("kind") == Kind.OUTCOME
    }
    for node_id in onward:
        if node_id not in ends and not (_reachable(node_id, ways=onward) & ends):
            findings.add("leads to no outcome.", node=node_id)


def _ways(nodes: Any) -> dict[str, list[str]]:
    """Where each node leads, as far as the file can be understood."""
    ways: dict[str, list[str]] = {}
    for node_id, node in nodes.items() if isinstance(nodes, Mapping) else ():
        if not isinstance(node_id, str):
            continue
        answers = node.get("answers") if isinstance(node, Mapping) else None
        told = answers.values() if isinstance(answers, Mapping) else ()
        ways[node_id] = [str(answer.get("next")) for answer in told if isinstance(answer, Mapping)]
    return {node_id: [way for way in onward if way in ways] for node_id, onward in ways.items()}


def _without_advice(nodes: Mapping[str, Any], *, ways: dict[str, list[str]]) -> dict[str, list[str]]:
    advice = {n for n, node in nodes.items() if isinstance(node, Mapping) and node.get("kind") == Kind.ADVICE}
    return {n: [way for way in onward if way not in advice] for n, onward in ways.items() if n not in advice}


def _reachable(start: str, *, ways: Mapping[str, list[str]]) -> set[str]:
    found, open_nodes = {start}, [start]
    while open_nodes:
        for way in ways.get(open_nodes.pop(), []):
            if way not in found:
                found.add(way)
                open_nodes.append(way)
    return found


def _circle(
    node_id: str, *, onward: Mapping[str, list[str]], trail: tuple[str, ...], clear: set[str]
) -> tuple[str, ...]:
    if node_id in trail:
        return (*trail[trail.index(node_id) :], node_id)
    if node_id in clear:
        return ()
    for way in onward.get(node_id, []):
        found = _circle(way, onward=onward, trail=(*trail, node_id), clear=clear)
        if found:
            return found
    clear.add(node_id)
    return ()
