"""Where nobody spoke: a question sent, a reply to what was asked back, the slip for somebody who is not on Alongside."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from alongside.access.request import Request
from alongside.access.words import NotThere
from alongside.consultations import commands, concluding_pages, queries, sending_pages
from alongside.consultations.queries import ConsultationPage, PersonCard, TalkCard
from alongside.consultations.rules import Progress
from alongside.consultations.sending_forms import AnswerBack, RecordSlip, SendQuestion
from alongside.consultations.words import Task
from alongside.design.pages import ask


def send(request: Request, consultation_id: UUID, person_id: UUID) -> HttpResponse:
    """Send the question and ask to be rung back: still the number first, and what goes with it in view."""
    page = queries.continue_consultation(request.ctx, consultation_id=consultation_id)
    person = page.person_of(person_id)
    state = page.state_of(Task.TALK, person_id) or Progress.CANNOT_START_YET
    is_outside = not (person.membership_id or person.line_id)
    if request.method == "GET" and (is_outside or state is Progress.CANNOT_START_YET):
        return redirect("consultations:open", consultation_id)
    return ask(
        request,
        template="consultations/send.html",
        make=lambda typed, initial: SendQuestion(typed, initial=initial, person=person, mode=page.mode),
        save=lambda form: _send(request, page, person, form),
        page=concluding_pages.shown_at_talk(request.ctx, page, person),
        initial=sending_pages.send_typed(request.ctx),
    )


def _send(request: Request, page: ConsultationPage, person: PersonCard, form: SendQuestion) -> str:
    commands.send_question(request.ctx, consultation_id=page.id, person_id=person.id, sent=form.sent())
    return reverse("consultations:open", args=[page.id])


def reply(request: Request, consultation_id: UUID, asked_back_id: UUID) -> HttpResponse:
    """Reply to what the adviser asked back: the number first."""
    page = queries.continue_consultation(request.ctx, consultation_id=consultation_id)
    asked = next((each for each in page.asked_back if each.id == asked_back_id and not each.reply), None)
    if asked is None:
        raise NotThere
    return ask(
        request,
        template="consultations/reply.html",
        make=lambda typed, initial: AnswerBack(typed, initial=initial, mode=page.mode),
        save=lambda form: _reply(request, page, asked_back_id, form),
        page={"page": page, "asked": asked, "whom": sending_pages.whom(page, asked)},
    )


def _reply(request: Request, page: ConsultationPage, asked_back_id: UUID, form: AnswerBack) -> str:
    commands.answer_back(
        request.ctx, consultation_id=page.id, asked_back_id=asked_back_id, **form.cleaned_data
    )
    return reverse("consultations:open", args=[page.id])


def slip(request: Request, consultation_id: UUID, talk_id: UUID) -> HttpResponse:
    """The note to be confirmed on paper, and what came back."""
    page = queries.continue_consultation(request.ctx, consultation_id=consultation_id)
    talk = next((each for each in page.talks if each.id == talk_id and not each.with_membership_id), None)
    if talk is None:
        raise NotThere
    return ask(
        request,
        template="consultations/slip.html",
        make=lambda typed, initial: RecordSlip(typed, initial=initial, mode=page.mode),
        save=lambda form: _record_slip(request, page, talk, form),
        page={"page": page, "talk": talk, "person": page.person_of(talk.person_id)},
    )


def _record_slip(request: Request, page: ConsultationPage, talk: TalkCard, form: RecordSlip) -> str:
    commands.record_slip(request.ctx, consultation_id=page.id, talk_id=talk.id, slip=form.slip())
    return reverse("consultations:open", args=[page.id])
