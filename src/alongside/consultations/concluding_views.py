"""The tasks after a decision: the talk, what was decided, telling the family."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from alongside.access.context import day_in_london
from alongside.access.request import Request
from alongside.consultations import chaining, commands, concluding_pages, queries, telling_pages
from alongside.consultations.concluding_forms import (
    Listener,
    RecordNotHeld,
    RecordOutcome,
    RecordTalk,
    RecordTelling,
)
from alongside.consultations.queries import ConsultationPage, PersonCard
from alongside.consultations.rules import Progress
from alongside.consultations.words import NextStepKind, OutcomeKind, Task
from alongside.design.pages import ask
from alongside.involvement import queries as involvement


def talk(request: Request, consultation_id: UUID, person_id: UUID) -> HttpResponse:
    """A conversation with one person asked: whom to ring, what may be said, what each of the two said."""
    page = queries.continue_consultation(request.ctx, consultation_id=consultation_id)
    person = page.person_of(person_id)
    state = page.state_of(Task.TALK, person_id) or Progress.CANNOT_START_YET
    if request.method == "GET" and state is Progress.CANNOT_START_YET:
        return redirect("consultations:open", consultation_id)
    return ask(
        request,
        template="consultations/talk.html",
        make=lambda typed, initial: RecordTalk(typed, initial=initial, person=person, mode=page.mode),
        save=lambda form: _record_talk(request, page, person, form),
        page=concluding_pages.shown_at_talk(request.ctx, page, person),
        initial=concluding_pages.talk_typed(page, now=request.ctx.now),
    )


def _record_talk(request: Request, page: ConsultationPage, person: PersonCard, form: RecordTalk) -> str:
    commands.record_talk(request.ctx, consultation_id=page.id, person_id=person.id, talk=form.talk())
    return chaining.after(request.ctx, consultation_id=page.id, left=Task.TALK, person_id=person.id)


def outcome(request: Request, consultation_id: UUID) -> HttpResponse:
    """What the two decided together."""
    page = queries.continue_consultation(request.ctx, consultation_id=consultation_id)
    return ask(
        request,
        template="consultations/outcome.html",
        make=lambda typed, initial: RecordOutcome(typed, initial=initial, mode=page.mode),
        save=lambda form: _record_outcome(request, page, form),
        page={"page": page},
        initial=concluding_pages.outcome_typed(page),
    )


def _record_outcome(request: Request, page: ConsultationPage, form: RecordOutcome) -> str:
    typed = form.cleaned_data
    kind = OutcomeKind(typed["kind"])
    commands.record_outcome(
        request.ctx,
        consultation_id=page.id,
        kind=kind,
        words=typed["words"],
        view=form.view(),
        done_by=typed["done_by"],
        not_identifying=typed.get("not_identifying", ""),
    )
    if kind is OutcomeKind.REFERRAL:  # at once: the family is told after the call
        return reverse("consultations:step", args=[page.id, NextStepKind.REFERRAL_RUNG])
    return chaining.after(request.ctx, consultation_id=page.id, left=Task.OUTCOME)


def not_held(request: Request, consultation_id: UUID) -> HttpResponse:
    """End a consultation before anybody was spoken with."""
    page = queries.continue_consultation(request.ctx, consultation_id=consultation_id)
    return ask(
        request,
        template="consultations/not_held.html",
        make=lambda typed, initial: RecordNotHeld(typed, initial=initial, mode=page.mode),
        save=lambda form: _record_not_held(request, page.id, form),
        page={"page": page},
    )


def _record_not_held(request: Request, consultation_id: UUID, form: RecordNotHeld) -> str:
    words, because = form.cleaned_data["words"], form.cleaned_data.get("not_identifying", "")
    commands.record_not_held(
        request.ctx, consultation_id=consultation_id, words=words, not_identifying=because
    )
    return chaining.after(request.ctx, consultation_id=consultation_id, left=Task.OUTCOME)


def telling(request: Request, consultation_id: UUID) -> HttpResponse:
    """Who in the family was told what was decided, or why not yet."""
    page = queries.continue_consultation(request.ctx, consultation_id=consultation_id)
    listeners = concluding_pages.listeners(request.ctx, page)
    days = {"today": day_in_london(request.ctx.now), "last": involvement.review_by(request.ctx)}
    return ask(
        request,
        template="consultations/telling.html",
        make=lambda typed, initial: RecordTelling(typed, initial=initial, listeners=listeners, **days),
        save=lambda form: _record_telling(request, page, form),
        page=_before_telling(request, page, listeners),
        initial=concluding_pages.telling_typed(page, listeners),
    )


def _before_telling(
    request: Request, page: ConsultationPage, listeners: tuple[Listener, ...]
) -> dict[str, object]:
    """What stands beside the questions: whom nothing goes to, and what each of the others will read."""
    return {
        "page": page,
        "unheld": concluding_pages.unheld(page),
        "kept": tuple(listener for listener in listeners if listener.kept),
        "previews": telling_pages.previews(request.ctx, page, listeners, typed=request.POST),
    }


def _record_telling(request: Request, page: ConsultationPage, form: RecordTelling) -> str:
    how, words = form.cleaned_data["how"], form.cleaned_data["family_words"]
    people = form.people()
    commands.record_telling(request.ctx, consultation_id=page.id, people=people, how=how, family_words=words)
    return reverse("consultations:done", args=[page.id])
