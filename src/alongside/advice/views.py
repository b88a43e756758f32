"""The adviser's side: what was shared with me, and my own view, equal to the asker's."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from alongside.access.request import Request
from alongside.advice import commands, copy_pages, inbox_pages, queries
from alongside.advice.forms import AskBack, GiveView
from alongside.design.pages import ask
from alongside.sharing.pages import statements
from alongside.sharing.words import Included


def inbox(request: Request) -> HttpResponse:
    """The lines that I answer or oversee, and what others have shared with me, newest first."""
    shown = {
        "shared": inbox_pages.each_once(queries.list_my_inbox(request.ctx)),
        "lines": (
            ("The lines you answer", queries.list_my_lines(request.ctx)),
            ("The lines you oversee", queries.list_overseen_lines(request.ctx)),
        ),
    }
    return render(request, "advice/inbox.html", shown)


def inbox_item(request: Request, disclosure_id: UUID) -> HttpResponse:
    """One matter: what was shared and on what basis; confirm or correct the note, or answer; add one's own view."""
    item = queries.open_inbox_item(request.ctx, disclosure_id=disclosure_id)
    has_note = "yes" if item.shared.note_of_talk else "no"
    return ask(
        request,
        template="advice/inbox_item.html",
        make=lambda typed, initial: GiveView(typed, initial=initial, has_note=has_note),
        save=lambda form: _give_view(request, disclosure_id, form),
        page={"item": item, "statements": statements(item.shared.items, included=Included.SHARE)},
    )


def _give_view(request: Request, disclosure_id: UUID, form: GiveView) -> str:
    commands.give_view(request.ctx, disclosure_id=disclosure_id, given=form.given())
    return reverse("advice:inbox_item", args=[disclosure_id])


def ask_back(request: Request, disclosure_id: UUID) -> HttpResponse:
    """Something to ask back of whoever asked: the number first."""
    item = queries.open_inbox_item(request.ctx, disclosure_id=disclosure_id)
    return ask(
        request,
        template="advice/ask_back.html",
        make=lambda typed, initial: AskBack(typed, initial=initial),
        save=lambda form: _ask_back(request, disclosure_id, form),
        page={"item": item},
    )


def _ask_back(request: Request, disclosure_id: UUID, form: AskBack) -> str:
    commands.ask_back(request.ctx, disclosure_id=disclosure_id, words=form.cleaned_data["words"])
    return reverse("advice:inbox_item", args=[disclosure_id])


def copy(request: Request, disclosure_id: UUID) -> HttpResponse:
    """The sealed copy as one's own agency keeps it, and that the other's is the same."""
    page = queries.open_copy(request.ctx, disclosure_id=disclosure_id)
    return render(request, "advice/copy.html", {"page": page, "told": copy_pages.told(page)})
