"""Typed input as plain words: what a receipt's digest and the log's detail are made of."""

import dataclasses
import hashlib
from collections.abc import Mapping
from datetime import date, datetime
from enum import Enum
from typing import Any
from uuid import UUID

from django.utils.crypto import salted_hmac

from alongside.access.words import Tray, Unsaid


def plain(value: Any) -> Any:
    """Turn a command's input into str, int, bool, None, list and dict. Raises TypeError for anything else.

    What was uploaded is named by its digest: the log says which picture it was, and does not hold it.
    """
    if isinstance(value, Enum):
        value = value.value
    if isinstance(value, bytes):
        value = {"sha256": hashlib.sha256(value).hexdigest(), "size_bytes": len(value)}
    if value is None or isinstance(value, str | bool | int):
        return value
    if isinstance(value, Unsaid | Tray):
        return _mark(value)
    if isinstance(value, UUID | datetime | date):
        return str(value) if isinstance(value, UUID) else value.isoformat()
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {f.name: plain(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, Mapping):
        return {str(key): plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(each) for each in value]
    raise TypeError(f"A command's input must be plain words, not {type(value).__name__}.")


def _mark(value: Unsaid | Tray) -> dict[str, str] | None:
    """What stands for words that no log may hold: a keyed mark, so that nobody can try addresses until one fits."""
    if isinstance(value, Tray):
        return None
    return {"unsaid": salted_hmac("alongside.unsaid", value.words, algorithm="sha256").hexdigest()}
