"""Set-ups that many tests begin with are brought about once a worker, and copied from then on.

A staged set-up is a function of the cast alone that is asked of a house in which nothing has been done but other staged
set-ups. The first time it runs through the real commands, and the house is kept as it then stands; later the same house
is laid in place of the one at hand, with the same answer and the clock as it was left. In any other house it simply
runs.
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

# The house of the test that runs now: its file, which staged set-ups were done in it, and how the file stood after the
# last of them and at which moment.
_now: dict[str, Any] = {}
_kept: dict[tuple[str, ...], tuple[Path, Any, datetime]] = {}


def entered(path: Path, *, where: Path) -> None:
    """A test has got its own copy of the peopled house; set-ups are kept in the folder `where`."""
    _now.clear()
    _now.update(path=path, where=where)
    _stays_as_it_stands(())


def _stays_as_it_stands(done: tuple[str, ...]) -> None:
    _now.update(done=done, stands=_stands(_now["path"]), at=context.clock())


def left() -> None:
    """No test has a house."""
    _now.clear()


def _stands(path: Path) -> tuple[int, int, int]:
    """How the file stands; whatever is written, a session as much as a deed, makes its log longer or changes it."""
    log, file = Path(f"{path}-wal"), path.stat()
    return file.st_mtime_ns, file.st_size, log.stat().st_size if log.exists() else 0


def is_staged_alone() -> bool:
    """Whether nothing was done in the house of this test but staged set-ups."""
    return bool(_now) and context.clock() == _now["at"] and _stands(_now["path"]) == _now["stands"]


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
    name = f"{set_up.__code__.co_filename}:{set_up.__code__.co_firstlineno}"

    @functools.wraps(set_up)
    def of(cast, *args, **words):  # type: ignore[no-untyped-def]
        if args or words or not is_staged_alone():
            return set_up(cast, *args, **words)
        here, done = _now["path"], (*_now["done"], name)
        if done in _kept:
            kept, answer, then = _kept[done]
            connections.close_all()
            _lay(kept, here)
            context.clock.at = then
        else:
            answer = set_up(cast)
            connections.close_all()
            kept = _now["where"] / f"{len(_kept)}.sqlite3"
            _lay(here, kept)
            _kept[done] = kept, answer, context.clock()
        _stays_as_it_stands(done)
        return answer

    return of
