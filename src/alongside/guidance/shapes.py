"""The shapes of a pack after loading: nodes, answers, records and conditions. Nothing here can change."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from alongside.guidance.trace import Step
from alongside.guidance.words import Evidence, Guard, InForce, Kind, OfferedFor, On


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition of a pack: what it looks at, the key there, and the value that must be found."""

    on: On
    key: str
    value: str | bool


@dataclass(frozen=True, slots=True)
class RecordKey:
    """One thing that must be written down. `required_when`: all of these must hold; empty means always.

    `none_because_on`: outcomes on which "none, because …" counts as written. `given` is the value that the
    pack itself gives when all of `given_when` hold.
    """

    key: str
    label: str
    required_when: tuple[Condition, ...] = ()
    none_because_on: frozenset[str] = frozenset()
    given: str | None = None
    given_when: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer of a node. `guards` are asked before it is taken; `not_offered_when`: all must hold."""

    key: str
    label: str
    short: str
    next: str
    set: Mapping[str, str | bool]
    not_offered_when: tuple[Condition, ...]
    guards: tuple[Guard, ...]
    answered: Step
    implied: Step


@dataclass(frozen=True, slots=True)
class Node:
    """One box of the flowchart. `only` is its answer where there is one alone; None otherwise.

    `plain` are the answers that no guard and no fact can refuse.
    """

    id: str
    kind: Kind
    text: str
    short: str
    help: str
    cite: str
    evidence: Evidence | None
    group: str | None
    guards: frozenset[Guard]
    answers: Mapping[str, Answer]
    only: Answer | None
    plain: Mapping[str, Answer]
    records: tuple[str, ...]
    outcome: str | None


@dataclass(frozen=True, slots=True)
class Source:
    """Where a pack's wording or rule was read."""

    key: str
    title: str
    where: str


@dataclass(frozen=True, slots=True)
class Invariant:
    """A sentence that must be true of every path (see `invariants`); the rest is its form in the pack."""

    name: str
    outcome: str | None
    exactly_when: object | None
    when: object | None
    passes: tuple[str, ...]
    never_visits: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Pack:
    """One published edition of guidance. Equal only to itself; `digest` compares the words of two."""

    id: str
    digest: str
    title: str
    short_title: str
    authority: str
    published_on: str | None
    in_force: InForce
    superseded_by: str | None
    offered_for: OfferedFor
    status: str
    wording_verified: bool
    sources: tuple[Source, ...]
    start: str
    groups: Mapping[str, str]
    invariants: tuple[Invariant, ...]
    records: Mapping[str, RecordKey]
    nodes: Mapping[str, Node]

    @cached_property
    def outcomes(self) -> tuple[str, ...]:
        """The outcome words of this pack, in the order of its nodes, each once."""
        return tuple(dict.fromkeys(node.outcome for node in self.nodes.values() if node.outcome))

    @cached_property
    def closable(self) -> tuple[tuple[str, Answer], ...]:
        """Answers that are not always offered, each with its node."""
        return tuple((n.id, a) for n in self.nodes.values() for a in n.answers.values() if a.not_offered_when)

    @cached_property
    def sayable(self) -> frozenset[tuple[str, str]]:
        """Every answer that can be given, each with its node."""
        return frozenset((node.id, word) for node in self.nodes.values() for word in node.answers)
