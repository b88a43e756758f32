"""The writes of the outbox: a message with its deed, and its sending afterwards."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from alongside.access.gate import Act, keeps
from alongside.access.words import Ref, Standing
from alongside.notify.models import Message
from alongside.notify.words import Delivery, Neutral, Right

SENT_AT_ONCE_MOST = 5000


@dataclass(frozen=True, slots=True)
class Letter:
    """Everything that waits to be said to one address, as one neutral mail. `address` is empty for who has none."""

    address: str
    text: str
    message_ids: tuple[UUID, ...]


def tell(act: Act, *, to_membership_id: UUID, that: Neutral, about: Ref | None = None) -> None:
    """Say to a person, once the deed is durable, that something waits. The row commits with the deed.

    With `about`, the duty or the question that waits, nothing is said any more once that is done (`settle`).
    """
    Message.objects.create(
        to_membership_id=to_membership_id, says=that, about=str(about or ""), written_at=act.now
    )


def settle(act: Act, *, about: Ref) -> None:
    """What still waits to be said about something that is done now is said to nobody."""
    said = Message.objects.filter(about=str(about), written_at__lte=act.now)
    said.filter(delivery=Delivery.WAITING).delete()


@keeps(Right.OUTBOX_SEND, to=(Standing.UPKEEP,))
def gather_letters(act: Act) -> tuple[Letter, ...]:
    """What waits in the outbox, oldest first, one letter an address however many messages it has, at most 5000 messages.

    Outside the gate's leaves, like a job queue: the deed that wrote the message has its leaf already. Whoever has
    left, or has no address, is written to no more; what waits for them stands on Today. Nothing is sent in here,
    because no mail server may hold up those who write: `mark_sent` says afterwards what went.
    """
    found: dict[str, list[Message]] = {}
    for message in _waiting()[:SENT_AT_ONCE_MOST]:
        found.setdefault(_address(act, message), []).append(message)
    return tuple(
        Letter(address, _text(messages), tuple(message.id for message in messages))
        for address, messages in found.items()
    )


@keeps(Right.OUTBOX_SEND, to=(Standing.UPKEEP,))
def mark_sent(act: Act, *, message_ids: tuple[UUID, ...]) -> None:
    """Say that messages went. A crash between sending and this can repeat one, under the same Message-ID."""
    Message.objects.filter(id__in=message_ids, delivery=Delivery.WAITING).update(
        delivery=Delivery.SENT, sent_at=act.now
    )


def _waiting() -> QuerySet[Message]:
    waiting = Message.objects.select_related("to_membership__practitioner__login")
    return waiting.filter(delivery=Delivery.WAITING).order_by("written_at", "id")


def _address(act: Act, message: Message) -> str:
    member = message.to_membership
    login = member.practitioner.login
    return login.email if login and member.from_at <= act.now < member.until_at else ""


def _text(messages: list[Message]) -> str:
    said = dict.fromkeys(message.says for message in messages)
    return "\n\n".join(Neutral(word).label for word in sorted(said))
