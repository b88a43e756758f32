"""Beginning a consultation: about a child of one's own case, or without names."""

from uuid import UUID

from alongside.access.gate import Act, writes
from alongside.access.words import Ref
from alongside.consultations.models import Consultation
from alongside.consultations.words import Beginning, Leaf, Mode, Right
from alongside.families import queries as families
from alongside.families.queries import ChildCard


@writes(Right.CONSULTATION_BEGIN)
def begin_consultation(act: Act, *, child_id: UUID) -> UUID:
    """Begin a consultation about a child of one's own case. The case stays where it is (rulebook s.1)."""
    child = families.child(act, child_id=child_id)
    act.admit("cases.Case", child.case_id)
    return begun(act, child=child, beginning=Beginning.QUESTION)


@writes(Right.CONSULTATION_BEGIN)
def begin_no_names(act: Act) -> UUID:
    """Begin a consultation in which nobody is named: it has no case and no child (settled: no names)."""
    return begun(act, child=None, beginning=Beginning.QUESTION)


def begun(
    act: Act, *, child: ChildCard | None, beginning: Beginning, together_id: UUID | None = None
) -> UUID:
    """Lay the row of a consultation: about a child, or without names. Part of the calling deed."""
    consultation = Consultation.objects.create(
        agency_id=act.ctx.agency_id,
        case_id=child.case_id if child else None,
        author_membership_id=act.ctx.membership_id,
        mode=Mode.NAMED if child else Mode.NO_NAMES,
        beginning=beginning,
        about_child_id=child.id if child else None,
        child_as_named=child.name if child else "",
        together_id=together_id,
        begun_at=act.now,
    )
    act.note(Leaf.CONSULTATION_BEGUN, about=Ref("consultation", consultation.id))
    return consultation.id
