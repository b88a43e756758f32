"""What may be said to someone outside the walls: that something waits, and nothing more."""

from enum import StrEnum

from django.db.models import TextChoices


class Neutral(TextChoices):
    SOMETHING_WAITS = "something_waits", "You have an item in Alongside. Sign in to read it."
    SOMETHING_DUE = "something_due", "Something in Alongside is late or due today. Sign in to see it."


class Delivery(TextChoices):
    WAITING = "waiting", "Waiting to be sent"
    SENT = "sent", "Sent"


class Posted(StrEnum):
    """What became of one mail."""

    WENT = "went"  # the mail server took it
    REFUSED = "refused"  # it did not leave: the server does not take this one, or it cannot be written
    UNREACHED = "unreached"  # it did not leave: the server was not reached, or takes nothing from here
    UNKNOWN = "unknown"  # the line broke while it left: the server may have it


class Right(StrEnum):
    OUTBOX_SEND = "outbox:send"
