"""Lists of consultations."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from alongside.access.gate import Look, reads
from alongside.consultations import finding
from alongside.consultations.models import Consultation, Outcome, PersonAsked, PrivateLink
from alongside.consultations.words import OutcomeKind, Right
from alongside.sharing.words import WITHOUT_NAMES

PAGE_OF = 25
LISTED_MOST = 100
MOST_OF_MANY = 1000


@dataclass(frozen=True, slots=True)
class ConsultationLine:
    """A consultation in a list. `person` names everybody asked."""

    id: UUID
    child: str
    person: str
    question: str
    begun_at: datetime
    outcome: OutcomeKind | None
    asker: str


@dataclass(frozen=True, slots=True)
class NamelessLine:
    """That advice was sought without names; `id` is None for a colleague, to whom that record does not open."""

    id: UUID | None
    linked_at: datetime


@dataclass(frozen=True, slots=True)
class ConsultationList:
    """One page of a list, newest first. `page` counts from 1."""

    lines: tuple[ConsultationLine, ...]
    page: int
    has_next: str  # "yes" or "no"


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
def list_asked_without_names(look: Look, *, child_id: UUID) -> tuple[NamelessLine, ...]:
    """That advice was sought without names about one child: for those of the agency that noted it, newest first."""
    links = list(PrivateLink.objects.filter(child_id=child_id).order_by("-linked_at")[:LISTED_MOST])
    open_to_me = set(
        Consultation.objects.filter(id__in=[link.no_names_id for link in links]).values_list("id", flat=True)[
            :LISTED_MOST
        ]
    )
    return tuple(
        NamelessLine(link.no_names_id if link.no_names_id in open_to_me else None, link.linked_at)
        for link in links
    )


@reads(Right.CONSULTATION_LIST)
def list_these_consultations(look: Look, *, ids: frozenset[UUID]) -> tuple[ConsultationLine, ...]:
    """These consultations in one batch, as far as this person may know of them, at most 100."""
    rows = Consultation.objects.select_related("author_membership__practitioner").filter(id__in=ids)
    return _lines(rows[:LISTED_MOST])


def _lines(found: Iterable[Consultation]) -> tuple[ConsultationLine, ...]:
    """Lines with everybody asked and what was decided last, each looked up once for all of them."""
    rows = tuple(found)
    asked = PersonAsked.objects.filter(
        consultation_id__in=[row.id for row in rows], left_at__isnull=True
    ).order_by("chosen_at", "id")
    decided = Outcome.objects.filter(consultation_id__in=[row.id for row in rows]).order_by(
        "decided_at", "id"
    )
    people: dict[UUID, list[str]] = {}
    for person in asked[:MOST_OF_MANY]:
        people.setdefault(person.consultation_id, []).append(finding.named(person))
    outcomes = {each.consultation_id: OutcomeKind(each.kind) for each in decided[:MOST_OF_MANY]}
    return tuple(
        ConsultationLine(
            row.id,
            row.child_as_named or WITHOUT_NAMES,
            "; ".join(people.get(row.id, [])),
            row.question,
            row.begun_at,
            outcomes.get(row.id),
            row.author_membership.practitioner.name,
        )
        for row in rows
    )
