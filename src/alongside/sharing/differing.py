"""What differs between two walks under two editions, each difference as a sentence. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from alongside.guidance import engine
from alongside.guidance.shapes import Node, Pack
from alongside.guidance.trace import Trace
from alongside.guidance.words import Kind
from alongside.sharing.carrying import answers_agree, are_alike, is_choice


class About(StrEnum):
    """What a difference is about."""

    OUTCOME = "outcome"
    ANSWER = "answer"
    ASKED_THEN = "asked_then"
    ASKED_THERE = "asked_there"
    RECORD_THEN = "record_then"
    RECORD_THERE = "record_there"


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference between two walks: what kind, under its heading, and the words that follow it."""

    about: About
    heading: str
    words: str

    @property
    def sentence(self) -> str:
        """The difference as a sentence for a person, where no heading stands above it."""
        return f"{self.heading}: {self.words}"


@dataclass(frozen=True, slots=True)
class Side:
    """A walk under one edition, with the answers that were chosen on the way, asking for advice left out."""

    pack: Pack
    trace: Trace
    answers: Mapping[str, str]

    @property
    def name(self) -> str:
        """The edition as it is called in a sentence."""
        return f"the {self.pack.short_title}"

    @property
    def outcome(self) -> str | None:
        """The only outcome that can still be reached; None while several can."""
        return self.trace.outcome or self.trace.decided

    @property
    def outcome_in_words(self) -> str:
        """The outcome as the chart says it; empty while it is open."""
        return next(
            (n.short for n in self.pack.nodes.values() if n.outcome and n.outcome == self.outcome), ""
        )

    @property
    def chosen(self) -> tuple[Node, ...]:
        """The nodes on the way at which an answer was chosen, in order."""
        visited = (self.pack.nodes[node_id] for node_id in dict.fromkeys(self.trace.path))
        return tuple(node for node in visited if node.id in self.answers and is_choice(node))


@dataclass(frozen=True, slots=True)
class Parting:
    """Where two walks part: the first question of each that the other was not asked, or answers otherwise.

    One of the two is None where everything that it asks was asked, and answered the same, under the other as well.
    """

    then_at: str | None
    there_at: str | None
    sentence: str


# Different keys of two packs for the same thing to be written down.
SAME_RECORD = {
    "lawful.art9_and_sch1_if_special": "lawful.art9_and_sch1",
    "how.recipient_name_role_agency": "recipient.name_role_agency",
}


def parting(then: Side, there: Side) -> Parting | None:
    """The place where two finished walks part; None where both ask and answer the same."""
    first, second = _first_apart(then, there), _first_apart(there, then)
    if first is None and second is None:
        return None
    comes = [
        f"under {side.name} comes “{node.text}”" for side, node in ((then, first), (there, second)) if node
    ]
    sentence = f"Here the two part: {', and '.join(comes)}."
    return Parting(first.id if first else None, second.id if second else None, sentence)


def differences(then: Side, there: Side, *, facts: Mapping[str, object]) -> tuple[Difference, ...]:
    """Everything that differs between two finished walks: outcome, answers, questions, what is to be written down."""
    return (
        *_of_outcome(then, there),
        *_of_answers(then, there),
        *_asked_only(then, there, about=About.ASKED_THEN),
        *_asked_only(there, then, about=About.ASKED_THERE),
        *_written_only(then, there, about=About.RECORD_THEN, facts=facts),
        *_written_only(there, then, about=About.RECORD_THERE, facts=facts),
    )


def _of_outcome(then: Side, there: Side) -> Iterator[Difference]:
    if then.outcome != there.outcome:
        yield Difference(
            About.OUTCOME,
            "The outcome is another",
            f"under {then.name} it was “{then.outcome_in_words}”; under {there.name} it "
            f"would be “{there.outcome_in_words}”.",
        )


def _of_answers(then: Side, there: Side) -> Iterator[Difference]:
    for node in then.chosen:
        for its in there.chosen:
            if are_alike(then.pack, node, other=there.pack, its=its) and not _agree(then, node, there, its):
                yield Difference(
                    About.ANSWER,
                    "Answered differently",
                    f"under {then.name} “{node.text}” was answered “{_label(then, node)}”; under {there.name} "
                    f"“{its.text}” is answered “{_label(there, its)}”.",
                )


def _asked_only(side: Side, across: Side, *, about: About) -> Iterator[Difference]:
    for node in side.chosen:
        if any(are_alike(side.pack, node, other=across.pack, its=its) for its in across.chosen):
            continue
        words = f"“{node.text}” The answer: “{_label(side, node)}”."
        if any(are_alike(side.pack, node, other=across.pack, its=its) for its in across.pack.nodes.values()):
            words += f" It stands in {across.name} too, but the walk does not come to it there."
        yield Difference(about, f"Asked only under {side.name}", words)


def _written_only(
    side: Side, across: Side, *, about: About, facts: Mapping[str, object]
) -> Iterator[Difference]:
    theirs = {SAME_RECORD.get(key, key) for key in _due(across, facts=facts)}
    for key in _due(side, facts=facts):
        if SAME_RECORD.get(key, key) not in theirs:
            label = side.pack.records[key].label
            words = f"{label[0].lower()}{label[1:]}."
            yield Difference(about, f"To be written down only under {side.name}", words)


def _due(side: Side, *, facts: Mapping[str, object]) -> tuple[str, ...]:
    """What a walk asks to be written down by its end, once each in order, whether it has been written or not.

    What comes after the sharing may still be open; it is passed here by an answer that asks for nothing besides.
    """
    answers = dict(side.answers)
    trace = engine.walk(side.pack, answers=answers, facts=facts)
    while trace.current is not None and trace.current not in answers:
        node = side.pack.nodes[trace.current]
        plain = next((answer.key for answer in node.answers.values() if not answer.set), None)
        if plain is None or not is_choice(node):
            break
        answers[node.id] = plain
        trace = engine.walk(side.pack, answers=answers, facts=facts)
    due = {*trace.missing_records, *trace.prefilled}
    return tuple(key for key in trace.required_records if key in due)


def _first_apart(side: Side, across: Side) -> Node | None:
    """The first question on one way that the other was not asked, or that it answers otherwise."""
    for node in side.chosen:
        agreed = any(_agree(side, node, across, its) for its in across.chosen)
        if node.kind is Kind.QUESTION and not agreed:
            return node
    return None


def _agree(side: Side, node: Node, across: Side, its: Node) -> bool:
    return answers_agree(
        side.pack,
        node,
        side.answers[node.id],
        other=across.pack,
        its=its,
        its_answer=across.answers[its.id],
    )


def _label(side: Side, node: Node) -> str:
    return node.answers[side.answers[node.id]].label
