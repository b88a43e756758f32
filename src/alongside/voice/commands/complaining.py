"""Somebody complains: it is kept as theirs, and a safeguarding lead owes an answer."""

from datetime import date
from typing import Any
from uuid import UUID

from alongside.access import commands as access
from alongside.access import queries as access_queries
from alongside.access.gate import Act, keeps, writes
from alongside.access.words import Ref, Refused, Standing
from alongside.directory import queries as directory
from alongside.duties import commands as duties
from alongside.duties.words import Owed
from alongside.families import queries as families
from alongside.voice import speaking
from alongside.voice.models import Complaint
from alongside.voice.speaking import Speaker
from alongside.voice.words import Leaf, Right, Taken


@writes(Right.COMPLAINT_SAY, to=(Standing.FAMILY,))
def complain(act: Act, *, words: str, language: str = "en") -> UUID:
    """Complain at one's own private link. It goes to the safeguarding leads, not to whoever it may be about alone."""
    who = speaking.at_their_own_page(act)
    common = speaking.columns(act, who, about=None, taken=Taken.THEMSELVES, language=language)
    return _lay(act, who, common, words)


@writes(Right.COMPLAINT_KEEP)
def record_complaint(
    act: Act, *, child_id: UUID, adult_id: UUID | None, words: str, said_on: date | None = None
) -> UUID:
    """Write down a complaint for one person of the family, as they said it."""
    who = speaking.heard_from(act, child_id=child_id, adult_id=adult_id)
    common = speaking.columns(act, who, about=None, taken=Taken.TYPED, language="en", said_on=said_on)
    return _lay(act, who, common, words)


def _lay(act: Act, who: Speaker, common: dict[str, Any], words: str) -> UUID:
    if not words:
        raise Refused("Write what the complaint is about.", field="words")
    row = Complaint.objects.create(**common, words=words)
    access.address_to_family(act, reader_id=who.reader_id, row_id=row.id)
    owed: dict[str, Any] = {
        "what": Owed.ANSWER_COMPLAINT,
        "arising_from": Ref("complaint", row.id),
        "agency_id": row.agency_id,
        "case_id": row.case_id,
    }
    if not duties.owe_to_leads(act, row="voice.Complaint", **owed):
        duties.owe(act, by_membership_id=row.author_membership_id, **owed)
    act.note(Leaf.COMPLAINT_MADE, about=Ref("complaint", row.id))
    return row.id


@keeps(Right.COMPLAINT_ANSWER)
def who_answers_instead(act: Act, *, child_id: UUID) -> tuple[str, ...]:
    """Who answers the complaints about one child that this person wrote down, or that came by a link of theirs, by name.

    Empty where nobody else leads on safeguarding, so that they answer themselves. Nothing is written. Raises NotThere.
    """
    child = families.child(act, child_id=child_id)
    leads = access_queries.overseers(act, agency_id=child.agency_id)
    cards = (directory.card_of(each) for each in leads if each != act.ctx.membership_id)
    return tuple(card.name for card in cards if card)


@writes(Right.COMPLAINT_ANSWER)
def answer_complaint(act: Act, *, complaint_id: UUID, words: str) -> None:
    """Answer a complaint. They read the answer at their own page. Raises Refused without words, and NotThere."""
    act.admit("voice.Complaint", complaint_id)
    row = Complaint.objects.get(id=complaint_id)
    leads = set(access_queries.overseers(act, agency_id=row.agency_id)) - {act.ctx.membership_id}
    if row.author_membership_id == act.ctx.membership_id and leads:
        raise Refused("You wrote it down, or opened their link. A safeguarding lead answers it.")
    if row.answered_at is not None:
        raise Refused("This has been answered. Open it again to see how.")
    if not words:
        raise Refused("Write your answer: they read it.", field="words")
    speaking.refuse_answer(act, row=row, words=words, field="words")
    row.answer_words, row.answered_at, row.answered_by_id = words, act.now, act.ctx.membership_id
    row.save(update_fields=["answer_words", "answered_at", "answered_by"])
    about = Ref("complaint", row.id)
    duties.discharge(act, what=Owed.ANSWER_COMPLAINT, arising_from=about, evidence=about)
    act.note(Leaf.COMPLAINT_ANSWERED, about=about)
