"""What surrounds a page: the partnership, the number to ring, who is signed in, where one can go."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from alongside.access import keeping
from alongside.access.context import Context
from alongside.access.rows import new_id
from alongside.design.parts import Current, Frame, NavItem
from alongside.directory import queries as directory
from alongside.directory.words import Setting
from alongside.duties.rules import LONDON

PLACES = (
    ("Today", "web:today", ("today",)),
    ("Children", "web:children", ("children", "child", "add_child")),
    ("Consultations", "consultations:list", ()),
    ("Guidance", "web:guidance", ("guidance", "pack")),
)


def surround(request: HttpRequest, ctx: Context | None) -> Frame:
    """Gather what every page shows, before anything is rendered."""
    on = ctx.now.astimezone(LONDON).date() if ctx else None
    decided = directory.settings_on(on)
    member = directory.card_of(ctx.membership_id) if ctx else None
    return Frame(
        partnership_name=decided.get(Setting.PARTNERSHIP_NAME, "Alongside"),
        csc_telephone=decided.get(Setting.CSC_TELEPHONE, ""),
        practitioner_name=member.name if member else "",
        agency_name=member.agency_name if member else "",
        nav=tuple(_item(request, *place) for place in PLACES) if ctx else (),
        demonstration=decided.get(Setting.DEMONSTRATION, ""),
        command_id=str(new_id()),
        home_href=reverse("web:today"),
        sign_out_href=reverse("web:sign_out"),
        author=keeping.author_mark(ctx.membership_id) if ctx else "",
    )


def page_context(request: HttpRequest) -> dict[str, Any]:
    """Give `frame` to every template. The middleware gathered it; nothing is looked up while a page is rendered."""
    return {"frame": getattr(request, "surround", Frame(partnership_name="Alongside"))}


def _item(request: HttpRequest, label: str, name: str, _views: tuple[str, ...]) -> NavItem:
    href = reverse(name)
    here = request.path == href or (href != "/" and request.path.startswith(href))
    return NavItem(label, href, Current.HERE if here else Current.ELSEWHERE)
