"""What rested on a fact that has changed: what was shared, with whom, and what becomes of it."""

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse

from alongside.access.request import Request
from alongside.consultations import commands, queries
from alongside.consultations.changed_forms import SettleChange, ToldWhatBecame
from alongside.design.pages import ask
from alongside.reliance import commands as reliance
from alongside.reliance.words import Basis, Settled


def changed(request: Request, changed_id: UUID) -> HttpResponse:
    """One change: what rested on it, what was shared already, and the owner's word on it."""
    page = queries.open_changed(request.ctx, changed_id=changed_id)
    return ask(
        request,
        template="consultations/changed.html",
        make=lambda typed, initial: SettleChange(typed, initial=initial, holds=page.changed.holds),
        save=lambda form: _settle(request, changed_id, form),
        page={"page": page},
    )


def told_what_became(request: Request, changed_id: UUID) -> HttpResponse:
    """That whoever changed their mind was told that it is kept, and why."""
    return ask(
        request,
        template="consultations/told_what_became.html",
        make=lambda typed, initial: ToldWhatBecame(typed, initial=initial),
        save=lambda form: _told(request, changed_id, form),
        page={"page": queries.open_changed(request.ctx, changed_id=changed_id)},
    )


def _told(request: Request, changed_id: UUID, form: ToldWhatBecame) -> str:
    reliance.tell_what_became(request.ctx, changed_id=changed_id, **form.cleaned_data)
    return reverse("consultations:changed", args=[changed_id])


def _settle(request: Request, changed_id: UUID, form: SettleChange) -> str:
    said = form.cleaned_data
    commands.settle_change(
        request.ctx,
        changed_id=changed_id,
        settled=Settled(said["settled"]),
        words=said["words"],
        risk=said["risk"],
        basis=Basis(said["basis"]) if said.get("basis") else None,
    )
    return reverse("consultations:changed", args=[changed_id])
