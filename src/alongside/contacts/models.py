"""How a person may be reached safely, by a label; and, apart from everything else and sealed, where that is."""

from django.db import models
from django.db.models import Q

from alongside.access.rows import CaseRow, Row
from alongside.contacts.words import Channel, Hiding, Wanted
from alongside.languages.words import Language


class SafeContact(CaseRow):
    """One way to reach one person. Pages and letters know it by its number alone."""

    about_child = models.ForeignKey("families.Child", on_delete=models.PROTECT, related_name="+")
    adult = models.ForeignKey("families.Adult", on_delete=models.PROTECT, related_name="+", null=True)
    person_id = models.UUIDField()  # the adult, or the child
    person_as_named = models.CharField(max_length=160)
    number = models.PositiveSmallIntegerField()
    channel = models.CharField(max_length=10, choices=Channel.choices)
    times = models.CharField(max_length=200, blank=True)
    safe_times = models.JSONField(default=list)  # words.SafeTime: when a message may leave
    sender = models.CharField(max_length=60, blank=True)
    never = models.JSONField(default=list)
    never_words = models.CharField(max_length=500, blank=True)
    hiding = models.CharField(max_length=10, choices=Hiding.choices)
    hidden_from = models.JSONField(default=list)
    added_at = models.DateTimeField()
    verified_on = models.DateField(null=True)
    verified_by = models.ForeignKey(
        "directory.Membership", on_delete=models.PROTECT, related_name="+", null=True
    )
    verified_how = models.CharField(max_length=300, blank=True)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(
        "directory.Membership", on_delete=models.PROTECT, related_name="+", null=True
    )
    ended_why = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_verified_contact_says_when_how_and_by_whom",
                condition=Q(verified_on__isnull=True, verified_by__isnull=True, verified_how="")
                | (Q(verified_on__isnull=False, verified_by__isnull=False) & ~Q(verified_how="")),
            ),
            models.CheckConstraint(
                name="an_ended_contact_says_when_why_and_by_whom",
                condition=Q(ended_at__isnull=True, ended_by__isnull=True, ended_why="")
                | (Q(ended_at__isnull=False, ended_by__isnull=False) & ~Q(ended_why="")),
            ),
            models.UniqueConstraint(
                name="a_safe_contact_of_a_person_has_a_number_of_its_own",
                fields=["case", "person_id", "number"],
            ),
        ]
        indexes = [models.Index(fields=["about_child"], name="safe_contacts_by_child")]


class ProtectedContact(Row):
    """Where a safe contact leads, sealed. No other table points here, and this one points at none."""

    contact_id = models.UUIDField()
    edition = models.PositiveIntegerField(default=1)
    sealed = models.BinaryField(max_length=4000)

    class Meta:
        constraints = [
            models.UniqueConstraint(name="one_sealed_place_a_safe_contact", fields=["contact_id"]),
        ]


class HowToWrite(CaseRow):
    """In which language and print one person reads, and whether an interpreter is needed. The latest row stands."""

    about_child = models.ForeignKey("families.Child", on_delete=models.PROTECT, related_name="+")
    adult = models.ForeignKey("families.Adult", on_delete=models.PROTECT, related_name="+", null=True)
    person_id = models.UUIDField()  # the adult, or the child
    language = models.CharField(max_length=5, choices=Language.choices)
    large_print = models.CharField(max_length=3, choices=Wanted.choices)
    interpreter = models.CharField(max_length=3, choices=Wanted.choices)
    said_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["case", "person_id", "said_at"], name="how_to_write_by_person")]
