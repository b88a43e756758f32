"""What a child and their family said, for those who work on the case and for safeguarding leads."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar
from uuid import UUID

from django.db.models import Q, QuerySet

from alongside.access.gate import Look, reads
from alongside.access.words import NotThere, Ref
from alongside.voice.models import Complaint, Correction, Question, Said
from alongside.voice.words import Answer, Form, Picture, ReadBack, Right, Safety, Secrecy, Taken

LISTED_MOST = 100
R = TypeVar("R", Said, Correction, Question, Complaint)
PEOPLE = ("author_membership__practitioner",)


@dataclass(frozen=True, slots=True)
class SaidCard:
    """What one person said for themselves, and how it was put down."""

    id: UUID
    child: str
    child_id: UUID
    adult_id: UUID | None
    name: str
    form: Form
    words: str
    pictures: tuple[Picture, ...]
    drawing_id: UUID | None
    taken: Taken
    read_back: ReadBack
    safety: Safety
    secrecy: Secrecy
    said_on: date
    recorded_by: str
    recorded_at: datetime
    acted_at: datetime | None
    acted_by: str
    what_was_done: str
    told_back: str

    @property
    def waits(self) -> bool:
        """Whether they said that they are not safe and nobody has answered."""
        return self.safety is Safety.NOT_SAFE and self.acted_at is None


@dataclass(frozen=True, slots=True)
class CorrectionCard:
    """What somebody says is wrong, and what became of it."""

    id: UUID
    child: str
    child_id: UUID
    name: str
    arising_from: Ref
    taken: Taken
    words: str
    should_be: str
    said_on: date
    recorded_by: str
    answer: Answer | None
    answer_words: str
    answered_by: str
    answered_at: datetime | None


@dataclass(frozen=True, slots=True)
class QuestionCard:
    """What somebody of a family asks, and the answer."""

    id: UUID
    child: str
    child_id: UUID
    name: str
    words: str
    said_on: date
    answer_words: str
    answered_by: str
    answered_at: datetime | None


@dataclass(frozen=True, slots=True)
class ComplaintCard:
    """What somebody complains of, and the answer."""

    id: UUID
    child: str
    child_id: UUID
    name: str
    taken: Taken
    words: str
    said_on: date
    recorded_by: str
    recorded_by_me: str  # "yes" where this reader wrote it down, or opened their link; else empty
    answer_words: str
    answered_by: str
    answered_at: datetime | None


@dataclass(frozen=True, slots=True)
class ChildVoice:
    """Everything that was said around one child, newest first."""

    said: tuple[SaidCard, ...]
    corrections: tuple[CorrectionCard, ...]
    questions: tuple[QuestionCard, ...]
    complaints: tuple[ComplaintCard, ...]


@dataclass(frozen=True, slots=True)
class Spoken:
    """Who said something about which child: what a sentence on Today needs."""

    id: UUID
    child: str
    name: str
    said_on: date
    child_id: UUID


@reads(Right.WORDS_READ)
def list_child_voice(look: Look, *, child_id: UUID) -> ChildVoice:
    """What the child and their family said, as far as this person may know of it, at most 100 of each."""
    return ChildVoice(
        tuple(_said(row) for row in _newest(Said.objects.filter(about_child_id=child_id))),
        tuple(_correction(row) for row in _newest(Correction.objects.filter(about_child_id=child_id))),
        tuple(_question(row) for row in _newest(Question.objects.filter(about_child_id=child_id))),
        tuple(_complaint(row, look) for row in _newest(Complaint.objects.filter(about_child_id=child_id))),
    )


@reads(Right.WORDS_READ)
def list_not_safe(look: Look, *, child_id: UUID) -> tuple[SaidCard, ...]:
    """Who said that they are not safe, about one child, newest first: whoever leads on safeguarding owes an answer."""
    rows = Said.objects.filter(about_child_id=child_id, safety=Safety.NOT_SAFE)
    return tuple(_said(row) for row in _newest(rows))


@reads(Right.WORDS_READ)
def list_words_in(look: Look, *, arising_from: Ref) -> tuple[SaidCard, ...]:
    """What was said in one matter, newest first."""
    rows = Said.objects.filter(arising_from_kind=arising_from.kind, arising_from_id=arising_from.id)
    return tuple(_said(row) for row in _newest(rows))


@reads(Right.WORDS_READ)
def list_corrections(look: Look, *, about: Ref, notices: Collection[UUID] = ()) -> tuple[CorrectionCard, ...]:
    """What the family says is wrong in one record, newest first: it stands beside the record wherever that is shown.

    `notices` are what was written to the family in it: what is wrong there is wrong here.
    """
    here = Q(arising_from_kind=about.kind, arising_from_id=about.id)
    rows = Correction.objects.filter(here | Q(arising_from_kind="notice", arising_from_id__in=notices))
    return tuple(_correction(row) for row in _newest(rows))


@reads(Right.WORDS_READ)
def open_said(look: Look, *, said_id: UUID) -> SaidCard:
    """One thing that somebody said. Raises NotThere."""
    row = Said.objects.select_related(*PEOPLE, "acted_by__practitioner").filter(id=said_id).first()
    if row is None:
        raise NotThere
    look.opens(Ref("said", row.id))
    return _said(row)


@reads(Right.WORDS_READ)
def open_correction(look: Look, *, correction_id: UUID) -> CorrectionCard:
    """One thing that somebody says is wrong. Raises NotThere."""
    row = Correction.objects.select_related(*PEOPLE, "answered_by__practitioner")
    found = row.filter(id=correction_id).first()
    if found is None:
        raise NotThere
    look.opens(Ref("correction", found.id))
    return _correction(found)


@reads(Right.WORDS_READ)
def open_question(look: Look, *, question_id: UUID) -> QuestionCard:
    """What somebody of a family asks. Raises NotThere."""
    row = Question.objects.select_related(*PEOPLE, "answered_by__practitioner")
    found = row.filter(id=question_id).first()
    if found is None:
        raise NotThere
    look.opens(Ref("question", found.id))
    return _question(found)


@reads(Right.WORDS_READ)
def open_complaint(look: Look, *, complaint_id: UUID) -> ComplaintCard:
    """One complaint. Raises NotThere."""
    row = Complaint.objects.select_related(*PEOPLE, "answered_by__practitioner")
    found = row.filter(id=complaint_id).first()
    if found is None:
        raise NotThere
    look.opens(Ref("complaint", found.id))
    return _complaint(found, look)


@reads(Right.WORDS_READ)
def list_these(look: Look, *, ids: frozenset[UUID]) -> tuple[Spoken, ...]:
    """Who said these things, as far as this person may know of them, whichever of the four they are, at most 100."""
    found = []
    for table in (Said, Correction, Question, Complaint):
        rows = table.objects.filter(id__in=ids)[:LISTED_MOST] if ids else ()
        found += [
            Spoken(row.id, row.child_as_named, row.person_as_named, row.said_on, row.about_child_id)
            for row in rows
        ]
    return tuple(found)


def _newest(rows: QuerySet[R]) -> QuerySet[R]:
    return rows.select_related(*PEOPLE).order_by("-recorded_at", "-id")[:LISTED_MOST]


def _said(row: Said) -> SaidCard:
    return SaidCard(
        id=row.id,
        child=row.child_as_named,
        child_id=row.about_child_id,
        adult_id=row.adult_id,
        name=row.person_as_named,
        form=Form(row.form),
        words=row.words,
        pictures=tuple(Picture(each) for each in row.pictures),
        drawing_id=row.drawing_id,
        taken=Taken(row.taken),
        read_back=ReadBack(row.read_back),
        safety=Safety(row.safety),
        secrecy=Secrecy(row.secrecy),
        said_on=row.said_on,
        recorded_by=row.author_membership.practitioner.name,
        recorded_at=row.recorded_at,
        acted_at=row.acted_at,
        acted_by=row.acted_by.practitioner.name if row.acted_by else "",
        what_was_done=row.what_was_done,
        told_back=row.told_back,
    )


def _correction(row: Correction) -> CorrectionCard:
    return CorrectionCard(
        id=row.id,
        child=row.child_as_named,
        child_id=row.about_child_id,
        name=row.person_as_named,
        arising_from=Ref(row.arising_from_kind, row.arising_from_id),
        taken=Taken(row.taken),
        words=row.words,
        should_be=row.should_be,
        said_on=row.said_on,
        recorded_by=row.author_membership.practitioner.name,
        answer=Answer(row.answer) if row.answer else None,
        answer_words=row.answer_words,
        answered_by=row.answered_by.practitioner.name if row.answered_by else "",
        answered_at=row.answered_at,
    )


def _question(row: Question) -> QuestionCard:
    return QuestionCard(
        id=row.id,
        child=row.child_as_named,
        child_id=row.about_child_id,
        name=row.person_as_named,
        words=row.words,
        said_on=row.said_on,
        answer_words=row.answer_words,
        answered_by=row.answered_by.practitioner.name if row.answered_by else "",
        answered_at=row.answered_at,
    )


def _complaint(row: Complaint, look: Look) -> ComplaintCard:
    return ComplaintCard(
        id=row.id,
        child=row.child_as_named,
        child_id=row.about_child_id,
        name=row.person_as_named,
        taken=Taken(row.taken),
        words=row.words,
        said_on=row.said_on,
        recorded_by=row.author_membership.practitioner.name,
        recorded_by_me="yes" if row.author_membership_id == look.ctx.membership_id else "",
        answer_words=row.answer_words,
        answered_by=row.answered_by.practitioner.name if row.answered_by else "",
        answered_at=row.answered_at,
    )
