"""Set-ups that many tests begin with are brought about once a worker, and copied from then on.

A staged set-up is a function of the cast alone that is asked of a house in which nothing has been done yet. The first
time it runs through the real commands, and the house is kept as it then stands; later the same house is laid in place
of the fresh one, with the same answer. In any other house it simply runs.
"""

import functools
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from django.db import connections

from alongside.access import context, frame
from alongside.audit.models import Leaf

R = TypeVar("R")

# The house of the test that runs now: its file, and how long the log was when it was copied, at which moment.
_now: dict[str, object] = {}
_kept: dict[str, tuple[Path, object]] = {}


def entered(path: Path, *, where: Path) -> None:
    """A test has got its own copy of the peopled house; set-ups are kept in the folder `where`."""
    _now.clear()
    _now.update(path=path, where=where, leaves=_leaves(), at=context.clock())


def left() -> None:
    """No test has a house."""
    _now.clear()


def _leaves() -> int:
    with frame.doing():
        return Leaf.objects.count()


def _is_fresh() -> bool:
    return bool(_now) and context.clock() == _now["at"] and _leaves() == _now["leaves"]


def staged(set_up: Callable[..., R]) -> Callable[..., R]:
    """Make a set-up of the cast one that is kept. With other arguments than the cast it runs as it is."""
    name = f"{set_up.__module__}.{set_up.__name__}"

    @functools.wraps(set_up)
    def of(cast, *args, **words):  # type: ignore[no-untyped-def]
        if args or words or not _is_fresh():
            return set_up(cast, *args, **words)
        if name in _kept:
            path, answer = _kept[name]
            connections.close_all()
            shutil.copy(path, str(_now["path"]))
            for more in ("-wal", "-shm"):
                Path(f"{_now['path']}{more}").unlink(missing_ok=True)
            return answer
        answer = set_up(cast)
        connections.close_all()  # the last connection folds its log into the file
        if not Path(f"{_now['path']}-wal").exists():
            kept = Path(str(_now["where"])) / f"{len(_kept)}.sqlite3"
            shutil.copy(str(_now["path"]), kept)
            _kept[name] = (kept, answer)
        return answer

    return of
