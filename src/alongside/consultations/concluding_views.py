"""The tasks after a decision: the talk, what was decided, telling the family."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from alongside.access.context import day_in_london
from alongside.access.request import Request
from alongside.consultations import chaining, commands, concluding_pages, queries
from alongside.consultations.concluding_forms import RecordOutcome, RecordTalk, RecordTelling
from alongside.consultations.queries import ConsultationPage
from alongside.consultations.rules import Progress
from alongside.consultations.words import OutcomeKind, Task
from alongside.design.pages import ask


def talk(request: Request, consultation_id: UUID) -> HttpResponse:
    """The conversation: whom to ring, what may be said, what each of the two said."""
    page = queries.continue_consultation(request.ctx, consultation_id=consultation_id)
    if (
        request.method == "GET"
        and page.progress.get(Task.TALK, Progress.CANNOT_START_YET) is Progress.CANNOT_START_YET
    ):
        return redirect("consultations:open", consultation_id)
    return ask(
        request,
        template="consultations/talk.html",
        make=lambda typed, initial: RecordTalk(typed, initial=initial),
        save=lambda form: _record_talk(request, page, form),
        page={"page": page, "beside": concluding_pages.beside_talk(page)},
        initial=concluding_pages.today_without_time(request.ctx.now),
    )


def _record_talk(request: Request, page: ConsultationPage, form: RecordTalk) -> str:
    commands.record_talk(request.ctx, consultation_id=page.id, talk=form.talk())
    return chaining.after(request.ctx, consultation_id=page.id, left=Task.TALK)


def outcome(request: Request, consultation_id: UUID) -> HttpResponse:
    """What the two decided together."""
    page = queries.continue_consultation(request.ctx, consultation_id=consultation_id)
    return ask(
        request,
        template="consultations/outcome.html",
        make=lambda typed, initial: RecordOutcome(typed, initial=initial),
        save=lambda form: _record_outcome(request, page, form),
        page={"page": page},
        initial=concluding_pages.outcome_typed(page),
    )


def _record_outcome(request: Request, page: ConsultationPage, form: RecordOutcome) -> str:
    kind, words = OutcomeKind(form.cleaned_data["kind"]), form.cleaned_data["words"]
    commands.record_outcome(request.ctx, consultation_id=page.id, kind=kind, words=words)
    return chaining.after(request.ctx, consultation_id=page.id, left=Task.OUTCOME)


def telling(request: Request, consultation_id: UUID) -> HttpResponse:
    """Who in the family was told what was decided, or why not yet."""
    page = queries.continue_consultation(request.ctx, consultation_id=consultation_id)
    listeners = concluding_pages.listeners(request.ctx, page)
    today = day_in_london(request.ctx.now)
    return ask(
        request,
        template="consultations/telling.html",
        make=lambda typed, initial: RecordTelling(typed, initial=initial, listeners=listeners, today=today),
        save=lambda form: _record_telling(request, page, form),
        page={"page": page},
        initial=concluding_pages.telling_typed(page, listeners),
    )


def _record_telling(request: Request, page: ConsultationPage, form: RecordTelling) -> str:
    how = form.cleaned_data["how"]
    commands.record_telling(request.ctx, consultation_id=page.id, people=form.people(), how=how)
    return reverse("consultations:done", args=[page.id])
