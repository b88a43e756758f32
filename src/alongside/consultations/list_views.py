"""Lists of consultations: one's own, a team's, all that one may see; and one's own as a file."""

from dataclasses import replace

from django.http import HttpResponse
from django.shortcuts import redirect, render

from alongside.access.context import day_in_london
from alongside.access.request import Request
from alongside.access.rows import new_id
from alongside.access.words import NotThere
from alongside.consultations import commands, list_pages, queries
from alongside.consultations.list_forms import SeekConsultations, whose_list
from alongside.consultations.queries import ConsultationList
from alongside.consultations.words import Whose
from alongside.design.sheets import sheet


def list_consultations(request: Request) -> HttpResponse:
    """A list, newest first, narrowed by what the address asks."""
    whose = whose_list(request.GET)
    narrowings = queries.list_narrowings(request.ctx, whose=whose)
    form = SeekConsultations(request.GET, whose=whose, narrowings=narrowings)
    if (address := list_pages.tidied(request.GET, form)) != request.get_full_path():
        return redirect(address)
    listed = _listed(request, form) if form.is_valid() else None
    page = list_pages.page_of(request.GET, form, narrowings, listed)
    shown = {"form": form, "page": page, "whose": whose}
    return render(request, "consultations/list.html", shown, status=200 if listed else 422)


def export_list(request: Request) -> HttpResponse:
    """One's own list, narrowed as it is on the page, as a file for a spreadsheet. Every file that leaves is logged."""
    if request.method != "POST" or whose_list(request.GET) is not Whose.MINE:
        raise NotThere
    narrowings = queries.list_narrowings(request.ctx, whose=Whose.MINE)
    form = SeekConsultations(request.GET, whose=Whose.MINE, narrowings=narrowings)
    if not form.is_valid():
        return redirect(list_pages.tidied(request.GET, form))
    listed = queries.list_to_export(request.ctx, sought=form.sought())
    # Pressed twice, two files leave: each is a deed of its own, whatever id the page was given.
    commands.export_list(replace(request.ctx, command_id=new_id()), lines=len(listed.lines))
    name = f"my-consultations-{day_in_london(request.ctx.now)}.csv"
    return sheet(name, head=list_pages.HEAD, rows=list_pages.cells(listed))


def _listed(request: Request, form: SeekConsultations) -> ConsultationList:
    asked = request.GET.get("page", "1")
    number = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 6 else 1
    return queries.list_consultations(request.ctx, sought=form.sought(), page=number)
