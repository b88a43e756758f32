"""Somebody of a family asks something at their own page: whoever gave the page owes an answer (rulebook 5.1, 5.9)."""

from uuid import UUID

from alongside.access import commands as access
from alongside.access.gate import Act, writes
from alongside.access.words import Ref, Refused, Standing
from alongside.duties import commands as duties
from alongside.duties.words import Owed
from alongside.voice import speaking
from alongside.voice.commands.answering import lay_answer
from alongside.voice.models import Question
from alongside.voice.words import Leaf, Right, Taken


@writes(Right.FAMILY_QUESTION_SAY, to=(Standing.FAMILY,))
def ask(act: Act, *, words: str, language: str = "en") -> UUID:
    """Ask something at one's own private link. Raises Refused without words."""
    who = speaking.at_their_own_page(act)
    if not words:
        raise Refused("Write what you want to know.", field="words")
    common = speaking.columns(act, who, about=None, taken=Taken.THEMSELVES, language=language)
    row = Question.objects.create(**common, words=words)
    access.address_to_family(act, reader_id=who.reader_id, row_id=row.id)
    about = Ref("question", row.id)
    duties.owe_and_tell(
        act,
        what=Owed.ANSWER_FAMILY,
        by_membership_id=row.author_membership_id,
        arising_from=about,
        agency_id=row.agency_id,
        case_id=row.case_id,
    )
    act.note(Leaf.FAMILY_QUESTION_ASKED, about=about)
    return row.id


@writes(Right.FAMILY_QUESTION_ANSWER)
def answer_question(act: Act, *, question_id: UUID, words: str) -> None:
    """Answer what somebody of a family asked. They read the answer at their own page.

    Raises Refused without words, for words that are not theirs to know, while it is withheld from them, and NotThere.
    """
    act.admit("voice.Question", question_id)
    row = Question.objects.get(id=question_id)
    lay_answer(act, row=row, words=words, missing="Write your answer: they read it.")
    about = Ref("question", row.id)
    duties.discharge(act, what=Owed.ANSWER_FAMILY, arising_from=about, evidence=about)
    act.note(Leaf.FAMILY_QUESTION_ANSWERED, about=about)
