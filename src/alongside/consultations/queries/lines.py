"""Consultations as lines of other rooms' pages: about one child, and in one batch."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from alongside.access.gate import Look, reads
from alongside.consultations import finding, narrowing
from alongside.consultations.models import Consultation, PrivateLink, SentQuestion
from alongside.consultations.words import OutcomeKind, Right
from alongside.sharing.words import WITHOUT_NAMES

LISTED_MOST = 100
BEGUN_MOST = 5


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


@reads(Right.CONSULTATION_LIST)
def list_consultations_about(look: Look, *, child_id: UUID) -> tuple[ConsultationLine, ...]:
    """The consultations about one child, newest first, at most 100."""
    return _lines(Consultation.objects.filter(about_child_id=child_id).order_by("-begun_at"))


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
def list_begun(look: Look) -> tuple[ConsultationLine, ...]:
    """One's own that were begun and left: nobody was spoken with or sent anything. Newest first, at most 5."""
    own = Consultation.objects.filter(author_membership_id=look.ctx.membership_id)
    unsent = own.exclude(Exists(SentQuestion.objects.filter(consultation_id=OuterRef("pk"))))
    begun = unsent.alias(**narrowing.standing(look)).filter(Q(talked=False, decided=False))
    return _lines(begun.order_by("-begun_at", "-id"), at_most=BEGUN_MOST)


@reads(Right.CONSULTATION_LIST)
def list_asked_again_by_name(look: Look, *, consultation_id: UUID) -> tuple[ConsultationLine, ...]:
    """The consultations by name that were begun after one without names, at most 100."""
    links = PrivateLink.objects.filter(no_names_id=consultation_id, named_id__isnull=False)
    return _lines(Consultation.objects.filter(id__in=links.values("named_id")).order_by("-begun_at"))


@reads(Right.CONSULTATION_LIST)
def list_these_consultations(look: Look, *, ids: frozenset[UUID]) -> tuple[ConsultationLine, ...]:
    """These consultations in one batch, as far as this person may know of them, at most 100."""
    return _lines(Consultation.objects.filter(id__in=ids))


def _lines(found: QuerySet[Consultation], *, at_most: int = LISTED_MOST) -> tuple[ConsultationLine, ...]:
    rows = tuple(
        found.select_related("author_membership__practitioner").annotate(latest=narrowing.latest_outcome())[
            :at_most
        ]
    )
    people = finding.people_named([row.id for row in rows])
    return tuple(
        ConsultationLine(
            row.id,
            row.child_as_named or WITHOUT_NAMES,
            people.get(row.id, ""),
            row.question,
            row.begun_at,
            OutcomeKind(row.latest) if row.latest else None,
            row.author_membership.practitioner.name,
        )
        for row in rows
    )
