"""What one person of a family said, as that person reads it at their private link. No table of another is joined."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from alongside.access.gate import Look, reads
from alongside.access.words import Standing
from alongside.voice.models import Complaint, Correction, Question, Said
from alongside.voice.words import Answer, Form, Picture, ReadBack, Right, Safety, Taken

LISTED_MOST = 100


@dataclass(frozen=True, slots=True)
class MyWords:
    """Words, pictures or a drawing of one's own. `told_back`: what one was told will happen, having said "not safe".

    Of what somebody themselves wrote of not being safe nothing is here but the day.
    """

    id: UUID
    form: Form
    words: str
    pictures: tuple[Picture, ...]
    drawing_id: UUID | None
    taken: Taken
    typed_by: str  # who typed it for them; empty where they did it themselves
    read_back: ReadBack
    safety: Safety
    told_back: str
    said_on: date


@dataclass(frozen=True, slots=True)
class MyCorrection:
    """What one said is wrong, and what became of it; `answer` is None while there is none that they may read."""

    id: UUID
    words: str
    should_be: str
    said_on: date
    answer: Answer | None
    answer_words: str
    language: str


@dataclass(frozen=True, slots=True)
class MyQuestion:
    """What one asked, and the answer; empty while nobody has answered."""

    id: UUID
    words: str
    said_on: date
    answer_words: str


@dataclass(frozen=True, slots=True)
class MyComplaint:
    """What one complained of, and the answer; empty while nobody has answered."""

    id: UUID
    words: str
    said_on: date
    answer_words: str
    language: str


@dataclass(frozen=True, slots=True)
class MyVoice:
    """Everything of one's own, newest first."""

    said: tuple[MyWords, ...]
    corrections: tuple[MyCorrection, ...]
    questions: tuple[MyQuestion, ...]
    complaints: tuple[MyComplaint, ...]


@reads(Right.WORDS_READ_OWN, to=(Standing.FAMILY,))
def list_my_words(look: Look, *, readable: Collection[UUID] = ()) -> MyVoice:
    """What the person who looks has said towards the one child of their private link: what is addressed to them alone.

    `readable` are the corrections whose answer is not withheld from them now (`commands.weigh_my_answered`); of all
    others only their own words are here.
    """
    said = Said.objects.select_related("author_membership__practitioner").order_by("-recorded_at", "-id")
    corrections = Correction.objects.order_by("-recorded_at", "-id")[:LISTED_MOST]
    questions = Question.objects.order_by("-recorded_at", "-id")[:LISTED_MOST]
    complaints = Complaint.objects.order_by("-recorded_at", "-id")[:LISTED_MOST]
    return MyVoice(
        tuple(_said(row) for row in said[:LISTED_MOST]),
        tuple(
            MyCorrection(
                row.id,
                row.words,
                row.should_be,
                row.said_on,
                Answer(row.answer) if row.answer and row.id in readable else None,
                row.answer_words if row.id in readable else "",
                row.language,
            )
            for row in corrections
        ),
        tuple(MyQuestion(row.id, row.words, row.said_on, row.answer_words) for row in questions),
        tuple(
            MyComplaint(row.id, row.words, row.said_on, row.answer_words, row.language) for row in complaints
        ),
    )


def _said(row: Said) -> MyWords:
    """One thing said; where they wrote that they are not safe, only that they wrote: others may look at their page."""
    typed = row.taken != Taken.THEMSELVES
    hushed = not typed and row.safety == Safety.NOT_SAFE
    return MyWords(
        id=row.id,
        form=Form(row.form),
        words="" if hushed else row.words,
        pictures=() if hushed else tuple(Picture(each) for each in row.pictures),
        drawing_id=None if hushed else row.drawing_id,
        taken=Taken(row.taken),
        typed_by=row.author_membership.practitioner.name if typed else "",
        read_back=ReadBack(row.read_back),
        safety=Safety(row.safety),
        told_back="" if hushed else row.told_back,
        said_on=row.said_on,
    )
