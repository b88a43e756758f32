"""Chooses the SQLite library, once, and refuses one that can corrupt a write-ahead log."""

import importlib
import sqlite3
import sys
from types import ModuleType

from django.core.exceptions import ImproperlyConfigured

OLDEST_SAFE = (3, 51, 3)
WITHDRAWN = (3, 52, 0)


def is_safe(version: tuple[int, ...]) -> bool:
    """Say whether a SQLite version is free of the WAL-reset corruption bug (fixed in 3.51.3 and 3.53.0)."""
    return version >= OLDEST_SAFE and version != WITHDRAWN


def choose() -> ModuleType:
    """Return the SQLite module to use: pysqlite3 where it is installed, else Python's own.

    Raises ImproperlyConfigured, with a sentence saying what to do, where neither is new enough.
    """
    found = []
    for name in ("pysqlite3", "sqlite3"):
        try:
            module = importlib.import_module(name)
        except ImportError:
            continue
        if is_safe(module.sqlite_version_info):
            return module
        found.append(f"{name} brings SQLite {module.sqlite_version}")
    wanted = ".".join(map(str, OLDEST_SAFE))
    raise ImproperlyConfigured(
        f"Alongside needs SQLite {wanted} or newer, because older ones can corrupt a database in WAL mode "
        f"({'; '.join(found)}). Install the package pysqlite3, or a Python built with a newer SQLite."
    )


def import_backend(driver: ModuleType) -> ModuleType:
    """Import Django's SQLite backend so that it is built on `driver`.

    Django's backend says `from sqlite3 import dbapi2`; the name is swapped only while it imports, so that
    nothing else in the process meets another module than it asked for.
    """
    if driver is not sqlite3 and "django.db.backends.sqlite3.base" not in sys.modules:
        names = {"sqlite3": driver, "sqlite3.dbapi2": importlib.import_module(f"{driver.__name__}.dbapi2")}
        before = {name: sys.modules.get(name) for name in names}
        sys.modules.update(names)
        try:
            importlib.import_module("django.db.backends.sqlite3.base")
        finally:
            for name, module in before.items():
                if module is None:
                    del sys.modules[name]
                else:
                    sys.modules[name] = module
    base = importlib.import_module("django.db.backends.sqlite3.base")
    if not is_safe(base.Database.sqlite_version_info):
        raise ImproperlyConfigured(
            "Something imported Django's own SQLite backend before Alongside's, so an unsafe SQLite "
            f"{base.Database.sqlite_version} is in use. Take the plain backend out of the configuration."
        )
    return base
