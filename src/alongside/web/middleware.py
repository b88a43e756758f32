"""The frame of every page: who asks, one leaf before the page leaves, and a sentence for every refusal."""

import logging
from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import DatabaseError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from alongside.access import context, gate
from alongside.access.context import Context
from alongside.access.words import NotThere, Refused, SavedWithOtherWords
from alongside.directory import queries as directory
from alongside.directory.queries import ActingMembership
from alongside.portal import visits
from alongside.web import refusals
from alongside.web.surround import surround

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex, nofollow",
}

Answer = Callable[[HttpRequest], HttpResponse]


class Headers:
    """What every answer carries, errors included; nothing but static files is ever kept by a browser."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        response.headers.setdefault("Cache-Control", "no-store")
        return response


class PageFrame:
    """Builds the context once, asks for a sign-in where a view needs one, and lets no page leave before its leaf."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if (
            "prefetch" in request.headers.get("Sec-Purpose", "")
            or request.headers.get("Purpose") == "prefetch"
        ):
            return HttpResponse(
                status=503
            )  # a page that nobody asked to read must not be read, nor logged as read
        if visits.is_family(request):
            return self._family(request)
        now = context.clock()
        member = _member(request, now)
        ctx = _context(request, member, now) if member else None
        request.ctx = ctx  # type: ignore[attr-defined]
        request.surround = surround(request, ctx, member)  # type: ignore[attr-defined]
        response = self.get_response(request)
        return self._logged(request, ctx, response)

    def _family(self, request: HttpRequest) -> HttpResponse:
        """A page of the family's own: asked by its visit alone, whoever else may be signed in at this browser."""
        if visits.is_at_their_name(request):
            request.urlconf = "alongside.web.family_urls"
        visitor = visits.visitor_of(request)
        ctx = visits.context_of(request, visitor)
        request.visit, request.ctx = visitor, ctx  # type: ignore[attr-defined]
        response = self._logged(request, ctx, self.get_response(request))
        visits.carry_on(request, response, visitor)
        return response

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], _args: list[Any], _words: dict[str, Any]
    ) -> HttpResponse | None:
        """Send someone who is not signed in to the sign-in page, with what they typed kept for them."""
        if request.ctx is not None or getattr(view, "is_open_to_all", False):  # type: ignore[attr-defined]
            return None
        if visits.is_family(request):
            return redirect("portal:door")
        return refusals.sign_in_first(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Give every refusal its page: one and the same for what is not there and what is not for this person."""
        if isinstance(error, NotThere):
            _forget_openings(request)
            raise Http404 from None
        if isinstance(error, SavedWithOtherWords) and visits.is_family(request):
            return refusals.refused(request, "This was sent before, in other words.")
        if isinstance(error, Refused):
            return refusals.refused(request, error.sentence)
        return None

    def _logged(self, request: HttpRequest, ctx: Context | None, response: HttpResponse) -> HttpResponse:
        if ctx is None:
            return response
        try:
            gate.leave_trace(ctx)
        except (DatabaseError, OSError, RuntimeError, ValueError):
            logging.getLogger(__name__).exception(
                "A page was held back because the log could not be written."
            )
            return refusals.log_unavailable(request)
        return response


def _forget_openings(request: HttpRequest) -> None:
    """Let no leaf say that something was opened on a page that nobody got."""
    ctx: Context | None = request.ctx  # type: ignore[attr-defined]
    if ctx is not None:
        ctx.trail.opened.clear()


def _member(request: HttpRequest, now: datetime) -> ActingMembership | None:
    login_id = request.user.pk
    return None if login_id is None else directory.acting_membership(login_id=login_id, at=now)


def _context(request: HttpRequest, member: ActingMembership, now: datetime) -> Context:
    return Context(
        membership_id=member.id,
        practitioner_id=member.practitioner_id,
        agency_id=member.agency_id,
        standing=member.standing,
        now=now,
        session=context.pseudonym(request.session.session_key or ""),
        command_id=_command_id(request),
    )


def _command_id(request: HttpRequest) -> UUID | None:
    try:
        return UUID(request.POST.get("command_id", "")) if request.method == "POST" else None
    except ValueError:
        return None
