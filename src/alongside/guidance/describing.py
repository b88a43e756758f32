"""The flowchart in words: what the drawing shows, for those who read or hear it."""

from alongside.guidance.shapes import Answer, Node, Pack
from alongside.guidance.trace import Trace
from alongside.guidance.words import Given, Kind


def describe(pack: Pack, trace: Trace | None = None, *, parts_at: str | None = None) -> list[str]:
    """The text equivalent of the drawing, one line for each node in the order of the pack.

    Each line gives the question and where its answers lead; with a trace, also the answers given there and
    whether the walk stands there; and, where two editions are compared, the node at which the two walks part.
    """
    parts = {parts_at: " Here the two walks part."}
    return [_line(pack, node, trace) + parts.get(node.id, "") for node in pack.nodes.values()]


def summary(pack: Pack, trace: Trace | None = None, *, parts_at: str | None = None) -> str:
    """A few sentences: which chart, which path was taken, where the walk stands, and where two walks part."""
    if parts_at is not None:
        return f"{summary(pack, trace)} The two walks part at: {pack.nodes[parts_at].short}"
    if trace is None:
        return f"{pack.short_title}: the whole chart, no path taken yet."
    taken = ", then ".join(pack.nodes[node_id].short for node_id in trace.path)
    if trace.current:
        return f"{pack.short_title}. Path so far: {taken}. You are here: {pack.nodes[trace.current].short}"
    return f"{pack.short_title}. Path taken: {taken}."


def _line(pack: Pack, node: Node, trace: Trace | None) -> str:
    told = [node.text]
    if node.answers:
        told.append(f"{'; '.join(_way(pack, node, answer) for answer in node.answers.values())}.")
    if trace is not None:
        said = [step for step in trace.steps if step.node == node.id]
        words = [f"{node.answers[step.answer].label}{_how(step.given)}" for step in said]
        told += [f"Your path: {', then '.join(words)}."] if words else []
        told += ["You are here."] if trace.current == node.id else []
        told += ["The walk ended here."] if trace.path[-1] == node.id and trace.outcome else []
    return " ".join(told)


def _way(pack: Pack, node: Node, answer: Answer) -> str:
    if node.kind is Kind.ADVICE:
        return f"{answer.label}: back to the question"
    return f"{answer.label}: next “{pack.nodes[answer.next].short}”"


def _how(given: Given) -> str:
    return {
        Given.ANSWERED: "",
        Given.IMPLIED: " (the only answer)",
        Given.SILENCE: " (nobody answered, and silence is no)",
        Given.UNRESOLVED: " (not resolved, so taken as yes)",
    }[given]
