"""What is said the same on both sides has the same digest; who is the same by name. Pure."""

from hashlib import sha256
from typing import Any

from alongside.audit import canonical


def digest(words: dict[str, Any]) -> str:
    """The digest of a sealed copy's words: SHA-256 of their canonical JSON, in hexadecimal."""
    return sha256(canonical.encode(words)).hexdigest()


def is_same_name(one: str, *, other: str) -> bool:
    """Whether two people are named alike, however it was typed."""
    return one.casefold().split() == other.casefold().split()
