"""What an agency keeps for its own people: everybody in it reads, its data-protection officer changes."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from alongside.access.request import Request
from alongside.design.pages import ask
from alongside.directory import queries as directory
from alongside.sharing import commands, queries
from alongside.sharing.kept_forms import KeepProcedure, KeepProfile, words_of
from alongside.sharing.kept_pages import answers_of
from alongside.sharing.rules import bases_open_to


def open_profile(request: Request, profile_id: UUID | None = None) -> HttpResponse:
    """The agency's lawful answers, in force or as they once were."""
    page = queries.open_profile(request.ctx, profile_id=profile_id)
    answers = answers_of(page.profile) if page.profile else ()
    return render(request, "sharing/profile.html", {"editions": page.editions, "answers": answers})


def keep_profile(request: Request) -> HttpResponse:
    """Change the agency's lawful answers: a new edition, from now on."""
    standing = queries.profile_to_keep(request.ctx)
    agency = directory.agency_card(request.ctx.agency_id)
    bases = bases_open_to(agency.agency_class) if agency else ()
    return ask(
        request,
        template="sharing/keep_profile.html",
        make=lambda typed, initial: KeepProfile(typed, initial=initial, bases=bases),
        save=lambda form: _keep_profile(request, form),
        initial=words_of(standing),
    )


def _keep_profile(request: Request, form: KeepProfile) -> str:
    commands.keep_profile(request.ctx, agency_id=request.ctx.agency_id, profile=form.profile())
    return reverse("sharing:own_profile")


def open_procedure(request: Request, procedure_id: UUID | None = None) -> HttpResponse:
    """The agency's own procedure, in force or as it once was."""
    page = queries.open_procedure(request.ctx, procedure_id=procedure_id)
    return render(request, "sharing/procedure.html", {"editions": page.editions, "text": page.text})


def keep_procedure(request: Request) -> HttpResponse:
    """Change the agency's own procedure: a new edition, from now on."""
    standing = queries.procedure_to_keep(request.ctx)
    return ask(
        request,
        template="sharing/keep_procedure.html",
        make=lambda typed, initial: KeepProcedure(typed, initial=initial),
        save=lambda form: _keep_procedure(request, form),
        initial={"text": standing} if standing else None,
    )


def _keep_procedure(request: Request, form: KeepProcedure) -> str:
    commands.keep_procedure(request.ctx, agency_id=request.ctx.agency_id, text=form.cleaned_data["text"])
    return reverse("sharing:own_procedure")
