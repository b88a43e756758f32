"""One page with one form: it shows, gives back what was typed, saves, and goes on. Every asking view is this."""

from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render

from alongside.access.commands import drop_draft
from alongside.access.keeping import typed
from alongside.access.queries import find_draft
from alongside.access.request import Request
from alongside.access.words import Refused, SavedWithOtherWords
from alongside.design.parts import KeptWords


def ask(
    request: Request,
    *,
    template: str,
    make: Callable[..., Any],
    save: Callable[[Any], str],
    page: Mapping[str, Any] | None = None,
    initial: Mapping[str, Any] | None = None,
) -> HttpResponse:
    """Show a form, or save it and go on to the address that `save` answers.

    `make(data, initial)` builds the bound or unbound form (or an object that behaves like one); `save(form)` does
    the deed. A refusal of the deed goes beside the field that it names; words saved before with the same command
    id, but other than these, are shown side by side (settled: never a silent drop). `page` is what else the
    template needs; it finds the form as `form`, and `draft_kept_at` where typed words were found and put back.
    """
    if request.method == "POST":
        form = make(request.POST, None)
        if form.is_valid():
            try:
                where = save(form)
            except Refused as refusal:
                _beside(form, refusal)
            except SavedWithOtherWords as other:
                return _conflict(request, form, other.first)
            else:
                _forget_draft(request)
                return redirect(where)
        return render(request, template, {**(page or {}), "form": form, "draft_kept_at": None}, status=422)
    draft = find_draft(request.ctx, page=request.path[:200])
    form = make(as_typed(draft.words), None) if draft else make(None, initial)
    if draft:
        form.is_valid()
        form.errors.clear()  # words put back are not yet submitted, so nothing is wrong with them yet
    return render(
        request, template, {**(page or {}), "form": form, "draft_kept_at": draft.kept_at if draft else None}
    )


def as_typed(words: Mapping[str, list[str]]) -> QueryDict:
    """Kept words as a form takes them."""
    data = QueryDict(mutable=True)
    for name, values in words.items():
        data.setlist(name, values)
    return data


def _beside(form: forms.Form, refusal: Refused) -> None:
    form.add_error(refusal.field if refusal.field in form.fields else None, refusal.sentence)


def _forget_draft(request: Request) -> None:
    if find_draft(request.ctx, page=request.path[:200]):
        drop_draft(request.ctx, page=request.path[:200])


def _conflict(request: Request, form: forms.Form, first: Mapping[str, Any]) -> HttpResponse:
    saved = _flat(first)
    texts = tuple(
        KeptWords(
            label=str(field.label or name),
            here=_printed(form.cleaned_data.get(name)),
            there=_printed(saved.get(name)),
        )
        for name, field in form.fields.items()
        if _printed(form.cleaned_data.get(name)) != _printed(saved.get(name))
        and (name in saved or form.cleaned_data.get(name))
    )
    again = tuple((name, value) for name, values in typed(request).items() for value in values)
    return render(
        request, "design/conflict.html", {"texts": texts, "again": again, "href": request.path}, status=409
    )


def _flat(words: Mapping[str, Any]) -> dict[str, Any]:
    flat: dict[str, Any] = {}
    for name, value in words.items():
        if isinstance(value, Mapping):
            flat |= _flat(value)
        else:
            flat[name] = value
    return flat


def _printed(value: Any) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value))
    return "" if value is None else str(value)
