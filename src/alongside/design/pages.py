"""One page with one form: it shows, gives back what was typed, saves, goes on. Every asking view is this."""

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from typing import Any

from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render

from alongside.access.commands import done_before, drop_draft, keep_draft
from alongside.access.keeping import DISCARD, typed
from alongside.access.queries import find_draft
from alongside.access.request import Request
from alongside.access.words import Answered, Refused, SavedWithOtherWords
from alongside.design.parts import KeptWords
from alongside.design.standing import Asking, Recorded, as_asked, differing, digest_of

STOOD = "stood"  # the hidden question that says what stood when the page was opened


class Why(StrEnum):
    """Why two texts stand side by side; the heading of that page."""

    SAVED_BEFORE = "You have saved this page with other words"
    CHANGED_SINCE = "This page has changed since you opened it"


def ask(
    request: Request,
    *,
    template: str,
    make: Callable[..., Asking],
    save: Callable[[Any], str],
    page: Mapping[str, Any] | None = None,
    initial: Recorded = None,
) -> HttpResponse:
    """Show a form, or save it and go on to the address that `save` answers.

    `make(typed, initial)` builds the bound or unbound form, or rows of one; `save(form)` does the deed. Rows
    that are to grow or shrink are shown again without judging anything. A refusal of the deed goes beside the
    field that it names. Words saved before with the same command id, but other than these, are shown side by
    side with these (settled: never a silent drop), and so are those that somebody else saved since the page was
    opened: `initial` is what stands on record, and the form carries its digest. `page` is what else the template
    needs; it finds the form as `form`, and `draft_kept_at` where typed words were found and put back.
    """
    if request.method == "POST" and DISCARD in request.POST:
        _forget_draft(request)
        return redirect(request.get_full_path())
    shown: dict[str, Any] = {**(page or {}), "draft_kept_at": None, STOOD: digest_of(initial)}
    if request.method == "POST":
        form = make(request.POST, None)
        if answer := _saved(request, form=form, save=save, stands=initial):
            return answer
        shown |= {"form": form, STOOD: request.POST.get(STOOD) or shown[STOOD]}
        return render(request, template, shown, status=422 if form.errors else 200)
    draft = find_draft(request.ctx, page=request.path[:200])
    if draft is None:
        return render(request, template, {**shown, "form": make(None, initial)})
    words = as_typed(draft.words)
    form = make(words, None)
    form.keep()  # words put back are not yet submitted, so nothing is wrong with them yet
    # They rest on what stood when they were typed, not on what stands now.
    shown |= {"form": form, "draft_kept_at": draft.kept_at, STOOD: words.get(STOOD) or shown[STOOD]}
    return render(request, template, shown)


def as_typed(words: Mapping[str, list[str]]) -> QueryDict:
    """Kept words as a form takes them."""
    again = QueryDict(mutable=True)
    for name, values in words.items():
        again.setlist(name, values)
    return again


def _saved(
    request: Request, *, form: Asking, save: Callable[[Any], str], stands: Recorded
) -> HttpResponse | None:
    """Where saving leads; None where the page is to be shown again."""
    if not form.is_valid():
        return None
    if texts := _changed_since(request, form, stands):
        return _side_by_side(request, Why.CHANGED_SINCE, texts, stood=digest_of(stands))
    try:
        where = save(form)
    except Refused as refusal:
        form.refuse(refusal.sentence, field=refusal.field)
        return None
    except SavedWithOtherWords as other:
        texts = tuple(differing(form, as_asked(form, other.first)))
        return _side_by_side(request, Why.SAVED_BEFORE, texts, stood=digest_of(stands))
    _forget_draft(request)
    return redirect(where)


def _changed_since(request: Request, form: Asking, stands: Recorded) -> tuple[KeptWords, ...]:
    """What was sent beside what others saved since the page was opened; empty where nothing is at stake.

    The same form sent twice finds its own words on record: the gate knows it by its command id and judges it.
    """
    if request.POST.get(STOOD, "") in {"", digest_of(stands)}:
        return ()
    texts = tuple(differing(form, stands))
    return texts if texts and done_before(request.ctx) is Answered.NO else ()


def _side_by_side(request: Request, why: Why, texts: Iterable[KeptWords], *, stood: str) -> HttpResponse:
    """Both texts and the choice. What was sent is kept as a draft until it is made, however the page is left."""
    words = typed(request)
    keep_draft(request.ctx, page=request.path[:200], words=words)
    again = tuple((name, value) for name, values in words.items() if name != STOOD for value in values)
    shown = {"why": why, "texts": texts, "again": again, STOOD: stood, "href": request.get_full_path()}
    return render(request, "design/conflict.html", shown, status=409)


def _forget_draft(request: Request) -> None:
    if find_draft(request.ctx, page=request.path[:200]):
        drop_draft(request.ctx, page=request.path[:200])
