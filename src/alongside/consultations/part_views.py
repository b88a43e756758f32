"""The family's part in a consultation: the table of it, and one step recorded at a time."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from alongside.access.context import day_in_london
from alongside.access.request import Request
from alongside.access.words import Ref
from alongside.consultations import asking_pages, commands, queries
from alongside.consultations.part_forms import RecordPart
from alongside.consultations.told_pages import Known, matrix
from alongside.design.pages import ask
from alongside.involvement import queries as involvement


def part(request: Request, consultation_id: UUID) -> HttpResponse:
    """Who knows, was offered a part, took part, and was told; and the next step to write down."""
    page = queries.continue_consultation(request.ctx, consultation_id=consultation_id)
    if not page.is_named:
        return redirect("consultations:open", page.id)
    people = asking_pages.family_offered(request.ctx, page)["people"]
    parts = involvement.list_parts(request.ctx, arising_from=Ref("consultation", page.id))
    kept = involvement.list_kept_from(request.ctx, child_id=page.child_id) if page.child_id else ()
    today, last = day_in_london(request.ctx.now), involvement.review_by(request.ctx)
    known = {"people": people, "today": today, "last": last, "who": request.GET.get("who", "")}
    return ask(
        request,
        template="consultations/part.html",
        make=lambda typed, initial: RecordPart(typed, initial=initial, **known),
        save=lambda form: _record(request, page.id, form),
        page={"page": page, "rows": matrix(Known(page, people, parts, (), kept, today))},
    )


def _record(request: Request, consultation_id: UUID, form: RecordPart) -> str:
    commands.record_part(request.ctx, consultation_id=consultation_id, part=form.part())
    return reverse("consultations:part", args=[consultation_id])
