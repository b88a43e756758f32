"""Says what is unsafe about an installation, so that it can refuse to start.

A missing secret key, or a name of the outside world in a demonstration, is refused earlier: where the place
is read.
"""

import ipaddress
import os
import stat
from datetime import date
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured
from django.db import connections

from alongside.access.routing import WRITER
from alongside.access.sqlite import driver
from alongside.directory import queries as directory
from alongside.directory.words import Setting
from alongside.web.place import Place

FOR_OTHERS = stat.S_IRWXG | stat.S_IRWXO
SYNCHRONOUS_FULL = 2


def unsafe(place: Place, *, bind: str = "127.0.0.1") -> tuple[str, ...]:
    """What must be changed before this installation may serve on the address `bind`, a sentence each.

    Empty where it is safe. Looks at the database that the settings name, if there is one yet.
    """
    found = [*_old_sqlite(), *_open_to_the_network(place, bind=bind), *_open_to_others(place)]
    if place.database.exists():
        found += [*_demonstration_in_earnest(place), *_forgetful_writer()]
    return tuple(found)


def holds_demonstration() -> bool:
    """Say whether the database of these settings was filled with invented people, ever."""
    if not directory_is_laid():
        return False
    return directory.setting(Setting.DEMONSTRATION, on=date.max) is not None


def directory_is_laid() -> bool:
    """Say whether the tables of the directory are there; before `alongside migrate` they are not."""
    return "directory_partnershipsetting" in connections[WRITER].introspection.table_names()


def is_loopback(address: str) -> bool:
    """Say whether only this machine can reach an address."""
    if address == "localhost":
        return True
    try:
        return ipaddress.ip_address(address.strip("[]")).is_loopback
    except ValueError:
        return False


def _old_sqlite() -> tuple[str, ...]:
    try:
        driver.choose()
    except ImproperlyConfigured as refusal:
        return (str(refusal),)
    return ()


def _open_to_the_network(place: Place, *, bind: str) -> tuple[str, ...]:
    if place.mode == "real" or is_loopback(bind):
        return ()
    sentence = (
        f"ALONGSIDE_MODE={place.mode} shows more than strangers may see, and {bind} can be reached "
        "from other machines. Bind to 127.0.0.1, or set ALONGSIDE_MODE=real."
    )
    return (sentence,)


def _open_to_others(place: Place) -> tuple[str, ...]:
    if os.name != "posix":
        return ()  # elsewhere these bits say nothing; the operators' page says what to do instead
    beside = (place.database.with_name(place.database.name + end) for end in ("", "-wal", "-shm"))
    wanted = [(place.home, "700"), *((path, "600") for path in beside)]
    return tuple(_chmod(path, mode) for path, mode in wanted if _is_open(path))


def _is_open(path: Path) -> bool:
    try:
        return bool(path.stat().st_mode & FOR_OTHERS)
    except FileNotFoundError:
        return False


def _chmod(path: Path, mode: str) -> str:
    return (
        f"Other people of this machine can reach {path}, which holds children's records. "
        f"Run: chmod {mode} {path}"
    )


def _demonstration_in_earnest(place: Place) -> tuple[str, ...]:
    if place.mode != "real" or not holds_demonstration():
        return ()
    sentence = (
        f"{place.database} was filled with the invented people of a demonstration, as whom anyone may sign "
        "in. Point ALONGSIDE_HOME at a folder of its own for the real installation."
    )
    return (sentence,)


def _forgetful_writer() -> tuple[str, ...]:
    with connections[WRITER].cursor() as cursor:
        cursor.execute("PRAGMA synchronous")
        synchronous = cursor.fetchone()[0]
        cursor.execute("PRAGMA journal_mode")
        journal = cursor.fetchone()[0]
    found = []
    if synchronous < SYNCHRONOUS_FULL:
        found.append(
            "The writer does not wait for the disk (PRAGMA synchronous is below FULL), so a power cut loses "
            "what was acknowledged. Take the change to the writer's pragmas back."
        )
    if journal != "wal":
        found.append(
            f"The database keeps a {journal} journal, not a write-ahead log, so reading and writing block "
            "one another. Move ALONGSIDE_HOME to a local disk: network drives cannot hold it."
        )
    return tuple(found)
