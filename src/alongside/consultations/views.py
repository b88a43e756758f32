"""Beginning and reading a consultation."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from alongside.access.context import day_in_london
from alongside.access.request import Request
from alongside.access.words import Ref
from alongside.consultations import (
    asking_pages,
    chaining,
    commands,
    queries,
    record_pages,
    step_pages,
    telling_pages,
)
from alongside.consultations.asking_forms import BeginConsultation
from alongside.consultations.queries import ConsultationPage
from alongside.consultations.told_pages import Known, PersonRow, matrix
from alongside.consultations.words import Task
from alongside.design.pages import ask
from alongside.involvement import queries as involvement
from alongside.voice import queries as voice
from alongside.voice.queries import CorrectionCard


def begin(request: Request) -> HttpResponse:
    """About whom: a child of one's own cases. An address that names the child asks only to confirm it."""
    children = asking_pages.child_options(request.ctx)
    named = next((child for child in children if child.value == request.GET.get("child")), None)
    return ask(
        request,
        template="consultations/begin.html",
        make=lambda typed, initial: BeginConsultation(typed, initial=initial, children=children),
        save=lambda form: _begin(request, form),
        page={"children": children, "named": named},
    )


def _begin(request: Request, form: BeginConsultation) -> str:
    consultation_id = commands.begin_consultation(request.ctx, child_id=UUID(form.cleaned_data["child"]))
    return chaining.address_of(Task.WHOM, consultation_id)


def open_consultation(request: Request, consultation_id: UUID) -> HttpResponse:
    """A consultation: what is still to do for those who do it, and the record so far for all who may read."""
    page = queries.open_consultation(request.ctx, consultation_id=consultation_id)
    shown = {
        "page": page,
        "record": _record(request, page),
        "steps": step_pages.next_steps(page),
        "together": _together(request, page),
        "parts": _parts(request, page),
        "corrections": _corrections(request, page),
    }
    return render(request, "consultations/open.html", shown)


def _record(request: Request, page: ConsultationPage) -> record_pages.Record:
    """The record; a safeguarding lead reads no family's, and so not which adult something is about."""
    items = page.items if page.may_continue == "yes" else ()
    return record_pages.record_of(
        page,
        withheld=telling_pages.withheld_from(request.ctx, page),
        named=asking_pages.adults_named(request.ctx, child_id=page.child_id, items=items),
    )


def _corrections(request: Request, page: ConsultationPage) -> tuple[CorrectionCard, ...]:
    """What the family says is wrong in this, or in what was written to them about it."""
    about = Ref("consultation", page.id)
    written = involvement.list_notices(request.ctx, arising_from=about)
    return voice.list_corrections(request.ctx, about=about, notices=[notice.id for notice in written])


def _parts(request: Request, page: ConsultationPage) -> tuple[PersonRow, ...]:
    """The family's part, for those who read; whoever continues has it on a page of its own."""
    if page.may_continue == "yes":
        return ()
    parts = involvement.list_parts(request.ctx, arising_from=Ref("consultation", page.id))
    kept = involvement.list_kept_from(request.ctx, child_id=page.child_id) if page.child_id else ()
    known = Known(page, (), parts, (), kept, day_in_london(request.ctx.now))
    return matrix(known) if parts or kept else ()


def done(request: Request, consultation_id: UUID) -> HttpResponse:
    """What stands after a consultation, and what is still owed."""
    page = queries.open_consultation(request.ctx, consultation_id=consultation_id)
    together = _together(request, page)
    shown = {
        "page": page,
        "closing": record_pages.closing_of(
            page, together, withheld=telling_pages.withheld_from(request.ctx, page)
        ),
        "steps": step_pages.next_steps(page),
        "together": together,
    }
    return render(request, "consultations/done.html", shown)


def _together(request: Request, page: ConsultationPage) -> record_pages.Together:
    others = queries.begun_together(request.ctx, consultation_id=page.id) if page.together_id else ()
    return record_pages.Together(others)
