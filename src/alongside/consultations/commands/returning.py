"""What somebody who is not on Alongside said to the note of their advice: a slip that came back, or a call."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from alongside.access.context import day_in_london
from alongside.access.gate import Act, writes
from alongside.access.words import NotThere, Ref, Refused
from alongside.advice.words import ON_A_NOTE, NoteState
from alongside.consultations.commands.nameless import refuse_identifying
from alongside.consultations.finding import own_consultation
from alongside.consultations.models import ReturnedSlip, Talk
from alongside.consultations.words import Leaf, Right
from alongside.sharing import queries as sharing


@dataclass(frozen=True, slots=True)
class Returned:
    """What the slip says, and on which day it came back."""

    note_state: NoteState
    returned_on: date
    correction: str = ""
    not_identifying: str = ""


@writes(Right.CONSULTATION_CONTINUE)
def record_slip(act: Act, *, consultation_id: UUID, talk_id: UUID, slip: Returned) -> UUID:
    """Record what came back: from then on the note is no longer the asker's word alone. A later one supersedes.

    Raises NotThere for a talk with somebody who confirms the note themselves; Refused for a day before the talk or
    still to come, and for a correction without words.
    """
    row = own_consultation(act, consultation_id=consultation_id)
    talk = Talk.objects.filter(id=talk_id, consultation_id=row.id).first()
    if talk is None or sharing.disclosure(act, disclosure_id=talk.disclosure_id).to_membership_id is not None:
        raise NotThere
    if slip.note_state not in ON_A_NOTE:
        raise Refused("Say whether they confirmed the note or corrected it.", field="note_state")
    if slip.note_state is NoteState.CORRECTED and not slip.correction:
        raise Refused("Write what they corrected, so that both notes stand side by side.", field="correction")
    if not day_in_london(talk.talked_at) <= slip.returned_on <= day_in_london(act.now):
        raise Refused(
            "Give the day on which it came back: not before you spoke, and not later than today.",
            field="returned_on",
        )
    refuse_identifying(act, row=row, texts=(slip.correction,), because=slip.not_identifying)
    returned = ReturnedSlip.objects.create(
        agency_id=row.agency_id,
        case_id=row.case_id,
        author_membership_id=act.ctx.membership_id,
        talk_id=talk.id,
        note_state=slip.note_state,
        correction=slip.correction,
        returned_on=slip.returned_on,
        recorded_at=act.now,
    )
    act.note(Leaf.SLIP_RETURNED, about=Ref("consultation", row.id))
    return returned.id
