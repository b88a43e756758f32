"""A second person's word on withholding from one of the family."""

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse

from alongside.access.context import day_in_london
from alongside.access.request import Request
from alongside.consultations import commands, queries, record_pages
from alongside.consultations.withholding_forms import AuthoriseWithholding
from alongside.design.pages import ask
from alongside.involvement import queries as involvement
from alongside.involvement.queries import TellingCard
from alongside.involvement.words import Authorisation


def authorise(request: Request, telling_id: UUID) -> HttpResponse:
    """What is withheld, from whom, on which ground, until when; and the lead's word on it."""
    telling = involvement.open_withholding(request.ctx, telling_id=telling_id)
    consultation = queries.open_consultation(request.ctx, consultation_id=telling.arising_from.id)
    today = day_in_london(request.ctx.now)
    return ask(
        request,
        template="consultations/authorise.html",
        make=lambda typed, initial: AuthoriseWithholding(typed, initial=initial),
        save=lambda form: _authorise(request, telling, form),
        page={
            "telling": telling,
            "child": consultation.child,
            "stands": record_pages.withheld_rows(telling, today=today),
        },
    )


def _authorise(request: Request, telling: TellingCard, form: AuthoriseWithholding) -> str:
    words = form.cleaned_data
    verdict = Authorisation(words["verdict"])
    commands.authorise_withholding(request.ctx, telling_id=telling.id, verdict=verdict, words=words["words"])
    return reverse("consultations:open", args=[telling.arising_from.id])
