"""Who in the family knows what, for one consultation and for a child; and writing one notice."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from alongside.access.context import Context, day_in_london
from alongside.access.request import Request
from alongside.access.words import NotThere, Ref, Refused
from alongside.consultations import (
    asking_pages,
    commands,
    concluding_pages,
    queries,
    telling_pages,
    told_pages,
)
from alongside.consultations.asking_forms import THE_CHILD
from alongside.consultations.concluding_forms import Listener
from alongside.consultations.notice_forms import WriteNotice
from alongside.consultations.queries import ConsultationPage
from alongside.consultations.told_pages import Known
from alongside.contacts.queries import Writing
from alongside.design.pages import ask
from alongside.families import queries as families
from alongside.involvement import queries as involvement
from alongside.involvement.commands import NewNotice
from alongside.languages.words import Language

SHOWN_MOST = 10
EXPLANATION = "explanation"


def _known(ctx: Context, page: ConsultationPage) -> Known:
    about = Ref("consultation", page.id)
    offered = page.is_named and page.may_continue == "yes"  # whoever oversees reads no family's record
    return Known(
        page=page,
        people=asking_pages.family_offered(ctx, page)["people"] if offered else (),
        parts=involvement.list_parts(ctx, arising_from=about),
        notices=involvement.list_notices(ctx, arising_from=about),
        kept=involvement.list_kept_from(ctx, child_id=page.child_id) if page.child_id else (),
        today=day_in_london(ctx.now),
    )


def told(request: Request, consultation_id: UUID) -> HttpResponse:
    """Each person, and each step and notice: when, how, by whom, in what language."""
    page = queries.open_consultation(request.ctx, consultation_id=consultation_id)
    tables = ((page, told_pages.matrix(_known(request.ctx, page))),)
    shown = {"tables": tables, "child": page.child, "page": page, "columns": told_pages.COLUMNS}
    return render(request, "consultations/told.html", shown)


def told_about(request: Request, child_id: UUID) -> HttpResponse:
    """The same for a child: the latest consultations about them, a table each."""
    child = families.open_child(request.ctx, child_id=child_id).child
    lines = queries.list_consultations_about(request.ctx, child_id=child_id)[:SHOWN_MOST]
    pages = [queries.open_consultation(request.ctx, consultation_id=line.id) for line in lines]
    tables = tuple((page, told_pages.matrix(_known(request.ctx, page))) for page in pages)
    shown = {"tables": tables, "child": child.name, "child_id": child_id, "columns": told_pages.COLUMNS}
    return render(request, "consultations/told.html", shown)


def open_notice(request: Request, consultation_id: UUID, notice_id: UUID) -> HttpResponse:
    """One notice, word for word as the person reads it."""
    notice = involvement.open_notice(request.ctx, notice_id=notice_id)
    if notice.arising_from.id != consultation_id:
        raise NotThere
    return render(request, "consultations/open_notice.html", {"notice": notice})


def write_notice(request: Request, consultation_id: UUID, kind: str, who: str) -> HttpResponse:
    """Write one notice to one person: what they will read, and the plain words in it."""
    page = queries.continue_consultation(request.ctx, consultation_id=consultation_id)
    listeners = concluding_pages.listeners(request.ctx, page)
    listener = _to_write_to(request.ctx, page, listeners, who)
    begins = _begins(request.ctx, page, kind, listener)
    preview = _preview(request, page, kind, listeners, listener, Language(begins["language"]))
    return ask(
        request,
        template="consultations/write_notice.html",
        make=lambda typed, initial: WriteNotice(typed, initial=initial),
        save=lambda form: _write(request, page, kind, listener, form),
        page=_written(page, listener, preview),
        initial=begins,
    )


def _written(page: ConsultationPage, listener: Listener, preview: NewNotice) -> dict[str, object]:
    repeats = telling_pages.repeats(page, listener.adult_id, preview)
    return {"page": page, "listener": listener, "preview": preview, "repeats": repeats}


def _begins(ctx: Context, page: ConsultationPage, kind: str, listener: Listener) -> dict[str, str]:
    """What the page begins with: one's own explanation, and the language in which this person reads."""
    reads = concluding_pages.writings_of(ctx, page).get(listener.adult_id, Writing()).language
    words = page.explanation_for_family if kind == EXPLANATION else ""
    return {"words": words, "language": reads.value, "own_language": ""}


def _to_write_to(ctx: Context, page: ConsultationPage, listeners: tuple[Listener, ...], who: str) -> Listener:
    """Whom a notice goes to; refused before anybody has typed what could not be written. Raises NotThere and Refused."""
    found = next((each for each in listeners if str(each.adult_id or THE_CHILD) == who), None)
    if found is None:
        raise NotThere
    if found.adult_id in telling_pages.withheld_from(ctx, page):
        raise Refused(
            f"{found.name} is not to be told, so nothing is written to them. See on which ground in who in the family "
            "knows."
        )
    return found


def _preview(
    request: Request,
    page: ConsultationPage,
    kind: str,
    listeners: tuple[Listener, ...],
    listener: Listener,
    reads: Language,
) -> NewNotice:
    of = telling_pages.explanation_of if kind == EXPLANATION else telling_pages.outcome_of
    return of(
        page,
        listener.adult_id,
        listeners=listeners,
        words=request.POST.get("words", ""),
        language=WriteNotice.language_of(request.POST.get("language", ""), otherwise=reads),
        own_language=WriteNotice.language_of(request.POST.get("own_language", ""), otherwise=Language.EN),
    )


def _write(request: Request, page: ConsultationPage, kind: str, listener: Listener, form: WriteNotice) -> str:
    write = commands.write_explanation if kind == EXPLANATION else commands.write_outcome
    notice_id = write(request.ctx, consultation_id=page.id, adult_id=listener.adult_id, **form.cleaned_data)
    return reverse("consultations:open_notice", args=[page.id, notice_id])
