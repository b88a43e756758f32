"""Whom a stop is told, and who sees it; part of every deed here."""

from uuid import UUID

from alongside.access import commands as access
from alongside.access.commands import OPEN_END
from alongside.access.gate import Act
from alongside.access.words import GrantKind, Purpose, Ref
from alongside.directory import queries as directory
from alongside.notify import commands as notify
from alongside.notify.words import Neutral
from alongside.reliance.models import ReliedFactChanged, Retraction, StopNotice
from alongside.reliance.words import Leaf


def tell_to_stop(act: Act, *, row: ReliedFactChanged) -> None:
    """Tell whoever a thing went to not to use it further, once. It says from when, and not why."""
    if row.recipient_membership_id is None and row.recipient_line_id is None:
        return
    if StopNotice.objects.filter(changed=row).exists():
        return
    notice = StopNotice.objects.create(
        agency_id=row.agency_id,
        case_id=row.case_id,
        author_membership_id=row.author_membership_id,
        changed=row,
        thing_kind=row.thing_kind,
        thing_id=row.thing_id,
        to_membership_id=row.recipient_membership_id,
        to_line_id=row.recipient_line_id,
        stops_at=row.happened_at,
        noticed_at=act.now,
    )
    if notice.to_membership_id:
        address(act, row=notice, membership_id=notice.to_membership_id)
    act.note(Leaf.STOP_NOTICED, about=Ref("stop", notice.id))
    tell_recipients(act, notice=notice)


def tell_recipients(act: Act, *, notice: StopNotice) -> None:
    """Say to each recipient that something waits."""
    for each in recipients(act, notice=notice):
        notify.tell(act, to_membership_id=each, that=Neutral.SOMETHING_WAITS, about=Ref("stop", notice.id))


def recipients(act: Act, *, notice: StopNotice) -> tuple[UUID, ...]:
    """Who is told: the person, or those who answer the line now."""
    if notice.to_line_id:
        return directory.members_of_line(act, line_id=notice.to_line_id)
    return (notice.to_membership_id,) if notice.to_membership_id else ()


def address(act: Act, *, row: "ReliedFactChanged | StopNotice | Retraction", membership_id: UUID) -> None:
    """Let one person see one row, wherever they work."""
    access.grant(
        act,
        kind=GrantKind.ADDRESSEE,
        whom=access.Whom(membership_id=membership_id, row_id=row.id, case_id=row.case_id),
        purpose=Purpose.CONSULTATION,
        reason="A fact changed on which this rested",
        until=OPEN_END,
    )
