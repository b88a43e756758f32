"""What rested on a fact that has changed: what was shared, with whom, and what becomes of it."""

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse

from alongside.access.request import Request
from alongside.consultations import commands, queries
from alongside.consultations.changed_forms import SettleChange
from alongside.design.pages import ask
from alongside.reliance.words import Settled


def changed(request: Request, changed_id: UUID) -> HttpResponse:
    """One change: what rested on it, what was shared already, and the owner's word on it."""
    return ask(
        request,
        template="consultations/changed.html",
        make=lambda typed, initial: SettleChange(typed, initial=initial),
        save=lambda form: _settle(request, changed_id, form),
        page={"page": queries.open_changed(request.ctx, changed_id=changed_id)},
    )


def _settle(request: Request, changed_id: UUID, form: SettleChange) -> str:
    said = form.cleaned_data
    commands.settle_change(
        request.ctx,
        changed_id=changed_id,
        settled=Settled(said["settled"]),
        words=said["words"],
        risk=said["risk"],
    )
    return reverse("consultations:changed", args=[changed_id])
