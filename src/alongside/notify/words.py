"""What may be said to someone outside the walls: that something waits, and nothing more."""

from enum import StrEnum

from django.db.models import TextChoices


class Neutral(TextChoices):
    SOMETHING_WAITS = "something_waits", "You have an item in Alongside. Sign in to read it."
    SOMETHING_DUE = "something_due", "Something in Alongside is late or due today. Sign in to see it."


class Delivery(TextChoices):
    WAITING = "waiting", "Waiting to be sent"
    SENT = "sent", "Sent"


class Right(StrEnum):
    OUTBOX_SEND = "outbox:send"
