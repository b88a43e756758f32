"""Whom and when the rows speak of, and the form in which each is told."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

NOW = datetime(2026, 11, 3, 15, 40, tzinfo=UTC)
BEFORE, SOMEONE, ANOTHER = NOW - timedelta(minutes=1), UUID(int=7), UUID(int=8)
Values = dict[str, Any]
Told = dict[
    str, tuple[str, Values, Values]
]  # by its sentence: the table, a good row, and what differs from it
