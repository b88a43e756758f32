"""Which answers of a frozen walk hold under another edition too, each with the sentence that says why. Pure.

An answer is carried where the other edition asks for the same kind of evidence or in the same words, where it
follows by the table below, or where the record that was frozen with the decision says it. What would be a guess
about the child or the family is not carried: it stays open and is asked.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from alongside.guidance import packs
from alongside.guidance.shapes import Node, Pack
from alongside.guidance.words import UNSURE, Evidence, Fact, Kind
from alongside.sharing.rules import NONE

Kept = Mapping[str, Any]  # a decision's trace, as freezing.trace_of wrote it
OLDER = frozenset({"hmg-2018-07", "hmg-2015-03"})
NEWER = frozenset({"dfe-2024-derived"})

# Questions about the same thing that are put differently, an older before a newer one, and their answers that agree.
AGREE: Mapping[tuple[str, str], frozenset[tuple[str, str]]] = MappingProxyType(
    {
        ("P0", "N0"): frozenset(
            {("yes_immediate", "emergency"), ("yes", "not_emergency"), ("no", "not_emergency")}
        ),
        ("P0", "N4"): frozenset({("yes_immediate", "yes"), ("yes", "yes"), ("no", "no")}),
    }
)

# What follows from an answer. P0 asks of need or harm and offers immediate danger by itself: whoever did not choose
# that said that there is no emergency (N0), and without worry about need or harm there is none about harm (N4). The
# rest is asked: a procedure may be about need (P0 to N4), and whether one was started nobody can infer (N4 to P0).
FOLLOWS: Mapping[tuple[str, str], Mapping[str, str]] = MappingProxyType(
    {
        ("P0", "yes_immediate"): {"N0": "emergency", "N4": "yes"},
        ("P0", "yes"): {"N0": "not_emergency"},
        ("P0", "no"): {"N0": "not_emergency", "N4": "no"},
        ("N0", "emergency"): {"P0": "yes_immediate"},
    }
)


# What was written down about a kind of evidence, for a reader who is asked about it.
WORDS_OF: Mapping[Evidence, str] = MappingProxyType(
    {
        Evidence.CONSENT: "consent.ref_or_absent_reason",
        Evidence.FAMILY_REACHED: "engage.not_safe_or_practicable_reason_if_no",
        Evidence.FAMILY_VIEWS: "engage.views",
        Evidence.SERVICE_AGREEMENT: "agreement.given_by_and_authority",
    }
)


@dataclass(frozen=True, slots=True)
class Carried:
    """An answer that holds under the other edition as well, and the sentence that says why."""

    answer: str
    because: str


def carried(kept: Kept, *, other: Pack) -> dict[str, Carried]:
    """What a frozen decision answers of another edition, by its nodes. A node that it cannot answer is absent."""
    found = {
        node.id: _from_steps(kept, other=other, node=node) or _from_record(kept, node=node)
        for node in other.nodes.values()
        if is_choice(node)
    }
    return {node_id: each for node_id, each in found.items() if each is not None}


def sure_steps(kept: Kept) -> dict[str, Mapping[str, Any]]:
    """The steps of the frozen walk by node, the last at each, without those that only led to advice."""
    return {step["node"]: step for step in kept["walks"][-1]["steps"] if step["answer"] != UNSURE}


def words_on_record(kept: Kept, *, node: Node) -> str:
    """What was written down then about what a node asks, though it does not answer it; empty where nothing was."""
    key = WORDS_OF.get(node.evidence, "") if node.evidence else ""
    return str(kept["records"].get(key, ""))


def is_choice(node: Node) -> bool:
    """Whether a person, or what is on record, chooses an answer here."""
    return len(node.answers) > 1 and node.kind is not Kind.ADVICE


def are_alike(pack: Pack, node: Node, *, other: Pack, its: Node) -> bool:
    """Whether nodes of two editions ask about the same: the same evidence, the same words, or by the table."""
    return _are_the_same(node, its) or _agreeing(pack, node, other=other, its=its) is not None


def answers_agree(pack: Pack, node: Node, said: str, *, other: Pack, its: Node, its_answer: str) -> bool:
    """Whether the answers to two questions that are alike say the same."""
    if _are_the_same(node, its):
        return said == its_answer
    return (said, its_answer) in (_agreeing(pack, node, other=other, its=its) or frozenset())


def _are_the_same(node: Node, its: Node) -> bool:
    return node.text == its.text or (node.evidence is not None and node.evidence is its.evidence)


def _agreeing(pack: Pack, node: Node, *, other: Pack, its: Node) -> frozenset[tuple[str, str]] | None:
    """The answers of two questions that agree by the table; None where it does not name the two."""
    if pack.id in OLDER and other.id in NEWER:
        return AGREE.get((node.id, its.id))
    if pack.id in NEWER and other.id in OLDER and (turned := AGREE.get((its.id, node.id))):
        return frozenset((new, old) for old, new in turned)
    return None


def _from_steps(kept: Kept, *, other: Pack, node: Node) -> Carried | None:
    """What was answered then at a question that is the same, or that this answer follows from."""
    pack = packs.load(kept["walks"][-1]["pack"])
    for node_id, step in sure_steps(kept).items():
        asked, answer = pack.nodes[node_id], step["answer"]
        if not _are_the_same(asked, node):
            if _agreeing(pack, asked, other=other, its=node) is None:
                continue
            answer = FOLLOWS.get((node_id, answer), {}).get(node.id, "")
        if answer in node.answers and not _speaks_against(kept, node=node, answer=answer):
            label = asked.answers[step["answer"]].label
            return Carried(answer, f"To “{asked.text}” the answer was: {label}. {step['because']}".strip())
    return None


def _speaks_against(kept: Kept, *, node: Node, answer: str) -> bool:
    """Whether the case carried an open concern of significant harm, while the answer says that nobody is at risk."""
    return node.id == "N4" and answer == "no" and kept["facts"].get(Fact.RISK_OF_SIGNIFICANT_HARM) is True


def _from_record(kept: Kept, *, node: Node) -> Carried | None:
    """What the record says that was frozen with the decision, where it answers this kind of evidence."""
    if node.evidence is None:
        return None
    found = _consent(kept) if node.evidence is Evidence.CONSENT else _recorded(kept["records"], node.evidence)
    return found if found is not None and found.answer in node.answers else None


def _consent(kept: Kept) -> Carried | None:
    """Whether there was a consent to rely on, by guard G3; open where the family was not of one mind (E1)."""
    facts, records = kept["facts"], kept["records"]
    words = records.get("consent.ref_or_absent_reason", "")
    reaches = (Fact.CONSENT_VALID, Fact.CONSENT_COVERS_RECIPIENT, Fact.CONSENT_COVERS_PURPOSE)
    if any(facts.get(fact) is False for fact in reaches) or facts.get(Fact.ITEMS_OUTSIDE_CONSENT):
        return Carried("no", f"No consent was on record that reached all of this. {words}".strip())
    return Carried("yes", f"On record then: {words}") if records.get("consent.status") == "given" else None


def _recorded(records: Mapping[str, str], evidence: Evidence) -> Carried | None:
    """What was written down about one kind of evidence.

    That the family was not spoken to does not say that it was unsafe, and that they agreed to share does not say
    that they want the help: both are asked.
    """
    said, items = records.get, records.get("how.items_shared", "")
    lawful, condition = said("lawful.art6", NONE), said("lawful.art9_and_sch1", NONE)
    spoken, special = said("engage.persons_spoken_to", ""), said("special.data_flag", "")
    agreed = spoken and said("consent.status") == "given"
    found = {
        Evidence.REQUEST_DIRECTION: (
            "wish",
            said("request.direction") == "We wish to share",
            "We wish to share",
        ),
        Evidence.PURPOSE: ("yes", said("decision.purpose_statement"), said("decision.purpose_statement")),
        Evidence.RECIPIENT: ("yes", said("recipient.role_justification"), said("recipient.name_role_agency")),
        Evidence.IDENTIFIABLE: (
            said("info.identifiable", ""),
            said("info.identifiable"),
            said("info.identifiability_check"),
        ),
        Evidence.FAMILY_REACHED: ("yes", spoken, f"spoken to {spoken}"),
        Evidence.FAMILY_VIEWS: ("agreed", agreed, said("engage.views")),
        Evidence.LAWFUL_BASIS: ("identified", not lawful.startswith(NONE), lawful),
        Evidence.SPECIAL_CATEGORY: (special, items, f"what was listed to be shared: {items}"),
        Evidence.SPECIAL_CONDITION: (
            "identified",
            special == "yes" and not condition.startswith(NONE),
            condition,
        ),
    }.get(evidence)
    return Carried(found[0], f"On record then: {found[2]}") if found and found[1] else None
