"""Somebody complains: it is kept as theirs, and a safeguarding lead owes an answer."""

from datetime import date
from typing import Any
from uuid import UUID

from alongside.access import commands as access
from alongside.access import queries as access_queries
from alongside.access.gate import Act, keeps, writes
from alongside.access.words import Ref, Refused, Standing
from alongside.directory import queries as directory
from alongside.directory.queries import MemberCard
from alongside.duties import commands as duties
from alongside.duties.words import Owed
from alongside.voice import speaking
from alongside.voice.commands.answering import lay_answer
from alongside.voice.models import Complaint
from alongside.voice.speaking import Speaker
from alongside.voice.words import Leaf, Right, Taken

LISTED_MOST = 100


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
def who_answers_instead(act: Act, *, child_id: UUID) -> dict[UUID, tuple[str, ...]]:
    """Who answers each complaint about one child that this person reads and may not answer, by name, by its key.

    What was answered is not among them, nor what they may answer themselves. Nothing is written.
    """
    rows = act.among(Complaint.objects.filter(about_child_id=child_id, answered_at__isnull=True))
    leads = {row.id: _who_may(act, row) for row in rows.order_by("-recorded_at", "-id")[:LISTED_MOST]}
    return {
        key: tuple(card.name for card in cards)
        for key, cards in leads.items()
        if cards and act.ctx.membership_id not in {card.id for card in cards}
    }


def _who_may(act: Act, row: Complaint) -> tuple[MemberCard, ...]:
    """The leads who may answer a complaint: they can read it, and neither wrote it down nor opened the link it came by.

    Where there is none it is for whoever owes it, on the case.
    """
    cards = (directory.card_of(lead) for lead in access_queries.overseers(act, agency_id=row.agency_id))
    return tuple(
        card
        for card in cards
        if card
        and card.id != row.author_membership_id
        and act.seen_by(
            "voice.Complaint",
            row.id,
            membership_id=card.id,
            practitioner_id=card.practitioner_id,
            agency_id=card.agency_id,
        )
    )


@writes(Right.COMPLAINT_ANSWER)
def answer_complaint(act: Act, *, complaint_id: UUID, words: str) -> None:
    """Answer a complaint: a safeguarding lead does, where there is one who may. They read it at their own page.

    Nobody answers what may be about themselves, unless nobody else can. Raises Refused without words, and NotThere.
    """
    act.admit("voice.Complaint", complaint_id)
    row = Complaint.objects.get(id=complaint_id)
    may = _who_may(act, row)
    if may and act.ctx.membership_id not in {card.id for card in may}:
        wrote = row.author_membership_id == act.ctx.membership_id
        why = (
            "You wrote it down, or opened their link." if wrote else "It may be about whoever is on the case."
        )
        raise Refused(f"{why} A safeguarding lead answers it.")
    lay_answer(act, row=row, words=words, missing="Write your answer: they read it.")
    about = Ref("complaint", row.id)
    duties.discharge(act, what=Owed.ANSWER_COMPLAINT, arising_from=about, evidence=about)
    act.note(Leaf.COMPLAINT_ANSWERED, about=about)
