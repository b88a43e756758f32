"""Looks at a finished walk under another edition, for comparison only: values in, values out, nothing kept. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass

from alongside.guidance import engine, packs
from alongside.guidance.shapes import Answer, Node, Pack
from alongside.guidance.words import InForce, Kind
from alongside.sharing.carrying import Carried, Kept, carried, is_choice, sure_steps, words_on_record
from alongside.sharing.differing import Difference, Parting, Side, differences, parting
from alongside.sharing.walking import LATER

# Checklists and overlays are no charts of a decision.
CHARTS = frozenset({InForce.RECOMMENDED, InForce.SUPERSEDED})


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that only the reader can answer, the answers that may be given, and what was on record about it."""

    node: Node
    answers: tuple[Answer, ...]
    on_record: str


@dataclass(frozen=True, slots=True)
class Answered:
    """A question of the other edition that has its answer: what was carried over, or what the reader gave."""

    node: Node
    answer: Answer
    because: str  # empty for what the reader gave, for comparison only


@dataclass(frozen=True, slots=True)
class Comparison:
    """Both walks side by side. While a question of the other edition is open, no difference can be told yet."""

    then: Side
    other: Side
    carried: tuple[Answered, ...]
    given: tuple[Answered, ...]
    asked: Asked | None
    problems: tuple[str, ...]
    parting: Parting | None
    differences: tuple[Difference, ...]


def editions_to_compare(kept: Kept) -> tuple[Pack, ...]:
    """The charts under which a decision may be looked at again, the recommended ones first."""
    used = {walked["pack"] for walked in kept["walks"]}
    found = [p for p in packs.published().values() if p.in_force in CHARTS and p.id not in used]
    return tuple(sorted(found, key=lambda pack: (pack.in_force is not InForce.RECOMMENDED, pack.id)))


def compare(kept: Kept, *, other: Pack, given: Mapping[str, str]) -> Comparison:
    """Walk another edition with what a frozen decision answers of it, and with what the reader gives for the rest.

    `given`: node to answer, as typed; what is no answer of an open question of this edition is left aside.
    """
    last, facts = kept["walks"][-1], kept["facts"]
    pack, held = packs.load(last["pack"]), carried(kept, other=other)
    said = {node_id: step["answer"] for node_id, step in sure_steps(kept).items()}
    then = Side(pack, engine.walk(pack, answers=last["answers"], facts=facts), said)
    its = _walk(other, held=held, given=given, facts=facts)
    asked = _asked(its, kept=kept)
    is_told = asked is None and bool(then.outcome and its.outcome)
    taken = [other.nodes[node_id] for node_id in dict.fromkeys(its.trace.path) if node_id in its.answers]
    answered = [_answered(node, its.answers[node.id], held.get(node.id)) for node in taken]
    return Comparison(
        then=then,
        other=its,
        carried=tuple(each for each in answered if each.because),
        given=tuple(each for each in answered if not each.because),
        asked=asked,
        problems=tuple(p.sentence for p in its.trace.problems if p.node and p.node == its.trace.current),
        parting=parting(then, its) if is_told else None,
        differences=differences(then, its, facts=facts) if is_told else (),
    )


def _walk(
    pack: Pack, *, held: Mapping[str, Carried], given: Mapping[str, str], facts: Mapping[str, object]
) -> Side:
    """Go on until the walk ends or an answer is missing. Where a guard refuses what was carried, the reader is asked."""
    answers: dict[str, str] = {}
    trace = engine.walk(pack, answers=answers, facts=facts)
    while trace.current is not None:
        node = pack.nodes[trace.current]
        both = [held[node.id].answer] if node.id in held else []
        both += [given[node.id]] if given.get(node.id) in {answer.key for answer in _sure(pack, node)} else []
        untried = both[both.index(answers[node.id]) + 1 :] if node.id in answers else both
        if not untried:
            break
        answers[node.id] = untried[0]
        trace = engine.walk(pack, answers=answers, facts=facts)
    reached = {node_id: answer for node_id, answer in answers.items() if node_id != trace.current}
    return Side(pack, trace, reached)


def _sure(pack: Pack, node: Node) -> tuple[Answer, ...]:
    """The answers that do not lead to advice, which nobody gives here; none where there is nothing to choose."""
    onward = [a for a in node.answers.values() if pack.nodes[a.next].kind is not Kind.ADVICE]
    return tuple(onward) if is_choice(node) else ()


def _asked(its: Side, *, kept: Kept) -> Asked | None:
    """The question that is open; None where the walk ended, or only what comes after the sharing is left."""
    trace, pack = its.trace, its.pack
    if trace.current is None or (trace.decided and pack.nodes[trace.current].evidence in LATER):
        return None
    node = pack.nodes[trace.current]
    offered = tuple(
        answer
        for answer in _sure(pack, node)
        if engine.walk(pack, answers={**its.answers, node.id: answer.key}, facts=kept["facts"]).current
        != node.id
    )
    return Asked(node, offered, words_on_record(kept, node=node)) if offered else None


def _answered(node: Node, answer: str, held: Carried | None) -> Answered:
    because = held.because if held and held.answer == answer else ""
    return Answered(node, node.answers[answer], because)
