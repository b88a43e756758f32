"""Set-ups that many tests begin with are brought about once a worker, and copied from then on.

A staged set-up is a function of the cast alone that is asked of a house in which nothing has been done yet. The first
time it runs through the real commands, and the house is kept as it then stands; later the same house is laid in place
of the fresh one, with the same answer and the clock as it was left. In any other house it simply runs.
"""

import functools
import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

from django.db import connections

from alongside.access import context

R = TypeVar("R")

# The house of the test that runs now: its file, how that stood when it was copied, and at which moment.
_now: dict[str, object] = {}
_kept: dict[str, tuple[Path, Any, datetime]] = {}


def entered(path: Path, *, where: Path) -> None:
    """A test has got its own copy of the peopled house; set-ups are kept in the folder `where`."""
    _now.clear()
    _now.update(path=path, where=where, stands=_stands(path), at=context.clock())


def left() -> None:
    """No test has a house."""
    _now.clear()


def _stands(path: Path) -> tuple[int, int, int]:
    """How the file stands; whatever is written, a session as much as a deed, makes its log longer or changes it."""
    log, file = Path(f"{path}-wal"), path.stat()
    return file.st_mtime_ns, file.st_size, log.stat().st_size if log.exists() else 0


def _is_fresh() -> bool:
    return bool(_now) and context.clock() == _now["at"] and _stands(Path(str(_now["path"]))) == _now["stands"]


def _lay(from_path: Path, to_path: Path) -> None:
    """Copy a house to which nobody is connected, with the log that was not folded into it yet."""
    Path(f"{to_path}-shm").unlink(missing_ok=True)
    for end in ("", "-wal"):
        source, target = Path(f"{from_path}{end}"), Path(f"{to_path}{end}")
        if source.exists():
            shutil.copy(source, target)
        else:
            target.unlink(missing_ok=True)


def staged(set_up: Callable[..., R]) -> Callable[..., R]:
    """Make a set-up of the cast one that is kept. With other arguments than the cast it runs as it is."""
    name = f"{set_up.__module__}.{set_up.__name__}"

    @functools.wraps(set_up)
    def of(cast, *args, **words):  # type: ignore[no-untyped-def]
        if args or words or not _is_fresh():
            return set_up(cast, *args, **words)
        here = Path(str(_now["path"]))
        if name in _kept:
            kept, answer, then = _kept[name]
            connections.close_all()
            _lay(kept, here)
            context.clock.at = then
            return answer
        answer = set_up(cast)
        connections.close_all()
        kept = Path(str(_now["where"])) / f"{len(_kept)}.sqlite3"
        _lay(here, kept)
        _kept[name] = kept, answer, context.clock()
        return answer

    return of
