"""Enumerates every path through a pack.

A visit to an advice node changes nothing (`forms` refuses one that sets state or does not return), so a path
with visits to advice has the same answers, state and outcome as the path without. Each path is therefore
walked once and stands for 2ⁿ, n being the nodes on it where advice may be asked at most once.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from alongside.guidance.shapes import Pack
from alongside.guidance.words import Kind


@dataclass(frozen=True, slots=True)
class Way:
    """One path: node and answer in order, the outcome node at its end, and how many walks it stands for."""

    answers: tuple[tuple[str, str], ...]
    ends_at: str
    outcome: str
    walks: int

    def sentence(self) -> str:
        """The path on one line, as answers at nodes and the outcome."""
        return " ".join(f"{node}={answer}" for node, answer in self.answers) + f" → {self.outcome}"


def every_way(pack: Pack) -> Iterator[Way]:
    """All paths from the start to an outcome, in the order of the answers in the pack."""
    yield from _onward(pack, pack.start, so_far=(), walks=1)


def _onward(pack: Pack, node_id: str, *, so_far: tuple[tuple[str, str], ...], walks: int) -> Iterator[Way]:
    node = pack.nodes[node_id]
    if node.outcome is not None:
        yield Way(so_far, node_id, node.outcome, walks)
        return
    straight = [answer for answer in node.answers.values() if pack.nodes[answer.next].kind is not Kind.ADVICE]
    doubled = walks * (1 if len(straight) == len(node.answers) else 2)
    for answer in straight:
        yield from _onward(pack, answer.next, so_far=(*so_far, (node_id, answer.key)), walks=doubled)
