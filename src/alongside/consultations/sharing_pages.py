"""A walk as the pages of a decision show it: the drawing, the evidence, the answers to check."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.urls import reverse

from alongside.consent.words import Status
from alongside.design.jinja import day
from alongside.design.parts import Figure, Statement, SummaryRow
from alongside.guidance import drawing, packs
from alongside.guidance.shapes import Node, Pack
from alongside.guidance.words import Evidence, ProblemKind
from alongside.sharing.pages import statements
from alongside.sharing.queries import ConsideredCard, DecisionLine, SharingPage
from alongside.sharing.rules import Lawful, Proposal, authority_note, lawful_answers, proposals
from alongside.sharing.walking import Given, Taken, Walked, countersign_reasons
from alongside.sharing.words import Included, Origin

SUPERSEDED = "This chart was superseded in 2024. Your partnership has chosen to use it."
NOT_SURE = "You were not sure."
RECORD_NOT_SURE = "What is on record leaves it open. You have not answered yet."
STILL_DISPUTED = (
    "Two people who each have a say do not agree, and nobody has decided yet. Until a safeguarding lead has decided, "
    "“yes” is no answer here. Where a child may be at risk, answer “no”: that is the way on without consent."
)
UNVERIFIED = "Wording not yet checked against the original"


@dataclass(frozen=True, slots=True)
class QuestionPage:
    """One question beside the drawing. `disputed` is "yes" where two who each have a say do not agree (E1)."""

    pack: Pack
    node: Node
    proposal: Proposal | None
    problems: tuple[str, ...]
    not_covered: tuple[
        str, ...
    ]  # why what was agreed does not reach everything listed, past the question of consent
    given: Given | None
    waiting_for_advice: str  # "yes" or "no"
    not_sure: str  # the sentence that says who is not sure, where advice is awaited
    figure: Figure
    standing: str
    danger: str  # "immediate" where a child is in danger now
    disputed: str

    @property
    def typed(self) -> dict[str, str] | None:
        """What was answered here before, to be changed; None at the first visit or while advice is awaited."""
        if self.given is None or self.waiting_for_advice == "yes":
            return None
        return {"answer": self.given.answers[-1], "reason": self.given.reason}


@dataclass(frozen=True, slots=True)
class CheckPage:
    """Everything once, before a person decides."""

    outcome: str
    sentence: str
    recipient: str
    offered_by: str  # whose answers are offered here and wait to be confirmed; empty where nobody's are
    differences: tuple[str, ...]
    rows: tuple[SummaryRow, ...]
    items: tuple[Statement, ...]
    left_out: tuple[Statement, ...]
    lawful: Lawful
    rests_on_consent: str  # "yes" or "no"
    danger: str  # "immediate" where a child is in danger now
    seen: str  # the digest of what is shown, sent back with the decision
    countersign_because: tuple[str, ...]
    earlier: tuple[str, ...]  # decisions not to share about the same child that stand (E38)
    begins_with: Mapping[str, Any] | None  # what the form of a refusal begins with
    figures: tuple[Figure, ...]
    edition: str


SENTENCES = {
    "SHARE": "You may share this with {recipient}.",
    "DO_NOT_SHARE": "Do not share this with {recipient}.",
    "DUTY_DISAPPLIED": (
        "The duty to share does not apply to {recipient} here. Do not share, and protect the child another way."
    ),
}


def figure_of(walked: Walked) -> Figure:
    """The whole chart with the path taken, and the same as a list."""
    return Figure(
        title=walked.pack.short_title,
        svg=drawing.draw(walked.pack, walked.trace),
        lines=tuple(drawing.describe(walked.pack, walked.trace)),
        lines_title="Read this chart as a list",
    )


def standing_of(pack: Pack) -> str:
    """What a reader should know of the edition: superseded, our own, or not checked against the original."""
    told = SUPERSEDED if pack.in_force == "superseded" else pack.status
    return told if pack.wording_verified else f"{told} {UNVERIFIED}."


def danger_of(page: SharingPage) -> str:
    """Whether somebody said on the way that a child is in danger now: every page then says first what to do."""
    return next(
        (str(w.trace.state["cp_procedure"]) for w in page.way.walks if "cp_procedure" in w.trace.state), ""
    )


def question_page(page: SharingPage, *, pack_id: str, node_id: str) -> QuestionPage | None:
    """One node as a page; None for a node that is not on the way, or not in the edition in force."""
    walked = next((w for w in page.way.walks if w.pack.id == pack_id), None)
    if walked is None or node_id not in walked.trace.path:
        return None
    node = packs.load(pack_id).nodes[node_id]
    given = page.given.get((pack_id, node_id))
    is_disputed = node.evidence is Evidence.CONSENT and page.record.coverage.is_disputed
    return QuestionPage(
        pack=walked.pack,
        node=node,
        proposal=proposals(page.record).get(node.evidence) if node.evidence else None,
        problems=_problems(walked, node_id, is_disputed=is_disputed),
        not_covered=_not_covered(page, walked, node),
        given=given,
        waiting_for_advice="yes" if walked.answers.get(node_id, ("",))[-1] == "unsure" else "no",
        not_sure=NOT_SURE if given else RECORD_NOT_SURE,
        figure=figure_of(walked),
        standing=standing_of(walked.pack),
        danger=danger_of(page),
        disputed="yes" if is_disputed else "no",
    )


def _problems(walked: Walked, node_id: str, *, is_disputed: object) -> tuple[str, ...]:
    """Why the answer here may not be taken; that two do not agree is the reason where they do not (E1, G3)."""
    found = [p for p in walked.trace.problems if p.node == node_id]
    told = (STILL_DISPUTED if is_disputed and p.kind is ProblemKind.G3 else p.sentence for p in found)
    return tuple(dict.fromkeys(told))


def _not_covered(page: SharingPage, walked: Walked, node: Node) -> tuple[str, ...]:
    """Which thing no agreement covers, and what can be done, where the walk went on because of it (G4)."""
    nodes = packs.load(walked.pack.id).nodes
    asked = any(nodes[each].evidence is Evidence.CONSENT for each in walked.trace.path)
    if not asked or node.evidence is Evidence.CONSENT:
        return ()
    return tuple(f"{gap.category.label}. {gap.why} {gap.instead}" for gap in page.record.coverage.uncovered)


def considered_lines(found: tuple[ConsideredCard, ...]) -> tuple[str, ...]:
    """That others considered sharing about the same child, and whom to ask (B4)."""
    return tuple(
        f"Considered on {day(each.considered_on)}: ask {each.ask}, on {each.telephone}." for each in found
    )


def check_page(
    page: SharingPage,
    *,
    consultation_id: UUID,
    person_id: UUID,
    refusals: tuple[DecisionLine, ...] = (),
    review_on: date | None = None,
    named: Mapping[UUID, str] | None = None,
) -> CheckPage:
    """All answers with their evidence, each with the page where it is changed."""
    way = page.way
    outcome = way.outcome or ""
    return CheckPage(
        outcome=outcome,
        sentence=SENTENCES[outcome].format(recipient=page.record.matter.recipient),
        recipient=page.record.matter.recipient,
        offered_by=page.offered_by,
        differences=differences_of(page) if page.offered_by else (),
        rows=tuple(
            _row(taken, (consultation_id, person_id))
            for walked in way.walks
            for taken in walked.taken
            if _is_asked(walked, taken)
        ),
        items=statements(page.record.items, included=Included.SHARE, named=named),
        left_out=statements(page.record.items, included=Included.LEAVE_OUT, named=named),
        lawful=lawful_answers(page.record, outcome=outcome, state=way.last.trace.state, facts=way.facts),
        danger=danger_of(page),
        seen=page.digest,
        rests_on_consent="yes" if way.last.trace.state.get("share_mode") == "with_consent" else "no",
        countersign_because=countersign_reasons(way),
        earlier=tuple(
            f"On {day(each.decided_at)} it was decided not to share with {each.recipient}: {each.reasons}"
            for each in refusals
        ),
        begins_with={"review_on": review_on} if outcome != "SHARE" else None,
        figures=tuple(figure_of(walked) for walked in way.walks),
        edition=way.last.pack.short_title,
    )


ORIGINS = {
    Origin.EVIDENCE: "From what is on record. ",
    Origin.OFFERED: "As you answered before; to be confirmed here. ",
}


def differences_of(page: SharingPage) -> tuple[str, ...]:
    """What differs for this recipient from the one whose answers are offered: whom, what, what the family said."""
    matter, said = page.record.matter, page.record.coverage
    shared = [item for item in page.record.items if item.included is Included.SHARE]
    lines = [f"This decision is about {matter.recipient}. {matter.recipient_check}."]
    lines.append(
        "They would be told: " + "; ".join(item.text for item in shared)
        if shared
        else "Nothing is listed for them."
    )
    agreed = ", ".join(dict.fromkeys(answer.giver for answer in said.given))
    lines.append(
        f"{agreed} agreed to sharing with them." if agreed else "Nobody’s agreement on record covers them."
    )
    lines += [f"{answer.giver} agreed. {authority_note(answer)}" for answer in said.without_authority]
    lines += [
        f"{answer.giver} {'said no to it' if answer.status is Status.REFUSED else 'took their yes back'}."
        for answer in said.refused
    ]
    return tuple(lines)


def _is_asked(walked: Walked, taken: Taken) -> bool:
    return len(walked.pack.nodes[taken.node].answers) > 1


def _row(taken: Taken, ids: tuple[UUID, UUID]) -> SummaryRow:
    evidence = taken.because
    if taken.advice:
        evidence = f"Advice from {taken.advice.get('from')}: {taken.advice.get('summary')} {evidence}".strip()
    return SummaryRow(
        question=taken.text,
        answer=taken.answer_label,
        evidence=ORIGINS.get(taken.origin, "") + evidence,
        change_href=reverse("consultations:question", args=[*ids, taken.pack_id, taken.node]),
    )
