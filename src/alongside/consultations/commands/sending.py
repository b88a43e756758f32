"""Asking without having spoken: a question sent to somebody's inbox or to a line, and replies to what is asked back."""

from dataclasses import dataclass
from uuid import UUID

from alongside.access.gate import Act, writes
from alongside.access.words import Ref, Refused
from alongside.advice import commands as advice
from alongside.advice import queries as advice_queries
from alongside.advice.commands import QueuedQuestion
from alongside.advice.words import Wanted
from alongside.consultations import rules
from alongside.consultations.commands.nameless import refuse_identifying
from alongside.consultations.commands.naming import settle_naming
from alongside.consultations.commands.talking import disclose_to, follow_channel, require_sharing
from alongside.consultations.finding import (
    SENT_MOST,
    matter,
    own_consultation,
    person_asked,
    person_told,
    sent_to,
)
from alongside.consultations.models import Consultation, PersonAsked, SentQuestion
from alongside.consultations.words import SENT_THROUGH, Leaf, Right
from alongside.duties import commands as duties
from alongside.duties import queries as duty_queries
from alongside.duties.words import Owed
from alongside.sharing import commands as sharing


@dataclass(frozen=True, slots=True)
class Sent:
    """Why nobody spoke, and for a line the number to ring back on and by when."""

    why_not_spoken: str
    ring_back_on: str = ""
    wanted: Wanted | None = None
    not_identifying: str = ""


@writes(Right.CONSULTATION_CONTINUE)
def send_question(act: Act, *, consultation_id: UUID, person_id: UUID, sent: Sent) -> UUID:
    """Send the question before anybody spoke, and ask to be rung back: what may be shared is disclosed with it.

    Raises Refused without a decision to share, for somebody who is not on Alongside, without a reason (best by
    speaking), for a line without a number to ring back on, and while a question waits with them unanswered.
    """
    row = own_consultation(act, consultation_id=consultation_id)
    person = person_asked(row, person_id=person_id)
    _refuse_unsendable(person, sent)
    _refuse_second(act, person)
    refuse_identifying(act, row=row, texts=(sent.why_not_spoken,), because=sent.not_identifying)
    about = matter(row, person)
    talked = sharing.Talked(row.question, "", SENT_THROUGH, act.now)
    disclosure_id = disclose_to(act, person=person, about=about, talked=talked)
    question = SentQuestion.objects.create(
        agency_id=row.agency_id,
        case_id=row.case_id,
        author_membership_id=act.ctx.membership_id,
        consultation_id=row.id,
        person_asked=person,
        disclosure_id=disclosure_id,
        why_not_spoken=sent.why_not_spoken,
        sent_at=act.now,
    )
    follow_channel(
        act, person=person, about=about, channel=rules.sent_evidence(why_not_spoken=sent.why_not_spoken)
    )
    settle_naming(act, row=row, evidence=Ref("sent_question", question.id))
    if person.line_id is not None:
        queued = QueuedQuestion(sent.ring_back_on, sent.wanted or Wanted.WHEN_YOU_CAN)
        advice.queue_question(act, disclosure_id=disclosure_id, line_id=person.line_id, queued=queued)
    elif person.membership_id is not None:
        _refuse_unreadable(act, person, disclosure_id=disclosure_id, adviser_id=person.membership_id)
        _owe_a_ring(act, row, disclosure_id=disclosure_id, adviser_id=person.membership_id)
    act.note(Leaf.QUESTION_SENT, about=Ref("consultation", row.id))
    return question.id


def _refuse_unsendable(person: PersonAsked, sent: Sent) -> None:
    if person.membership_id is None and person.line_id is None:
        raise Refused(f"{person.name} is not on Alongside, so nothing can be sent there. Ring them.")
    if not sent.why_not_spoken:
        raise Refused("Say why you have not spoken: a talk finds out more.", field="why_not_spoken")
    if person.line_id is not None and not sent.ring_back_on:
        raise Refused("Give the number on which they can ring you back.", field="ring_back_on")
    if person.line_id is not None and sent.wanted is None:
        raise Refused("Say by when you would like to be rung back.", field="wanted")
    if SentQuestion.objects.filter(person_asked_id=person.id).count() >= SENT_MOST:
        raise Refused(f"You have sent this to {person.name} often enough. Ring them: a talk finds out more.")


def _refuse_second(act: Act, person: PersonAsked) -> None:
    """One question at a time: what waits unanswered is rung about, not sent again."""
    for disclosure_id in sent_to(person):
        owed = duty_queries.owed_from(act, arising_from=Ref("disclosure", disclosure_id))
        if owed & {Owed.ANSWER_QUESTION, Owed.RING_LINE}:
            raise Refused(
                f"Your question waits with {person.name} already. Ring them: a talk finds out more."
            )


def _refuse_unreadable(act: Act, person: PersonAsked, *, disclosure_id: UUID, adviser_id: UUID) -> None:
    """Nothing is sent into an inbox in which it would never be seen."""
    if not advice.reaches(act, row=("sharing.Disclosure", disclosure_id), membership_id=adviser_id):
        raise Refused(
            f"{person.name} cannot read this here: the record is restricted, or they know the family. "
            "Ask your safeguarding lead whom to ask instead."
        )


def _owe_a_ring(act: Act, row: Consultation, *, disclosure_id: UUID, adviser_id: UUID) -> None:
    duties.owe_and_tell(
        act,
        what=Owed.ANSWER_QUESTION,
        by_membership_id=adviser_id,
        arising_from=Ref("disclosure", disclosure_id),
        agency_id=row.agency_id,
        case_id=row.case_id,
    )


@writes(Right.CONSULTATION_CONTINUE)
def answer_back(
    act: Act, *, consultation_id: UUID, asked_back_id: UUID, words: str, not_identifying: str = ""
) -> UUID:
    """Reply to what the adviser asked back; without names the words are looked at as everywhere (E15).

    Raises Refused where it is not decided to share with them now: a reply tells them more.
    """
    row = own_consultation(act, consultation_id=consultation_id)
    disclosure_id = advice_queries.asked_back_about(act, asked_back_id=asked_back_id)
    person = person_told(row, disclosure_id=disclosure_id)
    require_sharing(act, person=person, about=matter(row, person))
    refuse_identifying(act, row=row, texts=(words,), because=not_identifying)
    return advice.reply(act, consultation_id=row.id, asked_back_id=asked_back_id, words=words)
