"""One ledger of every obligation: never deleted, discharged with its evidence."""

from django.db import models
from django.db.models import Q

from alongside.access.rows import ProtectedRow, Row
from alongside.duties.words import Owed


class Duty(ProtectedRow):
    """Something owed by a person, arising from a deed. It carries references and never a name."""

    kind = models.CharField(max_length=25, choices=Owed.choices)
    debtor_membership = models.ForeignKey("directory.Membership", on_delete=models.PROTECT, related_name="+")
    arising_from_kind = models.CharField(max_length=30)
    arising_from_id = models.UUIDField()
    owed_at = models.DateTimeField()
    due_at = models.DateTimeField()
    calendar_version = models.CharField(max_length=60)
    source = models.CharField(max_length=300)
    discharged_at = models.DateTimeField(null=True)
    discharged_by = models.UUIDField(null=True)
    evidence = models.CharField(max_length=70, blank=True)
    moved_at = models.DateTimeField(null=True)
    moved_from = models.DateTimeField(null=True)  # when it was due before its day last moved
    moved_because = models.CharField(max_length=120, blank=True)
    reminded_on = models.DateField(
        null=True
    )  # no part of the record: so that nobody is reminded twice on one day

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_discharged_duty_says_when_and_by_whom",
                condition=Q(discharged_at__isnull=True, discharged_by__isnull=True)
                | Q(discharged_at__isnull=False, discharged_by__isnull=False),
            ),
            models.CheckConstraint(
                name="a_duty_that_moved_says_when_from_which_day_and_why",
                condition=Q(moved_at__isnull=True, moved_from__isnull=True, moved_because="")
                | (Q(moved_at__isnull=False, moved_from__isnull=False) & ~Q(moved_because="")),
            ),
            models.UniqueConstraint(
                name="one_open_duty_of_a_kind_a_debtor_and_a_cause",
                fields=["kind", "debtor_membership", "arising_from_id"],
                condition=Q(discharged_at__isnull=True),
            ),
        ]
        indexes = [
            models.Index(fields=["debtor_membership", "discharged_at", "due_at"], name="duties_of_a_debtor"),
            models.Index(fields=["arising_from_id"], name="duties_by_cause"),
            models.Index(fields=["case"], name="duties_by_case"),
        ]


class LocalHoliday(Row):
    """A day that this partnership counts otherwise than England's calendar does."""

    day = models.DateField(unique=True)
    counts_as = models.CharField(max_length=15, choices=[("holiday", "holiday"), ("working", "working")])
    reason = models.CharField(max_length=200)
