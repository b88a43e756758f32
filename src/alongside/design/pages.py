"""One page with one form: it shows, gives back what was typed, saves, goes on. Every asking view is this."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render

from alongside.access.commands import drop_draft
from alongside.access.keeping import typed
from alongside.access.queries import find_draft
from alongside.access.request import Request
from alongside.access.words import Refused, SavedWithOtherWords
from alongside.design.forms import PageForm, Rows
from alongside.design.jinja import day, moment
from alongside.design.parts import KeptWords
from alongside.design.times import Day, Moment

Asking = PageForm | Rows[Any]


def ask(
    request: Request,
    *,
    template: str,
    make: Callable[..., Asking],
    save: Callable[[Any], str],
    page: Mapping[str, Any] | None = None,
    initial: Mapping[str, Any] | Sequence[Mapping[str, Any]] | None = None,
) -> HttpResponse:
    """Show a form, or save it and go on to the address that `save` answers.

    `make(typed, initial)` builds the bound or unbound form, or rows of one; `save(form)` does the deed. Rows
    that are to grow or shrink are shown again without judging anything. A refusal of the deed goes beside the
    field that it names; words saved before with the same command id, but other than these, are shown side by
    side (settled: never a silent drop). `page` is what else the template needs; it finds the form as `form`,
    and `draft_kept_at` where typed words were found and put back.
    """
    if request.method == "POST":
        form = make(request.POST, None)
        if form.is_valid():
            try:
                where = save(form)
            except Refused as refusal:
                form.refuse(refusal.sentence, field=refusal.field)
            except SavedWithOtherWords as other:
                return _conflict(request, form, other.first)
            else:
                _forget_draft(request)
                return redirect(where)
        status = 422 if form.errors else 200
        return render(request, template, {**(page or {}), "form": form, "draft_kept_at": None}, status=status)
    draft = find_draft(request.ctx, page=request.path[:200])
    form = make(as_typed(draft.words), None) if draft else make(None, initial)
    if draft:
        form.keep()  # words put back are not yet submitted, so nothing is wrong with them yet
    return render(
        request, template, {**(page or {}), "form": form, "draft_kept_at": draft.kept_at if draft else None}
    )


def as_typed(words: Mapping[str, list[str]]) -> QueryDict:
    """Kept words as a form takes them."""
    again = QueryDict(mutable=True)
    for name, values in words.items():
        again.setlist(name, values)
    return again


def _forget_draft(request: Request) -> None:
    if find_draft(request.ctx, page=request.path[:200]):
        drop_draft(request.ctx, page=request.path[:200])


def _conflict(request: Request, form: Asking, first: Mapping[str, Any]) -> HttpResponse:
    again = tuple((name, value) for name, values in typed(request).items() for value in values)
    words = {"texts": tuple(_differing(form, first)), "again": again, "href": request.get_full_path()}
    return render(request, "design/conflict.html", words, status=409)


def _differing(form: Asking, first: Mapping[str, Any]) -> Iterator[KeptWords]:
    if isinstance(form, PageForm):
        yield from _texts(form, form.recorded(first), after="")
        return
    rows = next((value for value in first.values() if isinstance(value, list)), [])
    for number, one in enumerate(form.judged):
        recorded = rows[number] if number < len(rows) else {}
        yield from _texts(one, one.recorded(recorded), after=f" ({number + 1})")
    for number, recorded in enumerate(rows[len(form.judged) :], start=len(form.judged) + 1):
        there = ", ".join(_printed(value) for value in recorded.values() if value)
        yield KeptWords(label=f"Row {number}", here="", there=there)


def _texts(form: PageForm, recorded: Mapping[str, Any], *, after: str) -> Iterator[KeptWords]:
    for name, field in form.fields.items():
        here, there = _shown(field, form.cleaned_data.get(name)), _shown(field, recorded.get(name))
        if here != there:
            yield KeptWords(label=f"{field.label or name}{after}", here=here, there=there)


def _shown(field: Any, value: Any) -> str:
    """A value as the page showed it: of an answer its words, not its code."""
    if isinstance(field, Day) and value:
        at = datetime.fromisoformat(str(value))
        return moment(at) if isinstance(field, Moment) else day(at.date())
    said = {option.value: option.label for option in getattr(field, "options", ())}
    if isinstance(value, list | tuple):
        return ", ".join(said.get(str(one), str(one)) for one in value)
    return str(said.get(str(value), _printed(value)))


def _printed(value: Any) -> str:
    return "" if value is None else str(value)
