"""Consultations without names: beginning one, and saying later which child it was about."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from alongside.access.request import Request
from alongside.consultations import asking_pages, chaining, commands, queries
from alongside.consultations.nameless_forms import LINK, NameChild
from alongside.consultations.words import Task
from alongside.design.pages import ask


def begin_no_names(request: Request) -> HttpResponse:
    """What asking without names means, and the button that begins it."""
    if request.method != "POST":
        return render(request, "consultations/begin_no_names.html")
    consultation_id = commands.begin_no_names(request.ctx)
    return redirect(chaining.address_of(Task.WHOM, consultation_id))


def name(request: Request, consultation_id: UUID) -> HttpResponse:
    """Which child it was about: ask again by name, or keep a private note."""
    page = queries.continue_consultation(request.ctx, consultation_id=consultation_id)
    if page.is_named:
        return redirect("consultations:open", page.id)
    children = asking_pages.child_options(request.ctx)
    return ask(
        request,
        template="consultations/name.html",
        make=lambda typed, initial: NameChild(typed, initial=initial, children=children),
        save=lambda form: _name(request, page.id, form),
        page={
            "page": page,
            "children": children,
            "again": queries.list_asked_again_by_name(request.ctx, consultation_id=page.id),
        },
    )


def _name(request: Request, consultation_id: UUID, form: NameChild) -> str:
    words = {"consultation_id": consultation_id, "child_id": form.child_id}
    if form.cleaned_data["then"] == LINK:
        commands.link_privately(request.ctx, **words)
        return reverse("consultations:open", args=[consultation_id])
    named_id = commands.name_child(request.ctx, **words)
    return chaining.after(request.ctx, consultation_id=named_id)
