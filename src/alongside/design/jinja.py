"""The one template environment: loud about what is missing, silent about nothing, never near a row."""

from collections.abc import MutableMapping
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.templatetags.static import static
from django.urls import reverse
from jinja2 import (
    ChoiceLoader,
    Environment,
    PackageLoader,
    PrefixLoader,
    StrictUndefined,
    Template,
    Undefined,
    pass_context,
)
from jinja2.runtime import Context
from markupsafe import Markup, escape

from alongside.design.asking import asked, asked_of, summary_of
from alongside.design.parts import Frame

LONDON = ZoneInfo("Europe/London")
GOVUK = "govuk_frontend_jinja"


class PageEnvironment(Environment):
    """Our own pages fail on an undefined name; the GOV.UK macros, which rely on lenient ones, keep them."""

    def get_template(
        self,
        name: "str | Template",
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002
    ) -> Template:
        """Find a template by name, the GOV.UK ones in an environment of their own."""
        lenient = isinstance(name, str) and name.startswith(GOVUK) and self.undefined is StrictUndefined
        if lenient:
            return self._lenient().get_template(name, parent, globals)
        return super().get_template(name, parent, globals)

    def _lenient(self) -> Environment:
        # An overlay shares loader and cache settings; made once, kept beside the environment it belongs to.
        kept: Environment | None = self.__dict__.get("lenient_overlay")
        if kept is None:
            kept = self.__dict__["lenient_overlay"] = self.overlay(undefined=Undefined)
        return kept


def environment(**options: Any) -> Environment:
    """Build the environment for Django's Jinja2 backend (`OPTIONS["environment"]`).

    Templates are found in the folders Django passes as DIRS (one per room) and in the GOV.UK macros' package.
    """
    loader = options.pop("loader", None)
    govuk = PrefixLoader({GOVUK: PackageLoader(GOVUK)})
    options |= {
        "autoescape": True,
        "undefined": StrictUndefined,
        "loader": ChoiceLoader([loader, govuk] if loader else [govuk]),
        "trim_blocks": True,
        "lstrip_blocks": True,
    }
    made = PageEnvironment(**options)
    made.globals.update(
        static=static,
        url=url,
        asked=asked,
        asked_of=asked_of,
        summary_of=summary_of,
        form_frame=form_frame,
    )
    made.filters.update(day=day, short_day=short_day, moment=moment, clock=clock)
    return made


def url(name: str, *positions: Any, **words: Any) -> str:
    """Give the address of a view by its name; raises NoReverseMatch when there is none."""
    return reverse(name, args=positions or None, kwargs=words or None)


@pass_context
def form_frame(context: Context, frame: Frame) -> Markup:
    """Open a form with what every deed carries.

    The token against forged forms, the id of this command, the mark of who is typing where somebody is
    signed in, and what stood when the page was opened, where it changes what is recorded. Raises
    UndefinedError on a page that was rendered without its request.
    """
    # Resolved strictly: a form that lost its token would be refused only when it is sent.
    csrf = escape(context.resolve("csrf_input"))
    carried = [("command_id", frame.command_id), ("author", frame.author), ("stood", context.get("stood"))]
    hidden = Markup('<input type="hidden" name="{}" value="{}">')
    return csrf + Markup("").join(hidden.format(name, value) for name, value in carried if value)


def day(value: date | datetime) -> str:
    """Print a date in full: 3 November 2026. A moment is printed as its day in London."""
    on = _local(value)
    return f"{on.day} {on:%B %Y}"


def short_day(value: date | datetime, now: date | datetime) -> str:
    """Print a date for lists, without its year where that is this year's: 3 Nov, or 25 Jun 2025."""
    on = _local(value)
    return f"{on.day} {on:%b}" if on.year == _local(now).year else f"{on.day} {on:%b %Y}"


def clock(value: datetime) -> str:
    """Print the time in London as people say it: 3.40 pm, 10 am, midday, midnight."""
    at = _london(value)
    if (at.hour, at.minute) in {(0, 0), (12, 0)}:
        return "midday" if at.hour else "midnight"
    minutes = f".{at.minute:02}" if at.minute else ""
    return f"{at.hour % 12 or 12}{minutes} {'am' if at.hour < 12 else 'pm'}"


def moment(value: datetime) -> str:
    """Print a moment in London: 3 November 2026 at 3.40 pm."""
    return f"{day(value)} at {clock(value)}"


def _local(value: date | datetime) -> date:
    return _london(value) if isinstance(value, datetime) else value


def _london(value: datetime) -> datetime:
    if value.tzinfo is None:
        raise TypeError("A moment needs its time zone: pass an aware datetime.")
    return value.astimezone(LONDON)
