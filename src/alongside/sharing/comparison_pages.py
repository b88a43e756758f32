"""A decision looked at again under another edition, as its page shows it. Pure: nothing of it is kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from alongside.design.parts import Figure, SummaryRow
from alongside.guidance import drawing
from alongside.guidance.shapes import Pack
from alongside.sharing.comparing import Answered, Asked, Comparison, compare
from alongside.sharing.comparison_forms import EDITION
from alongside.sharing.differing import About, Side
from alongside.sharing.queries import DecisionPage

STAYS = (
    "The decision stays as it was made. This is for comparison only: looking again changes nothing, and nothing that "
    "you choose here is kept."
)
SAME_OUTCOME = "Both lead to the same outcome: {outcome}."
ANOTHER = (
    "Another outcome does not make the decision wrong: it was made under the edition that it names. If this worries "
    "you, speak to your safeguarding lead, and decide again under the edition in force."
)
SAME_BUT = (
    "Where the other edition asks for something that was not looked at then, you may want to look at it now. If "
    "something here worries you, decide again under the edition in force."
)
IN_FORCE = "New decisions here follow {edition}, so deciding again would follow it."
OVERLAY_STAYS = (
    "The duty to share of the Children Act 2004, section 16LA, is law and no edition of guidance. What was found about "
    "it stays as it was, and it is not asked again here."
)
NOT_TOLD_YET = (
    "Under {edition} something is asked that was not answered then. Answer it here to see where it leads."
)
GOES_NO_FURTHER = "Under this edition the walk would go no further."
WRITTEN = frozenset({About.RECORD_THEN, About.RECORD_THERE})


@dataclass(frozen=True, slots=True)
class Group:
    """Differences of one kind under their heading."""

    heading: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ComparisonPage:
    """Both walks side by side, in words and drawn. `next_step` and `groups` are empty while a question is open."""

    other: Pack
    asked: Asked | None
    problems: tuple[str, ...]
    outcome: str
    parting: str
    groups: tuple[Group, ...]
    written: tuple[Group, ...]  # what only one edition asks to be written down: long, so folded away
    next_step: str
    notes: tuple[str, ...]
    carried: tuple[SummaryRow, ...]
    given: tuple[SummaryRow, ...]
    sent: tuple[
        tuple[str, str], ...
    ]  # what the form sends on: the edition, and what was answered here before
    then_figure: Figure
    other_figure: Figure


def comparison_page(
    decision: DecisionPage, *, other: Pack, typed: Mapping[str, str], edition_in_force: Pack
) -> ComparisonPage:
    """A decision and what another edition would have said, with what the reader answered in the address."""
    found = compare(decision.trace, other=other, given={node: typed.get(node, "") for node in other.nodes})
    sent = ((EDITION, other.id), *((each.node.id, each.answer.key) for each in found.given))
    parts = found.parting
    return ComparisonPage(
        other=other,
        asked=found.asked,
        problems=found.problems,
        outcome=_outcome(found),
        parting=parts.sentence if parts else "",
        groups=_groups(found, abouts=frozenset(About) - WRITTEN - {About.OUTCOME}),
        written=_groups(found, abouts=WRITTEN),
        next_step=_next_step(found),
        notes=_notes(decision, edition_in_force),
        carried=tuple(_row(each) for each in found.carried),
        given=tuple(_row(each, sent) for each in found.given),
        sent=sent,
        then_figure=_figure(found.then, "As it was decided", parts.then_at if parts else None),
        other_figure=_figure(found.other, "For comparison", parts.there_at if parts else None),
    )


def _outcome(found: Comparison) -> str:
    if found.asked is not None:
        return NOT_TOLD_YET.format(edition=found.other.name)
    if found.other.outcome is None:
        return GOES_NO_FURTHER
    if found.then.outcome == found.other.outcome:
        return SAME_OUTCOME.format(outcome=found.other.outcome_in_words.lower())
    return next(each.sentence for each in found.differences if each.about is About.OUTCOME)


def _next_step(found: Comparison) -> str:
    if found.asked is not None or not found.differences:
        return ""
    return SAME_BUT if found.then.outcome == found.other.outcome else ANOTHER


def _groups(found: Comparison, *, abouts: frozenset[About]) -> tuple[Group, ...]:
    told = [each for each in found.differences if each.about in abouts]
    headings = dict.fromkeys(each.heading for each in told)
    return tuple(Group(h, tuple(each.words for each in told if each.heading == h)) for h in headings)


def _notes(decision: DecisionPage, edition_in_force: Pack) -> tuple[str, ...]:
    in_force = IN_FORCE.format(edition=f"the {edition_in_force.short_title}")
    walked = decision.trace["walks"]
    return (in_force, OVERLAY_STAYS) if any(w["pack"] != walked[-1]["pack"] for w in walked) else (in_force,)


def _row(each: Answered, sent: tuple[tuple[str, str], ...] = ()) -> SummaryRow:
    """An answer with what it rests on; what the reader gave can be changed, by an address without it."""
    without = [(name, value) for name, value in sent if name != each.node.id]
    return SummaryRow(
        question=each.node.text,
        answer=each.answer.label,
        evidence=each.because,
        change_href=f"?{urlencode(without)}" if without else "",
    )


def _figure(side: Side, title: str, parts_at: str | None) -> Figure:
    return Figure(
        title=f"{title}: {side.pack.short_title}",
        svg=drawing.draw(side.pack, side.trace, parts_at=parts_at),
        lines=tuple(drawing.describe(side.pack, side.trace, parts_at=parts_at)),
        lines_title=f"Read the {side.pack.short_title} as a list",
    )
