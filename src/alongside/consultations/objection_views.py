"""Telling whoever said no what was decided where two people disagreed."""

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse

from alongside.access.request import Request
from alongside.consent import pages
from alongside.consent import queries as consents
from alongside.consultations import commands, queries, telling_pages
from alongside.consultations.notice_forms import AnswerObjection
from alongside.design.pages import ask


def answer_objection(request: Request, disagreement_id: UUID) -> HttpResponse:
    """Record that whoever said no was told what was decided; they read it on their own page too."""
    page = pages.to_tell(consents.open_disagreement(request.ctx, disagreement_id=disagreement_id))
    matter = queries.open_consultation(request.ctx, consultation_id=page.matter.id)
    previews = telling_pages.objection_previews(request.ctx, matter, page, typed=request.POST)
    return ask(
        request,
        template="consultations/answer_objection.html",
        make=lambda typed, initial: AnswerObjection(typed, initial=initial),
        save=lambda form: _answer(request, disagreement_id, form),
        page={"page": page, "answers": pages.said_of(page), "previews": previews},
    )


def _answer(request: Request, disagreement_id: UUID, form: AnswerObjection) -> str:
    commands.answer_objection(request.ctx, disagreement_id=disagreement_id, **form.cleaned_data)
    return reverse("consent:disagreement", args=[disagreement_id])
