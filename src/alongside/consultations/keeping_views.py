"""Nothing about a child goes to one person for now: said, seen, and ended (rulebook 5.3, E3)."""

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse

from alongside.access.context import day_in_london
from alongside.access.request import Request
from alongside.access.words import NotThere, Ref
from alongside.consultations import record_pages
from alongside.consultations.concluding_pages import authorised
from alongside.consultations.keeping_forms import KeepFrom, ToldAfterAll
from alongside.design.pages import ask
from alongside.families import queries as families
from alongside.involvement import commands
from alongside.involvement import queries as involvement
from alongside.involvement.queries import TellingCard
from alongside.involvement.rules import is_withheld


def keep_from(request: Request, child_id: UUID, adult_id: UUID) -> HttpResponse:
    """Who nothing goes to, why and until when; or the form that says so."""
    shown = _shown(request, child_id, adult_id)
    return ask(
        request,
        template="consultations/keep_from.html",
        make=lambda typed, initial: KeepFrom(typed, initial=initial),
        save=lambda form: _keep(request, child_id, adult_id, form),
        page=shown,
    )


def told_after_all(request: Request, child_id: UUID, adult_id: UUID) -> HttpResponse:
    """That a person from whom everything was kept has been told now."""
    return ask(
        request,
        template="consultations/told_after_all.html",
        make=lambda typed, initial: ToldAfterAll(typed, initial=initial),
        save=lambda form: _told(request, child_id, adult_id, form),
        page=_shown(request, child_id, adult_id),
    )


def _shown(request: Request, child_id: UUID, adult_id: UUID) -> dict[str, object]:
    opened = families.open_child(request.ctx, child_id=child_id)
    adult = next((each for each in opened.adults if each.id == adult_id), None)
    if adult is None:
        raise NotThere
    telling = _standing(request, child_id, adult_id)
    return {
        "child": opened.child,
        "adult": adult,
        "telling": telling,
        "stands": record_pages.withheld_rows(telling, today=day_in_london(request.ctx.now))
        if telling
        else (),
        "said": authorised(telling) if telling else "",
        "last": involvement.review_by(request.ctx),
    }


def _standing(request: Request, child_id: UUID, adult_id: UUID) -> TellingCard | None:
    """The withholding that stands now; None where nothing is kept from this person in general."""
    latest = involvement.list_tellings(request.ctx, arising_from=Ref("child", child_id))
    of_them = next((each for each in latest if each.adult_id == adult_id), None)
    stands = of_them and is_withheld(of_them.told, authorisation=of_them.authorisation)
    return of_them if stands else None


def _keep(request: Request, child_id: UUID, adult_id: UUID, form: KeepFrom) -> str:
    commands.keep_everything_from(request.ctx, child_id=child_id, adult_id=adult_id, keeping=form.keeping())
    return reverse("consultations:keep_from", args=[child_id, adult_id])


def _told(request: Request, child_id: UUID, adult_id: UUID, form: ToldAfterAll) -> str:
    commands.tell_after_keeping(request.ctx, child_id=child_id, adult_id=adult_id, **form.cleaned_data)
    return reverse("web:child", args=[child_id])
