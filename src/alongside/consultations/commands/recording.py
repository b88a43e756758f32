"""Recording a talk that was held already, in an emergency or a corridor: whatever there is time for (rulebook E19)."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from alongside.access.context import day_in_london
from alongside.access.gate import Act, writes
from alongside.access.rows import new_id
from alongside.access.words import Ref, Refused
from alongside.cases import commands as cases
from alongside.consultations.commands.beginning import begun
from alongside.consultations.models import PersonAsked, SpokenRecord
from alongside.consultations.words import Beginning, Checked, Kind, Leaf, Right, Urgency
from alongside.duties import commands as duties
from alongside.duties.words import Owed
from alongside.families import queries as families
from alongside.families.queries import ChildCard
from alongside.families.words import NOT_YET_NAMED

CHILDREN_MOST = 12


@dataclass(frozen=True, slots=True)
class Spoken:
    """What was written down of a talk that had been held. Nothing of it must be there, but something must.

    `child_ids` are children on one's cases; `new_children` the names of others, who come on a case together.
    `spoken_at` is an aware instant; None where nobody wrote it down.
    """

    child_ids: tuple[UUID, ...] = ()
    new_children: tuple[str, ...] = ()
    with_whom: str = ""
    telephone: str = ""
    urgency: Urgency | None = None
    spoken_at: datetime | None = None
    said: str = ""
    heard: str = ""
    done: str = ""


@writes(Right.CONSULTATION_BEGIN)
def record_spoken(act: Act, *, spoken: Spoken) -> UUID:
    """Record on one page what was said already; a consultation for each child, joined as one group (S08).

    The server says when it was recorded; when it was spoken is what the practitioner says (G6). A duty completes it.
    Answers the first consultation. Raises Refused where nothing at all is written, and for a talk in the future.
    """
    _refuse_nothing(spoken)
    if spoken.spoken_at is not None and spoken.spoken_at > act.now:
        raise Refused("Give the time at which you spoke: it cannot be later than now.", field="spoken_at")
    children = _children(act, spoken)
    together_id = new_id() if len(children) > 1 else None
    made = [_record_about(act, child, spoken, together_id) for child in children]
    return made[0]


def _refuse_nothing(spoken: Spoken) -> None:
    words = (spoken.with_whom, spoken.said, spoken.heard, spoken.done)
    if not (any(words) or spoken.child_ids or spoken.new_children):
        raise Refused("Write down at least one thing: who it was about, or what was said. The rest can wait.")
    if len(spoken.child_ids) + len(spoken.new_children) > CHILDREN_MOST:
        raise Refused(
            f"Record at most {CHILDREN_MOST} children here, and the others on a second page.",
            field="new_children",
        )


def _children(act: Act, spoken: Spoken) -> tuple[ChildCard, ...]:
    """The children of one's cases, then those who come on a new case together; one not yet named where none is."""
    known = families.children(act, child_ids=spoken.child_ids)
    for case_id in {child.case_id for child in known}:
        act.admit("cases.Case", case_id)
    today = day_in_london(act.now)
    nobody = f"{NOT_YET_NAMED}, recorded {today.day} {today:%B}"  # so that two of them are told apart
    names = spoken.new_children or (() if known else (nobody,))
    if not names:
        return known
    case_id = cases.begin_work_together(act, names=names)
    return known + families.children_of(act, case_id=case_id)


def _record_about(act: Act, child: ChildCard, spoken: Spoken, together_id: UUID | None) -> UUID:
    consultation_id = begun(act, child=child, beginning=Beginning.ALREADY_SPOKEN, together_id=together_id)
    owner = {
        "agency_id": act.ctx.agency_id,
        "case_id": child.case_id,
        "author_membership_id": act.ctx.membership_id,
        "consultation_id": consultation_id,
    }
    SpokenRecord.objects.create(
        **owner,
        urgency=spoken.urgency or "",
        with_whom=spoken.with_whom,
        telephone=spoken.telephone,
        spoken_at=spoken.spoken_at,
        said=spoken.said,
        heard=spoken.heard,
        done=spoken.done,
        recorded_at=act.now,
    )
    if spoken.with_whom:
        PersonAsked.objects.create(
            **owner,
            kind=Kind.EXTERNAL,
            name=spoken.with_whom[:120],
            role="",
            agency_as_named="",
            telephone=spoken.telephone,
            checked=Checked.NOT_SAID,
            chosen_at=act.now,
        )
    about = Ref("consultation", consultation_id)
    duties.owe(
        act,
        what=Owed.COMPLETE_RECORD,
        by_membership_id=act.ctx.membership_id,
        arising_from=about,
        agency_id=act.ctx.agency_id,
        case_id=child.case_id,
    )
    act.note(Leaf.SPOKEN_RECORDED, about=about)
    return consultation_id
