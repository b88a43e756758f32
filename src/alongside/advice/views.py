"""The adviser's side: what was shared with me, and my own view, equal to the asker's."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from alongside.access.request import Request
from alongside.advice import commands, queries
from alongside.advice.forms import GiveView
from alongside.design.pages import ask
from alongside.sharing import queries as sharing
from alongside.sharing.pages import statements
from alongside.sharing.words import Included


def inbox(request: Request) -> HttpResponse:
    """What others have shared with me, newest first."""
    return render(request, "advice/inbox.html", {"shared": sharing.list_my_inbox(request.ctx)})


def inbox_item(request: Request, disclosure_id: UUID) -> HttpResponse:
    """One matter: what was shared and on what basis; confirm or correct the note; add one's own view."""
    item = queries.open_inbox_item(request.ctx, disclosure_id=disclosure_id)
    return ask(
        request,
        template="advice/inbox_item.html",
        make=lambda typed, initial: GiveView(typed, initial=initial),
        save=lambda form: _give_view(request, disclosure_id, form),
        page={"item": item, "statements": statements(item.shared.items, included=Included.SHARE)},
    )


def _give_view(request: Request, disclosure_id: UUID, form: GiveView) -> str:
    commands.give_view(request.ctx, disclosure_id=disclosure_id, given=form.given())
    return reverse("advice:inbox_item", args=[disclosure_id])
