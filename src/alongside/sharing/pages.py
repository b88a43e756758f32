"""A frozen decision as a page shows it: the chart it was walked on, redrawn from the trace that it keeps. Pure."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from alongside.design.parts import Figure, Statement, SummaryRow, Tag, Tone
from alongside.guidance import drawing, engine, packs
from alongside.sharing.queries import DecisionPage
from alongside.sharing.rules import ListedItem
from alongside.sharing.words import Included, ItemKind

WORDS_OF_OUTCOME = {
    "SHARE": "Share",
    "DO_NOT_SHARE": "Do not share",
    "DUTY_DISAPPLIED": "The duty to share does not apply; do not share",
}
AFTER_THE_FACT = Tag("Recorded after the fact", Tone.DUE)  # the badge of guard G6
KIND_TONES = {
    ItemKind.OBSERVED_FACT: Tone.OK,
    ItemKind.REPORTED: Tone.BRAND,
    ItemKind.PROFESSIONAL_OPINION: Tone.CALM,
    ItemKind.ALLEGATION: Tone.DUE,
    ItemKind.FINDING: Tone.OK,
}


def figures_of(decision: DecisionPage) -> tuple[Figure, ...]:
    """Every edition that was walked, drawn with the path that was taken then."""
    drawn = []
    for walked in decision.trace["walks"]:
        pack = packs.load(walked["pack"])
        trace = engine.walk(pack, answers=walked["answers"])
        drawn.append(
            Figure(
                title=pack.short_title,
                svg=drawing.draw(pack, trace),
                lines=tuple(drawing.describe(pack, trace)),
                lines_title="Read this chart as a list",
            )
        )
    return tuple(drawn)


def rows_of(decision: DecisionPage) -> tuple[SummaryRow, ...]:
    """Every answer that was given on the way, with its reason and evidence, as it was then."""
    return tuple(
        SummaryRow(question=step["text"], answer=step["answer_label"], evidence=_evidence(step))
        for walked in decision.trace["walks"]
        for step in walked["steps"]
        if step["origin"] != "only_answer"
    )


def missing_of(decision: DecisionPage) -> tuple[str, ...]:
    """What the chart asks to be written down and nothing on record says, by its label; only once the walk has ended."""
    last = decision.trace["walks"][-1]
    if last["outcome"] is None:
        return ()
    records = packs.load(last["pack"]).records
    return tuple(records[key].label for key in last["missing_records"])


def statements(
    items: Iterable[ListedItem], *, included: Included, named: Mapping[UUID, str] | None = None
) -> tuple[Statement, ...]:
    """Items as they are shown everywhere: the words, what kind of statement they are, from whom.

    `named`: the adults of the family, for whoever may know of them; anybody else reads that it is about an adult.
    """
    return tuple(
        Statement(
            words=item.text
            if included is Included.SHARE
            else f"{item.text}\nLeft out: {item.left_out_reason}",
            tag=Tag(item.kind.label, KIND_TONES[item.kind]),
            source=item.source,
            category=_about(item, named or {}),
        )
        for item in items
        if item.included is included
    )


def _about(item: ListedItem, named: Mapping[UUID, str]) -> str:
    """The category, and whom it is about where that is not the child."""
    if item.about_adult_id is None:
        return item.category.label
    return f"{item.category.label}, about {named.get(item.about_adult_id, 'an adult')}"


def _evidence(step: dict[str, str]) -> str:
    parts = []
    if step["origin"] == "evidence":
        parts.append("From what was on record.")
    if step["advice"]:
        parts.append(f"Advice from {step['advice']['from']}: {step['advice']['summary']}")  # type: ignore[index]
    return " ".join(filter(None, (*parts, step["because"], f"({step['cite']})")))
