"""Whether a deed is being done right now, and by whom: the one place that remembers it."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Sight:
    """The eyes through which rows are looked at: who, for which agency, at which instant.

    `token` names one filling of the wall's sets; a reader filled for another token shows nothing.
    """

    token: str
    membership_id: UUID
    practitioner_id: UUID
    agency_id: UUID
    at: datetime


_sight: ContextVar[Sight | None] = ContextVar("sight", default=None)
_open: ContextVar[bool] = ContextVar("frame_is_open", default=False)


def sight() -> Sight | None:
    """Answer the eyes in use, or None where nobody is looking (then no protected row exists)."""
    return _sight.get()


def is_open() -> bool:
    """Say whether a deed's transaction is open in this thread."""
    return _open.get()


@contextmanager
def looking(eyes: Sight | None) -> Iterator[None]:
    """Look through these eyes until the block ends."""
    before = _sight.set(eyes)
    try:
        yield
    finally:
        _sight.reset(before)


@contextmanager
def doing() -> Iterator[None]:
    """Mark that a deed is being done: reads go to the writer, and the writer's guard stands aside."""
    before = _open.set(True)
    try:
        yield
    finally:
        _open.reset(before)
