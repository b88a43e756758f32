"""One sentence has one spelling: a restricted canonical JSON (RFC 8785), and commitments to details. Pure."""

import json
from hashlib import sha256

KINDS = "text, whole numbers, true, false, null, lists and objects"
LARGEST_NUMBER = 2**53 - 1
DEEPEST = 32
SALT_BYTES = 32

Json = str | int | bool | None | list["Json"] | dict[str, "Json"]


class NotCanonicalError(ValueError):
    """The value has no canonical spelling here; the sentence says why."""


def encode(value: Json) -> bytes:
    """Spell a value as canonical JSON in UTF-8 (RFC 8785): keys by UTF-16 code units, no spaces, no floats.

    Whole numbers lie within ±(2**53 - 1); at most 32 levels deep. Raises NotCanonicalError for anything else,
    lone surrogates included.
    """
    return json.dumps(_ordered(value, depth=0), ensure_ascii=False, separators=(",", ":")).encode()


def decode(body: bytes) -> Json:
    """Read canonical JSON. Raises NotCanonicalError unless `body` is exactly what `encode` would write."""
    try:
        value: Json = json.loads(body.decode())
    except (ValueError, RecursionError) as error:
        raise NotCanonicalError("The bytes are not JSON in UTF-8.") from error
    if encode(value) != body:
        raise NotCanonicalError("The bytes are JSON, but not in canonical form.")
    return value


def commitment(detail: bytes, *, salt: bytes) -> bytes:
    """Commit to a detail in 32 bytes without revealing it.

    The 32-byte random salt keeps guessable words from being guessed from the hash; once salt and detail are
    erased the commitment says nothing about anyone. Raises ValueError for a salt of another length.
    """
    if len(salt) != SALT_BYTES:
        raise ValueError(f"A salt has {SALT_BYTES} bytes, not {len(salt)}.")
    return sha256(b"\x02" + salt + detail).digest()


def _ordered(value: object, *, depth: int) -> Json:
    if depth > DEEPEST:
        raise NotCanonicalError(f"The value is more than {DEEPEST} levels deep.")
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, str):
        _utf16(value)
        return value
    if isinstance(value, int):
        if abs(value) > LARGEST_NUMBER:
            raise NotCanonicalError(f"{value} is too large to be read the same everywhere.")
        return value
    if isinstance(value, list):
        return [_ordered(item, depth=depth + 1) for item in value]
    if isinstance(value, dict):
        return _ordered_object(value, depth=depth)
    raise NotCanonicalError(f"Only {KINDS} have a canonical form, not {type(value).__name__}.")


def _ordered_object(value: dict[object, object], *, depth: int) -> dict[str, Json]:
    keys = [key for key in value if isinstance(key, str)]
    if len(keys) != len(value):
        raise NotCanonicalError("The keys of an object are text.")
    return {key: _ordered(value[key], depth=depth + 1) for key in sorted(keys, key=_utf16)}


def _utf16(text: str) -> bytes:
    """Answer the text as UTF-16 code units, by which RFC 8785 orders keys; a lone surrogate has none."""
    try:
        return text.encode("utf-16-be")
    except UnicodeEncodeError as error:
        raise NotCanonicalError("A text holds half a character (a lone surrogate).") from error
