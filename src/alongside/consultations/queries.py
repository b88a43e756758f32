"""The reads of consultations."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from alongside.access.gate import Look, reads
from alongside.access.words import NotThere, Ref
from alongside.cases import queries as cases
from alongside.consent import queries as consent
from alongside.consent.rules import Answer
from alongside.consultations import finding, rules
from alongside.consultations.models import (
    AdviserView,
    Consultation,
    Outcome,
    PersonAsked,
    Talk,
    Telling,
)
from alongside.consultations.words import Checked, Kind, Medium, NoteState, OutcomeKind, Right, Task, Told
from alongside.duties import queries as duties
from alongside.duties.queries import DutyLine
from alongside.families import queries as families
from alongside.families.queries import AdultCard
from alongside.sharing import queries as sharing
from alongside.sharing.queries import DecisionLine, DisclosurePage, SharingPage
from alongside.sharing.rules import ListedItem

PAGE_OF = 25
LISTED_MOST = 100
MOST_OF_MANY = 1000


@dataclass(frozen=True, slots=True)
class PersonCard:
    """Whom the asker wants to ask. `recipient_id` is what decisions name them by."""

    recipient_id: UUID
    membership_id: UUID | None
    kind: Kind
    name: str
    role: str
    agency: str
    telephone: str
    checked: Checked
    title: str


@dataclass(frozen=True, slots=True)
class TalkCard:
    """One conversation, both sides."""

    medium: Medium
    why_not_spoken: str
    talked_at: datetime
    recorded_at: datetime
    said_by_asker: str
    said_by_adviser: str
    recorded_by: str


@dataclass(frozen=True, slots=True)
class ViewCard:
    """The adviser's own words."""

    note_state: NoteState
    correction: str
    view: str
    given_at: datetime
    given_by: str


@dataclass(frozen=True, slots=True)
class OutcomeCard:
    """What was decided together."""

    kind: OutcomeKind
    words: str
    decided_at: datetime


@dataclass(frozen=True, slots=True)
class TellingCard:
    """Where telling one person stands; the latest word on each."""

    adult_id: UUID | None
    name: str
    told: Told
    told_on: date | None
    how: str
    words: str


@dataclass(frozen=True, slots=True)
class ConsultationPage:
    """A consultation with everything that this person may see of it."""

    id: UUID
    case_id: UUID
    child_id: UUID
    child: str
    asker: str
    asker_agency_id: UUID
    question: str
    benefit: str
    explanation_for_family: str
    begun_at: datetime
    person: PersonCard | None
    items: tuple[ListedItem, ...]
    answers: tuple[Answer, ...]
    decisions: tuple[DecisionLine, ...]
    talks: tuple[TalkCard, ...]
    views: tuple[ViewCard, ...]
    outcome: OutcomeCard | None
    tellings: tuple[TellingCard, ...]
    duties: tuple[DutyLine, ...]
    progress: dict[Task, rules.Progress]
    may_continue: str  # "yes" for those whose case it is, "no" for those who read

    @property
    def decision(self) -> DecisionLine | None:
        """The decision in force for the person asked; None before it is made."""
        asked = self.person.recipient_id if self.person else None
        return next((line for line in reversed(self.decisions) if line.recipient_id == asked), None)

    @property
    def next_task(self) -> Task | None:
        """The first task that can be done now and is not."""
        return rules.next_task(self.progress)


@dataclass(frozen=True, slots=True)
class ConsultationLine:
    """A consultation in a list."""

    id: UUID
    child: str
    person: str
    question: str
    begun_at: datetime
    outcome: OutcomeKind | None
    asker: str


@dataclass(frozen=True, slots=True)
class ConsultationList:
    """One page of a list, newest first. `page` counts from 1."""

    lines: tuple[ConsultationLine, ...]
    page: int
    has_next: str  # "yes" or "no"


@dataclass(frozen=True, slots=True)
class InboxItem:
    """What was shared with this person, and what they have said to it; None until they have."""

    shared: DisclosurePage
    view: ViewCard | None


@reads(Right.CONSULTATION_OPEN)
def open_consultation(look: Look, *, consultation_id: UUID) -> ConsultationPage:
    """One consultation. Raises NotThere."""
    row = (
        Consultation.objects.select_related("author_membership__practitioner", "agency")
        .filter(id=consultation_id)
        .first()
    )
    if row is None:
        raise NotThere
    about = Ref("consultation", row.id)
    look.opens(about)
    person = finding.person_asked(row)
    found: dict[str, Any] = {
        "items": sharing.list_items(look, arising_from=about),
        "answers": consent.list_answers(look, arising_from=about),
        "decisions": _in_force(sharing.list_decisions(look, arising_from=about), person),
        "talks": _talks(row.id),
        "outcome": _outcome(row.id),
        "tellings": _tellings(row.id),
    }
    return ConsultationPage(
        id=row.id,
        case_id=row.case_id,
        child_id=row.about_child_id,
        child=row.child_as_named,
        asker=f"{row.author_membership.practitioner.name}, {row.agency.name}",
        asker_agency_id=row.agency_id,
        question=row.question,
        benefit=row.benefit,
        explanation_for_family=row.explanation_for_family,
        begun_at=row.begun_at,
        person=_person(person) if person else None,
        views=_views(row.id),
        duties=duties.list_duties_from(look, arising_from=about),
        progress=rules.progress(_done(look, row, person, found)),
        may_continue=_may_continue(look, row),
        **found,
    )


@reads(Right.CONSULTATION_CONTINUE)
def continue_consultation(look: Look, *, consultation_id: UUID) -> ConsultationPage:
    """The same for one of its tasks. Raises NotThere for those who may read it and not go on with it."""
    page = open_consultation(look, consultation_id=consultation_id)
    if page.may_continue != "yes":
        raise NotThere
    return page


@reads(Right.CONSULTATION_CONTINUE)
def sharing_of(look: Look, *, consultation_id: UUID) -> SharingPage:
    """Where the decision of one's own consultation stands. Raises NotThere, also before anyone was chosen."""
    row = Consultation.objects.filter(id=consultation_id, agency_id=look.ctx.agency_id).first()
    person = finding.person_asked(row) if row else None
    if row is None or person is None:
        raise NotThere
    look.opens(Ref("consultation", row.id))
    return sharing.sharing_page(look, matter=finding.matter(row, person))


@reads(Right.CONSULTATION_CONTINUE)
def family_of(look: Look, *, child_id: UUID) -> tuple[AdultCard, ...]:
    """The adults whom a consultation about a child may concern, as far as this person may know of them."""
    return families.open_child(look, child_id=child_id).adults


@reads(Right.CONSULTATION_LIST)
def list_consultations(look: Look, *, page: int = 1, words: str = "") -> ConsultationList:
    """The consultations that this person may see, newest first, 25 to a page; `words` narrows by child or question."""
    rows = Consultation.objects.select_related("author_membership__practitioner")
    for word in words.split()[:5]:
        rows = rows.filter(child_as_named__icontains=word) | rows.filter(question__icontains=word)
    start = (max(page, 1) - 1) * PAGE_OF
    found = list(rows.order_by("-begun_at", "-id")[start : start + PAGE_OF + 1])
    lines = _lines(found[:PAGE_OF])
    return ConsultationList(lines, max(page, 1), "yes" if len(found) > PAGE_OF else "no")


@reads(Right.CONSULTATION_LIST)
def list_consultations_about(look: Look, *, child_id: UUID) -> tuple[ConsultationLine, ...]:
    """The consultations about one child, newest first, at most 100."""
    rows = Consultation.objects.select_related("author_membership__practitioner").filter(
        about_child_id=child_id
    )
    return _lines(rows.order_by("-begun_at")[:LISTED_MOST])


@reads(Right.CONSULTATION_LIST)
def list_these_consultations(look: Look, *, ids: frozenset[UUID]) -> tuple[ConsultationLine, ...]:
    """These consultations in one batch, as far as this person may know of them, at most 100."""
    rows = Consultation.objects.select_related("author_membership__practitioner").filter(id__in=ids)
    return _lines(rows[:LISTED_MOST])


@reads(Right.INBOX_OPEN)
def open_inbox_item(look: Look, *, disclosure_id: UUID) -> InboxItem:
    """What was shared with this person. Raises NotThere for anyone to whom it was not addressed."""
    shared = sharing.open_disclosure(look, disclosure_id=disclosure_id)
    if shared.to_membership_id != look.ctx.membership_id:
        raise NotThere
    row = (
        AdviserView.objects.select_related("author_membership__practitioner")
        .filter(disclosure_id=disclosure_id)
        .first()
    )
    return InboxItem(shared, _view(row) if row else None)


def _may_continue(look: Look, row: Consultation) -> str:
    if row.agency_id != look.ctx.agency_id:
        return "no"
    try:
        cases.case_head(look, case_id=row.case_id)
    except NotThere:  # a safeguarding lead sees the consultation; the case is not theirs
        return "no"
    return "yes"


def _in_force(lines: tuple[DecisionLine, ...], person: PersonAsked | None) -> tuple[DecisionLine, ...]:
    """The decisions with the one for the person now asked last: a decision belongs to one recipient."""
    recipient = finding.recipient_id(person) if person else None
    return tuple(sorted(lines, key=lambda line: line.recipient_id == recipient))


def _done(look: Look, row: Consultation, person: PersonAsked | None, found: Mapping[str, Any]) -> rules.Done:
    asked = finding.recipient_id(person) if person else None
    decision = next((d for d in reversed(found["decisions"]) if d.recipient_id == asked), None)
    title = finding.named(person) if person else ""
    decided, outcome = decision.outcome if decision else "", found["outcome"]
    return rules.Done(
        has_person=person is not None,
        has_reasons=bool(row.question and row.benefit),
        has_items=bool(found["items"]),
        has_family_answer=any(a.recipient == title for a in found["answers"]),
        decided=decided,
        countersignature=decision.countersignature if decision else "",
        has_changed=_has_changed(look, row, person, decision, found),
        has_begun_walking=sharing.has_begun_walking(look, arising_from=Ref("consultation", row.id)) == "yes",
        has_talk=bool(found["talks"]),
        has_outcome=outcome is not None
        and (outcome.kind is OutcomeKind.NOT_HELD) == (decided not in {"", "SHARE"}),
        told=[t.told for t in found["tellings"]],
    )


def _has_changed(
    look: Look,
    row: Consultation,
    person: PersonAsked | None,
    decision: DecisionLine | None,
    found: Mapping[str, Any],
) -> bool:
    """Whether what was decided on is no longer on record, while nothing has been said yet (settled there and then)."""
    if decision is None or person is None or found["talks"] or _may_continue(look, row) != "yes":
        return False
    about = finding.matter(row, person)
    return sharing.decision_stands(look, decision_id=decision.id, matter=about) != "yes"


def _lines(found: Iterable[Consultation]) -> tuple[ConsultationLine, ...]:
    """Lines with whom was asked last and what was decided last, each looked up once for all of them."""
    rows = tuple(found)
    asked = PersonAsked.objects.filter(consultation_id__in=[row.id for row in rows]).order_by(
        "chosen_at", "id"
    )
    decided = Outcome.objects.filter(consultation_id__in=[row.id for row in rows]).order_by(
        "decided_at", "id"
    )
    people = {person.consultation_id: finding.named(person) for person in asked[:MOST_OF_MANY]}
    outcomes = {each.consultation_id: OutcomeKind(each.kind) for each in decided[:MOST_OF_MANY]}
    return tuple(
        ConsultationLine(
            row.id,
            row.child_as_named,
            people.get(row.id, ""),
            row.question,
            row.begun_at,
            outcomes.get(row.id),
            row.author_membership.practitioner.name,
        )
        for row in rows
    )


def _person(row: PersonAsked) -> PersonCard:
    return PersonCard(
        finding.recipient_id(row),
        row.membership_id,
        Kind(row.kind),
        row.name,
        row.role,
        row.agency_as_named,
        row.telephone,
        Checked(row.checked),
        finding.named(row),
    )


def _talks(consultation_id: UUID) -> tuple[TalkCard, ...]:
    rows = Talk.objects.select_related("author_membership__practitioner").filter(
        consultation_id=consultation_id
    )
    return tuple(
        TalkCard(
            Medium(row.medium),
            row.why_not_spoken,
            row.talked_at,
            row.recorded_at,
            row.said_by_asker,
            row.said_by_adviser,
            row.author_membership.practitioner.name,
        )
        for row in rows.order_by("talked_at", "id")[:LISTED_MOST]
    )


def _views(consultation_id: UUID) -> tuple[ViewCard, ...]:
    rows = AdviserView.objects.select_related("author_membership__practitioner")
    rows = rows.filter(consultation_id=consultation_id).order_by("given_at")
    return tuple(_view(row) for row in rows[:LISTED_MOST])


def _view(row: AdviserView) -> ViewCard:
    name = row.author_membership.practitioner.name
    return ViewCard(NoteState(row.note_state), row.correction, row.view, row.given_at, name)


def _outcome(consultation_id: UUID) -> OutcomeCard | None:
    row = Outcome.objects.filter(consultation_id=consultation_id).order_by("-decided_at", "-id").first()
    return OutcomeCard(OutcomeKind(row.kind), row.words, row.decided_at) if row else None


def _tellings(consultation_id: UUID) -> tuple[TellingCard, ...]:
    latest: dict[str, TellingCard] = {}
    rows = Telling.objects.filter(consultation_id=consultation_id).order_by("recorded_at", "id")
    for row in rows[:LISTED_MOST]:
        latest[str(row.adult_id or row.person_as_named)] = TellingCard(
            row.adult_id, row.person_as_named, Told(row.told), row.told_on, row.how, row.words
        )
    return tuple(latest.values())
