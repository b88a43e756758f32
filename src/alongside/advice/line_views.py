"""A team's consultation line: what waits, taking it, handing it on."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from alongside.access.request import Request
from alongside.access.words import NotThere, Refused
from alongside.advice import commands, line_pages, queries
from alongside.advice.forms import HandOn
from alongside.advice.queries import HandOnPage
from alongside.design.pages import ask


def line(request: Request, line_id: UUID) -> HttpResponse:
    """What waits on a line, 25 a page, and who has taken what."""
    asked = request.GET.get("page", "1")
    number = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 6 else 1
    return _line(request, line_id, number=number)


def _line(request: Request, line_id: UUID, *, number: int = 1, refused: str = "") -> HttpResponse:
    page = queries.open_line(request.ctx, line_id=line_id, page=number)
    rows = line_pages.rows_of(page, me=request.ctx.membership_id)
    shown = {"page": page, "rows": rows, "refused": refused}
    return render(request, "advice/line.html", shown, status=409 if refused else 200)


def take(request: Request, line_id: UUID, question_id: UUID) -> HttpResponse:
    """Take a question, at one press. Only a form does it, never a link; too late is said above the line."""
    if request.method != "POST":
        raise NotThere
    try:
        disclosure_id = commands.take_question(request.ctx, question_id=question_id)
    except Refused as refusal:
        return _line(request, line_id, refused=refusal.sentence)
    return redirect("advice:inbox_item", disclosure_id)


def hand_on(request: Request, line_id: UUID, question_id: UUID) -> HttpResponse:
    """Hand a taken question on, with words."""
    page = queries.open_handing_on(request.ctx, question_id=question_id)
    if page.line_id != line_id:
        raise NotThere
    return ask(
        request,
        template="advice/hand_on.html",
        make=lambda typed, initial: HandOn(typed, initial=initial, page=page),
        save=lambda form: _hand_on(request, page, form),
        page={
            "page": page,
            "mine": "yes" if page.question.taken_by_membership_id == request.ctx.membership_id else "no",
        },
    )


def _hand_on(request: Request, page: HandOnPage, form: HandOn) -> str:
    commands.hand_on_question(request.ctx, question_id=page.question.id, handed=form.handed())
    if any(mine.id == page.line_id for mine in queries.list_my_lines(request.ctx)):
        return reverse("advice:line", args=[page.line_id])
    return reverse("advice:inbox")
