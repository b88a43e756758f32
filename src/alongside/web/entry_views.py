"""The doors of the house: signing in and out, choosing a person in a demonstration, and whether it stands."""

from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth import authenticate, login, logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from alongside.access import context
from alongside.access.request import open_to_all
from alongside.access.words import NotThere
from alongside.directory import queries as directory
from alongside.portal.words import INVENTED
from alongside.web.choosing import cast, choosing
from alongside.web.forms import SignIn
from alongside.web.words import INTRODUCTIONS, Choosing

UNKNOWN = (
    "This name and this password do not belong together. Check both: capital letters count in the password."
)
NOT_IN_POST = (
    "You are not in post in any agency at the moment. Ask whoever keeps the accounts of your agency."
)


@open_to_all
def sign_in(request: HttpRequest) -> HttpResponse:
    """Ask who it is; in a demonstration, on this machine, let them choose instead."""
    if choosing(request) is Choosing.OFFERED:
        return redirect(f"{reverse('web:demonstration')}?{urlencode(_carried(request))}")
    form = SignIn(request.POST if request.method == "POST" else None)
    if form.is_valid():
        words = form.cleaned_data
        known = authenticate(request, username=words["login_name"], password=words["password"])
        refusal = _let_in(request, known)
        if refusal is None:
            return redirect(_onward(request))
        form.add_error(None, refusal)
    page = {"form": form, "kept": request.GET.get("kept", "")}
    return render(request, "web/sign_in.html", page, status=422 if form.is_bound else 200)


@open_to_all
def demonstration(request: HttpRequest) -> HttpResponse:
    """Choose one of the invented people. Elsewhere than in a demonstration there is no such page."""
    if choosing(request) is Choosing.NOT_OFFERED:
        raise NotThere
    if request.method == "POST":
        known = authenticate(request, chosen=request.POST.get("chosen", ""))
        if _let_in(request, known) is None:
            return redirect(_onward(request))
    people = tuple((each, INTRODUCTIONS.get(each.login_name, "")) for each in cast())
    page = {"people": people, "kept": request.GET.get("kept", ""), "family": INVENTED}
    return render(request, "web/demonstration.html", page)


@open_to_all
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the login. Only a form does it, never a link. What the browser kept on this machine goes with it."""
    if request.method != "POST":
        raise NotThere
    logout(request)
    response = redirect("web:sign_in")
    response.headers["Clear-Site-Data"] = '"storage"'
    return response


@open_to_all
def healthy(_request: HttpRequest) -> HttpResponse:
    """Say, without a word, that the house stands: the frame around this page has read the database."""
    return HttpResponse(status=204)


def _let_in(request: HttpRequest, known: object) -> str | None:
    """Begin the login; a sentence instead, where the account is unknown or its holder is not in post."""
    if known is None:
        return UNKNOWN
    if directory.acting_membership(login_id=known.pk, at=context.clock()) is None:  # type: ignore[attr-defined]
        return NOT_IN_POST
    login(request, known)  # type: ignore[arg-type]
    return None


def _onward(request: HttpRequest) -> str:
    """Where they wanted to go, if that is a page of ours; else Today."""
    wanted = request.GET.get("next", "")
    ours = wanted.startswith("/") and url_has_allowed_host_and_scheme(
        wanted, allowed_hosts=None, require_https=settings.SESSION_COOKIE_SECURE
    )
    return wanted if ours else reverse("web:today")


def _carried(request: HttpRequest) -> dict[str, str]:
    return {name: request.GET[name] for name in ("next", "kept") if name in request.GET}
