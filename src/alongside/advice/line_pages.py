"""A consultation line as its page prints it: a row for each question, with what the person looking can do."""

from dataclasses import dataclass
from uuid import UUID

from alongside.access.rows import new_id
from alongside.advice.queries import LinePage, QuestionLine
from alongside.advice.words import Wanted
from alongside.design.parts import Tag, Tone

TONES = {Wanted.TODAY: Tone.DUE}


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """One question. `press` is the id of the deed that taking it would be, empty where one cannot take it.

    Each row has its own, so that going back and taking another is another deed.
    """

    question: QuestionLine
    tag: Tag
    press: str
    mine: str  # "yes" where this person has it


def rows_of(page: LinePage, *, me: UUID) -> tuple[QuestionRow, ...]:
    """The questions of one page of a line, for whoever looks."""
    return tuple(
        QuestionRow(
            question=each,
            tag=Tag("Taken", Tone.CALM)
            if each.taken_by
            else Tag(each.wanted.label, TONES.get(each.wanted, Tone.CALM)),
            press="" if each.taken_by or page.may_take != "yes" else str(new_id()),
            mine="yes" if each.taken_by_membership_id == me else "no",
        )
        for each in page.questions
    )
