"""The writes of cases: opening one, letting people in, keeping people out."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from alongside.access import commands as access
from alongside.access.commands import OPEN_END
from alongside.access.gate import Act, writes
from alongside.access.words import GrantKind, NotThere, Purpose, Ref
from alongside.cases.models import Case
from alongside.cases.words import Concern, Leaf, Right
from alongside.directory import queries as directory
from alongside.duties import commands as duties
from alongside.families import commands as families
from alongside.families import queries as families_asked
from alongside.families.commands import RelatedAdult
from alongside.reliance import commands as reliance

# Admission is justified again after this; whoever opened the case keeps it until it closes.
ADMITTED_FOR = timedelta(days=90)
RESTRICTED_FOR = timedelta(days=90)


@writes(Right.CASE_OPEN)
def open_case(act: Act) -> UUID:
    """Begin work about a child or sibling group; whoever begins it is admitted."""
    case = _case_row(act, author_membership_id=act.ctx.membership_id)
    _admit_for_good(act, case.id, act.ctx.membership_id, "Opened the case")
    act.note(Leaf.CASE_OPENED, about=Ref("case", case.id))
    return case.id


@dataclass(frozen=True, slots=True)
class NewChild:
    """A child as first written down; `born_on` is None where it is not known, or before birth (`expected_on`)."""

    name: str
    born_on: date | None
    expected_on: date | None = None


@writes(Right.CASE_OPEN)
def begin_work(act: Act, *, child: NewChild, adult: RelatedAdult | None) -> UUID:
    """Begin work about a child, with one adult around them where one is known: one deed, one leaf.

    Answers the child's id.
    """
    case_id = open_case(act)
    child_id = families.add_child(
        act, case_id=case_id, name=child.name, born_on=child.born_on, expected_on=child.expected_on
    )
    if adult is not None:
        families.add_adult(act, child_id=child_id, adult=adult)
    return child_id


@writes(Right.CASE_OPEN)
def begin_work_together(act: Act, *, names: tuple[str, ...]) -> UUID:
    """Begin work about children met together, known by name alone; answers their case. What is not known stays unknown."""
    case_id = open_case(act)
    for name in names:
        families.add_child(act, case_id=case_id, name=name, born_on=None)
    return case_id


@writes(Right.CASE_ADMIT)
def admit_member(act: Act, *, case_id: UUID, membership_id: UUID, purpose: Purpose, reason: str) -> UUID:
    """Let a practitioner of any agency work on a case of one's own agency, for 90 days, for a stated purpose."""
    _own_case(act, case_id)
    directory.member(act, membership_id=membership_id)
    grant_id = access.grant(
        act,
        kind=GrantKind.ADMITTED,
        whom=access.Whom(membership_id=membership_id, case_id=case_id),
        purpose=purpose,
        reason=reason,
        until=act.now + ADMITTED_FOR,
    )
    act.note(Leaf.CASE_ADMITTED, about=Ref("case", case_id))
    return grant_id


@writes(Right.CONFLICT_DECLARE)
def declare_conflict(act: Act, *, case_id: UUID, membership_id: UUID, reason: str) -> UUID:
    """Make a case not exist for a practitioner who is related to, or knows, the family (E16)."""
    _own_case(act, case_id)
    member = directory.member(act, membership_id=membership_id)
    conflict_id = access.declare_conflict(
        act,
        practitioner_id=member.practitioner_id,
        case_id=case_id,
        row_id=None,
        reason=reason,
        until=OPEN_END,
    )
    act.note(Leaf.CONFLICT_DECLARED, about=Ref("case", case_id))
    return conflict_id


@writes(Right.CASE_RESTRICT)
def restrict_case(act: Act, *, case_id: UUID, named: tuple[UUID, ...], reason: str) -> UUID:
    """Restrict a case to named people, whoever restricts it among them, for 90 days (rulebook 8.5)."""
    _own_case(act, case_id)
    seal_id = access.seal(
        act,
        case_id=case_id,
        reason=reason,
        until=act.now + RESTRICTED_FOR,
        named=tuple({act.ctx.membership_id, *named}),
    )
    act.note(Leaf.CASE_RESTRICTED, about=Ref("case", case_id))
    return seal_id


@dataclass(frozen=True, slots=True)
class Adopted:
    """A child after an adoption: the new name, who alone may open the earlier record, and who works with the child."""

    name: str
    officer_membership_id: UUID
    worker_membership_id: UUID
    reason: str


@writes(Right.ADOPTION_SEAL)
def seal_adoption(act: Act, *, child_id: UUID, adopted: Adopted) -> None:
    """Seal a child's record at an adoption order and begin a new one that nothing links to it (E10).

    From this moment the earlier record is there for the named officer alone: a search for the old name, oversight and
    whoever did this deed find nothing, and what was owed in it is the officer's to do. The new record is there for the
    officer and the worker. The leaf names the closed link and neither child. Raises NotThere for a case, an officer or
    a worker of another agency.
    """
    child = families_asked.child(act, child_id=child_id)
    _own_case(act, child.case_id)
    for membership_id in (adopted.officer_membership_id, adopted.worker_membership_id):
        if directory.member(act, membership_id=membership_id).agency_id != act.ctx.agency_id:
            raise NotThere
    case_id = _case_row(act, author_membership_id=adopted.officer_membership_id).id
    after = families.AfterAdoption(case_id, adopted.name, adopted.officer_membership_id, adopted.reason)
    adoption_id = families.begin_after_adoption(act, child_id=child_id, after=after)
    officer, worker = adopted.officer_membership_id, adopted.worker_membership_id
    _admit_for_good(act, child.case_id, officer, "Keeps the sealed record")
    for membership_id in {officer, worker}:
        _admit_for_good(act, case_id, membership_id, "Named when the record was begun")
    access.seal(act, case_id=child.case_id, reason="Adoption", until=OPEN_END, named=(officer,))
    sealed = Ref("adoption", adoption_id)
    reliance.hand_over(act, case_id=child.case_id, to_membership_id=officer)
    duties.hand_over(act, case_id=child.case_id, to_membership_id=officer, evidence=sealed)
    act.note(Leaf.ADOPTION_SEALED, about=sealed)


@writes(Right.CONCERN_RAISE)
def raise_concern(act: Act, *, case_id: UUID) -> None:
    """Record that the case carries an open concern of significant harm; guard G1 reads it from now on."""
    _own_case(act, case_id)
    Case.objects.filter(id=case_id, concern=Concern.NONE_RECORDED).update(
        concern=Concern.SIGNIFICANT_HARM, concern_at=act.now, concern_by=act.ctx.membership_id
    )
    act.note(Leaf.CONCERN_RAISED, about=Ref("case", case_id))


def _own_case(act: Act, case_id: UUID) -> None:
    act.admit("cases.Case", case_id)
    if not Case.objects.filter(id=case_id, agency_id=act.ctx.agency_id).exists():
        raise NotThere


def _case_row(act: Act, *, author_membership_id: UUID) -> Case:
    return Case.objects.create(
        agency_id=act.ctx.agency_id,
        author_membership_id=author_membership_id,
        opened_at=act.now,
        concern=Concern.NONE_RECORDED,
    )


def _admit_for_good(act: Act, case_id: UUID, membership_id: UUID, reason: str) -> None:
    access.grant(
        act,
        kind=GrantKind.ADMITTED,
        whom=access.Whom(membership_id=membership_id, case_id=case_id),
        purpose=Purpose.DIRECT_WORK,
        reason=reason,
        until=OPEN_END,
    )
