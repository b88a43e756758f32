"""Something is used no further: reading that, and saying what became of what was taken back."""

from uuid import UUID, uuid4

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from alongside.access.request import Request
from alongside.access.words import NotThere
from alongside.advice import queries
from alongside.advice.forms import ConfirmRetraction
from alongside.advice.queries import InboxItem
from alongside.design.pages import ask
from alongside.reliance import commands
from alongside.reliance.queries import StopCard
from alongside.reliance.words import Answer


def acknowledge(request: Request, disclosure_id: UUID, notice_id: UUID) -> HttpResponse:
    """Say that one has read it, at one press."""
    item, stop = _stop(request, disclosure_id, notice_id)
    if request.method == "POST":
        commands.acknowledge_stop(request.ctx, notice_id=notice_id)
        return redirect("advice:inbox_item", disclosure_id)
    return render(request, "advice/stop.html", {"item": item, "stop": stop, "press": uuid4()})


def taken_back(request: Request, disclosure_id: UUID, notice_id: UUID) -> HttpResponse:
    """Say what became of what was taken back."""
    item, stop = _stop(request, disclosure_id, notice_id)
    if stop.retraction is None:
        raise NotThere
    return ask(
        request,
        template="advice/taken_back.html",
        make=lambda typed, initial: ConfirmRetraction(typed, initial=initial),
        save=lambda form: _taken_back(request, disclosure_id, notice_id, form),
        page={"item": item, "stop": stop},
    )


def _taken_back(request: Request, disclosure_id: UUID, notice_id: UUID, form: ConfirmRetraction) -> str:
    said = form.cleaned_data
    commands.confirm_retraction(
        request.ctx, notice_id=notice_id, answer=Answer(said["answer"]), words=said["words"]
    )
    return reverse("advice:inbox_item", args=[disclosure_id])


def _stop(request: Request, disclosure_id: UUID, notice_id: UUID) -> tuple[InboxItem, StopCard]:
    item = queries.open_inbox_item(request.ctx, disclosure_id=disclosure_id)
    stop = next((each for each in item.stops if each.id == notice_id), None)
    if stop is None:
        raise NotThere
    return item, stop
