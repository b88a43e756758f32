"""The talk, and the adviser's own side of it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from alongside.access import commands as access
from alongside.access.gate import Act, writes
from alongside.access.words import GrantKind, NotThere, Purpose, Ref, Refused
from alongside.consultations import rules
from alongside.consultations.finding import chosen_person, matter, own_consultation
from alongside.consultations.models import AdviserView, Consultation, Talk
from alongside.consultations.words import Leaf, Medium, NoteState, Right
from alongside.directory.commands import OPEN_END
from alongside.duties import commands as duties
from alongside.duties.words import Owed
from alongside.guidance.words import Evidence
from alongside.notify import commands as notify
from alongside.notify.words import Neutral
from alongside.sharing import commands as sharing
from alongside.sharing import queries as sharing_queries


@dataclass(frozen=True, slots=True)
class RecordedTalk:
    """One conversation as the asker writes it down: both sides, equally."""

    medium: Medium
    talked_at: datetime
    said_by_asker: str
    said_by_adviser: str
    why_not_spoken: str = ""


@writes(Right.CONSULTATION_CONTINUE)
def record_talk(act: Act, *, consultation_id: UUID, talk: RecordedTalk) -> UUID:
    """Record a talk held under the decision in force; what was shared is disclosed to the adviser alongside it.

    Raises Refused without a decision to share, for a talk in the future, and for one only in writing that does
    not say why nobody spoke (rulebook 1.1).
    """
    row = own_consultation(act, consultation_id=consultation_id)
    person = chosen_person(row)
    about = matter(row, person)
    decision_id = sharing_queries.latest_decision(act, matter=about)
    if decision_id is None:
        raise Refused(
            "Decide first whether you may share. In an emergency ring now, and come back to this afterwards."
        )
    if talk.talked_at > act.now:
        raise Refused("Give the time at which you spoke: it cannot be later than now.", field="talked_at")
    if rules.is_written_only(talk.medium) and not talk.why_not_spoken:
        raise Refused("Have you spoken? If not, say why: a talk finds out more.", field="why_not_spoken")
    recorded = Talk.objects.create(
        agency_id=row.agency_id,
        case_id=row.case_id,
        author_membership_id=act.ctx.membership_id,
        consultation_id=row.id,
        person_asked=person,
        medium=talk.medium,
        why_not_spoken=talk.why_not_spoken,
        talked_at=talk.talked_at,
        recorded_at=act.now,
        said_by_asker=talk.said_by_asker,
        said_by_adviser=talk.said_by_adviser,
    )
    disclosure_id = sharing.disclose(
        act,
        matter=about,
        decision_id=decision_id,
        talked=sharing.Talked(row.question, talk.said_by_adviser, talk.medium, talk.talked_at),
    )
    _owe_after_talk(act, row, disclosure_id=disclosure_id, adviser_id=person.membership_id)
    channel = rules.channel_evidence(medium=talk.medium, why_not_spoken=talk.why_not_spoken)
    sharing.follow_walk(act, matter=about, later={Evidence.CHANNEL: channel})
    act.note(Leaf.TALK_RECORDED, about=Ref("consultation", row.id))
    return recorded.id


@writes(Right.VIEW_GIVE)
def give_view(act: Act, *, disclosure_id: UUID, note_state: NoteState, correction: str, view: str) -> UUID:
    """Confirm or correct the note of one's own advice, and add one's own view: equal to the asker's.

    The row belongs to the adviser's agency and is shown to the asker's case. Raises NotThere for
    anyone but the person to whom it was disclosed; Refused when a view was given already.
    """
    shared = sharing_queries.disclosure(act, disclosure_id=disclosure_id)
    if shared.to_membership_id != act.ctx.membership_id or shared.asker_case_id is None:
        raise NotThere
    if AdviserView.objects.filter(disclosure_id=disclosure_id).exists():
        raise Refused("You have answered this already. What you wrote is kept as it was.")
    if note_state is NoteState.CORRECTED and not correction:
        raise Refused("Write what you said, so that both notes stand side by side.", field="correction")
    row = AdviserView.objects.create(
        agency_id=act.ctx.agency_id,
        author_membership_id=act.ctx.membership_id,
        consultation_id=shared.arising_from.id,
        disclosure_id=disclosure_id,
        note_state=note_state,
        correction=correction,
        view=view,
        given_at=act.now,
    )
    access.grant(
        act,
        kind=GrantKind.AUDIENCE,
        whom=access.Whom(agency_id=shared.asker_agency_id, case_id=shared.asker_case_id, row_id=row.id),
        purpose=Purpose.CONSULTATION,
        reason="The view they asked for",
        until=OPEN_END,
    )
    about = Ref("disclosure", disclosure_id)
    duties.discharge(act, what=Owed.CONFIRM_NOTE, arising_from=about, evidence=Ref("adviser_view", row.id))
    notify.tell(act, to_membership_id=shared.asker_membership_id, that=Neutral.SOMETHING_WAITS)
    act.note(Leaf.VIEW_GIVEN, about=about)
    return row.id


def _owe_after_talk(act: Act, row: Consultation, *, disclosure_id: UUID, adviser_id: UUID | None) -> None:
    owner = {"agency_id": row.agency_id, "case_id": row.case_id}
    about = Ref("consultation", row.id)
    duties.owe(act, what=Owed.OUTCOME, by_membership_id=row.author_membership_id, arising_from=about, **owner)
    if adviser_id is None:
        return
    duties.owe(
        act,
        what=Owed.CONFIRM_NOTE,
        by_membership_id=adviser_id,
        arising_from=Ref("disclosure", disclosure_id),
        **owner,
    )
    notify.tell(act, to_membership_id=adviser_id, that=Neutral.SOMETHING_WAITS)
