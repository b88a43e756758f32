"""Somebody says that a record is wrong: it stands beside the record, and whoever wrote the record owes an answer."""

from datetime import date
from typing import Any
from uuid import UUID

from alongside.access import commands as access
from alongside.access.gate import Act, keeps, writes
from alongside.access.words import Answered, NotThere, Ref, Refused, Standing
from alongside.duties import commands as duties
from alongside.duties.words import Owed
from alongside.involvement import queries as involvement
from alongside.voice import speaking
from alongside.voice.commands.answering import lay_answer
from alongside.voice.models import Correction
from alongside.voice.speaking import Speaker
from alongside.voice.words import Answer, Leaf, Right, Taken

LISTED_MOST = 100


@writes(Right.CORRECTION_SAY, to=(Standing.FAMILY,))
def say_this_is_wrong(
    act: Act,
    *,
    about: Ref | None,
    words: str,
    should_be: str = "",
    written_by_membership_id: UUID | None = None,
    language: str = "en",
) -> UUID:
    """Say at one's own private link what is wrong, and what would be right. Nothing is deleted by it (rulebook 5.9).

    `written_by_membership_id` is who wrote what it is about; where the page does not know, whoever opened the link
    answers. Raises Refused without words.
    """
    who = speaking.at_their_own_page(act)
    common = speaking.columns(act, who, about=about, taken=Taken.THEMSELVES, language=language)
    return _lay(act, who, common, words, should_be, written_by_membership_id)


@writes(Right.CORRECTION_KEEP)
def record_correction(
    act: Act,
    *,
    child_id: UUID,
    adult_id: UUID | None,
    about: Ref | None,
    words: str,
    should_be: str = "",
    said_on: date | None = None,
) -> UUID:
    """Write down for one person of the family what they say is wrong, as they said it. Raises Refused without words."""
    who = speaking.heard_from(act, child_id=child_id, adult_id=adult_id)
    common = speaking.columns(act, who, about=about, taken=Taken.TYPED, language="en", said_on=said_on)
    return _lay(act, who, common, words, should_be, None)


def _lay(
    act: Act, who: Speaker, common: dict[str, Any], words: str, should_be: str, written_by: UUID | None
) -> UUID:
    if not words:
        raise Refused("Write what is wrong.", field="words")
    row = Correction.objects.create(**common, words=words, should_be=should_be)
    access.address_to_family(act, reader_id=who.reader_id, row_id=row.id)
    debtor = written_by or row.author_membership_id
    duties.owe_and_tell(
        act,
        what=Owed.ANSWER_CORRECTION,
        by_membership_id=debtor,
        arising_from=Ref("correction", row.id),
        agency_id=row.agency_id,
        case_id=row.case_id,
    )
    act.note(Leaf.CORRECTION_SAID, about=Ref("correction", row.id))
    return row.id


@keeps(Right.WORDS_READ_OWN, to=(Standing.FAMILY,))
def weigh_my_answered(act: Act) -> frozenset[UUID]:
    """Whose answers the person who looks may read now, of what they called wrong: not in a matter withheld since (E13).

    They may not read that anything is withheld, so only these keys leave the deed. Nothing is written.
    """
    rows = act.among(Correction.objects.exclude(answer="")).order_by("-recorded_at", "-id")
    return frozenset(row.id for row in rows[:LISTED_MOST] if _may_read(act, row))


def _may_read(act: Act, row: Correction) -> bool:
    matter = Ref(row.arising_from_kind, row.arising_from_id)
    may = involvement.may_read(act, child_id=row.about_child_id, adult_id=row.adult_id, arising_from=matter)
    return may is Answered.YES


@writes(Right.CORRECTION_ANSWER)
def answer_correction(act: Act, *, correction_id: UUID, answer: Answer, words: str) -> None:
    """Say whether what somebody calls wrong is put right, kept beside the record, or not changed and why.

    They read the answer at their own page. Raises Refused without words, for words that are not theirs to
    know, while it is withheld from them, and NotThere.
    """
    act.admit("voice.Correction", correction_id)
    row = Correction.objects.get(id=correction_id)
    if answer not in Answer:
        raise NotThere
    missing = "Say what you did, or why it is not changed: they read this."
    lay_answer(act, row=row, words=words, missing=missing, answer=answer)
    about = Ref("correction", row.id)
    duties.discharge(act, what=Owed.ANSWER_CORRECTION, arising_from=about, evidence=about)
    act.note(Leaf.CORRECTION_ANSWERED, about=about)
