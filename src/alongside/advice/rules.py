"""What is said the same on both sides has the same digest. Pure."""

from hashlib import sha256
from typing import Any

from alongside.audit import canonical


def digest(words: dict[str, Any]) -> str:
    """The digest of a sealed copy's words: SHA-256 of their canonical JSON, in hexadecimal."""
    return sha256(canonical.encode(words)).hexdigest()
