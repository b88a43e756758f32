"""Walks a person's answers through a pack (rulebook 2.0). No clock, no rows, no knowledge of children.

trace = walk(load("hmg-2018-07"), answers={"S0": "wish", "P0": "no", "Q1": "yes"})
trace.current          # "Q2": the first node without an answer
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from alongside.guidance import recordkeeping
from alongside.guidance.graph import decided_from
from alongside.guidance.guards import (
    countersign_reasons,
    countersignature_problems,
    fact_problems,
    needs_countersignature,
    recorded_after_the_fact,
    refusals,
    time_problem,
)
from alongside.guidance.shapes import Answer, Condition, Node, Pack
from alongside.guidance.trace import Problem, Step, Trace
from alongside.guidance.words import (
    NO,
    RETURN,
    SILENCE,
    UNSURE,
    YES,
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
    outcome = going.go()
    path, state = going.path, going.state
    decided, decided_at_node = _decision(pack, path, closed=going.closed)
    reasons = countersign_reasons(outcome=decided, state=state, facts=facts)
    found = recordkeeping.look(
        pack, path=path, steps=going.steps, state=state, facts=facts, records=records,
        decided=decided, countersign=reasons,
    )  # fmt: skip
    return Trace(
        pack=pack.id,
        digest=pack.digest,
        path=tuple(path),
        steps=tuple(going.steps),
        state=state,
        outcome=outcome,
        decided=decided,
        decided_at_node=decided_at_node,
        current=None if outcome else path[-1],
        required_records=found.required,
        missing_records=found.missing,
        prefilled=found.prefilled,
        problems=(*going.problems, *found.problems, *going.unsigned(outcome)),
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


def _decision(
    pack: Pack, path: Sequence[str], *, closed: frozenset[tuple[str, str]]
) -> tuple[str | None, str | None]:
    """The only outcome still reachable and the node where it became so; (None, None) before that."""
    decides = decided_from(pack, closed)
    for node_id in path:
        if decides[node_id] is not None:
            return decides[node_id], node_id
    return None, None


class _Walk:
    """One walk while it goes: where it stands, and how many answers of each node were used."""

    __slots__ = ("answers", "closed", "facts", "nodes", "pack", "path", "problems", "state", "steps", "used")

    def __init__(self, pack: Pack, answers: Mapping[str, Said], facts: Mapping[str, Any]) -> None:
        self.pack = pack
        self.nodes = pack.nodes
        self.answers = answers
        self.facts = facts
        self.closed = _closed(pack, facts) if facts else frozenset[tuple[str, str]]()
        self.path: list[str] = []
        self.steps: list[Step] = []
        self.state: dict[str, str | bool] = {}
        self.used: dict[str, int] = {}
        self.problems: list[Problem] = _input_problems(pack, answers, facts)

    def go(self) -> str | None:
        """Walk until an outcome (returned) or until an answer is missing or refused (None)."""
        node = self.nodes[self.pack.start]
        raised_by = node
        while True:
            self.path.append(node.id)
            if node.outcome is not None:
                self._look_for_surplus()
                return node.outcome
            said = self.answers.get(node.id)
            answer = node.plain.get(said) if isinstance(said, str) and node.id not in self.used else None
            if answer is not None:  # by far the most common case, kept short: a walk is made for every page
                self.used[node.id] = 1
                self.steps.append(answer.answered)
            else:
                answer = self._take(node)
            if answer is None:
                return None
            if answer.set:
                self.state.update(answer.set)
            if answer.next == RETURN:
                node = raised_by
                continue
            onward = self.nodes[answer.next]
            if onward.kind is Kind.ADVICE:
                raised_by = node
            node = onward

    def _take(self, node: Node) -> Answer | None:
        """Take the next answer of this node; None where there is none, or where it may not be taken."""
        word, given = self._next_word(node)
        if word is None:
            return None
        answer = node.answers.get(word)
        if answer is None:
            return None  # the input problems already say so
        if (node.id, word) in self.closed:
            sentence = f"“{answer.label}” cannot be chosen here: the duty to share applies to this decision."
            self.problems.append(Problem(ProblemKind.NOT_OFFERED, node.id, sentence))
            return None
        if answer.guards:
            refused = refusals(answer.guards, node=node.id, state=self.state, facts=self.facts)
            if refused:
                self.problems.extend(refused)
                return None
        self.steps.append(_step(node, answer, given))
        return answer

    def _next_word(self, node: Node) -> tuple[str | None, Given]:
        if node.only is not None and node.id not in self.answers:
            return node.only.key, Given.IMPLIED
        turn = self.used.get(node.id, 0)
        said = self.answers.get(node.id, ())
        successive = (said,) if said is None or isinstance(said, str) else said
        if turn < len(successive):
            self.used[node.id] = turn + 1
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

    def unsigned(self, outcome: str | None) -> tuple[Problem, ...]:
        """What G1 still asks for at this outcome."""
        if outcome is None:
            return ()
        return countersignature_problems(
            node=self.path[-2], outcome=outcome, state=self.state, facts=self.facts
        )

    def _look_for_surplus(self) -> None:
        for node_id, used in self.used.items():
            said = self.answers[node_id]
            if said is not None and not isinstance(said, str) and len(said) > used:
                sentence = f"{len(said)} answers were given and {used} were asked for."
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


def _input_problems(pack: Pack, answers: Mapping[str, Said], facts: Mapping[str, Any]) -> list[Problem]:
    """Nodes and answers that the pack does not know, facts not understood, moments out of order."""
    problems: list[Problem] = []
    for node_id, said in answers.items():
        node = pack.nodes.get(node_id)
        if node is not None and isinstance(said, str) and said in node.answers:
            continue
        if node is None:
            problems.append(Problem(ProblemKind.UNKNOWN_NODE, node_id, f"{pack.id} has no node {node_id!r}."))
            continue
        for word in (said,) if said is None or isinstance(said, str) else said:
            if word in node.answers or ((word is None or word in SILENCE) and _is_yes_or_no(node)):
                continue
            known = ", ".join(node.answers) or "none"
            sentence = f"{word!r} is not an answer of {node_id}. Its answers: {known}."
            problems.append(Problem(ProblemKind.UNKNOWN_ANSWER, node_id, sentence))
    if facts:
        problems.extend(fact_problems(facts))
        moments = time_problem(facts)
        problems += [moments] if moments else []
    return problems
