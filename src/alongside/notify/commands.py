"""The writes of the outbox: a message with its deed, and its sending afterwards."""

from uuid import UUID

from alongside.access.gate import Act, keeps
from alongside.access.words import Standing
from alongside.notify import channels
from alongside.notify.models import Message
from alongside.notify.words import Delivery, Neutral, Right

SENT_AT_ONCE_MOST = 100


def tell(act: Act, *, to_membership_id: UUID, that: Neutral) -> None:
    """Say to a person, once the deed is durable, that something waits. The row commits with the deed."""
    Message.objects.create(to_membership_id=to_membership_id, says=that, written_at=act.now)


@keeps(Right.OUTBOX_SEND, to=(Standing.UPKEEP,))
def send_waiting(act: Act) -> int:
    """Send what waits in the outbox, oldest first, and answer how many went. A failing one waits for the next round.

    Outside the gate's leaves, like a job queue: the deed that wrote the message has its leaf already. A crash
    between sending and marking can repeat a message; its content is neutral and its Message-ID is the same.
    """
    waiting = Message.objects.select_related("to_membership__practitioner__login").filter(
        delivery=Delivery.WAITING
    )
    sent = 0
    for message in waiting.order_by("written_at")[:SENT_AT_ONCE_MOST]:
        login = message.to_membership.practitioner.login
        address = login.email if login else ""
        if not address or channels.post(
            address=address, message_id=message.id, text=Neutral(message.says).label
        ):
            message.delivery, message.sent_at = Delivery.SENT, act.now
            message.save(update_fields=["delivery", "sent_at"])
            sent += 1
    return sent
