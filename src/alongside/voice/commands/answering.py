"""The answer to what somebody said is wrong, asked, or complained of: part of the deed that gives it."""

from alongside.access.gate import Act
from alongside.access.words import Refused
from alongside.voice import speaking
from alongside.voice.models import AnsweredRow


def lay_answer(act: Act, *, row: AnsweredRow, words: str, missing: str, **verdict: str) -> None:
    """Write down the answer that its speaker reads; `verdict` is what else it says, by column.

    Raises Refused where it was answered already, without words (`missing` is the sentence), and where
    `speaking.refuse_answer` does.
    """
    if row.answered_at is not None:
        raise Refused("This has been answered. Open it again to see how.")
    if not words:
        raise Refused(missing, field="words")
    speaking.refuse_answer(act, row=row, words=words, field="words")
    row.answer_words, row.answered_at, row.answered_by_id = words, act.now, act.ctx.membership_id
    for column, said in verdict.items():
        setattr(row, column, said)
    row.save(update_fields=["answer_words", "answered_at", "answered_by", *verdict])
