"""Pictures that were handed in, as rows behind the wall: never a file with an address of its own."""

from django.db import models
from django.db.models import Q

from alongside.access.rows import CaseRow
from alongside.papers.words import Kept


class Paper(CaseRow):
    """One picture, made anew from what was handed in. It is never changed."""

    kept_as = models.CharField(max_length=20, choices=Kept.choices)
    content = models.BinaryField(max_length=5_000_000)
    wide = models.PositiveIntegerField()
    high = models.PositiveIntegerField()
    kept_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_picture_that_is_kept_is_wide_and_high",
                condition=Q(wide__gte=1, high__gte=1),
            )
        ]
