"""Renders the living pages with the project's own template engine."""

from pathlib import Path
from typing import Any

from django.template import engines
from django.test import RequestFactory

from tests.design.gallery import samples

FOLDER = Path(__file__).parent
NAMES = ("today", "share", "form", "parts", "error")

_ERROR = {
    "heading": "This page is not here",
    "sentences": ["It may have been moved, or it is not for you. Go back to Today."],
    "kept": samples.KEPT,
    "action": "Go to Today",
    "href": "/",
}


def render(name: str, **other: Any) -> str:
    """Give one living page as HTML; `other` takes the place of sample content."""
    page = engines["jinja2"].from_string((FOLDER / f"{name}.html").read_text())
    content = {
        "sample": samples,
        "frame": samples.FRAME,
        "answer": samples.AnswerForm(),
        "form": samples.wrong_form(),
        "items": samples.wrong_rows(),
        **(_ERROR if name == "error" else {}),
    }
    return page.render({**content, **other}, RequestFactory().get("/"))
