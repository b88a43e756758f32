"""Duties as sentences with a verb and one button: references become names here."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.urls import reverse

from alongside.access.words import Ref
from alongside.consultations.queries import ConsultationLine
from alongside.design.jinja import day
from alongside.design.parts import DutyRow
from alongside.directory.queries import MemberCard
from alongside.duties.queries import DutyLine
from alongside.duties.words import Owed
from alongside.sharing.queries import DecisionLine, DisclosurePage
from alongside.web import rules

GONE = "You can no longer open what this is about. Ask your safeguarding lead."


@dataclass(frozen=True, slots=True)
class Names:
    """What the references of some duties stand for, as far as this person may know."""

    consultations: Mapping[UUID, ConsultationLine]
    disclosures: Mapping[UUID, DisclosurePage]
    decisions: Mapping[UUID, DecisionLine]
    members: Mapping[UUID, MemberCard]


@dataclass(frozen=True, slots=True)
class Wording:
    """One kind of duty in words, with the page on which it is done."""

    sentence: str
    awaited: str
    action: str
    page: str
    owed_under: str  # the rule in the practice guide's own words, where it is the guide's


WORDINGS = {
    Owed.OUTCOME: Wording(
        "Record what you and {other} decided about {child}",
        "{debtor} to record what was decided about {child}",
        "Record it",
        "consultations:outcome",
        "“all consultations are recorded”",
    ),
    Owed.TELL_FAMILY: Wording(
        "Tell {child}’s family what was decided",
        "{debtor} to tell {child}’s family what was decided",
        "Say who was told",
        "consultations:telling",
        "“families are told outcomes”",
    ),
    Owed.CONFIRM_NOTE: Wording(
        "Confirm the note of what you advised about {child}",
        "{debtor} to confirm the note of your talk about {child}",
        "Read and confirm",
        "consultations:inbox_item",
        "“different but equally valid knowledge”",
    ),
    Owed.COUNTERSIGN: Wording(
        "Read the decision not to share about {child}, and countersign it or send it back",
        "A safeguarding lead to countersign your decision not to share about {child}",
        "Read the decision",
        "sharing:countersign",
        "a local safety rule: a second person reads it",
    ),
    Owed.DECIDE_AGAIN: Wording(
        "Decide again about {child}: a safeguarding lead sent your decision back",
        "{debtor} to decide again about {child}",
        "Read why",
        "sharing:open_decision",
        "a local safety rule: a refusal that is not countersigned is thought about again",
    ),
}


@dataclass(frozen=True, slots=True)
class About:
    """What one reference stands for: the child, the other person, a line on when, and where to read it."""

    child: str
    other: str
    detail: str
    href: str


def owed_row(line: DutyLine, names: Names, *, now: datetime) -> DutyRow:
    """A duty of the person who looks."""
    wording = WORDINGS[line.kind]
    tag = rules.when(rules.Due(line.urgency, line.due_at), now=now)
    about = _about(line.arising_from, names)
    if about is None:
        return DutyRow(tag, f"{line.kind.label}.", GONE)
    return DutyRow(
        tag,
        wording.sentence.format(child=about.child, other=about.other),
        f"{about.detail} · owed under {wording.owed_under}",
        wording.action,
        reverse(wording.page, args=[line.arising_from.id]),
    )


def awaited_row(line: DutyLine, names: Names, *, now: datetime) -> DutyRow:
    """A duty of somebody else, for the person who waits."""
    tag = rules.when(rules.Due(line.urgency, line.due_at), now=now)
    about = _about(line.arising_from, names)
    if about is None:
        return DutyRow(tag, f"Somebody else: {line.kind.label.lower()}.", GONE)
    debtor = names.members.get(line.debtor_membership_id)
    words = {"child": about.child, "debtor": f"{debtor.name}, {debtor.role}" if debtor else "A colleague"}
    return DutyRow(tag, WORDINGS[line.kind].awaited.format(**words), about.detail, "Open it", about.href)


def _about(ref: Ref, names: Names) -> About | None:
    if ref.kind == "consultation" and (line := names.consultations.get(ref.id)):
        detail = f"Consultation with {line.person}, begun {day(line.begun_at)}"
        return About(line.child, line.person, detail, reverse("consultations:open", args=[ref.id]))
    if ref.kind == "disclosure" and (shared := names.disclosures.get(ref.id)):
        detail = f"Asked by {shared.asker}, {day(shared.disclosed_at)}"
        return About(
            shared.child, shared.asker, detail, reverse("consultations:open", args=[shared.arising_from.id])
        )
    if ref.kind == "decision" and (decision := names.decisions.get(ref.id)):
        detail = f"Asked for {decision.recipient}, decided {day(decision.decided_at)}"
        return About(
            decision.child, decision.recipient, detail, reverse("sharing:open_decision", args=[ref.id])
        )
    return None
