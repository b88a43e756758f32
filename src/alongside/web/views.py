"""The pages that compose rooms: Today, children, the guidance in print, and drafts."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import Resolver404, resolve, reverse

from alongside.access import commands as access
from alongside.access import keeping
from alongside.access.context import day_in_london
from alongside.access.request import Request
from alongside.access.words import NotThere
from alongside.cases import commands as cases
from alongside.cases.commands import NewChild
from alongside.design.pages import ask
from alongside.families import commands as family_commands
from alongside.families import queries as families
from alongside.families.commands import RelatedAdult
from alongside.families.words import ParentalResponsibility, Relation
from alongside.guidance.packs import NoSuchPack
from alongside.web import queries
from alongside.web.forms import KNOWN, AddChild, CorrectChild
from alongside.web.guidance_pages import pack_page, shelf


def today(request: Request) -> HttpResponse:
    """What needs this person, what they wait for, and the way to start."""
    return render(request, "web/today.html", {"today": queries.open_today(request.ctx)})


def children(request: Request) -> HttpResponse:
    """The children this person works with, narrowed by words."""
    words = request.GET.get("words", "")[:100]
    found = families.list_children(request.ctx, words=words)
    return render(request, "web/children.html", {"children": found, "words": words})


def child(request: Request, child_id: UUID) -> HttpResponse:
    """One child: the adults, the consultations, who knows what."""
    return render(
        request, "web/child.html", {"record": queries.open_child_record(request.ctx, child_id=child_id)}
    )


def add_child(request: Request) -> HttpResponse:
    """Begin work about a child: name, date of birth if known, one adult if known."""
    today = day_in_london(request.ctx.now)

    def save(form: AddChild) -> str:
        child, adult = _begun(form.cleaned_data)
        child_id = cases.begin_work(request.ctx, child=child, adult=adult)
        return reverse("web:child", args=[child_id])

    return ask(
        request,
        template="web/add_child.html",
        make=lambda words, initial: AddChild(words, initial=initial, today=today),
        save=save,
    )


def correct_child(request: Request, child_id: UUID) -> HttpResponse:
    """Put a child's name or date of birth right; the earlier words stay in the log."""
    child, today = families.open_child(request.ctx, child_id=child_id).child, day_in_london(request.ctx.now)

    def save(form: CorrectChild) -> str:
        family_commands.correct_child(request.ctx, child_id=child_id, **form.corrected())
        return reverse("web:child", args=[child_id])

    return ask(
        request,
        template="web/correct_child.html",
        make=lambda words, initial: CorrectChild(words, initial=initial, today=today, known=child.born_on),
        save=save,
        page={"child": child},
        initial=CorrectChild.of(name=child.name, born_on=child.born_on, gender=child.gender),
    )


def guidance(request: Request) -> HttpResponse:
    """Every published edition of the guidance."""
    return render(request, "web/guidance.html", {"shelf": shelf(at=request.ctx.now)})


def pack(request: Request, pack_id: str) -> HttpResponse:
    """One edition: the whole drawing, its text, its sources."""
    try:
        page = pack_page(pack_id, at=request.ctx.now)
    except NoSuchPack:
        raise NotThere from None
    return render(request, "web/pack.html", {"page": page})


def keep_draft(request: Request) -> HttpResponse:
    """Keep what is being typed on a page of ours, for its author alone.

    Answers a newer author mark, without which the page could not give back what is typed after this draft.
    """
    page = request.GET.get("page", "")
    if request.method != "POST" or len(page) > 200 or not _is_ours(page):
        raise NotThere
    kept_at = access.keep_draft(request.ctx, page=page, words=keeping.typed(request))
    mark = keeping.author_mark(request.ctx.membership_id, at=kept_at)
    return HttpResponse(status=204, headers={"X-Author-Mark": mark})


def _begun(words: dict[str, Any]) -> tuple[NewChild, RelatedAdult | None]:
    child = NewChild(words["name"], words["born_on"])
    if words["adult"] != KNOWN:
        return child, None
    responsibility = ParentalResponsibility(words["parental_responsibility"])
    return child, RelatedAdult(words["adult_name"], Relation(words["relation"]), responsibility)


def _is_ours(page: str) -> bool:
    try:
        resolve(page)
    except Resolver404:
        return False
    return True
