"""The container of work about one child or sibling group."""

from django.db import models
from django.db.models import Q

from alongside.access.rows import ProtectedRow
from alongside.cases.words import Concern


class Case(ProtectedRow):
    """One agency's work about one child or sibling group. The policy reads its own key as its case."""

    case = None
    opened_at = models.DateTimeField()
    concern = models.CharField(max_length=20, choices=Concern.choices)
    concern_at = models.DateTimeField(null=True)
    concern_by = models.UUIDField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="an_open_concern_says_when_and_by_whom",
                condition=Q(concern="none_recorded", concern_at__isnull=True, concern_by__isnull=True)
                | Q(concern="significant_harm", concern_at__isnull=False, concern_by__isnull=False),
            )
        ]
