"""A recipient reads that something is used no further, and says what became of what was taken back."""

from uuid import UUID

from alongside.access.gate import Act, writes
from alongside.access.words import NotThere, Ref, Refused
from alongside.notify import commands as notify
from alongside.notify.words import Neutral
from alongside.reliance.commands.telling import recipients
from alongside.reliance.models import Retraction, StopNotice
from alongside.reliance.words import Answer, Leaf, Right


@writes(Right.STOP_ACKNOWLEDGE)
def acknowledge_stop(act: Act, *, notice_id: UUID) -> UUID:
    """Say that one has read that something is used no further; answers the thing. Said again, the first stands.

    Raises NotThere for anyone to whom it is not addressed.
    """
    notice = _to_me(act, notice_id)
    if notice.acknowledged_at is None:
        notice.acknowledged_at, notice.acknowledged_by_id = act.now, act.ctx.membership_id
        notice.save(update_fields=["acknowledged_at", "acknowledged_by"])
    notify.settle(act, about=Ref("stop", notice.id))
    act.note(Leaf.STOP_ACKNOWLEDGED, about=Ref("stop", notice.id))
    return notice.thing_id


@writes(Right.RETRACTION_CONFIRM)
def confirm_retraction(act: Act, *, notice_id: UUID, answer: Answer, words: str = "") -> UUID:
    """Say what became of what was taken back: deleted, kept and not used, or why neither; answers the thing.

    Raises NotThere for anyone to whom it is not addressed, and Refused where nothing is asked, or no reason is given.
    """
    notice = _to_me(act, notice_id)
    asked = Retraction.objects.filter(notice=notice, confirmed_at__isnull=True).first()
    if asked is None:
        raise Refused("You have answered this already. Thank you.")
    if answer is Answer.CANNOT and not words:
        raise Refused("Say why you cannot, so that they know where it stands.", field="words")
    asked.answer, asked.words = answer, words
    asked.confirmed_at, asked.confirmed_by_id = act.now, act.ctx.membership_id
    asked.save(update_fields=["answer", "words", "confirmed_at", "confirmed_by"])
    if notice.acknowledged_at is None:
        notice.acknowledged_at, notice.acknowledged_by_id = act.now, act.ctx.membership_id
        notice.save(update_fields=["acknowledged_at", "acknowledged_by"])
    notify.settle(act, about=Ref("stop", notice.id))
    notify.tell(
        act,
        to_membership_id=notice.changed.owner_membership_id,
        that=Neutral.SOMETHING_WAITS,
        about=Ref("retraction", asked.id),
    )
    act.note(Leaf.RETRACTION_CONFIRMED, about=Ref("retraction", asked.id))
    return notice.thing_id


def _to_me(act: Act, notice_id: UUID) -> StopNotice:
    """A notice to whoever acts, or to a line that they answer. Raises NotThere."""
    act.admit("reliance.StopNotice", notice_id)
    notice = StopNotice.objects.select_related("changed").get(id=notice_id)
    if act.ctx.membership_id not in recipients(act, notice=notice):
        raise NotThere
    return notice
