"""Asking a person of the family, so that they answer at their own page."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from alongside.access.request import Request
from alongside.consultations import asking_pages, commands, queries
from alongside.consultations.queries import ConsultationPage
from alongside.consultations.request_forms import AskFamily
from alongside.design.pages import ask


def ask_family(request: Request, consultation_id: UUID) -> HttpResponse:
    """Whom one asks, about what, and what they will read."""
    page = queries.continue_consultation(request.ctx, consultation_id=consultation_id)
    if not (page.people and page.is_named):
        return redirect("consultations:open", page.id)
    offered = asking_pages.family_offered(request.ctx, page)
    for name in ("today", "explanation"):
        offered.pop(name)
    return ask(
        request,
        template="consultations/ask_family.html",
        make=lambda typed, initial: AskFamily(typed, initial=initial, **offered),
        save=lambda form: _ask(request, page, form),
        page={"page": page},
        initial={"words": page.explanation_for_family, "categories": list(offered["categories"])},
    )


def _ask(request: Request, page: ConsultationPage, form: AskFamily) -> str:
    recipients = form.recipients(page.people)
    commands.ask_family(request.ctx, consultation_id=page.id, asked=form.asked(), recipients=recipients)
    return reverse("consultations:open", args=[page.id])
