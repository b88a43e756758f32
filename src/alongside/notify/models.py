"""The outbox: what is to be said after the commit, by reference, never with a name."""

from django.db import models
from django.db.models import Q

from alongside.access.rows import Row
from alongside.notify.words import Delivery, Neutral


class Message(Row):
    """One neutral message to one membership; written with the deed that causes it."""

    to_membership = models.ForeignKey("directory.Membership", on_delete=models.PROTECT, related_name="+")
    says = models.CharField(max_length=20, choices=Neutral.choices)
    about = models.CharField(
        max_length=70, blank=True
    )  # the duty or the question; once it is done, nothing is said
    written_at = models.DateTimeField()
    delivery = models.CharField(max_length=10, choices=Delivery.choices, default=Delivery.WAITING)
    sent_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_sent_message_says_when",
                condition=Q(delivery="waiting", sent_at__isnull=True)
                | Q(delivery="sent", sent_at__isnull=False),
            )
        ]
        indexes = [models.Index(fields=["delivery", "written_at"], name="messages_by_delivery")]
