"""The pages of letters: what may be written, one letter, and its printing, which hands over the file once."""

from dataclasses import replace
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from alongside.access.request import Request
from alongside.access.words import NotThere, Refused, Tray
from alongside.consent import queries as consents
from alongside.contacts import queries as contacts
from alongside.design.pages import ask
from alongside.families import queries as families
from alongside.involvement import queries as involvement
from alongside.involvement.queries import NoticeCard
from alongside.letters import commands, queries
from alongside.letters.forms import WriteLetter
from alongside.letters.pages import attachment, content_of, preview_of, routes_for, taken_back


def list_letters(request: Request, child_id: UUID) -> HttpResponse:
    """The letters about a child, and what was written to the family that could be sent as one."""
    child = families.open_child(request.ctx, child_id=child_id).child
    shown = {
        "child": child,
        "letters": queries.list_letters(request.ctx, child_id=child_id),
        "notices": involvement.list_notices_about(request.ctx, child_id=child_id),
    }
    return render(request, "letters/list.html", shown)


def write_letter(request: Request, notice_id: UUID) -> HttpResponse:
    """Write a letter with the words of a notice."""
    notice = involvement.open_notice(request.ctx, notice_id=notice_id)
    routes = routes_for(notice, contacts.list_contacts(request.ctx, child_id=notice.about_child_id))
    answers = consents.list_answers(request.ctx, arising_from=notice.arising_from)
    return ask(
        request,
        template="letters/write.html",
        make=lambda words, initial: WriteLetter(words, initial=initial, routes=routes),
        save=lambda form: _write(request, notice, form),
        page={
            "notice": notice,
            "preview": preview_of(notice),
            "routes": routes,
            "taken_back": taken_back(answers),
        },
    )


def _write(request: Request, notice: NoticeCard, form: WriteLetter) -> str:
    contact_id, size = form.chosen()
    letter_id = commands.write_letter(
        request.ctx,
        child_id=notice.about_child_id,
        adult_id=notice.adult_id,
        contact_id=contact_id,
        content=replace(content_of(notice), size=size),
    )
    return reverse("letters:open", args=[letter_id])


def open_letter(request: Request, letter_id: UUID) -> HttpResponse:
    """One letter, to read and to print."""
    return _shown(request, letter_id)


def print_letter(request: Request, letter_id: UUID) -> HttpResponse:
    """Print a letter: the file leaves once, and is kept nowhere."""
    if request.method != "POST":
        raise NotThere
    tray = Tray()
    try:
        commands.print_letter(request.ctx, letter_id=letter_id, tray=tray)
    except Refused as refusal:
        return _shown(request, letter_id, refusal=refusal.sentence)
    if tray.held is None:  # pressed twice: the deed was done, and its file has left
        return redirect("letters:open", letter_id)
    return attachment(tray.held)


def _shown(request: Request, letter_id: UUID, *, refusal: str = "") -> HttpResponse:
    letter = queries.open_letter(request.ctx, letter_id=letter_id)
    answers = consents.list_answers(request.ctx, arising_from=letter.arising_from)
    shown = {"letter": letter, "refusal": refusal, "taken_back": taken_back(answers)}
    return render(request, "letters/open.html", shown, status=422 if refusal else 200)
