"""A request as every view meets it: with the context of the person who asks."""

from collections.abc import Callable
from typing import Any, TypeVar

from django.http import HttpRequest

from alongside.access.context import Context

View = TypeVar("View", bound=Callable[..., Any])


class Request(HttpRequest):
    """Django's request after the page frame: somebody is signed in, and `ctx` says who."""

    ctx: Context


def open_to_all(view: View) -> View:
    """Mark a view that may be opened without signing in; every other one asks for it."""
    view.is_open_to_all = True  # type: ignore[attr-defined]
    return view
