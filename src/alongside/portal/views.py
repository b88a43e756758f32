"""The family's own pages: the door, the home page, and leaving."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from alongside.access import context
from alongside.access.request import open_to_all
from alongside.access.words import NotThere
from alongside.languages.words import Language
from alongside.portal import commands, keys, rules, visits
from alongside.portal.forms import Keys
from alongside.portal.showing import my_notices, my_page, places, shown
from alongside.portal.trying import TRIED
from alongside.portal.visits import FamilyRequest
from alongside.portal.words import Part

ADULTS_END, CHILDS_END = (
    3,
    4,
)  # how to put right, complain, have it otherwise; for a child, who helps them to speak


@open_to_all
def door(request: FamilyRequest) -> HttpResponse:
    """Ask for the code and the second thing. To look at it changes nothing; only sending both opens a page."""
    if request.method != "POST":
        return shown(request, "portal/door.html", {"refused": ""})
    form = Keys(request.POST)
    if form.is_valid() and TRIED.may_try(request.META.get("REMOTE_ADDR", ""), now=context.clock()):
        opened = _opened(request, form.cleaned_data["code"], form.cleaned_data["second"])
        if opened is not None:
            return opened
    return shown(request, "portal/door.html", {"refused": "yes"}, status=422)


def _opened(request: FamilyRequest, code: str, second: str) -> HttpResponse | None:
    """A visit begun, with a key that the browser never had before; None where one thing is not right."""
    code_digest, token_digest = keys.digests_of(code)
    found = commands.try_keys(visits.stranger(), code_digest=code_digest, token_digest=token_digest)
    if not keys.is_second(second, digest=found.second_digest):
        commands.refuse_opening(visits.stranger(), link_id=found.link_id)
        return None
    key = keys.new_visit()
    at_the_door = visits.stranger(reader_id=found.reader_id)
    try:
        commands.open_page(at_the_door, link_id=found.link_id, visit_digest=keys.visit_digest(key))
    except NotThere:  # it ended between the two
        return None
    response = redirect("portal:home")
    visits.keep_cookie(response, key=key, language=_spoken(request, found.language))
    return response


def _spoken(request: HttpRequest, language: str) -> Language:
    """The language chosen at the door; else the one agreed when the link was given."""
    asked = request.GET.get("language", language)
    return Language(asked) if asked in Language.values else Language.EN


def home(request: FamilyRequest) -> HttpResponse:
    """What is here for this person."""
    mine = my_page(request)
    return shown(request, "portal/home.html", {"mine": mine, "places": places(mine)})


def told(request: FamilyRequest) -> HttpResponse:
    """Who has spoken with whom about them and why, and what came of it: what was written to this person.

    What each notice says at its end, of putting right and complaining, is said once below them all.
    """
    mine = my_page(request, Part.TOLD)
    notices = my_notices(request)
    most = CHILDS_END if mine.adult_id is None else ADULTS_END
    bodies, once = rules.said_once([each.paragraphs for each in notices], most=most)
    page = {"mine": mine, "told": tuple(zip(notices, bodies, strict=True))}
    page["once"] = tuple((notices[place].language, words) for place, words in once)
    return shown(request, "portal/told.html", page)


@open_to_all
def close(request: FamilyRequest) -> HttpResponse:
    """End the visit, and leave nothing in the browser. Only a form does it, never a link."""
    if request.method != "POST":
        raise NotThere
    if request.ctx is not None and request.visit.key:
        at_the_door = visits.stranger(reader_id=request.ctx.membership_id)
        commands.close_page(at_the_door, visit_digest=keys.visit_digest(request.visit.key))
    away = request.POST.get("away") == "yes"
    response = redirect(visits.NEUTRAL if away else reverse("portal:door"))
    visits.drop_cookies(response)
    return response
