"""A practitioner gives a family its own pages: the list of links, giving one, ending one."""

from base64 import b64encode
from uuid import UUID

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from alongside.access.context import day_in_london
from alongside.access.request import Request
from alongside.access.words import Refused, SavedWithOtherWords
from alongside.contacts import queries as contacts
from alongside.families import queries as families
from alongside.families.queries import ChildPage
from alongside.languages.words import Language
from alongside.portal import commands, keys, queries, visits
from alongside.portal.commands import ByLetter, ByMail
from alongside.portal.giving_forms import GiveLink
from alongside.portal.giving_routes import routes_among
from alongside.portal.keys import NewKeys
from alongside.portal.printing import OnSheet, Sheet, by_mail, in_a_letter, sheet
from alongside.portal.queries import LinkCard
from alongside.portal.showing import whom_to_ring
from alongside.portal.words import Way
from alongside.voice import queries as voices

GIVEN_BEFORE = (
    "A link was given with this page. Its code cannot be shown again: if the sheet is lost, give a new one."
)


def links(request: Request, child_id: UUID) -> HttpResponse:
    """The private links given about one child, each with how it stands by the rule of the door."""
    stands = commands.weigh_links(request.ctx, child_id=child_id)
    page = {
        "people": families.open_child(request.ctx, child_id=child_id),
        "links": queries.list_links(request.ctx, child_id=child_id, stands=stands),
        "signatures": queries.list_signatures(request.ctx, child_id=child_id),
    }
    return render(request, "portal/links.html", page)


def give(request: Request, child_id: UUID) -> HttpResponse:
    """Ask for whom and for what; then show the sheet, once, or hand over the screen.

    No draft is kept of this page, because of what only the person knows.
    """
    people = families.open_child(request.ctx, child_id=child_id)
    today = day_in_london(request.ctx.now)
    routes = routes_among(contacts.list_contacts(request.ctx, child_id=child_id))
    typed = request.POST if request.method == "POST" else None
    form = GiveLink(typed, people=people, routes=routes, today=today)
    if form.is_valid() and (answer := _given(request, form, people)):
        return answer
    said = voices.list_not_safe(request.ctx, child_id=child_id)
    page = {
        "people": people,
        "form": form,
        "routes": routes,
        "not_safe": [each for each in said if each.waits],
    }
    return render(request, "portal/give.html", page, status=422 if form.errors else 200)


def revoke(request: Request, link_id: UUID) -> HttpResponse:
    """End a private link at once."""
    link, child_id = _opened(request, link_id)
    if request.method == "POST":
        commands.revoke_private_link(request.ctx, link_id=link_id)
        return redirect("giving:links", child_id)
    return render(request, "portal/revoke.html", {"link": link, "child_id": child_id})


def heed(request: Request, link_id: UUID) -> HttpResponse:
    """Look at a link that ended, or did not go out, by itself."""
    link, child_id = _opened(request, link_id)
    if request.method == "POST":
        commands.heed_link(request.ctx, link_id=link_id)
        return redirect("giving:links", child_id)
    return render(request, "portal/heed.html", {"link": link, "child_id": child_id})


def _opened(request: Request, link_id: UUID) -> tuple[LinkCard, UUID]:
    """One link with how it stands by the rule of the door, and the child it is about."""
    stands = commands.weigh_link(request.ctx, link_id=link_id)
    return queries.open_link(request.ctx, link_id=link_id, stands=stands)


def _given(request: Request, form: GiveLink, people: ChildPage) -> HttpResponse | None:
    """The sheet, or the screen handed over; None where the deed was refused and the form says why."""
    together = form.cleaned_data["way"] == Way.TOGETHER
    try:
        return _hand_over(request, form, people) if together else _sheet(request, form, people)
    except Refused as refusal:
        form.refuse(refusal.sentence, field=refusal.field)
    except SavedWithOtherWords:
        form.refuse(GIVEN_BEFORE)
    return None


def _sheet(request: Request, form: GiveLink, people: ChildPage) -> HttpResponse:
    """The sheet, or a page with the letter as a file, this once; or back to the list, where a link waits to be sent."""
    made = keys.new_keys()
    laid = sheet(made, _print_of(request, form))
    going = _going(form, made, laid)
    _give(request, form, people, made=made, going=going)
    if isinstance(going, ByLetter) and going.tray.held is not None:
        page = {"people": people, "letter": b64encode(going.tray.held).decode()}
        return render(request, "portal/letter_made.html", page)
    if isinstance(going, ByMail):
        return redirect("giving:links", people.child.id)
    return render(request, "portal/sheet.html", {"sheet": laid, "people": people})


def _give(
    request: Request, form: GiveLink, people: ChildPage, *, made: NewKeys, going: ByLetter | ByMail | None
) -> None:
    commands.give_private_link(
        request.ctx,
        child_id=people.child.id,
        adult_id=form.adult_id(),
        link=form.new_link(),
        secrets=form.secrets(made),
        until=form.until(),
        going=going,
    )


def _going(form: GiveLink, made: NewKeys, laid: Sheet) -> ByLetter | ByMail | None:
    """How the link reaches its person; None where somebody hands over the sheet."""
    if letter := form.letter_to():
        return in_a_letter(laid, contact_id=letter)
    mail = form.mail_to()
    return by_mail(laid, made, contact_id=mail) if mail else None


def _print_of(request: Request, form: GiveLink) -> OnSheet:
    """What stands on the sheet beside the keys: where the page is, until when, whom to ring."""
    return OnSheet(
        address=door_of(request),
        language=Language(form.cleaned_data["language"]),
        until_on=form.cleaned_data["until_on"],
        telephone=whom_to_ring(request.ctx),
    )


def door_of(request: Request) -> str:
    """Where a family finds its pages: under a name of their own, where this installation has one."""
    door = reverse("portal:door")
    return f"{settings.FAMILY_ADDRESS}{door}" if settings.FAMILY_ADDRESS else request.build_absolute_uri(door)


def _hand_over(request: Request, form: GiveLink, people: ChildPage) -> HttpResponse:
    key = keys.new_visit()
    commands.hand_over(
        request.ctx,
        child_id=people.child.id,
        adult_id=form.adult_id(),
        link=form.new_link(),
        visit_digest=keys.visit_digest(key),
    )
    logout(request)
    response = redirect("portal:home")
    response.headers["Clear-Site-Data"] = '"storage"'
    visits.keep_cookie(response, key=key, language=Language(form.cleaned_data["language"]))
    return response
