"""What the look's tests share: static files as they lie in the room, and a browser that asks nobody else."""

import mimetypes
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from playwright.sync_api import BrowserContext, Route

from tests.design.gallery.pages import NAMES, render

ADDRESS = "http://alongside.test"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)


@pytest.fixture(autouse=True)
def plain_static_files(settings) -> None:
    """Static files by their own names: hashed ones exist only where they were collected."""
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": plain}


@pytest.fixture
def gallery(browser, plain_static_files) -> Iterator[BrowserContext]:
    """The living pages at ADDRESS, under the policy that the product is served with; nothing leaves the machine."""
    yield from _gallery(browser.new_context(base_url=ADDRESS))


@pytest.fixture
def gallery_without_scripts(browser, plain_static_files) -> Iterator[BrowserContext]:
    """The same where no script runs."""
    yield from _gallery(browser.new_context(base_url=ADDRESS, java_script_enabled=False))


def _gallery(context: BrowserContext) -> Iterator[BrowserContext]:
    pages = {name: render(name) for name in NAMES}

    def answer(route: Route) -> None:
        path = route.request.url.removeprefix(ADDRESS)
        if path.startswith("/static/"):
            file = Path(str(finders.find(path.removeprefix("/static/"))))
            route.fulfill(
                body=file.read_bytes(), content_type=mimetypes.guess_type(file.name)[0] or "font/woff2"
            )
        else:
            policy = {"Content-Security-Policy": POLICY}
            page = pages.get(path.strip("/"), "<!doctype html><title>Sent</title>")
            route.fulfill(body=page, content_type="text/html; charset=utf-8", headers=policy)

    context.set_default_timeout(10_000)
    context.route("**/*", answer)
    yield context
    context.close()
