"""What a walk returns: the path, what was decided, what is still missing, and what is wrong."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from alongside.guidance.words import BAD_INPUT, Given, Kind, ProblemKind


@dataclass(frozen=True, slots=True)
class Step:
    """One node that was left by one answer, and what that answer wrote into the state."""

    node: str
    kind: Kind
    answer: str
    given: Given
    set: Mapping[str, str | bool]

    @property
    def implied(self) -> bool:
        """True where the node has one answer only and nobody gave it: the engine went on by itself."""
        return self.given is Given.IMPLIED


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, at one node where that can be said, as a sentence for a person."""

    kind: ProblemKind
    node: str | None
    sentence: str


class Trace(NamedTuple):
    """Where a walk stands. Two walks with the same pack, answers, facts and records give equal traces.

    `pack` and `digest` name the edition. `path` holds every node visited, in order, the one it stands at
    included. `outcome` is set when an outcome node was reached; `decided` as soon as no other outcome can be
    reached, at `decided_at_node`. `current` is the first node without an answer, or the node where a guard
    refused the answer; None at an outcome. `required_records`: every key of the nodes visited, once, in
    order. `missing_records`: those whose condition holds and that were not given. `prefilled`: values that
    the pack itself gives (rulebook 2.5: Article 6 after MUST_SHARE).
    """

    pack: str
    digest: str
    path: tuple[str, ...]
    steps: tuple[Step, ...]
    state: Mapping[str, str | bool]
    outcome: str | None
    decided: str | None
    decided_at_node: str | None
    current: str | None
    required_records: tuple[str, ...]
    missing_records: tuple[str, ...]
    prefilled: Mapping[str, str]
    problems: tuple[Problem, ...]

    @property
    def open_tasks(self) -> tuple[str, ...]:
        """Tasks that the walk passed because they have one answer only, and that nobody has marked done."""
        return tuple(step.node for step in self.steps if step.implied and step.kind is Kind.TASK)

    @property
    def bad_input(self) -> tuple[Problem, ...]:
        """Problems that lie in what was handed in, not in what was decided."""
        return tuple(problem for problem in self.problems if problem.kind in BAD_INPUT)
