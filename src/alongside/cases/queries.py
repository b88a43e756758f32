"""The reads of cases."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from alongside.access.gate import Act, Look, finds, reads
from alongside.access.words import NotThere
from alongside.cases.models import Case
from alongside.cases.words import Concern, Right


@dataclass(frozen=True, slots=True)
class CaseHead:
    """What anyone admitted to a case may know of it."""

    id: UUID
    agency_id: UUID
    opened_at: datetime
    concern: Concern


@reads(Right.CASE_OPEN)
def case_head(look: Look, *, case_id: UUID) -> CaseHead:
    """The head of a case. Raises NotThere."""
    row = Case.objects.filter(id=case_id).first()
    if row is None:
        raise NotThere
    return _head(row)


@finds
def case(act: Act, *, case_id: UUID) -> CaseHead:
    """The head of a case, for a deed. Raises NotThere."""
    row = act.among(Case.objects.filter(id=case_id)).first()
    if row is None:
        raise NotThere
    return _head(row)


@finds
def begun_by(act: Act, *, case_id: UUID) -> UUID | None:
    """Whose work a case is, for a deed that owes them something: a membership's key; None where there is no such case."""
    return Case.objects.filter(id=case_id).values_list("author_membership_id", flat=True).first()


def _head(row: Case) -> CaseHead:
    return CaseHead(row.id, row.agency_id, row.opened_at, Concern(row.concern))
