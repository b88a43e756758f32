"""Where a practitioner goes next: tasks chain; the consultation is a place to return to, not a page between."""

from uuid import UUID

from django.urls import reverse

from alongside.access.context import Context
from alongside.consultations import queries
from alongside.consultations.rules import Progress
from alongside.consultations.words import Task

# A task that waits for somebody else is none to go to.
GOES_ON = frozenset({Progress.NOT_STARTED, Progress.IN_PROGRESS})


def address_of(task: Task, consultation_id: UUID) -> str:
    """The address of one task of one consultation; each is named as its word."""
    return reverse(f"consultations:{task.value}", args=[consultation_id])


def after(ctx: Context, *, consultation_id: UUID, left: Task | None = None) -> str:
    """The address to go on to after something was saved: the next task to do, else the page of what stands.

    `left` is the task just saved, which is not asked again although it may stay in progress ("not yet told").
    Raises NotThere.
    """
    page = queries.open_consultation(ctx, consultation_id=consultation_id)
    todo = (task for task, state in page.progress.items() if state in GOES_ON and task is not left)
    task = next(todo, None)
    return (
        address_of(task, consultation_id) if task else reverse("consultations:done", args=[consultation_id])
    )
