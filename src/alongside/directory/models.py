"""Agencies, practitioners, memberships and what the partnership has decided."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from alongside.access.rows import Row
from alongside.directory.words import AgencyClass, MemberStanding, RelevantPerson, Setting


class Agency(Row):
    """The data controller for whom a practitioner acts (rulebook s.1)."""

    name = models.CharField(max_length=150, unique=True)
    agency_class = models.CharField(max_length=20, choices=AgencyClass.choices)
    relevant_person = models.CharField(max_length=10, choices=RelevantPerson.choices)
    telephone = models.CharField(max_length=30)


class Practitioner(Row):
    """A person who works with children, families or relevant adults, paid or not."""

    name = models.CharField(max_length=120)
    login = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True
    )


class Membership(Row):
    """A practitioner in an agency, from a day until another. Rights hang on it, not on the person."""

    practitioner = models.ForeignKey(Practitioner, on_delete=models.PROTECT, related_name="+")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=100)
    standing = models.CharField(max_length=15, choices=MemberStanding.choices)
    telephone = models.CharField(max_length=30)
    from_at = models.DateTimeField()
    until_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_membership_ends_after_it_starts", condition=Q(until_at__gte=F("from_at"))
            )
        ]


class ConsultationLine(Row):
    """A team's line that takes questions for whoever is on it: a duty desk, a hub's consultation line."""

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    telephone = models.CharField(max_length=30)
    opening_words = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(name="a_line_has_its_own_name_in_an_agency", fields=["agency", "name"])
        ]


class LineMember(Row):
    """A membership that answers a line, from a moment until another."""

    line = models.ForeignKey(ConsultationLine, on_delete=models.PROTECT, related_name="+")
    membership = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    from_at = models.DateTimeField()
    until_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_turn_on_a_line_ends_after_it_starts", condition=Q(until_at__gte=F("from_at"))
            )
        ]
        indexes = [models.Index(fields=["membership", "until_at"], name="lines_of_a_membership")]


class PartnershipSetting(Row):
    """One decision of the partnership about itself. A newer one supersedes it from its own day."""

    name = models.CharField(max_length=40, choices=Setting.choices)
    value = models.CharField(max_length=200)
    from_on = models.DateField()
    source = models.CharField(max_length=300)
    decided_at = models.DateTimeField()
    decided_by = models.CharField(max_length=60)

    class Meta:
        indexes = [models.Index(fields=["name", "from_on"], name="settings_by_name_and_day")]
