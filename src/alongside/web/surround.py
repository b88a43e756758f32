"""What surrounds a page: the partnership, the number to ring, who is signed in, where one can go."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from alongside.access import keeping
from alongside.access.context import Context, day_in_london
from alongside.access.rows import new_id
from alongside.access.words import Standing
from alongside.design.jinja import moment
from alongside.design.parts import Current, Frame, NavItem
from alongside.directory import queries as directory
from alongside.directory.queries import ActingMembership
from alongside.directory.words import Setting

PLACES = (
    ("Today", "web:today"),
    ("Children", "web:children"),
    ("Consultations", "consultations:list"),
    ("Guidance", "web:guidance"),
)
# An administrator keeps accounts and sees no content: the other places do not exist for them.
PLACES_WITHOUT_CONTENT = ("web:today", "web:guidance")


def surround(request: HttpRequest, ctx: Context | None, member: ActingMembership | None) -> Frame:
    """Gather what every page shows, before anything is rendered."""
    on = day_in_london(ctx.now) if ctx else None
    decided = directory.settings_on(on)
    return Frame(
        partnership_name=decided.get(Setting.PARTNERSHIP_NAME, "Alongside"),
        csc_telephone=decided.get(Setting.CSC_TELEPHONE, ""),
        practitioner_name=member.name if member else "",
        agency_name=member.agency_name if member else "",
        nav=tuple(_item(request, *place) for place in _places(ctx)),
        demonstration=decided.get(Setting.DEMONSTRATION, ""),
        command_id=str(new_id()),
        home_href=reverse("web:today"),
        sign_out_href=reverse("web:sign_out"),
        author=keeping.author_mark(ctx.membership_id, at=ctx.now) if ctx else "",
        whose=keeping.whose_mark(ctx.membership_id) if ctx else "",
        printed=f"As it stood on {moment(ctx.now)}, printed by {member.title}." if ctx and member else "",
        made_at=ctx.now.isoformat() if ctx else "",
    )


def page_context(request: HttpRequest) -> dict[str, Any]:
    """Give `frame` to every template. The middleware gathered it; nothing is looked up while a page is rendered."""
    gathered = getattr(request, "surround", None)
    return {"frame": gathered} if gathered else {}


def _places(ctx: Context | None) -> tuple[tuple[str, str], ...]:
    if ctx is None:
        return ()
    if ctx.standing is Standing.ADMINISTRATOR:
        return tuple(place for place in PLACES if place[1] in PLACES_WITHOUT_CONTENT)
    return PLACES


def _item(request: HttpRequest, label: str, name: str) -> NavItem:
    href = reverse(name)
    here = request.path == href or (href != "/" and request.path.startswith(href))
    return NavItem(label, href, Current.HERE if here else Current.ELSEWHERE)
