"""Recording a talk that was held already, on one page."""

from django.http import HttpResponse
from django.urls import reverse

from alongside.access.request import Request
from alongside.consultations import asking_pages, commands
from alongside.consultations.spoken_forms import RecordSpoken
from alongside.design.pages import ask


def already_spoken(request: Request) -> HttpResponse:
    """One page that saves anything: it never holds up a call (E19)."""
    children = asking_pages.child_options(request.ctx)
    return ask(
        request,
        template="consultations/already_spoken.html",
        make=lambda typed, initial: RecordSpoken(typed, initial=initial, children=children),
        save=lambda form: _record(request, form),
    )


def _record(request: Request, form: RecordSpoken) -> str:
    consultation_id = commands.record_spoken(request.ctx, spoken=form.spoken())
    return reverse("consultations:done", args=[consultation_id])
