"""A practitioner gives a family its own pages: the list of links, giving one, ending one."""

from uuid import UUID

from django.contrib.auth import logout
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from alongside.access.context import day_in_london
from alongside.access.request import Request
from alongside.access.words import Refused, SavedWithOtherWords, Tray
from alongside.contacts import queries as contacts
from alongside.families import queries as families
from alongside.families.queries import ChildPage
from alongside.languages.words import Language
from alongside.letters.pages import attachment
from alongside.portal import commands, keys, queries, visits
from alongside.portal.giving_forms import GiveLink
from alongside.portal.printing import in_a_letter, sheet
from alongside.portal.words import Way

GIVEN_BEFORE = (
    "A link was given with this page. Its code cannot be shown again: if the sheet is lost, give a new one."
)


def links(request: Request, child_id: UUID) -> HttpResponse:
    """The private links given about one child, each with how it stands."""
    page = {
        "people": families.open_child(request.ctx, child_id=child_id),
        "links": queries.list_links(request.ctx, child_id=child_id),
        "signatures": queries.list_signatures(request.ctx, child_id=child_id),
    }
    return render(request, "portal/links.html", page)


def give(request: Request, child_id: UUID) -> HttpResponse:
    """Ask for whom and for what; then show the sheet, once, or hand over the screen.

    No draft is kept of this page, because of what only the person knows.
    """
    people = families.open_child(request.ctx, child_id=child_id)
    today = day_in_london(request.ctx.now)
    reached = contacts.list_contacts(request.ctx, child_id=child_id)
    routes = tuple(each for each in reached if not each.why_not_on_paper)
    typed = request.POST if request.method == "POST" else None
    form = GiveLink(typed, people=people, routes=routes, today=today)
    if form.is_valid() and (answer := _given(request, form, people)):
        return answer
    page = {"people": people, "form": form}
    return render(request, "portal/give.html", page, status=422 if form.errors else 200)


def revoke(request: Request, link_id: UUID) -> HttpResponse:
    """End a private link at once."""
    link, child_id = queries.open_link(request.ctx, link_id=link_id)
    if request.method == "POST":
        commands.revoke_private_link(request.ctx, link_id=link_id)
        return redirect("giving:links", child_id)
    return render(request, "portal/revoke.html", {"link": link, "child_id": child_id})


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
    made, tray, route = keys.new_keys(), Tray(), form.route()
    laid = sheet(made, address=_door(request), language=form.cleaned_data["language"])
    commands.give_private_link(
        request.ctx,
        child_id=people.child.id,
        adult_id=form.adult_id(),
        link=form.new_link(),
        secrets=form.secrets(made),
        until=form.until(),
        letter=in_a_letter(laid, contact_id=route) if route else None,
        tray=tray,
    )
    if tray.held is not None:
        return attachment(tray.held)
    return render(request, "portal/sheet.html", {"sheet": laid, "people": people})


def _door(request: Request) -> str:
    return request.build_absolute_uri(reverse("portal:door"))


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
