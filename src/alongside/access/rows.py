"""What every table of the product has: a key in time order, and the columns that the policy reads."""

from uuid import UUID

import uuid_utils.compat
from django.db import models


def new_id() -> UUID:
    """A new UUIDv7: keys in time order, so that new rows land beside one another."""
    return UUID(int=uuid_utils.compat.uuid7().int)


class Row(models.Model):
    """A row with a key of its own that says nothing about anybody."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)

    class Meta:
        abstract = True


class ProtectedRow(Row):
    """A row that the access rule guards: whose it is, about which case, written by whom."""

    agency = models.ForeignKey("directory.Agency", on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey("cases.Case", on_delete=models.PROTECT, related_name="+", null=True)
    author_membership = models.ForeignKey("directory.Membership", on_delete=models.PROTECT, related_name="+")

    class Meta:
        abstract = True


class CaseRow(ProtectedRow):
    """A protected row that is always part of one case."""

    case = models.ForeignKey("cases.Case", on_delete=models.PROTECT, related_name="+")

    class Meta:
        abstract = True
