"""Who visits a family page: read from the browser's own cookie once a request, and carried on with the answer.

A practitioner's login means nothing on them, and a visit means nothing anywhere else.
"""

from dataclasses import dataclass
from uuid import UUID, uuid4

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.request import split_domain_port

from alongside.access import context
from alongside.access.context import NOBODY, Context
from alongside.access.request import Request
from alongside.languages.words import Language
from alongside.portal import commands, keys, rules
from alongside.portal.commands import KnownVisit
from alongside.portal.keys import Carried

# Seen in a mail, on paper and in the list of a browser: it says nothing of a family, of help, or of us.
PATH = "/p/"
COOKIE = "visit"
# Where "Leave this page now" leads: a page that many people have open, and that says nothing.
NEUTRAL = "https://www.bbc.co.uk/weather"
# A form may lead there too, because leaving ends the visit first and then goes on.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "form-action 'self' https://www.bbc.co.uk; base-uri 'none'; frame-ancestors 'none'"
)


class FamilyRequest(Request):
    """A request of one person at their own page."""

    visit: "Visitor"


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who is at the page: the visit that goes on, if any, and the language chosen."""

    known: KnownVisit | None
    key: str
    language: Language


def is_family(request: HttpRequest) -> bool:
    """Whether this is one of the family's own pages, or anything else that is asked for under their own name."""
    return request.path.startswith(PATH) or is_at_their_name(request)


def is_at_their_name(request: HttpRequest) -> bool:
    """Whether it is asked for under a name on which families find their pages and nobody finds anything else."""
    return bool(settings.FAMILY_HOST) and split_domain_port(request.get_host())[0] == settings.FAMILY_HOST


def stranger(*, reader_id: UUID = NOBODY) -> Context:
    """The context of somebody at the door: it sees nothing."""
    return context.family_context(
        reader_id=reader_id, session=context.pseudonym("at the door"), command_id=uuid4()
    )


def visitor_of(request: HttpRequest) -> Visitor:
    """Read the cookie and the language asked for. Nothing is written."""
    now = context.clock()
    held = keys.carried(request.COOKIES.get(COOKIE, ""), now=now)
    known = commands.find_visit(stranger(), visit_digest=keys.visit_digest(held.visit_key)) if held else None
    # Once a visit is over, the door does not tell the next person in which language it was read.
    asked = request.GET.get("language", held.language if held and known else "")
    language = Language(asked) if asked in Language.values else Language.EN
    return Visitor(known, held.visit_key if held and known else "", language)


def context_of(request: HttpRequest, visitor: Visitor) -> Context | None:
    """The context of the person at the page; None where no visit goes on."""
    if visitor.known is None:
        return None
    return context.family_context(
        reader_id=visitor.known.reader_id,
        session=context.pseudonym(visitor.key),
        command_id=_command_id(request),
    )


def carry_on(request: HttpRequest, response: HttpResponse, visitor: Visitor) -> None:
    """Let a visit last ten minutes more, or take away the cookie of one that is over.

    Whoever left fast may have gone before the answer to leaving, which takes it away, had arrived.
    """
    response.headers["Content-Security-Policy"] = POLICY
    if COOKIE in response.cookies:
        return
    if visitor.known is not None:
        keep_cookie(response, key=visitor.key, language=visitor.language)
    elif COOKIE in request.COOKIES:
        response.delete_cookie(COOKIE, path=PATH)


def keep_cookie(response: HttpResponse, *, key: str, language: Language) -> None:
    """Give the browser its visit: for these pages alone, unreadable to scripts, gone when the browser closes."""
    response.set_cookie(
        COOKIE,
        Carried(key, context.clock(), language).sealed(),
        path=PATH,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Strict" if settings.SESSION_COOKIE_SECURE else "Lax",
    )


def drop_cookies(response: HttpResponse) -> None:
    """Leave nothing of the visit in the browser."""
    response.delete_cookie(COOKIE, path=PATH)
    response.delete_cookie(settings.CSRF_COOKIE_NAME)
    response.headers["Clear-Site-Data"] = '"cache", "storage"'


def lasts() -> int:
    """For how many minutes a page may lie still."""
    return int(rules.IDLE.total_seconds() // 60)


def _command_id(request: HttpRequest) -> UUID | None:
    try:
        return UUID(request.POST.get("command_id", "")) if request.method == "POST" else None
    except ValueError:
        return None
