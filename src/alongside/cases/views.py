"""Sealing a child's record at an adoption (rulebook E10)."""

from dataclasses import replace
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from alongside.access.commands import done_before
from alongside.access.request import Request
from alongside.access.words import Answered, NotThere
from alongside.cases import commands
from alongside.cases.forms import SealAdoption
from alongside.design.pages import ask
from alongside.directory import queries as directory
from alongside.families import queries as families


def seal_adoption(request: Request, child_id: UUID) -> HttpResponse:
    """Record an adoption order, which seals what is on record; pressed twice, it was done the first time."""
    if request.method == "POST" and done_before(request.ctx) is Answered.YES:
        return redirect("cases:sealed", request.ctx.command_id)
    child = families.open_own_people(request.ctx, child_id=child_id).child
    colleagues = _colleagues(request)
    return ask(
        request,
        template="cases/seal_adoption.html",
        make=lambda words, initial: SealAdoption(words, initial=initial, colleagues=colleagues),
        save=lambda form: _seal(request, child_id, form),
        page={"child": child},
    )


def _seal(request: Request, child_id: UUID, form: SealAdoption) -> str:
    commands.seal_adoption(request.ctx, child_id=child_id, adopted=form.adopted())
    return reverse("cases:sealed", args=[request.ctx.command_id])


def _colleagues(request: Request) -> tuple[tuple[UUID, str], ...]:
    """Whoever asks, and everybody in post in the same agency: nobody else keeps its records."""
    others = directory.list_members(request.ctx)
    own = ((each.id, each.title) for each in others if each.agency_id == request.ctx.agency_id)
    return ((request.ctx.membership_id, "Me"), *own)


def sealed(request: Request, command_id: UUID) -> HttpResponse:
    """That a record was sealed, for whoever did it. It names nobody, because they may know no more."""
    if done_before(replace(request.ctx, command_id=command_id)) is not Answered.YES:
        raise NotThere
    return render(request, "cases/sealed.html")
