"""May I share with this person? Only what the tasks have not answered, one question a page; then once, to decide.

Inside an agency its own procedure is shown in place of the chart.
"""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from alongside.access.request import Request
from alongside.consultations import chaining, commands, queries
from alongside.consultations.asking_pages import adults_named
from alongside.consultations.queries import PersonCard
from alongside.consultations.sharing_forms import AnswerQuestion, Deciding, FollowProcedure, deciding_form
from alongside.consultations.sharing_pages import (
    CheckPage,
    QuestionPage,
    check_page,
    considered_lines,
    question_page,
)
from alongside.consultations.words import Kind, Mode, Task
from alongside.design.pages import ask
from alongside.sharing import queries as sharing
from alongside.sharing.commands import Answered
from alongside.sharing.queries import SharingPage


def may_i_share(request: Request, consultation_id: UUID, person_id: UUID) -> HttpResponse:
    """Go to the next open question, or to the page where one decides."""
    return redirect(_next(request, consultation_id, person_id))


def question(
    request: Request, consultation_id: UUID, person_id: UUID, pack_id: str, node_id: str
) -> HttpResponse:
    """One question of the chart, beside the chart."""
    page = queries.sharing_of(request.ctx, consultation_id=consultation_id, person_id=person_id)
    asked = question_page(page, pack_id=pack_id, node_id=node_id)
    if asked is None:
        return redirect(_next(request, consultation_id, person_id))
    return ask(
        request,
        template="consultations/question.html",
        make=lambda typed, initial: AnswerQuestion(typed, initial=initial, asked=asked, mode=_mode(page)),
        save=lambda form: _answer(request, (consultation_id, person_id), asked, form),
        page={"asked": asked, "consultation_id": consultation_id, **_known(request, page)},
        initial=asked.typed,
    )


def _answer(request: Request, ids: tuple[UUID, UUID], asked: QuestionPage, form: AnswerQuestion) -> str:
    consultation_id, person_id = ids
    words = dict(form.cleaned_data)
    because = words.pop("not_identifying", "")
    commands.answer_question(
        request.ctx,
        consultation_id=consultation_id,
        person_id=person_id,
        answered=Answered(asked.pack.id, asked.node.id, **words),
        not_identifying=because,
    )
    return _next(request, consultation_id, person_id)


def check(request: Request, consultation_id: UUID, person_id: UUID) -> HttpResponse:
    """Check your answers, once for this person, and decide."""
    page = queries.sharing_of(request.ctx, consultation_id=consultation_id, person_id=person_id)
    if not page.way.is_ready:
        return redirect(_next(request, consultation_id, person_id))
    checked = _checked(request, page, (consultation_id, person_id))
    return ask(
        request,
        template="consultations/check.html",
        make=lambda typed, initial: deciding_form(typed, initial=initial, checked=checked, mode=_mode(page)),
        save=lambda form: _decide(request, (consultation_id, person_id), checked, form),
        page={"checked": checked, "consultation_id": consultation_id, **_known(request, page)},
        initial=checked.begins_with,
    )


def _mode(page: SharingPage) -> Mode:
    return Mode.NAMED if page.record.matter.is_named else Mode.NO_NAMES


def _checked(request: Request, page: SharingPage, ids: tuple[UUID, UUID]) -> CheckPage:
    child_id = page.record.matter.child_id
    return check_page(
        page,
        consultation_id=ids[0],
        person_id=ids[1],
        refusals=sharing.list_refusals_about(request.ctx, child_id=child_id) if child_id else (),
        review_on=sharing.next_review(request.ctx),
        named=adults_named(request.ctx, child_id=child_id, items=page.record.items),
    )


def _known(request: Request, page: SharingPage) -> dict[str, object]:
    """The matter, and that others considered sharing about the same child (B4)."""
    matter = page.record.matter
    found = sharing.list_considered(request.ctx, child_id=matter.child_id) if matter.child_id else ()
    return {"matter": matter, "considered": considered_lines(found)}


def _decide(request: Request, ids: tuple[UUID, UUID], checked: CheckPage, form: Deciding) -> str:
    consultation_id, person_id = ids
    judged = form.judged(checked, seen=request.POST.get("seen", "") or "-")
    commands.decide_sharing(
        request.ctx,
        consultation_id=consultation_id,
        person_id=person_id,
        judged=judged,
        not_identifying=form.cleaned_data.get("not_identifying", ""),
    )
    return chaining.after(
        request.ctx, consultation_id=consultation_id, left=Task.MAY_I_SHARE, person_id=person_id
    )


def procedure(request: Request, consultation_id: UUID, person_id: UUID) -> HttpResponse:
    """The agency's own procedure, in place of the chart, for a colleague inside it."""
    page = queries.continue_consultation(request.ctx, consultation_id=consultation_id)
    person = page.person_of(person_id)
    if person.kind is not Kind.INTERNAL:
        return redirect(chaining.address_of(Task.MAY_I_SHARE, page.id, person_id))
    kept = sharing.own_procedure(request.ctx)
    return ask(
        request,
        template="consultations/procedure.html",
        make=lambda typed, initial: FollowProcedure(typed, initial=initial),
        save=lambda form: _follow(request, page.id, person, form),
        page={"page": page, "person": person, "procedure": kept},
    )


def _follow(request: Request, consultation_id: UUID, person: PersonCard, form: FollowProcedure) -> str:
    commands.follow_procedure(
        request.ctx,
        consultation_id=consultation_id,
        person_id=person.id,
        seen=request.POST.get("seen", "") or "-",
        **form.followed_words(),
    )
    return chaining.after(
        request.ctx, consultation_id=consultation_id, left=Task.PROCEDURE, person_id=person.id
    )


def _next(request: Request, consultation_id: UUID, person_id: UUID) -> str:
    way = queries.sharing_of(request.ctx, consultation_id=consultation_id, person_id=person_id).way
    if way.asked:
        args = [consultation_id, person_id, way.last.pack.id, way.asked]
        return reverse("consultations:question", args=args)
    return reverse("consultations:check", args=[consultation_id, person_id])
