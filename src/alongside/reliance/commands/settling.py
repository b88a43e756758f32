"""The owner of what rested on a fact keeps it, stops it or takes it back."""

from datetime import date
from uuid import UUID

from alongside.access.context import day_in_london
from alongside.access.gate import Act, writes
from alongside.access.words import NotThere, Ref, Refused
from alongside.duties import commands as duties
from alongside.duties.words import Owed
from alongside.reliance.commands.telling import address, tell_recipients, tell_to_stop
from alongside.reliance.models import ReliedFactChanged, Retraction, StopNotice
from alongside.reliance.words import HOLDS, Basis, Change, Leaf, Right, Settled

SETTLED_MOST = 500


@writes(Right.CHANGE_SETTLE)
def settle_change(
    act: Act, *, changed_id: UUID, settled: Settled, words: str, risk: str, basis: Basis | None = None
) -> UUID:
    """Say what becomes of what rested on a fact that changed, with all that hangs on it.

    What was shared stays recorded and lawful. To keep what an agreement carried that holds no longer needs a ground of
    the closed list (rulebook 3.5, 4.1). Raises NotThere for anyone whose case it is not, and Refused without a reason
    or that ground, or where it is settled already.
    """
    root = _own_change(act, changed_id)
    if not words:
        raise Refused("Say why, in a sentence. A reader looks for it first.", field="words")
    if not risk:
        raise Refused(
            "Say whether the child is safe without it: a change of mind is looked at for risk every time.",
            field="risk",
        )
    if root.settled:
        raise Refused("This was settled already. Read what was decided.")
    if settled is Settled.KEEP and root.change in HOLDS and basis is None:
        raise Refused("Choose on what you keep it: what it rested on holds no longer.", field="basis")
    together = ReliedFactChanged.objects.filter(through=root, settled="").order_by("id")[:SETTLED_MOST]
    rows = (root, *together)
    for row in rows:
        row.settled, row.words, row.risk = settled, words, risk
        row.basis = basis or "" if settled is Settled.KEEP else ""
        row.settled_at, row.settled_by_id = act.now, act.ctx.membership_id
        row.save(update_fields=["settled", "words", "risk", "basis", "settled_at", "settled_by"])
        if settled is Settled.KEEP:
            _lift(act, row)
        else:
            tell_to_stop(act, row=row)
        if settled is Settled.RETRACT:
            _ask_back(act, row)
    about = Ref("relied_fact", root.id)
    duties.discharge(act, what=Owed.LOOK_AGAIN_AT_WHAT_RELIED, arising_from=about, evidence=about)
    act.note(Leaf.CHANGE_SETTLED, about=about)
    return root.id


@writes(Right.CHANGE_SETTLE)
def tell_what_became(act: Act, *, changed_id: UUID, told_on: date, how: str) -> None:
    """Record that whoever changed their mind was told that it is kept, and why (rulebook 4.7).

    Raises NotThere for anyone whose case it is not, and Refused before it was kept, once it was said, without how, and
    for a day that is not between the decision and today.
    """
    root = _own_change(act, changed_id)
    if root.settled != Settled.KEEP or root.change != Change.CONSENT_WITHDRAWN or root.settled_at is None:
        raise Refused("Nothing was kept here that somebody would have to be told of.")
    if root.told_on is not None:
        raise Refused("It is written down already that they were told.")
    if not how:
        raise Refused("Say how you told them.", field="how")
    if not day_in_london(root.settled_at) <= told_on <= day_in_london(act.now):
        raise Refused("Give a day from the decision until today.", field="told_on")
    for row in (root, *ReliedFactChanged.objects.filter(through=root).order_by("id")[:SETTLED_MOST]):
        if row.settled == Settled.KEEP:
            row.told_on, row.told_how = told_on, how
            row.save(update_fields=["told_on", "told_how"])
    about = Ref("relied_fact", root.id)
    duties.discharge(act, what=Owed.TELL_WHAT_BECAME, arising_from=about, evidence=about)
    act.note(Leaf.CHANGE_TOLD, about=about)


def _own_change(act: Act, changed_id: UUID) -> ReliedFactChanged:
    """What one may settle: one's own, or that of a colleague on the same case. Raises NotThere."""
    act.admit("reliance.ReliedFactChanged", changed_id)
    row = ReliedFactChanged.objects.get(id=changed_id)
    if row.agency_id != act.ctx.agency_id or row.through_id is not None:
        raise NotThere
    if row.case_id is not None:
        act.admit("cases.Case", row.case_id)
    elif row.owner_membership_id != act.ctx.membership_id:
        raise NotThere
    return row


def _lift(act: Act, row: ReliedFactChanged) -> None:
    for notice in StopNotice.objects.filter(changed=row, lifted_at__isnull=True):
        notice.lifted_at, notice.lifted_by = act.now, act.ctx.membership_id
        notice.save(update_fields=["lifted_at", "lifted_by"])
        tell_recipients(act, notice=notice)


def _ask_back(act: Act, row: ReliedFactChanged) -> None:
    for notice in StopNotice.objects.filter(changed=row):
        asked = Retraction.objects.create(
            agency_id=notice.agency_id,
            case_id=notice.case_id,
            author_membership_id=act.ctx.membership_id,
            notice=notice,
            to_line_id=notice.to_line_id,
            asked_at=act.now,
        )
        if notice.to_membership_id:
            address(act, row=asked, membership_id=notice.to_membership_id)
        act.note(Leaf.RETRACTION_ASKED, about=Ref("retraction", asked.id))
        tell_recipients(act, notice=notice)
