"""The pages that refuse: each a sentence that says what to do, none that says whether something exists."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from alongside.access.keeping import keep_lost_words
from alongside.portal import visits
from alongside.portal.showing import sorry


def _page(
    request: HttpRequest, status: int, heading: str, *sentences: str, action: str = "", href: str = ""
) -> HttpResponse:
    if visits.is_family(request):
        return sorry(request, status)
    words = {"heading": heading, "sentences": sentences, "action": action, "href": href, "kept": ()}
    return render(request, "design/error.html", words, status=status)


def not_there(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001 - Django's signature
    """One page for what does not exist and what is not for this person (law 3)."""
    return _page(
        request,
        404,
        "There is nothing here for you",
        "The address may be wrong, or the page may have moved. If somebody sent you the address, ask them about it.",
        action="Go to Today",
        href="/",
    )


def refused(request: HttpRequest, sentence: str) -> HttpResponse:
    """A rule forbids the deed, and the page it came from could not say so beside a field.

    To a family no reason is said: a sentence for practitioners could tell what is withheld.
    """
    if visits.is_family(request):
        return sorry(request, 409)
    return _page(
        request, 409, "This cannot be done as it stands", sentence, action="Go back to Today", href="/"
    )


def broken(request: HttpRequest) -> HttpResponse:
    """A fault of ours."""
    return _page(
        request,
        500,
        "Something went wrong here",
        "It is our fault and it has been noted. Nothing that you saved before is lost. Go back in your browser: what "
        "you typed is still there. Then try again.",
    )


def log_unavailable(request: HttpRequest) -> HttpResponse:
    """The reading could not be logged, so nothing is shown."""
    return _page(
        request,
        503,
        "This page cannot be shown just now",
        "Every reading of a record is logged, and the log cannot be written at the moment. Try again in a few minutes. "
        "If a child is in danger, ring 999 and children’s social care: nothing here may hold up that call.",
    )


def sign_in_first(request: HttpRequest) -> HttpResponse:
    """Ask for a sign-in, with the way back, and with what was typed kept for the person who typed it."""
    kept = request.method == "POST" and keep_lost_words(request) is not None
    # What was posted waits under the page's path; what was asked for is asked for again, its question included.
    wanted = request.get_full_path() if request.method in {"GET", "HEAD"} else request.path
    where = {"next": wanted} | ({"kept": "yes"} if kept else {})
    return redirect(f"{reverse('web:sign_in')}?{urlencode(where)}")


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 - Django's signature
    """The form was older than the login. What was typed is kept for its author, and the page can be opened again."""
    kept = not visits.is_family(request) and keep_lost_words(request) is not None
    return _page(
        request,
        403,
        "This page was open for too long",
        "You have signed in or out since it was opened, so it could not be saved."
        + (" What you typed is kept: open the page again and it will be there." if kept else ""),
        action="Open the page again",
        href=request.path,
    )
