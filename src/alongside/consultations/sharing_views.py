"""May I share? Only what the tasks have not answered, one question a page; then everything once, to decide."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from alongside.access.request import Request
from alongside.consultations import chaining, commands, queries
from alongside.consultations.sharing_forms import AnswerQuestion, Deciding, deciding_form
from alongside.consultations.sharing_pages import CheckPage, check_page, question_page
from alongside.consultations.words import Task
from alongside.design.pages import ask
from alongside.sharing.commands import Answered


def may_i_share(request: Request, consultation_id: UUID) -> HttpResponse:
    """Go to the next open question, or to the page where one decides."""
    return redirect(_next(request, consultation_id))


def question(request: Request, consultation_id: UUID, pack_id: str, node_id: str) -> HttpResponse:
    """One question of the chart, beside the chart."""
    page = queries.sharing_of(request.ctx, consultation_id=consultation_id)
    asked = question_page(page, pack_id=pack_id, node_id=node_id)
    if asked is None:
        return redirect(_next(request, consultation_id))
    return ask(
        request,
        template="consultations/question.html",
        make=lambda typed, initial: AnswerQuestion(
            typed, initial=initial, node=asked.node, given=asked.given
        ),
        save=lambda form: _answer(request, consultation_id, Answered(pack_id, node_id, **form.cleaned_data)),
        page={"asked": asked, "matter": page.record.matter, "consultation_id": consultation_id},
        initial=asked.typed,
    )


def _answer(request: Request, consultation_id: UUID, answered: Answered) -> str:
    commands.answer_question(request.ctx, consultation_id=consultation_id, answered=answered)
    return _next(request, consultation_id)


def check(request: Request, consultation_id: UUID) -> HttpResponse:
    """Check your answers, once, and decide."""
    page = queries.sharing_of(request.ctx, consultation_id=consultation_id)
    if not page.way.is_ready:
        return redirect(_next(request, consultation_id))
    checked = check_page(page, consultation_id=consultation_id)
    return ask(
        request,
        template="consultations/check.html",
        make=lambda typed, initial: deciding_form(typed, initial=initial, checked=checked),
        save=lambda form: _decide(request, consultation_id, checked, form),
        page={"checked": checked, "matter": page.record.matter, "consultation_id": consultation_id},
    )


def _decide(request: Request, consultation_id: UUID, checked: CheckPage, form: Deciding) -> str:
    judged = form.judged(checked, seen=request.POST.get("seen", "") or "-")
    commands.decide_sharing(request.ctx, consultation_id=consultation_id, judged=judged)
    return chaining.after(request.ctx, consultation_id=consultation_id, left=Task.MAY_I_SHARE)


def _next(request: Request, consultation_id: UUID) -> str:
    way = queries.sharing_of(request.ctx, consultation_id=consultation_id).way
    if way.asked:
        return reverse("consultations:question", args=[consultation_id, way.last.pack.id, way.asked])
    return reverse("consultations:check", args=[consultation_id])
