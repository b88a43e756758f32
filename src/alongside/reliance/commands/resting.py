"""That something rests on a fact; part of the deed that makes it so."""

from datetime import date
from uuid import UUID

from alongside.access.gate import Act
from alongside.access.words import Ref, Standing
from alongside.reliance.models import Reliance


def rest(
    act: Act,
    *,
    on: Ref,
    thing: Ref,
    owner_membership_id: UUID,
    agency_id: UUID,
    case_id: UUID | None,
    recipient_membership_id: UUID | None = None,
    recipient_line_id: UUID | None = None,
    lapses_on: date | None = None,
) -> None:
    """Say that a thing rests on a fact, or on another thing. Part of the calling deed; said twice it is said once.

    `recipient_…` is whom the thing went to: they are told where it is to be used no further. `lapses_on` is the first
    day on which the fact holds no longer by itself, where one is known.
    """
    if Reliance.objects.filter(thing_id=thing.id, fact_id=on.id).exists():
        return
    Reliance.objects.create(
        agency_id=agency_id,
        case_id=case_id,
        author_membership_id=author(act, owner_membership_id=owner_membership_id),
        thing_kind=thing.kind,
        thing_id=thing.id,
        fact_kind=on.kind,
        fact_id=on.id,
        owner_membership_id=owner_membership_id,
        recipient_membership_id=recipient_membership_id,
        recipient_line_id=recipient_line_id,
        rested_at=act.now,
        lapses_on=lapses_on,
    )


def let_rest(act: Act, *, thing: Ref) -> None:
    """A thing is no longer in force: it rests on nothing any more, unless something rests on it still."""
    if not Reliance.objects.filter(fact_id=thing.id, ended_at__isnull=True).exists():
        Reliance.objects.filter(thing_id=thing.id, ended_at__isnull=True).update(ended_at=act.now)


def pass_on(act: Act, *, thing: Ref, line_id: UUID) -> None:
    """What went to one line waits on another now: that one is told where it is used no further."""
    del act
    Reliance.objects.filter(thing_id=thing.id, recipient_line__isnull=False).update(recipient_line_id=line_id)


def hand_over(act: Act, *, case_id: UUID, to_membership_id: UUID) -> None:
    """Let one person own whatever rests on something in a case of this agency: for when nobody else opens it (E10).

    A later second look is then owed by them.
    """
    own = Reliance.objects.filter(case_id=case_id, agency_id=act.ctx.agency_id, ended_at__isnull=True)
    own.update(owner_membership_id=to_membership_id)


def author(act: Act, *, owner_membership_id: UUID) -> UUID:
    """Whose hand a row is: of whoever acts in a post; what a family or the clock of the machine changed, the owner's."""
    in_post = act.ctx.standing in {Standing.PRACTITIONER, Standing.ADMINISTRATOR}
    return act.ctx.membership_id if in_post else owner_membership_id
