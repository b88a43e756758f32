"""The people of a child: the drawing, the list, and the adults around them."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from alongside.access.context import day_in_london
from alongside.access.request import Request
from alongside.design.pages import ask
from alongside.families import commands, forms, queries
from alongside.families.pages import people_sheet
from alongside.families.queries import ChildCard, PeoplePage
from alongside.families.words import LivesWith

WHAT_COUNTS = (
    "An agreement counts only from somebody whose parental responsibility has been seen, for instance on a birth"
    " certificate or a court order. Decisions that were taken stay as they were."
)


def people(request: Request, child_id: UUID) -> HttpResponse:
    """Everybody around a child, drawn and in words, with what is known of who may decide."""
    page = queries.open_people(request.ctx, child_id=child_id)
    sheet = people_sheet(page, on=day_in_london(request.ctx.now))
    is_own = "yes" if page.child.agency_id == request.ctx.agency_id else ""
    keeps = commands.keeps_adoption(request.ctx, child_id=child_id)
    shown = {"page": page, "sheet": sheet, "is_own": is_own, "keeps_adoption": keeps.value}
    return render(request, "families/people.html", shown)


def add_adult(request: Request, child_id: UUID) -> HttpResponse:
    """Add an adult in a child's life, or say who an adult on record is to this child too."""
    page = queries.open_people(request.ctx, child_id=child_id)
    here = {adult.id for adult in page.adults}
    others = tuple((p.id, p.name) for p in page.family.people if not p.is_child and p.id not in here)
    return asks(
        request,
        page.child,
        title=f"Somebody in the life of {page.child.name}",
        make=lambda words, initial: forms.AddAdult(words, initial=initial, others=others),
        save=lambda form: _add_adult(request, child_id, form),
        initial=None if others else {"who": forms.NEW},
    )


def _add_adult(request: Request, child_id: UUID, form: forms.AddAdult) -> None:
    known_id = form.known_id()
    if known_id is None:
        commands.add_adult(request.ctx, child_id=child_id, adult=form.adult())
    else:
        commands.relate_adult(request.ctx, child_id=child_id, adult_id=known_id, adult=form.adult())


def correct_adult(request: Request, child_id: UUID, adult_id: UUID) -> HttpResponse:
    """Put right what is written of an adult, and whether the child lives with them."""
    child, adult = queries.open_adult(request.ctx, child_id=child_id, adult_id=adult_id)
    return asks(
        request,
        child,
        title=f"Put right what is written of {adult.name}",
        make=lambda words, initial: forms.CorrectAdult(words, initial=initial),
        save=lambda form: commands.correct_adult(
            request.ctx,
            child_id=child_id,
            adult_id=adult_id,
            adult=form.adult(),
            lives_with=LivesWith(form.cleaned_data["lives_with"]),
        ),
        initial={name: getattr(adult, name) for name in forms.CorrectAdult.base_fields},
    )


def correct_responsibility(request: Request, child_id: UUID, adult_id: UUID) -> HttpResponse:
    """Say anew what is known of an adult's parental responsibility, as when evidence was seen."""
    child, adult = queries.open_adult(request.ctx, child_id=child_id, adult_id=adult_id)
    words = queries.list_words_on(request.ctx, child_id=child_id, adult_id=adult_id)
    last = words[0] if words else None
    return asks(
        request,
        child,
        title=f"{adult.name} and parental responsibility",
        lede=WHAT_COUNTS,
        make=lambda typed, initial: forms.CorrectResponsibility(typed, initial=initial),
        save=lambda form: _correct_responsibility(request, child_id, adult_id, form),
        initial=forms.CorrectResponsibility.of(
            last.held if last else adult.parental_responsibility, last=last
        ),
        earlier=words,
    )


def _correct_responsibility(
    request: Request, child_id: UUID, adult_id: UUID, form: forms.CorrectResponsibility
) -> None:
    grounds = form.grounds()
    commands.correct_responsibility(
        request.ctx,
        child_id=child_id,
        adult_id=adult_id,
        parental_responsibility=grounds.held,
        grounds=grounds,
    )


PLAIN: dict[str, Any] = {"earlier": (), "beside": (), "button": "Save"}


def asks(
    request: Request,
    child: ChildCard,
    *,
    title: str,
    make: Callable[..., Any],
    save: Callable[[Any], object],
    lede: str = "",
    **words: Any,
) -> HttpResponse:
    """One page with one form about the family of a child, which leads back to the people.

    `go_on` of the words says from what the deed answers to whose people it leads instead.
    """
    go_on = words.get("go_on", lambda _: child.id)
    page = {**PLAIN, **words, "child": child, "title": title, "lede": lede}

    def saved(form: Any) -> str:
        done = save(form)
        return reverse("families:people", args=[go_on(done)])

    return ask(
        request, template="families/ask.html", make=make, save=saved, page=page, initial=words.get("initial")
    )


def own_people(request: Request, child_id: UUID) -> tuple[PeoplePage, tuple[tuple[UUID, str], ...]]:
    """The people page for a form, with the adults to choose from."""
    page = queries.open_own_people(request.ctx, child_id=child_id)
    return page, tuple((adult.id, adult.title) for adult in page.adults)
