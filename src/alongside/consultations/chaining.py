"""Where a practitioner goes next: tasks chain; the consultation is a place to return to, not a page between."""

from uuid import UUID

from django.urls import reverse

from alongside.access.context import Context
from alongside.consultations import queries, rules
from alongside.consultations.queries import ConsultationPage
from alongside.consultations.rules import Progress, TaskState
from alongside.consultations.words import FOR_EACH_PERSON, Checked, Narrower, Task

NARROWER_AT = {Narrower.FEWER_PEOPLE: "whom", Narrower.FEWER_THINGS: "what", Narrower.PRESENT: "part"}
# A task that waits for somebody else is none to go to.
GOES_ON = frozenset({Progress.NOT_STARTED, Progress.IN_PROGRESS})


def address_of(task: Task, consultation_id: UUID, person_id: UUID | None = None) -> str:
    """The address of one task of one consultation; each is named as its word. Of some there is one for each person."""
    args = [consultation_id, person_id] if task in FOR_EACH_PERSON else [consultation_id]
    return reverse(f"consultations:{task.value}", args=args)


def address_of_narrower(offered: Narrower, consultation_id: UUID) -> str:
    """Where less is offered to somebody who said no (rulebook 4.7)."""
    if offered is Narrower.WITHOUT_NAMES:
        return reverse("consultations:begin_no_names")
    return reverse(f"consultations:{NARROWER_AT[offered]}", args=[consultation_id])


def address_in(page: ConsultationPage, state: TaskState) -> str:
    """The address of a task as it stands: where somebody was written down in a hurry, the page that says who it is."""
    unknown = next((each for each in page.people if each.checked is Checked.NOT_SAID), None)
    if state.task is Task.WHOM and unknown:
        return reverse("consultations:whom_instead", args=[page.id, unknown.id])
    return address_of(state.task, page.id, state.person_id)


def onward(page: ConsultationPage, *, left: Task | None = None, person_id: UUID | None = None) -> str:
    """The address of the next task to do, else of the page of what stands.

    `left` is the task just saved (for `person_id`, where there is one for each), which is not asked again although
    it may stay in progress ("not yet told"). What comes next with the same person comes first.
    """
    todo = [
        each
        for each in rules.to_do(page.progress)
        if each.progress in GOES_ON and (each.task, each.person_id) != (left, person_id)
    ]
    with_them = [each for each in todo if person_id and each.person_id == person_id]
    state = next(iter(with_them + todo), None)
    if state is None:
        return reverse("consultations:done", args=[page.id])
    return address_in(page, state)


def after(
    ctx: Context, *, consultation_id: UUID, left: Task | None = None, person_id: UUID | None = None
) -> str:
    """The address to go on to after something was saved. Raises NotThere."""
    page = queries.open_consultation(ctx, consultation_id=consultation_id)
    return onward(page, left=left, person_id=person_id)
