"""Walks the editions in force with what the record answers and what a person answered; says what is left. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from alongside.guidance import engine, packs
from alongside.guidance.shapes import Node, Pack
from alongside.guidance.trace import Trace
from alongside.guidance.words import UNSURE, Evidence
from alongside.sharing.rules import OVERLAY, OnRecord, Proposal, facts, proposals
from alongside.sharing.words import Origin

# Nodes about how, and about telling, stay open as tasks when the outcome is decided.
LATER = frozenset({Evidence.CHANNEL, Evidence.TELLING})
_AT_MOST = 60  # no chart has so many nodes; a walk that went on longer would not end


@dataclass(frozen=True, slots=True)
class Given:
    """What a person answered at one node: successive answers, since "not sure" leads to advice and back."""

    answers: tuple[str, ...]
    reason: str
    advice: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Taken:
    """One answered node on the path, with where its answer came from."""

    pack_id: str
    node: str
    text: str
    short: str
    cite: str
    answer: str
    answer_label: str
    origin: Origin
    because: str
    advice: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Walked:
    """One edition walked as far as it goes."""

    pack: Pack
    trace: Trace
    taken: tuple[Taken, ...]
    answers: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Way:
    """Where a decision stands: the editions walked, and the node that a person must answer next, if any."""

    walks: tuple[Walked, ...]
    facts: Mapping[str, object]
    asked: str | None

    @property
    def last(self) -> Walked:
        return self.walks[-1]

    @property
    def outcome(self) -> str | None:
        """The only outcome still reachable; None while the questions leave more than one."""
        return self.last.trace.decided

    @property
    def is_offered(self) -> bool:
        """Whether any answer comes from a matter much like this one, and so waits to be confirmed."""
        return any(taken.origin is Origin.OFFERED for walked in self.walks for taken in walked.taken)

    @property
    def is_ready(self) -> bool:
        """Every question before the sharing is answered, so that a person may decide."""
        return self.asked is None and self.outcome is not None


@dataclass(frozen=True, slots=True)
class Known:
    """All that can answer a node: the record, a person here, a person in a matter much like this one."""

    proposals: Mapping[Evidence, Proposal]
    given: Mapping[tuple[str, str], Given]
    offered: Mapping[tuple[str, str], Given]


NOT_DETRIMENTAL = "the duty to share was found not to apply, which a second person reads (rulebook 2.5)"


def countersign_reasons(way: Way) -> tuple[str, ...]:
    """Why a refusal needs a second person's word: guard G1, and always where the statutory duty was set aside."""
    reasons = tuple(map(str, engine.needs_countersignature(way.last.trace, facts=way.facts)))
    return reasons or ((NOT_DETRIMENTAL,) if way.outcome == "DUTY_DISAPPLIED" else ())


def walk_way(
    record: OnRecord,
    *,
    editions: Sequence[str],
    given: Mapping[tuple[str, str], Given],
    offered: Mapping[tuple[str, str], Given] = MappingProxyType({}),
) -> Way:
    """Walk the editions in order.

    `given` maps (pack id, node) to what a person answered here, `offered` to what they answered in a matter much
    like this one: it fills what is open, and a person confirms it before it counts. After MUST_SHARE the next
    edition starts with the legal obligation filled in (rulebook 2.5, S12).
    """
    known = Known(proposals(record), given, offered)
    must_share = ""
    walks: list[Walked] = []
    facts_now: dict[str, object] = {}
    for edition in editions:
        facts_now = facts(record, must_share=must_share)
        walked, asked = _walk_one(packs.load(edition), known, facts_now)
        walks.append(walked)
        if asked or walked.trace.outcome == "DUTY_DISAPPLIED":
            return Way(tuple(walks), facts_now, asked)
        if edition == OVERLAY and walked.trace.outcome == "MUST_SHARE":
            must_share = "yes"
    return Way(tuple(walks), facts_now, None)


def _walk_one(pack: Pack, known: Known, known_facts: Mapping[str, object]) -> tuple[Walked, str | None]:
    """Go on until the walk ends, a person must answer, or only later tasks are left."""
    answers: dict[str, tuple[str, ...]] = {}
    because: dict[str, tuple[Origin, str]] = {}
    asked: str | None = None
    trace = engine.walk(pack, answers=answers, facts=known_facts)
    for _ in range(_AT_MOST):
        if trace.current is None:
            break
        node = pack.nodes[trace.current]
        found = _answer(pack, node, known)
        if found is None or found[0] == answers.get(node.id):
            asked = None if trace.decided and node.evidence in LATER else node.id
            break
        answers[node.id], because[node.id] = found[0], (found[1], found[2])
        trace = engine.walk(pack, answers=answers, facts=known_facts)
    taken = _taken(pack, trace, because, known=known)
    return Walked(pack, trace, taken, answers), asked


def _answer(pack: Pack, node: Node, known: Known) -> tuple[tuple[str, ...], Origin, str] | None:
    """A person's own answer first, then what the record says, then what is offered; each where the chart has it."""
    at = (pack.id, node.id)
    if (own := known.given.get(at)) is not None:
        return own.answers, Origin.PERSON, own.reason
    proposal = known.proposals.get(node.evidence) if node.evidence else None
    if proposal is not None and proposal.answer in node.answers:
        first = tuple(answer for answer in proposal.first if answer in node.answers)
        return (*first, proposal.answer), Origin.EVIDENCE, proposal.because
    if (other := known.offered.get(at)) is not None and other.answers[-1] in node.answers:
        return other.answers, Origin.OFFERED, other.reason
    return None


def _taken(
    pack: Pack,
    trace: Trace,
    because: Mapping[str, tuple[Origin, str]],
    *,
    known: Known,
) -> tuple[Taken, ...]:
    steps = []
    for step in trace.steps:
        node = pack.nodes[step.node]
        origin, why = because.get(step.node) or _implied(node, known.proposals)
        own = known.given.get((pack.id, step.node))
        if step.answer == UNSURE:
            own = None  # what was learnt, and why, belongs to the answer after the advice
            origin, why = _unsure(node, known.proposals, origin)
        found = known.proposals.get(node.evidence) if node.evidence and origin is Origin.EVIDENCE else None
        steps.append(
            Taken(
                pack_id=pack.id,
                node=node.id,
                text=node.text,
                short=node.short,
                cite=node.cite,
                answer=step.answer,
                answer_label=node.answers[step.answer].label,
                origin=origin,
                because=why,
                advice=own.advice if own else found.advice if found and step.answer != UNSURE else {},
            )
        )
    return tuple(steps)


def _unsure(node: Node, known: Mapping[Evidence, Proposal], origin: Origin) -> tuple[Origin, str]:
    """Where the record itself is not sure, what it says stays to be read beside the answer after the advice."""
    proposal = known.get(node.evidence) if node.evidence else None
    if proposal is None or proposal.answer != UNSURE:
        return origin, ""
    return Origin.EVIDENCE, proposal.because


def _implied(node: Node, known: Mapping[Evidence, Proposal]) -> tuple[Origin, str]:
    """A node with one answer is passed by itself; where a task did what it asks for, that is its evidence."""
    proposal = known.get(node.evidence) if node.evidence else None
    return (Origin.EVIDENCE, proposal.because) if proposal else (Origin.ONLY_ANSWER, "")
