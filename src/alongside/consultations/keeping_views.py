"""Nothing about a child goes to one person for now: said, seen, and ended (rulebook 5.3, E3)."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse

from alongside.access.context import day_in_london
from alongside.access.request import Request
from alongside.access.words import NotThere
from alongside.consultations import withheld_pages
from alongside.consultations.asking_forms import THE_CHILD
from alongside.consultations.concluding_pages import authorised
from alongside.consultations.keeping_forms import KeepFrom, ToldAfterAll
from alongside.design.pages import ask
from alongside.families import queries as families
from alongside.families.queries import ChildPage
from alongside.involvement import commands
from alongside.involvement import queries as involvement
from alongside.involvement.queries import TellingCard
from alongside.involvement.rules import how_long


@dataclass(frozen=True, slots=True)
class Whom:
    """An adult, or the child themselves: `adult_id` is None, and `who` is how addresses name them."""

    who: str
    adult_id: UUID | None
    name: str


def keep_from(request: Request, child_id: UUID, who: str) -> HttpResponse:
    """Who nothing goes to, why and until when; or the form that says so."""
    shown = _shown(request, child_id, who)
    last = involvement.review_by(request.ctx)
    return ask(
        request,
        template="consultations/keep_from.html",
        make=lambda typed, initial: KeepFrom(typed, initial=initial, last=last),
        save=lambda form: _keep(request, child_id, shown["whom"], form),
        page={**shown, "last": last},
    )


def told_after_all(request: Request, child_id: UUID, who: str) -> HttpResponse:
    """That a person from whom everything was kept has been told now."""
    shown = _shown(request, child_id, who)
    return ask(
        request,
        template="consultations/told_after_all.html",
        make=lambda typed, initial: ToldAfterAll(typed, initial=initial),
        save=lambda form: _told(request, child_id, shown["whom"], form),
        page=shown,
    )


def _shown(request: Request, child_id: UUID, who: str) -> dict[str, Any]:
    opened = families.open_child(request.ctx, child_id=child_id)
    whom = next((each for each in _people(opened) if each.who == who), None)
    if whom is None:
        raise NotThere
    telling = _standing(request, child_id, whom.adult_id)
    return {
        "child": opened.child,
        "whom": whom,
        "telling": telling,
        "how_long": _how_long(telling),
        **(_withheld(request, telling) if telling else {}),
    }


def _withheld(request: Request, telling: TellingCard) -> dict[str, Any]:
    """What stands, what was said before, and a second person's word on it."""
    earlier = involvement.list_earlier_words(request.ctx, telling=telling)
    return {
        "stands": withheld_pages.withheld_rows(telling, today=day_in_london(request.ctx.now)),
        "before": withheld_pages.earlier_rows(earlier),
        "said": authorised(telling),
    }


def _people(page: ChildPage) -> tuple[Whom, ...]:
    adults = (Whom(str(adult.id), adult.id, adult.name) for adult in page.adults)
    return (Whom(THE_CHILD, None, page.child.name), *adults)


def _standing(request: Request, child_id: UUID, adult_id: UUID | None) -> TellingCard | None:
    """The withholding that stands now; None where nothing is kept from this person in general."""
    kept = involvement.list_kept_from(request.ctx, child_id=child_id)
    return next((each for each in kept if each.adult_id == adult_id), None)


def _how_long(telling: TellingCard | None) -> str:
    return how_long(telling.permanence, authorisation=telling.authorisation) if telling else "for now"


def _keep(request: Request, child_id: UUID, whom: Whom, form: KeepFrom) -> str:
    commands.keep_everything_from(
        request.ctx, child_id=child_id, adult_id=whom.adult_id, keeping=form.keeping()
    )
    return reverse("consultations:keep_from", args=[child_id, whom.who])


def _told(request: Request, child_id: UUID, whom: Whom, form: ToldAfterAll) -> str:
    commands.tell_after_keeping(request.ctx, child_id=child_id, adult_id=whom.adult_id, **form.cleaned_data)
    return reverse("web:child", args=[child_id])
