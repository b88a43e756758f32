"""May I share? The walk and the decision for one person asked; inside an agency, its own procedure."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from alongside.access.gate import Act, writes
from alongside.access.words import Ref, Refused
from alongside.advice import commands as advice
from alongside.consultations.commands.concluding import conclude, has_begun, is_refused_to_all
from alongside.consultations.commands.nameless import refuse_identifying
from alongside.consultations.commands.talking import settle_sent
from alongside.consultations.finding import matter, own_consultation, person_asked, sent_to, spoken_before
from alongside.consultations.models import Consultation, PersonAsked
from alongside.consultations.words import Kind, OutcomeKind, Right
from alongside.sharing import commands as sharing
from alongside.sharing import queries as sharing_queries
from alongside.sharing.rules import Matter
from alongside.sharing.words import Followed, Included


@writes(Right.CONSULTATION_CONTINUE)
def answer_question(
    act: Act,
    *,
    consultation_id: UUID,
    person_id: UUID,
    answered: sharing.Answered,
    not_identifying: str = "",
) -> None:
    """Answer one question of the chart for one person asked; without names the words are looked at (E15)."""
    row = own_consultation(act, consultation_id=consultation_id)
    words = (answered.reason, answered.advice_summary)
    refuse_identifying(act, row=row, texts=words, because=not_identifying)
    about = matter(row, person_asked(row, person_id=person_id))
    sharing.answer_question(act, matter=about, answered=answered)


@writes(Right.CONSULTATION_CONTINUE)
def decide_sharing(
    act: Act,
    *,
    consultation_id: UUID,
    person_id: UUID,
    judged: sharing.Judged,
    not_identifying: str = "",
) -> UUID:
    """Decide whether to share with one person asked; without names the words are looked at (E15).

    Once sharing is decided against for everybody before anybody was spoken with or shown the question, the
    consultation ends unheld, and the family is told that too. What waits for whom it is decided against is withdrawn.
    Raises Refused for a colleague of one's own agency: its procedure holds in place of the chart.
    """
    row = own_consultation(act, consultation_id=consultation_id)
    person = person_asked(row, person_id=person_id)
    if person.kind == Kind.INTERNAL:
        raise Refused(
            "You work for the same agency: follow its own procedure in place of the chart (practice guide)."
        )
    words = (judged.reasons, judged.necessity, judged.alternative_action, judged.review_trigger)
    refuse_identifying(act, row=row, texts=words, because=not_identifying)
    about = matter(row, person)
    if judged.outcome == "SHARE":
        _refuse_nothing_listed(act, about)
        judged = replace(judged, decided_at=_when(act, row, person))
    decision_id = sharing.decide(act, matter=about, judged=judged)
    if judged.outcome != "SHARE":
        advice.withdraw_sent(act, disclosure_ids=sent_to(person))
        settle_sent(act, person=person, evidence=Ref("decision", decision_id))
        if not has_begun(act, row=row) and is_refused_to_all(act, row=row):
            conclude(act, row=row, kind=OutcomeKind.NOT_HELD, words=judged.reasons)
    return decision_id


def _refuse_nothing_listed(act: Act, about: Matter) -> None:
    items = sharing_queries.sharing(act, matter=about).record.items
    if not any(item.included is Included.SHARE for item in items):
        raise Refused(
            f"Nothing is listed for {about.recipient}. Say first, under “What exactly”, what you would share with them."
        )


def _when(act: Act, row: Consultation, person: PersonAsked) -> datetime | None:
    """When sharing was decided: of a talk recorded afterwards, the first time was when it was held (G6, S08)."""
    spoken = spoken_before(row, person)
    if spoken is None:
        return None
    if sharing_queries.latest_decision(act, matter=matter(row, person)) is not None:
        return None
    return spoken.spoken_at


@writes(Right.CONSULTATION_CONTINUE)
def follow_procedure(
    act: Act, *, consultation_id: UUID, person_id: UUID, followed: Followed, words: str, seen: str = ""
) -> UUID:
    """Record that the agency's own procedure was followed for a colleague inside it (practice guide: internal).

    `seen` is the edition that the page showed, empty where no page did.
    """
    row = own_consultation(act, consultation_id=consultation_id)
    person = person_asked(row, person_id=person_id)
    if person.kind != Kind.INTERNAL:
        raise Refused("They work for another agency: the chart decides whether you may share.")
    return sharing.follow_procedure(
        act, matter=matter(row, person), followed=followed, words=words, seen=seen
    )
