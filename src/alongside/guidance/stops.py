"""Where walks stand, and all that follows from the way alone: worked out once for each way, and kept.

A chart has few ways through it and every page walks one of them again. So the path, the steps, the state, what is
decided and which records are asked for are not gathered anew on each walk: a walk goes from stop to stop. What hangs
on facts, on written records or on successive answers is the engine's, and is asked every time.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from types import MappingProxyType

from alongside.guidance.graph import decided_from
from alongside.guidance.recordkeeping import Asked, asked_on
from alongside.guidance.shapes import Answer, Node, Pack
from alongside.guidance.trace import Step
from alongside.guidance.words import RETURN, Given, Guard, Kind

Closed = frozenset[tuple[str, str]]  # answers (node, answer) that the facts take away
UNSAID = object()  # what is said at a node to which nobody gave an answer
MOST_KEPT = 4096  # ways kept of one chart; the longest has 5,106 whole ones, of which few are ever walked


@dataclass(frozen=True, eq=False)
class Stop:
    """A node as one way reached it.

    `onward` are the stops after it, by what was said, as far as they are kept: what facts cannot refuse. `free` are those
    of them that nothing can refuse, whatever the facts.
    """

    pack: Pack
    at: str
    outcome: str | None
    node: Node
    raised_by: Node
    path: tuple[str, ...]
    steps: tuple[Step, ...]
    state: Mapping[str, str | bool]
    decided: str | None
    decided_at_node: str | None
    is_kept: bool
    onward: dict[object, "Stop"] = field(default_factory=dict)
    free: dict[object, "Stop"] = field(default_factory=dict)

    @cached_property
    def asked(self) -> Asked:
        """The records that the nodes of this way ask for."""
        return asked_on(self.pack, path=self.path, state=self.state, steps=self.steps)

    def times_answered(self, node_id: str) -> int:
        """How many of the answers given at a node the way has used up."""
        mine = (step for step in self.steps if step.node == node_id)
        return sum(step.given in {Given.ANSWERED, Given.SILENCE} for step in mine)


class Ways:
    """The ways through one chart, with these answers closed."""

    def __init__(self, pack: Pack, closed: Closed) -> None:
        self._decides = decided_from(pack, closed)
        self._kept = 0
        node = pack.nodes[pack.start]
        decided = self._decides[node.id]
        self.start = Stop(
            pack=pack,
            at=node.id,
            outcome=node.outcome,
            node=node,
            raised_by=node,
            path=(node.id,),
            steps=(),
            state=MappingProxyType({}),
            decided=decided,
            decided_at_node=node.id if decided else None,
            is_kept=True,
        )

    def after(self, stop: Stop, answer: Answer, step: Step) -> Stop:
        """The stop to which an answer leads. Kept where it was given or is the only one, until advice comes back."""
        said = {Given.ANSWERED: answer.key, Given.IMPLIED: UNSAID}.get(step.given)
        if said in stop.onward:
            return stop.onward[said]
        keeps = stop.is_kept and said is not None and answer.next != RETURN and self._kept < MOST_KEPT
        made = self._made(stop, answer, step, keeps=keeps)
        if keeps:
            self._kept += 1
            stop.onward[said] = made
            if answer.key in stop.node.plain or answer.guards == (Guard.G2,):  # G2 asks the state alone
                stop.free[said] = made
        return made

    def _made(self, stop: Stop, answer: Answer, step: Step, *, keeps: bool) -> Stop:
        node = stop.raised_by if answer.next == RETURN else stop.pack.nodes[answer.next]
        decided = stop.decided or self._decides[node.id]
        return Stop(
            pack=stop.pack,
            at=node.id,
            outcome=node.outcome,
            node=node,
            raised_by=stop.node if node.kind is Kind.ADVICE else stop.raised_by,
            path=(*stop.path, node.id),
            steps=(*stop.steps, step),
            state=MappingProxyType({**stop.state, **answer.set}) if answer.set else stop.state,
            decided=decided,
            decided_at_node=stop.decided_at_node or (node.id if decided else None),
            is_kept=keeps,
        )


@lru_cache(maxsize=64)
def ways_through(pack: Pack, closed: Closed) -> Ways:
    """The ways of a chart, the same for every walk of it with these answers closed."""
    return Ways(pack, closed)
