"""Saying that a next step was taken, which nothing here sends."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect

from alongside.access.request import Request
from alongside.access.words import NotThere
from alongside.consultations import chaining, commands, concluding_pages, queries, step_pages
from alongside.consultations.queries import ConsultationPage
from alongside.consultations.step_forms import ASKED, TakeStep
from alongside.consultations.words import NextStepKind
from alongside.design.pages import ask


def step(request: Request, consultation_id: UUID, kind: str) -> HttpResponse:
    """One next step: whom to ring now, and what to say here once it is done."""
    page = queries.continue_consultation(request.ctx, consultation_id=consultation_id)
    if kind not in NextStepKind.values:
        raise NotThere
    step = NextStepKind(kind)
    if request.method == "GET" and step_pages.is_owed(page, step) == "no":
        return redirect("consultations:open", page.id)
    return ask(
        request,
        template="consultations/step.html",
        make=lambda typed, initial: TakeStep(typed, initial=initial, step=step, mode=page.mode),
        save=lambda form: _take(request, page, form),
        page={"page": page, "asked": ASKED[step], "step": step},
        initial={"done_at": concluding_pages.today_typed(request.ctx.now)},
    )


def _take(request: Request, page: ConsultationPage, form: TakeStep) -> str:
    commands.take_step(request.ctx, consultation_id=page.id, step=form.taken())
    return chaining.after(request.ctx, consultation_id=page.id)
