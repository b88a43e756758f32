"""The talks of a consultation, each with what was shared in it."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from alongside.access.gate import Act, writes
from alongside.access.words import Answered, Ref, Refused
from alongside.advice import commands as advice
from alongside.consultations import rules
from alongside.consultations.commands.nameless import refuse_identifying
from alongside.consultations.commands.naming import settle_naming
from alongside.consultations.finding import matter, own_consultation, person_asked, sent_to, spoken_before
from alongside.consultations.models import Consultation, PersonAsked, SpokenRecord, Talk
from alongside.consultations.words import Kind, Leaf, Medium, Right
from alongside.duties import commands as duties
from alongside.duties.words import Owed
from alongside.sharing import commands as sharing
from alongside.sharing import queries as sharing_queries
from alongside.sharing.rules import Matter, Proposal


@dataclass(frozen=True, slots=True)
class RecordedTalk:
    """One conversation as the asker writes it down: both sides, equally. `spoke_with`: who answered a line."""

    medium: Medium
    talked_at: datetime
    said_by_asker: str
    said_by_adviser: str
    why_not_spoken: str = ""
    spoke_with: str = ""
    not_identifying: str = ""


@writes(Right.CONSULTATION_CONTINUE)
def record_talk(act: Act, *, consultation_id: UUID, person_id: UUID, talk: RecordedTalk) -> UUID:
    """Record one talk of a series, held under what is decided now; what was shared is disclosed alongside it.

    Raises Refused without a decision to share (inside the agency: without its procedure), for a talk before it or in
    the future, and for one only in writing that does not say why nobody spoke (rulebook 1.1).
    """
    row = own_consultation(act, consultation_id=consultation_id)
    person = person_asked(row, person_id=person_id)
    about = matter(row, person)
    _refuse_bad_talk(talk, now=act.now)
    words = (talk.said_by_asker, talk.said_by_adviser, talk.why_not_spoken)
    refuse_identifying(act, row=row, texts=words, because=talk.not_identifying)
    adviser_id = person.membership_id or _answered_line(act, person, spoke_with=talk.spoke_with)
    talked = sharing.Talked(row.question, talk.said_by_adviser, talk.medium, talk.talked_at)
    shared_with = replace(about, recipient_membership_id=adviser_id)
    disclosure_id = disclose_to(act, person=person, about=shared_with, talked=talked)
    _refuse_before_deciding(act, row, person, talked_at=talk.talked_at)
    recorded = Talk.objects.create(
        agency_id=row.agency_id,
        case_id=row.case_id,
        author_membership_id=act.ctx.membership_id,
        consultation_id=row.id,
        person_asked=person,
        disclosure_id=disclosure_id,
        medium=talk.medium,
        why_not_spoken=talk.why_not_spoken,
        spoke_with=talk.spoke_with,
        talked_at=talk.talked_at,
        recorded_at=act.now,
        said_by_asker=talk.said_by_asker,
        said_by_adviser=talk.said_by_adviser,
    )
    settle_sent(act, person=person, evidence=Ref("talk", recorded.id))
    settle_naming(act, row=row, evidence=Ref("talk", recorded.id))
    if adviser_id and not advice.reaches(
        act, row=("sharing.Disclosure", disclosure_id), membership_id=adviser_id
    ):
        adviser_id = None  # whoever may not see it is asked for no word on it
    _owe_after_talk(act, row, disclosure_id=disclosure_id, adviser_id=adviser_id)
    spoken = SpokenRecord.objects.filter(consultation_id=row.id).first()
    channel = rules.channel_evidence(
        medium=talk.medium,
        why_not_spoken=talk.why_not_spoken,
        urgency=spoken.urgency if spoken else "",
    )
    follow_channel(act, person=person, about=about, channel=channel)
    act.note(Leaf.TALK_RECORDED, about=Ref("consultation", row.id))
    return recorded.id


def disclose_to(act: Act, *, person: PersonAsked, about: Matter, talked: sharing.Talked) -> UUID:
    """Record what left for one person asked, on what it rests on. Part of the calling deed. Raises Refused."""
    if person.kind == Kind.INTERNAL:
        return sharing.disclose_inside(act, matter=about, talked=talked)
    decision_id = sharing_queries.latest_decision(act, matter=about)
    if decision_id is None:
        raise Refused(
            "Decide first whether you may share. In an emergency ring now, and come back to this afterwards."
        )
    return sharing.disclose(act, matter=about, decision_id=decision_id, talked=talked)


def require_sharing(act: Act, *, person: PersonAsked, about: Matter) -> None:
    """Go on only while what is on record lets one share with one person asked. Raises Refused otherwise."""
    if person.kind == Kind.INTERNAL:
        sharing.require_procedure(act, matter=about)
    else:
        sharing.require_decision(act, matter=about)


def follow_channel(act: Act, *, person: PersonAsked, about: Matter, channel: Proposal) -> None:
    """Answer what the chart asks about how it was shared. Inside an agency no chart was walked."""
    if person.kind == Kind.EXTERNAL:
        sharing.follow_walk(act, matter=about, later=rules.after_a_talk(channel, is_named=about.is_named))


def _refuse_bad_talk(talk: RecordedTalk, *, now: datetime) -> None:
    if talk.talked_at > now:
        raise Refused("Give the time at which you spoke: it cannot be later than now.", field="talked_at")
    if rules.is_written_only(talk.medium) and not talk.why_not_spoken:
        raise Refused("Have you spoken? If not, say why: a talk finds out more.", field="why_not_spoken")


def _refuse_before_deciding(act: Act, row: Consultation, person: PersonAsked, *, talked_at: datetime) -> None:
    """What was said before anybody had decided cannot have been said on that decision.

    A talk that was recorded on one page after it was held is the other way: its first decision is dated by it (G6).
    """
    if person.kind == Kind.INTERNAL or spoken_before(row, person):
        return
    about = matter(row, person)
    if sharing_queries.shared_at(act, matter=about, at=talked_at) is Answered.NO:
        raise Refused(
            "At that time there was no decision to share. Put the time right; or, if you had spoken before you "
            "decided, record that talk under “Record one that has happened”.",
            field="talked_at",
        )


def _answered_line(act: Act, person: PersonAsked, *, spoke_with: str) -> UUID | None:
    """Who on a line had taken the question that was sent to it and was spoken with; None where it was somebody else."""
    if person.line_id is None:
        return None
    return advice.settle_spoken(act, disclosure_ids=sent_to(person), spoke_with=spoke_with)


def settle_sent(act: Act, *, person: PersonAsked, evidence: Ref) -> None:
    """Once the two have spoken, or it is not to be shared, nobody owes a ring about what was sent before."""
    for disclosure_id in sent_to(person):
        about = Ref("disclosure", disclosure_id)
        for owed in (Owed.ANSWER_QUESTION, Owed.RING_LINE):
            duties.discharge(act, what=owed, arising_from=about, evidence=evidence)


def _owe_after_talk(act: Act, row: Consultation, *, disclosure_id: UUID, adviser_id: UUID | None) -> None:
    about = Ref("consultation", row.id)
    duties.owe(
        act,
        what=Owed.OUTCOME,
        by_membership_id=row.author_membership_id,
        arising_from=about,
        agency_id=row.agency_id,
        case_id=row.case_id,
    )
    if adviser_id is None:
        return
    duties.let_in(act, what=Owed.OUTCOME, arising_from=about, membership_id=adviser_id)
    duties.owe_and_tell(
        act,
        what=Owed.CONFIRM_NOTE,
        by_membership_id=adviser_id,
        arising_from=Ref("disclosure", disclosure_id),
        agency_id=row.agency_id,
        case_id=row.case_id,
    )
