"""What every family page is given to print: the words in its language, who reads it, and where else to go."""

from dataclasses import dataclass
from functools import partial
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from alongside.access.context import Context
from alongside.access.rows import new_id
from alongside.access.words import NotThere
from alongside.design.parts import Frame
from alongside.directory import queries as directory
from alongside.involvement import commands as involvement
from alongside.involvement import queries as notices
from alongside.involvement.queries import MyNotice
from alongside.languages import rules as languages
from alongside.languages.words import Language
from alongside.portal import keys, queries, visits
from alongside.portal.queries import MyPage
from alongside.portal.visits import FamilyRequest
from alongside.portal.words import Part
from alongside.voice.words import LONGEST

GIVEN_BACK = ("words", "wrong", "should_be", "question", "complaint")
PLACES = (
    (Part.TOLD, "portal:told"),
    (Part.AGREED, "portal:agreed"),
    (Part.SAID, "portal:said"),
    (Part.QUESTIONS, "portal:questions"),
)


@dataclass(frozen=True, slots=True)
class Whose:
    """Whose receipt it is, about whom, and whom to ring; `adult_id` is None for the child."""

    person: str
    child: str
    adult_id: UUID | None
    telephone: str


def whom_to_ring(ctx: Context) -> str:
    """The telephone number of whoever hands something to a family, or else of their agency; empty where neither has one."""
    me, agency = directory.card_of(ctx.membership_id), directory.agency_card(ctx.agency_id)
    return (me.telephone if me else "") or (agency.telephone if agency else "")


def my_page(request: FamilyRequest, part: Part | None = None) -> MyPage:
    """The page of whoever visits. Raises NotThere, also where their link is not for this part of it."""
    known = request.visit.known
    if known is None:
        raise NotThere
    mine = queries.open_my_page(request.ctx, link_id=known.link_id)
    if part is not None and part not in mine.parts:
        raise NotThere
    return mine


def mark(request: FamilyRequest, key: UUID) -> str:
    """What stands for a record in a form of whoever visits, so that sending it acts on what was shown."""
    return keys.mark_of(key, reader_id=request.ctx.membership_id)


def my_notices(request: FamilyRequest) -> tuple[MyNotice, ...]:
    """What was written to whoever visits, newest first, without what is withheld from them now (E13)."""
    return notices.list_my_notices(request.ctx, readable=involvement.weigh_my_notices(request.ctx))


def shown(
    request: FamilyRequest, template: str, page: dict[str, Any] | None = None, *, status: int = 200
) -> HttpResponse:
    """A page of this visit, in the language chosen."""
    return render(request, template, {**around(request), **(page or {})}, status=status)


def around(request: HttpRequest) -> dict[str, Any]:
    """The words of the language, and what surrounds every page."""
    visitor: visits.Visitor = request.visit  # type: ignore[attr-defined]
    language = visitor.language
    return {
        "say": partial(languages.say, language=language),
        "day_of": partial(languages.day, language=language),
        "language": language,
        "languages": tuple(Language),
        "approved": languages.is_approved(language),
        "here": request.path,
        "neutral": visits.NEUTRAL,
        "minutes": str(visits.lasts()),
        "frame": Frame(partnership_name="", command_id=str(new_id()), home_href=reverse("portal:home")),
        "too_long": "yes" if any(len(request.POST.get(each, "")) > LONGEST for each in GIVEN_BACK) else "",
        "inside": visitor.known is not None,
    }


def places(mine: MyPage) -> tuple[str, ...]:
    """The parts of the page that this link opens, in their order, by the names of their addresses."""
    return tuple(name for part, name in PLACES if part in mine.parts)


def sorry(request: HttpRequest, status: int) -> HttpResponse:
    """The one page for whatever cannot be shown or saved; it says nothing of why, and gives typed words back."""
    if not hasattr(request, "visit"):
        request.visit = visits.Visitor(None, "", Language.EN)  # type: ignore[attr-defined]
    typed = tuple(filter(None, (request.POST.get(field, "") for field in GIVEN_BACK)))
    return render(request, "portal/sorry.html", {**around(request), "typed": typed}, status=status)
