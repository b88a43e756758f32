"""Handing a taken question on: back to the line, to a colleague on it, or to another line of the agency."""

from dataclasses import dataclass
from uuid import UUID

from alongside.access.gate import Act, writes
from alongside.access.words import NotThere, Ref, Refused
from alongside.advice.commands.queueing import give_to, may_answer
from alongside.advice.commands.showing import hide_from, refuse_held
from alongside.advice.models import HandedOn, WaitingQuestion
from alongside.advice.words import Leaf, Right
from alongside.directory import queries as directory
from alongside.duties import commands as duties
from alongside.duties.words import Owed
from alongside.notify import commands as notify
from alongside.notify.words import Neutral
from alongside.reliance import commands as reliance
from alongside.sharing import commands as sharing


@dataclass(frozen=True, slots=True)
class HandedQuestion:
    """Where a question goes on to, and why. `to_membership_id` is None where it waits on the line for anybody."""

    to_line_id: UUID
    to_membership_id: UUID | None
    words: str


@writes(Right.QUESTION_HAND_ON)
def hand_on_question(act: Act, *, question_id: UUID, handed: HandedQuestion) -> UUID:
    """Hand a taken question on, with words. Whoever had it sees what was asked no longer.

    Whoever has it does it, or a colleague on the line where they cannot. Raises NotThere for anybody else, for
    another agency's line, and for one who does not answer the line; Refused for what is not taken, or is answered.
    """
    act.admit("advice.WaitingQuestion", question_id)
    question = WaitingQuestion.objects.get(id=question_id)
    on_the_line = directory.members_of_line(act, line_id=question.line_id)
    if act.ctx.membership_id not in {question.taken_by_id, *on_the_line}:
        raise NotThere
    if question.taken_by_id is None or question.answered_at is not None:
        raise Refused("This waits for nobody’s answer now, so there is nothing to hand on.")
    refuse_held(act, disclosure_id=question.disclosure_id)
    _refuse_wrong_place(act, question, handed)
    row = HandedOn.objects.create(
        agency_id=question.agency_id,
        author_membership_id=act.ctx.membership_id,
        question_id=question_id,
        to_line_id=handed.to_line_id,
        to_membership_id=handed.to_membership_id,
        words=handed.words,
        handed_at=act.now,
    )
    _let_go(act, question, evidence=Ref("handed_on", row.id))
    _pass(act, question, handed)
    act.note(Leaf.QUESTION_HANDED_ON, about=Ref("question", question_id))
    return row.id


def _refuse_wrong_place(act: Act, question: WaitingQuestion, handed: HandedQuestion) -> None:
    line = directory.line(act, line_id=handed.to_line_id)
    if line.agency_id != question.agency_id:
        raise NotThere
    if handed.to_membership_id is None:
        return
    if handed.to_membership_id not in directory.members_of_line(act, line_id=line.id):
        raise NotThere
    if handed.to_membership_id in {question.taken_by_id, question.author_membership_id}:
        raise Refused("Choose somebody else: they have it already, or asked it.", field="to")


def _let_go(act: Act, question: WaitingQuestion, *, evidence: Ref) -> None:
    """End what the earlier taker saw and owed."""
    if question.taken_by_id is not None:
        sharing.let_go(act, disclosure_id=question.disclosure_id, membership_id=question.taken_by_id)
        hide_from(act, question=question, membership_id=question.taken_by_id)
    duties.discharge(
        act,
        what=Owed.ANSWER_QUESTION,
        arising_from=Ref("disclosure", question.disclosure_id),
        evidence=evidence,
    )


def _pass(act: Act, question: WaitingQuestion, handed: HandedQuestion) -> None:
    """Let it wait where it was handed, or give it to the colleague who has it now."""
    question.line_id = handed.to_line_id
    question.taken_by_id = handed.to_membership_id
    question.taken_at = act.now if handed.to_membership_id else None
    question.save(update_fields=["line", "taken_by", "taken_at"])
    reliance.pass_on(act, thing=Ref("disclosure", question.disclosure_id), line_id=handed.to_line_id)
    if handed.to_membership_id is None:
        told = may_answer(act, question=question)
        if not told:
            raise Refused("Nobody who may read this answers that line now. Choose a colleague.", field="to")
    else:
        give_to(act, question=question, membership_id=handed.to_membership_id)
        told = (handed.to_membership_id,)
    for member in told:
        if member != act.ctx.membership_id:
            about = Ref("question", question.id)
            notify.tell(act, to_membership_id=member, that=Neutral.SOMETHING_WAITS, about=about)
