"""A second person's word on withholding from one of the family, and looking at it again."""

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse

from alongside.access.context import day_in_london
from alongside.access.request import Request
from alongside.access.words import NotThere
from alongside.consent import queries as consents
from alongside.consultations import commands, queries, withheld_pages
from alongside.consultations.withholding_forms import AuthoriseWithholding, ReviewWithholding
from alongside.design.pages import ask
from alongside.involvement import queries as involvement
from alongside.involvement.queries import TellingCard
from alongside.involvement.rules import may_authorise
from alongside.involvement.words import Authorisation, Ground, Office
from alongside.voice import queries as voice


def authorise(request: Request, telling_id: UUID) -> HttpResponse:
    """What is withheld, from whom, on which ground, until when; and the lead's word on it."""
    telling = involvement.open_withholding(request.ctx, telling_id=telling_id)
    return ask(
        request,
        template="consultations/authorise.html",
        make=lambda typed, initial: AuthoriseWithholding(
            typed, initial=initial or _own_office(telling), permanence=telling.permanence
        ),
        save=lambda form: _authorise(request, telling, form),
        page=_shown(request, telling),
    )


def _own_office(telling: TellingCard) -> dict[str, object] | None:
    """A lead authorises by their own office, unless another is chosen; what the police need is for them (5.4)."""
    own = Office.SAFEGUARDING_LEAD
    return {"office": own} if telling.ground and may_authorise(telling.ground, office=own) else None


def _shown(request: Request, telling: TellingCard) -> dict[str, object]:
    """What stands, and the child's name beside the consultation for those who may read it."""
    today = day_in_london(request.ctx.now)
    return {
        "telling": telling,
        "child": _child(request, telling),
        "ledger": consents.may_open_ledger(request.ctx, child_id=telling.about_child_id),
        "not_safe": voice.list_not_safe(request.ctx, child_id=telling.about_child_id),
        "stands": withheld_pages.withheld_rows(telling, today=today),
        "before": withheld_pages.earlier_rows(involvement.list_earlier_words(request.ctx, telling=telling)),
    }


def _child(request: Request, telling: TellingCard) -> str:
    """The child's name; the partnership's lead reads what they are asked about, and nothing else of the case."""
    if telling.arising_from.kind != "consultation":
        return ""
    try:
        return queries.open_consultation(request.ctx, consultation_id=telling.arising_from.id).child
    except NotThere:
        return ""


def _authorise(request: Request, telling: TellingCard, form: AuthoriseWithholding) -> str:
    verdict, words = Authorisation(form.cleaned_data["verdict"]), form.cleaned_data["words"]
    commands.authorise_withholding(
        request.ctx, telling_id=telling.id, verdict=verdict, words=words, authority=form.authority()
    )
    return _onward(request, telling)


def review(request: Request, telling_id: UUID) -> HttpResponse:
    """What was withheld, and what comes of looking at it again."""
    telling = involvement.open_review(request.ctx, telling_id=telling_id)
    is_own = telling.recorded_by_membership_id == request.ctx.membership_id
    last = involvement.last_review_day(request.ctx, ground=telling.ground) if telling.ground else None
    held = telling.ground is Ground.PREJUDICES_POLICE_OR_COURT
    begins = None if held else last  # of the police or a court, the day is the officer's to give (5.5)
    return ask(
        request,
        template="consultations/review_withheld.html",
        make=lambda typed, initial: ReviewWithholding(typed, initial=initial, is_own=is_own, begins=begins),
        save=lambda form: _review(request, telling, form),
        page={**_shown(request, telling), "last": last},
    )


def _review(request: Request, telling: TellingCard, form: ReviewWithholding) -> str:
    commands.review_withholding(request.ctx, telling_id=telling.id, review=form.review())
    return _onward(request, telling)


def _onward(request: Request, telling: TellingCard) -> str:
    """The consultation for those who may read it; Today for the partnership's lead, and what is kept in general."""
    if telling.arising_from.kind != "consultation":
        return reverse("web:today")
    try:
        queries.open_consultation(request.ctx, consultation_id=telling.arising_from.id)
    except NotThere:
        return reverse("web:today")
    return reverse("consultations:open", args=[telling.arising_from.id])
