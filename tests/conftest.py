"""What every test may ask for: a clock that stands still, a house of its own, and the cast in it."""

import hashlib
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from datetime import datetime, timedelta
from importlib.metadata import version
from pathlib import Path
from typing import Any

import django
import pytest
from django.core.management import call_command
from django.db import connections
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, sync_playwright
from xdist.scheduler import LoadScopeScheduling

from alongside.access import context
from alongside.portal import trying
from tests import people, staging
from tests.people import Cast

ENOUGH_BYTES = 500_000_000
MEMORY = Path("/dev/shm")
BROWSERS = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
)
# One worker lays what these files look at and looks at all of it: laying it takes longer than any look.
LAID_ONCE = {"tests/upkeep/test_demonstration.py", "tests/advice/test_open_line.py"}
ON_A_MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"

# A test says what is true, never how fast: a slow machine makes none of them fail. Speed is measured in bench/.
settings.register_profile("steady", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("steady")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Long tests begin first, whatever the order is otherwise: none is left for one worker while the other has done."""
    items.sort(key=lambda each: each.get_closest_marker("long") is None)


class OneAtATime(LoadScopeScheduling):
    """Hands out one test at a time, in order, and what is laid once as one: no worker sits idle beside a full one."""

    def _split_scope(self, nodeid: str) -> str:
        path = nodeid.split("::", maxsplit=1)[0]
        return path if path in LAID_ONCE else nodeid


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> OneAtATime:
    """How the tests are shared out among the workers; xdist's own groups mean nothing to pytest 9.2."""
    return OneAtATime(config, log)


class StandingClock:
    """The server's time as the tests set it."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def __call__(self) -> datetime:
        return context._told.get() or self.at

    def advance(self, **by: float) -> None:
        self.at += timedelta(**by)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> StandingClock:
    """A clock at twenty to four on Tuesday 3 November 2026, until the test moves it."""
    standing = StandingClock(people.NOW)
    monkeypatch.setattr(context, "clock", standing)
    trying.TRIED.forget()  # the clock stands, so the tries of one test would count for the next
    return standing


def _point_at(path: Path) -> None:
    connections.close_all()
    for alias in ("default", "reader"):
        connections.settings[alias]["NAME"] = str(path)
        connections[alias].settings_dict["NAME"] = str(path)


@pytest.fixture(scope="session")
def laid_house(tmp_path_factory, django_db_blocker) -> Path:
    """A migrated, empty database file, made once for as long as no table or migration changes; every test gets a copy."""
    path = tmp_path_factory.mktemp("house") / "laid.sqlite3"
    laid_before = Path(os.environ["ALONGSIDE_HOME"]) / f"laid-{_what_lays_a_house()}.sqlite3"
    if laid_before.exists():
        shutil.copy(laid_before, path)
        return path
    with django_db_blocker.unblock():
        _point_at(path)
        call_command("migrate", verbosity=0)
        connections.close_all()
    laid_before.parent.mkdir(parents=True, exist_ok=True)
    unfinished = laid_before.with_suffix(f".{os.getpid()}")
    shutil.copy(path, unfinished)
    unfinished.replace(laid_before)  # at once: another worker finds a whole file or none
    return path


def _what_lays_a_house() -> str:
    """A digest of everything that a migrated database comes from: our tables, migrations and backend, and Django."""
    rooms = Path(people.__file__).parents[1] / "src" / "alongside"
    told = [*rooms.glob("*/migrations/*.py"), *rooms.glob("*/models.py"), *rooms.glob("*/words.py")]
    told += [*rooms.glob("access/sqlite/*.py"), rooms / "web" / "settings.py"]
    digest = hashlib.sha256(f"{sys.version} {django.get_version()} {version('pysqlite3')}".encode())
    for each in sorted(told):
        digest.update(str(each.relative_to(rooms)).encode() + b"\0" + each.read_bytes())
    return digest.hexdigest()[:32]


@pytest.fixture(scope="session")
def peopled_house(laid_house, tmp_path_factory, django_db_blocker) -> tuple[Path, Cast]:
    """The same with the cast in it."""
    path = tmp_path_factory.mktemp("house") / "peopled.sqlite3"
    shutil.copy(laid_house, path)
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patch:
        standing = StandingClock(people.NOW - timedelta(days=1))
        patch.setattr(context, "clock", standing)
        _point_at(path)
        cast = people.assemble()
        connections.close_all()
    return path, cast


@pytest.fixture
def quick_path(tmp_path) -> Iterator[Path]:
    """A folder of this test's own, in memory where the machine has one: a house waits for no disk."""
    if not MEMORY.is_dir() or shutil.disk_usage(MEMORY).free < ENOUGH_BYTES:
        yield tmp_path
        return
    with tempfile.TemporaryDirectory(prefix="alongside-", dir=MEMORY) as folder:
        yield Path(folder)


@pytest.fixture
def empty_house(laid_house, quick_path, django_db_blocker, clock) -> Iterator[Path]:
    """A migrated database with nobody in it, this test's own."""
    yield from _own_copy(laid_house, quick_path, django_db_blocker)


@pytest.fixture
def house(peopled_house, quick_path, django_db_blocker, clock) -> Iterator[Path]:
    """A database with the cast in it, this test's own."""
    for path in _own_copy(peopled_house[0], quick_path, django_db_blocker):
        staging.entered(path, where=peopled_house[0].parent)
        yield path
        staging.left()


def _own_copy(template: Path, folder: Path, blocker) -> Iterator[Path]:
    path = folder / "house.sqlite3"
    shutil.copy(template, path)
    with blocker.unblock():
        _point_at(path)
        yield path
        connections.close_all()


@pytest.fixture
def cast(house, peopled_house) -> Cast:
    """Amira, Ben, Cerys, Dev, Esther, Farid, Gwen, Hal and Iris, each with their place."""
    return peopled_house[1]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """An installed Chromium or Chrome; none found is a failure, not a skip."""
    named = os.environ.get("ALONGSIDE_BROWSER")  # script/test found or installed it
    found = named or next(
        filter(None, map(shutil.which, BROWSERS)), ON_A_MAC if Path(ON_A_MAC).exists() else None
    )
    assert found, "No browser was found. Install Chromium or Chrome, then run the tests again."
    flags = [
        "--no-sandbox",
        "--disable-gpu",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-quic",
        # A window of its own for every visit would make ready parts of the browser's own that no test looks at.
        "--disable-features=PreloadTopChromeWebUI,Translate,MediaRouter,OptimizationHints,HttpsUpgrades,PaintHolding",
    ]
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=found, args=flags)
        yield launched
        launched.close()
