"""The reads of a consultation line: what waits on it, and who has taken what."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Min, QuerySet

from alongside.access.gate import Look, reads
from alongside.advice.models import WaitingQuestion
from alongside.advice.words import Right
from alongside.directory import queries as directory

LISTED_MOST = 200


@dataclass(frozen=True, slots=True)
class LineWaiting:
    """A line that this person answers, and what waits on it for somebody to take it.

    `id` is what the address `advice:line` is made of; `oldest_since` is None where nothing waits.
    """

    id: UUID
    name: str
    waiting: int
    oldest_since: datetime | None


@reads(Right.QUEUE_OPEN)
def list_my_lines(look: Look) -> tuple[LineWaiting, ...]:
    """The lines that this person answers now, by name, each with how many questions wait on it."""
    lines = directory.list_my_lines(look)
    rows = _untaken().filter(line_id__in=[line.id for line in lines]).values("line_id")
    counted = rows.annotate(waiting=Count("id"), oldest=Min("queued_at")).order_by("line_id")[:LISTED_MOST]
    found = {row["line_id"]: row for row in counted}
    return tuple(
        LineWaiting(line.id, line.name, found[line.id]["waiting"], found[line.id]["oldest"])
        if line.id in found
        else LineWaiting(line.id, line.name, 0, None)
        for line in lines
    )


def _untaken() -> "QuerySet[WaitingQuestion]":
    """What nobody has taken, and still waits."""
    return WaitingQuestion.objects.filter(
        taken_at__isnull=True, answered_at__isnull=True, withdrawn_at__isnull=True
    )
