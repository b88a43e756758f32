"""Brings an installation up to this version: its folder, tables and static files."""

import hashlib

from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.management import call_command
from django.db import connections
from django.db.migrations.executor import MigrationExecutor

from alongside.access.routing import WRITER
from alongside.web.place import Place


def bring_up(place: Place) -> None:
    """Make the folder, lay the tables, gather the static files. Quick where nothing has changed."""
    place.home.mkdir(parents=True, exist_ok=True, mode=0o700)
    call_command("migrate", verbosity=0, interactive=False, database=WRITER)
    kept = settings.STATIC_ROOT / "made-from"
    now = _digest_of_static_files()
    if not kept.exists() or kept.read_text() != now:
        call_command("collectstatic", verbosity=0, interactive=False, clear=True)
        kept.write_text(now)


def is_behind(place: Place) -> bool:
    """Say whether the tables are older than this version, or not laid at all."""
    if not place.database.exists():
        return True
    executor = MigrationExecutor(connections[WRITER])
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def _digest_of_static_files() -> str:
    digest = hashlib.sha256()
    for finder in finders.get_finders():
        for path, storage in finder.list([]):
            changed = storage.get_modified_time(path).timestamp()
            digest.update(f"{path} {storage.size(path)} {changed}\n".encode())
    return digest.hexdigest()
