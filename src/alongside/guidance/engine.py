"""Walks a person's answers through a pack (rulebook 2.0). No clock, no rows, no knowledge of children.

trace = walk(load("hmg-2018-07"), answers={"S0": "wish", "P0": "no", "Q1": "yes"})
trace.current          # "Q2": the first node without an answer
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from alongside.guidance import recordkeeping
from alongside.guidance.guards import (
    countersign_reasons,
    countersignature_problems,
    fact_problems,
    needs_countersignature,
    recorded_after_the_fact,
    refusals,
    time_problems,
)
from alongside.guidance.shapes import Answer, Condition, Node, Pack
from alongside.guidance.stops import UNSAID, Stop, ways_through
from alongside.guidance.trace import Problem, Step, Trace
from alongside.guidance.words import (
    NO,
    SILENCE,
    UNSURE,
    YES,
    CountersignReason,
    Fact,
    Given,
    Guard,
    Kind,
    On,
    ProblemKind,
)

__all__ = ["Said", "missing_to_decide", "needs_countersignature", "recorded_after_the_fact", "walk"]

Said = str | None | Sequence[str | None]  # one answer, or successive answers; None is silence
_NOTHING: Mapping[str, Any] = MappingProxyType({})
_NONE_CLOSED: frozenset[tuple[str, str]] = frozenset()


def walk(
    pack: Pack,
    *,
    answers: Mapping[str, Said],
    facts: Mapping[str, Any] = _NOTHING,
    records: Mapping[str, Any] = _NOTHING,
) -> Trace:
    """Walk as far as the answers go, and say what was decided, what is missing and what is wrong.

    `answers`: node id to an answer, or to successive answers where advice brought the walk back. Nodes with
    one answer only go by themselves. Answers to nodes that are not visited do no harm. `facts`: see
    `words.Fact`. `records`: what was written down, by record key. Raises nothing: whatever is wrong is a
    problem on the trace. An answer that is not known, not offered or refused by a guard (G2, G3, G4) is not
    taken: the walk stands at its node.
    """
    going = _Walk(pack, answers, facts)
    stop = going.go()
    outcome = stop.outcome
    reasons = countersign_reasons(outcome=stop.decided, state=stop.state, facts=facts)
    found = recordkeeping.look(
        stop.asked, state=stop.state, facts=facts, records=records, decided=stop.decided, countersign=reasons,
    )  # fmt: skip
    return Trace(
        pack=pack.id,
        digest=pack.digest,
        path=stop.path,
        steps=stop.steps,
        state=stop.state,
        outcome=outcome,
        decided=stop.decided,
        decided_at_node=stop.decided_at_node,
        current=None if outcome else stop.node.id,
        required_records=found.required,
        missing_records=found.missing,
        prefilled=found.prefilled,
        problems=(*going.problems, *found.problems, *going.unsigned(stop, reasons)),
    )


def missing_to_decide(pack: Pack, *, trace: Trace) -> tuple[str, ...]:
    """The missing records that belong to the decision itself: asked by nodes before it became decided.

    What the nodes after it ask for (how, telling, recording) closes the walk later. Where nothing is
    decided yet, all missing records.
    """
    if trace.decided_at_node is None:
        return trace.missing_records
    before = trace.path[: trace.path.index(trace.decided_at_node)]
    asked = {key for node_id in before for key in pack.nodes[node_id].records}
    return tuple(key for key in trace.missing_records if key in asked)


class _Walk:
    """One walk while it goes: from stop to stop, asking of each answer whether it may be taken."""

    __slots__ = ("answers", "closed", "facts", "is_plain", "problems", "ways")

    def __init__(self, pack: Pack, answers: Mapping[str, Said], facts: Mapping[str, Any]) -> None:
        self.answers = answers
        self.facts = facts
        self.closed = _closed(pack, facts) if facts and pack.closable else _NONE_CLOSED
        self.ways = ways_through(pack, self.closed)
        self.is_plain = _are_known(pack, answers)
        self.problems: list[Problem] = [] if self.is_plain else _unknown(pack, answers)
        if facts:
            self.problems += (*fact_problems(facts), *time_problems(facts))

    def go(self) -> Stop:
        """Walk until an outcome, or until an answer is missing or refused."""
        stop, answers, facts = self.ways.start, self.answers, self.facts
        while stop.outcome is None:
            said = answers.get(stop.at, UNSAID)
            after = None
            if said is UNSAID or isinstance(
                said, str
            ):  # where no fact is told, a way once walked is not refused
                after = (stop.free if facts else stop.onward).get(said)
            after = after or self._further(stop)
            if after is None:
                return stop
            stop = after
        self._look_for_surplus(stop)
        return stop

    def _further(self, stop: Stop) -> Stop | None:
        """Take the next answer of this node; None where there is none, or where it may not be taken."""
        node = stop.node
        word, given = self._next_word(stop)
        answer = node.answers.get(word) if word is not None else None
        if answer is None:
            return None  # an answer that is not known is told among the input problems
        if (node.id, word) in self.closed:
            sentence = f"“{answer.label}” cannot be chosen here: the duty to share applies to this decision."
            self.problems.append(Problem(ProblemKind.NOT_OFFERED, node.id, sentence))
            return None
        if answer.guards:
            refused = refusals(answer.guards, node=node.id, state=stop.state, facts=self.facts)
            if refused:
                self.problems.extend(refused)
                return None
        return self.ways.after(stop, answer, _step(node, answer, given))

    def _next_word(self, stop: Stop) -> tuple[str | None, Given]:
        node = stop.node
        if node.only is not None and node.id not in self.answers:
            return node.only.key, Given.IMPLIED
        said = self.answers.get(node.id, ())
        successive = (said,) if said is None or isinstance(said, str) else said
        turn = stop.times_answered(node.id)
        if turn < len(successive):
            word = successive[turn]
            if word is None or word in SILENCE:
                return (NO, Given.SILENCE) if _is_yes_or_no(node) else (None, Given.SILENCE)
            return word, Given.ANSWERED
        if node.only is not None:
            return node.only.key, Given.IMPLIED
        if Guard.G8 in node.guards and turn and successive[-1] == UNSURE and self._goes_on_past(node):
            return YES, Given.UNRESOLVED
        return None, Given.ANSWERED

    def _goes_on_past(self, node: Node) -> bool:
        """Whether the practitioner goes on although advice left the question open (G8)."""
        left = self.facts.get(Fact.LEFT_UNRESOLVED)
        said = isinstance(left, list | tuple) and node.id in left
        return said or node.answers[YES].next in self.answers

    def unsigned(self, stop: Stop, reasons: tuple[CountersignReason, ...]) -> tuple[Problem, ...]:
        """What G1 still asks for at this outcome."""
        if stop.outcome is None or not reasons:
            return ()
        return countersignature_problems(node=stop.path[-2], reasons=reasons, facts=self.facts)

    def _look_for_surplus(self, stop: Stop) -> None:
        if self.is_plain:
            return
        given = {node: len(said) for node, said in self.answers.items() if not isinstance(said, str | None)}
        for node_id in dict.fromkeys(stop.path):
            used = stop.times_answered(node_id)
            if used and given.get(node_id, 0) > used:
                sentence = f"{given[node_id]} answers were given and {used} were asked for."
                self.problems.append(Problem(ProblemKind.SURPLUS_ANSWER, node_id, sentence))


def _step(node: Node, answer: Answer, given: Given) -> Step:
    if given is Given.ANSWERED:
        return answer.answered
    if given is Given.IMPLIED:
        return answer.implied
    return Step(node.id, node.kind, answer.key, given, answer.set)


def _is_yes_or_no(node: Node) -> bool:
    return node.kind is Kind.QUESTION and YES in node.answers and NO in node.answers


def _closed(pack: Pack, facts: Mapping[str, Any]) -> frozenset[tuple[str, str]]:
    """The answers (node, answer) that the facts take away, such as "no" at N4b after MUST_SHARE."""
    return frozenset(
        (node_id, answer.key)
        for node_id, answer in pack.closable
        if _taken_away(answer.not_offered_when, facts)
    )


def _taken_away(conditions: tuple[Condition, ...], facts: Mapping[str, Any]) -> bool:
    return all(c.on is On.FACT and facts.get(c.key) is c.value for c in conditions)


def _are_known(pack: Pack, answers: Mapping[str, Said]) -> bool:
    """Whether each node has one answer and it is one of the pack's: so it is with most walks, and quickly seen."""
    try:
        return pack.sayable.issuperset(answers.items())
    except TypeError:  # a list of successive answers
        return False


def _unknown(pack: Pack, answers: Mapping[str, Said]) -> list[Problem]:
    """Nodes and answers that the pack does not know."""
    problems: list[Problem] = []
    for node_id, said in answers.items():
        node = pack.nodes.get(node_id)
        if node is None:
            problems.append(Problem(ProblemKind.UNKNOWN_NODE, node_id, f"{pack.id} has no node {node_id!r}."))
            continue
        for word in (said,) if said is None or isinstance(said, str) else said:
            if word in node.answers or ((word is None or word in SILENCE) and _is_yes_or_no(node)):
                continue
            known = ", ".join(node.answers) or "none"
            sentence = f"{word!r} is not an answer of {node_id}. Its answers: {known}."
            problems.append(Problem(ProblemKind.UNKNOWN_ANSWER, node_id, sentence))
    return problems
