"""The end of a consultation: what was decided, and who in the family was told."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from alongside.access.context import day_in_london
from alongside.access.gate import Act, writes
from alongside.access.words import Ref, Refused
from alongside.advice import queries as advice
from alongside.consent import queries as consent
from alongside.consultations import rules
from alongside.consultations.commands.nameless import refuse_identifying
from alongside.consultations.commands.noticing import WrittenAlready, may_write, write_outcome
from alongside.consultations.commands.stepping import owe_first_step
from alongside.consultations.finding import matter, own_consultation, people_asked
from alongside.consultations.models import Consultation, Outcome, SentQuestion, SpokenRecord, Talk
from alongside.consultations.words import CHOSEN_OUTCOMES, ChildView, Kind, Leaf, OutcomeKind, Right
from alongside.duties import commands as duties
from alongside.duties.words import Owed
from alongside.involvement import commands as involvement
from alongside.involvement import queries as involvement_queries
from alongside.involvement.commands import ToldPerson
from alongside.involvement.queries import TellingCard
from alongside.involvement.rules import is_settled, is_told
from alongside.involvement.words import Told
from alongside.sharing import commands as sharing
from alongside.sharing import queries as sharing_queries

SENT_AT_ALL_MOST = 200


@dataclass(frozen=True, slots=True)
class ChildsView:
    """How the child's own view counted, or why it was not sought; in words where the word alone does not say it."""

    how: ChildView
    words: str = ""


def _refuse_view_unsaid(row: Consultation, view: ChildsView | None) -> None:
    if row.about_child_id is None:
        return
    if view is None:
        raise Refused("Say how the child’s view counted, or why you did not ask.", field="child_view")
    if view.how in {ChildView.WEIGHED, ChildView.OTHER} and not view.words:
        field = "view_counted" if view.how is ChildView.WEIGHED else "view_reason"
        raise Refused("Say it in a sentence, so that a reader can follow it.", field=field)


@writes(Right.CONSULTATION_CONTINUE)
def record_outcome(
    act: Act,
    *,
    consultation_id: UUID,
    kind: OutcomeKind,
    words: str,
    view: ChildsView | None = None,
    done_by: date | None = None,
    not_identifying: str = "",
) -> UUID:
    """Record what was decided together. Not a referral unless that was decided (the practice guide).

    A next step that nothing here sends is owed from now on: a referral at once, the others by the day that was
    agreed (`done_by`) or else by their own clock. `view` says how the child's view counted, or why it was not sought;
    None where nobody is named. Raises Refused before there was a talk, or at the least an answer in writing.
    """
    row = own_consultation(act, consultation_id=consultation_id)
    if kind not in CHOSEN_OUTCOMES:
        raise Refused("Choose what you decided together.", field="kind")
    heard = Talk.objects.filter(consultation_id=row.id).exists()
    if not heard and not advice.has_answer(act, consultation_id=row.id):
        raise Refused("Record the conversation first, so that what was decided has something to rest on.")
    if done_by is not None and done_by < day_in_london(act.now):
        raise Refused("Give a day that is still to come, or leave it empty.", field="done_by")
    _refuse_view_unsaid(row, view)
    refuse_identifying(act, row=row, texts=(words,), because=not_identifying)
    about = Ref("consultation", row.id)
    outcome_id = conclude(act, row=row, kind=kind, words=words, view=view)
    owe_first_step(act, row=row, kind=kind, done_by=done_by)
    for owed in (Owed.OUTCOME, Owed.COMPLETE_RECORD, Owed.HEED_HARM):
        duties.discharge(act, what=owed, arising_from=about, evidence=Ref("outcome", outcome_id))
    return outcome_id


@writes(Right.CONSULTATION_CONTINUE)
def record_not_held(act: Act, *, consultation_id: UUID, words: str, not_identifying: str = "") -> UUID:
    """End a consultation before anybody was spoken with: it was not needed any more, or begun by mistake.

    What was written stays on record. Whoever of the family was asked is told that too. Raises Refused once somebody
    was spoken with or has the question (unless sharing was decided against since), and where it has ended already.
    """
    row = own_consultation(act, consultation_id=consultation_id)
    if not words:
        raise Refused("Say why it is not held, so that a reader can follow it.", field="words")
    if SpokenRecord.objects.filter(consultation_id=row.id).exists():
        raise Refused("You have spoken already. Complete what you recorded.")
    if Talk.objects.filter(consultation_id=row.id).exists():
        raise Refused("You have spoken already. Record what you decided together.")
    if has_begun(act, row=row) and not is_refused_to_all(act, row=row):
        raise Refused("They have your question. Ring them, say that it is over, and record that talk.")
    refuse_identifying(act, row=row, texts=(words,), because=not_identifying)
    about = Ref("consultation", row.id)
    outcome_id = conclude(act, row=row, kind=OutcomeKind.NOT_HELD, words=words)
    duties.discharge(act, what=Owed.COMPLETE_RECORD, arising_from=about, evidence=Ref("outcome", outcome_id))
    return outcome_id


def has_begun(act: Act, *, row: Consultation) -> bool:
    """Whether anybody was spoken with, or shown a question that was sent."""
    sent = SentQuestion.objects.filter(consultation_id=row.id).values_list("disclosure_id", flat=True)
    talks = Talk.objects.filter(consultation_id=row.id)
    return talks.exists() or advice.has_reached_anybody(
        act, disclosure_ids=frozenset(sent[:SENT_AT_ALL_MOST])
    )


def is_refused_to_all(act: Act, *, row: Consultation) -> bool:
    """Whether sharing is decided against for everybody asked."""
    about = Ref("consultation", row.id)
    refused = {
        line.recipient_id
        for line in sharing_queries.decisions(act, arising_from=about)
        if line.outcome != "SHARE"
    }
    return all(matter(row, person).recipient_id in refused for person in people_asked(row))


def conclude(
    act: Act, *, row: Consultation, kind: OutcomeKind, words: str, view: ChildsView | None = None
) -> UUID:
    """Lay the row of an outcome, and owe that the family is told. Part of the calling deed."""
    outcome = Outcome.objects.create(
        agency_id=row.agency_id,
        case_id=row.case_id,
        author_membership_id=act.ctx.membership_id,
        consultation_id=row.id,
        kind=kind,
        words=words,
        child_view=view.how if view else "",
        child_view_words=view.words if view else "",
        decided_at=act.now,
    )
    if _family_waits(act, row, kind):
        _owe_telling(act, row)
    act.note(Leaf.OUTCOME_RECORDED, about=Ref("consultation", row.id))
    return outcome.id


def _family_waits(act: Act, row: Consultation, kind: OutcomeKind) -> bool:
    about = Ref("consultation", row.id)
    return rules.family_waits(
        is_named=row.about_child_id is not None,
        unheld=kind is OutcomeKind.NOT_HELD,
        asked=[answer.status for answer in consent.answers(act, arising_from=about)],
        decided=bool(sharing_queries.decisions(act, arising_from=about)),
    )


def _owe_telling(act: Act, row: Consultation) -> None:
    duties.owe(
        act,
        what=Owed.TELL_FAMILY,
        by_membership_id=row.author_membership_id,
        arising_from=Ref("consultation", row.id),
        agency_id=row.agency_id,
        case_id=row.case_id,
    )


@writes(Right.CONSULTATION_CONTINUE)
def record_telling(
    act: Act, *, consultation_id: UUID, people: tuple[ToldPerson, ...], how: str, family_words: str = ""
) -> None:
    """Record who in the family was told of the outcome, per person. While anyone is not yet told, the duty stands.

    Whoever was told is written to as well, with one's own plain words (`family_words`): the notice that they can read
    again (rulebook 5.2). Telling everyone answers the last node of the chart and closes the decision. Raises Refused
    for words that name another relative.
    """
    row = own_consultation(act, consultation_id=consultation_id)
    if row.about_child_id is None:
        raise Refused("Nobody is named in this consultation, so there is nobody to tell.")
    first = Outcome.objects.filter(consultation_id=row.id).order_by("decided_at").first()
    if first is None:
        raise Refused("Record first what was decided, so that there is something to tell.")
    about = Ref("consultation", row.id)
    involvement.record_telling(
        act,
        child_id=row.about_child_id,
        arising_from=about,
        people=people,
        how=how,
        decided_on=_decided_on(row, first),
    )
    for person in people:
        told = person.told in {Told.INFORMED, Told.ALREADY_AWARE}
        if told and may_write(act, row=row, adult_id=person.adult_id):
            with suppress(WrittenAlready):
                write_outcome(act, consultation_id=row.id, adult_id=person.adult_id, words=family_words)
    settle_telling(act, row=row)


def _decided_on(row: Consultation, first: Outcome) -> date:
    """The first day on which there was something to tell: of what was written down afterwards, that of the talk."""
    spoken = SpokenRecord.objects.filter(consultation_id=row.id).values_list("spoken_at", flat=True)
    talks = Talk.objects.filter(consultation_id=row.id).values_list("talked_at", flat=True)
    return day_in_london(
        min(filter(None, (first.decided_at, *spoken[:1], *talks.order_by("-talked_at")[:1])))
    )


def settle_telling(act: Act, *, row: Consultation) -> None:
    """Once nobody is to be told now, settle the duty; once nobody waits for a word either, end the walks."""
    about = Ref("consultation", row.id)
    latest = involvement_queries.tellings(act, arising_from=about)
    standing = [(telling.told, telling.authorisation) for telling in latest]
    if is_told(standing):
        duties.discharge(act, what=Owed.TELL_FAMILY, arising_from=about, evidence=about)
    if not is_settled(standing):
        return
    said = "; ".join(map(_said, latest)) + "."
    later = rules.telling_evidence([each.told for each in latest], said=said)
    for person in people_asked(row):
        one = matter(row, person)
        if person.kind == Kind.EXTERNAL and sharing_queries.latest_decision(act, matter=one) is not None:
            sharing.follow_walk(act, matter=one, later=later)


def _said(telling: TellingCard) -> str:
    if telling.told is not Told.WITHHELD or telling.ground is None or telling.review_on is None:
        return f"{telling.name}: {telling.told.label.lower()}"
    on = f"{telling.review_on.day} {telling.review_on:%B %Y}"
    return (
        f"{telling.name}: withheld ({telling.ground.label.lower()}), authorised by {telling.authorised_by}, "
        f"looked at again on {on}"
    )
