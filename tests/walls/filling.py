"""Whole rows from the few columns that the policy reads."""

import json
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import models

from alongside.access import oracle
from alongside.access.sqlite import wall
from tests.people import NOW


def text_of(at: datetime) -> str:
    """An instant as SQLite keeps it."""
    return str(at.replace(tzinfo=None))


class Filler:
    """Makes a whole row of a table from the few columns that the policy reads."""

    def __init__(self, model: type[models.Model]) -> None:
        self.fields = [f for f in model._meta.concrete_fields if not f.null]
        self.needed = {f.column for f in self.fields}
        self.columns = {f.column for f in model._meta.concrete_fields}
        self.number = 0

    def row(self, kept: oracle.KeptRow, *, line_column: str = "", barring_column: str = "") -> dict[str, Any]:
        self.number += 1
        read = {
            "id": kept.id,
            "agency_id": kept.agency,
            "author_membership_id": kept.author,
            "case_id": kept.case,
        }
        if kept.line is not None:
            read[line_column] = kept.line
        if kept.barring is not None:
            read[barring_column] = kept.barring
        filled = {f.column: self._any_value(f) for f in self.fields}
        return filled | {name: value for name, value in read.items() if name in self.columns}

    def _any_value(self, field: models.Field) -> Any:
        if isinstance(field, models.UUIDField | models.ForeignKey):
            return wall.stored(UUID(int=(9 << 96) + self.number))
        if isinstance(field, models.JSONField):
            return json.dumps({})
        if isinstance(field, models.DateTimeField):
            return text_of(NOW)
        return self._plain(field)

    def _plain(self, field: models.Field) -> Any:
        if isinstance(field, models.DateField):
            return str(NOW.date())
        if isinstance(field, models.BinaryField):
            return str(self.number).encode()
        if isinstance(field, models.IntegerField):
            return self.number
        return str(self.number)
