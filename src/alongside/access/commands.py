"""The writes of the access rule. Any room lets someone in, or shuts them out, through here and inside its deed."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

from alongside.access import receipts
from alongside.access.gate import Act, keeps
from alongside.access.models import Conflict, Draft, Grant, Seal
from alongside.access.words import Answered, GrantKind, NotThere, Purpose, Right

DRAFT_LIFE = timedelta(days=14)
OPEN_END = datetime(2100, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Whom:
    """To whom or what a grant applies; each kind needs its own (see the constraint on the table)."""

    membership_id: UUID | None = None
    agency_id: UUID | None = None
    case_id: UUID | None = None
    row_id: UUID | None = None


def grant(
    act: Act,
    *,
    kind: GrantKind,
    whom: Whom,
    purpose: Purpose,
    reason: str,
    until: datetime,
    starts: datetime | None = None,
) -> UUID:
    """Let someone in until a moment. Part of the calling deed, whose leaf speaks for it."""
    return Grant.objects.create(
        kind=kind,
        membership_id=whom.membership_id,
        agency_id=whom.agency_id,
        case_id=whom.case_id,
        row_id=whom.row_id,
        purpose=purpose,
        reason=reason,
        from_at=starts or act.now,
        until_at=until,
        granted_by=act.ctx.actor,
        granted_at=act.now,
    ).id


def address_to_family(act: Act, *, reader_id: UUID, row_id: UUID) -> None:
    """Let one person of a family read one row, whenever a private link of theirs runs (context.family_context).

    What is withheld from them is never addressed to them. What is withheld later is not taken away here: their page asks
    each time what they may read now (docs/decisions/0020). Once is enough: again changes nothing.
    """
    whom = Whom(membership_id=reader_id, row_id=row_id)
    if not Grant.objects.filter(kind=GrantKind.ADDRESSEE, membership_id=reader_id, row_id=row_id).exists():
        grant(
            act,
            kind=GrantKind.ADDRESSEE,
            whom=whom,
            purpose=Purpose.FAMILY_PAGES,
            reason="Addressed to this person of the family",
            until=OPEN_END,
        )


def end_grants(act: Act, *, kind: GrantKind, whom: Whom, by: datetime | None = None) -> int:
    """End every running grant of this kind to exactly this; answers how many there were.

    With `by` they run on, but not past that moment.
    """
    last = by or act.now
    return Grant.objects.filter(
        kind=kind,
        membership_id=whom.membership_id,
        agency_id=whom.agency_id,
        case_id=whom.case_id,
        row_id=whom.row_id,
        until_at__gt=last,
    ).update(until_at=last)


def declare_conflict(
    act: Act,
    *,
    practitioner_id: UUID,
    case_id: UUID | None,
    row_id: UUID | None,
    reason: str,
    until: datetime,
) -> UUID:
    """Make a thing not exist for a practitioner who is related to it; beats every grant (rulebook E16)."""
    return Conflict.objects.create(
        practitioner_id=practitioner_id,
        case_id=case_id,
        row_id=row_id,
        reason=reason,
        from_at=act.now,
        until_at=until,
        declared_by=act.ctx.actor,
        declared_at=act.now,
    ).id


def seal(act: Act, *, case_id: UUID, reason: str, until: datetime, named: tuple[UUID, ...]) -> UUID:
    """Restrict a case to named memberships until a moment (rulebook 8.5)."""
    for membership_id in named:
        grant(
            act,
            kind=GrantKind.NAMED,
            whom=Whom(membership_id=membership_id, case_id=case_id),
            purpose=Purpose.RESTRICTION,
            reason=reason,
            until=until,
        )
    return Seal.objects.create(
        case_id=case_id,
        reason=reason,
        from_at=act.now,
        until_at=until,
        sealed_by=act.ctx.actor,
        sealed_at=act.now,
    ).id


def require_oversight(act: Act, *, agency_id: UUID) -> None:
    """Go on only for someone who oversees safeguarding in this agency now. Raises NotThere otherwise."""
    require_office(act, kind=GrantKind.OVERSIGHT, agency_id=agency_id)


def require_office(act: Act, *, kind: GrantKind, agency_id: UUID) -> None:
    """Go on only for someone who holds this office in this agency now. Raises NotThere.

    Oversight may be held in another agency than one's own; every other office only where one works.
    """
    held = Grant.objects.filter(
        membership_id=act.ctx.membership_id,
        agency_id=agency_id,
        from_at__lte=act.now,
        until_at__gt=act.now,
    )
    own = act.ctx.agency_id == agency_id or kind is GrantKind.OVERSIGHT
    if not (own and held.filter(kind=kind).exists()):
        raise NotThere


@keeps(Right.DRAFT_KEEP)
def keep_draft(act: Act, *, page: str, words: dict[str, list[str]]) -> datetime:
    """Keep text that was typed on a page and not yet submitted: for its author alone, replacing the last.

    Answers the moment at which it was kept.
    """
    return _keep(act, page=page, words=words)


@keeps(Right.DRAFT_KEEP)
def keep_lost_draft(
    act: Act, *, page: str, words: dict[str, list[str]], made_at: datetime
) -> datetime | None:
    """Keep text that came back without a login, from a page made at `made_at`; answers when, or None if not kept.

    It never replaces what the author kept after that moment, so that an old page, found open on a shared machine,
    cannot put words into a draft that its author goes on writing.
    """
    mine = Draft.objects.filter(author_membership_id=act.ctx.membership_id, page=page)
    if mine.filter(kept_at__gt=made_at, until_at__gt=act.now).exists():
        return None
    return _keep(act, page=page, words=words)


def _keep(act: Act, *, page: str, words: dict[str, list[str]]) -> datetime:
    _sweep(act)
    Draft.objects.update_or_create(
        author_membership_id=act.ctx.membership_id,
        page=page,
        defaults={
            "agency_id": act.ctx.agency_id,
            "words": words,
            "kept_at": act.now,
            "until_at": act.now + DRAFT_LIFE,
        },
    )
    return act.now


@keeps(Right.DRAFT_DROP)
def drop_draft(act: Act, *, page: str) -> None:
    """Forget the draft of a page, because it was submitted or discarded."""
    _sweep(act)
    Draft.objects.filter(author_membership_id=act.ctx.membership_id, page=page).delete()


def _sweep(act: Act) -> None:
    """Delete this author's drafts whose life has ended: no page shows them, so nothing may keep them either."""
    Draft.objects.filter(author_membership_id=act.ctx.membership_id, until_at__lte=act.now).delete()


@keeps(Right.RECEIPT_FIND)
def done_before(act: Act) -> Answered:
    """Whether the form that was sent did its deed before (pressed twice, back button). Nothing is written.

    Receipts are closed to every page, so it is asked in the frame of a writer.
    """
    sent = act.ctx.command_id
    done = sent is not None and receipts.find(actor=act.ctx.actor, command_id=sent)
    return Answered.YES if done else Answered.NO
