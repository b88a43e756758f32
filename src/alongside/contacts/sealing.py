"""Addresses under a key of their own: AES-GCM, bound to the very row and edition that it belongs to.

A sealed text is: one byte of form, eight that name the key, twelve of nonce, then the ciphertext. What it is bound to
goes in as associated text, so that a ciphertext moved to another row, or an older one put back, does not open.
"""

import hashlib
import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

FORM = b"\x01"
NAME_BYTES, NONCE_BYTES = 8, 12


class Unreadable(Exception):  # noqa: N818 - a refusal, said as one
    """A sealed text does not open."""


class NoSuchKey(Unreadable):
    """It was sealed under a key that this installation was not given: whoever runs it can put that right."""


class Changed(Unreadable):
    """It was changed, moved to another row, or is an older one put back: nobody can open it again."""


def seal(words: str, *, bound_to: str) -> bytes:
    """Seal a text under the key in use."""
    key = _keys()[0]
    nonce = secrets.token_bytes(NONCE_BYTES)
    return FORM + _name(key) + nonce + AESGCM(key).encrypt(nonce, words.encode(), bound_to.encode())


def unseal(sealed: bytes, *, bound_to: str) -> str:
    """Open a sealed text. Raises NoSuchKey, or Changed where it is not what was sealed here."""
    name, rest = sealed[1 : 1 + NAME_BYTES], sealed[1 + NAME_BYTES :]
    key = next((key for key in _keys() if _name(key) == name), None)
    if key is None or sealed[:1] != FORM:
        raise NoSuchKey("This address was kept under another key: set ALONGSIDE_CONTACTS_KEY_BEFORE to it.")
    try:
        return AESGCM(key).decrypt(rest[:NONCE_BYTES], rest[NONCE_BYTES:], bound_to.encode()).decode()
    except InvalidTag:
        raise Changed(
            "An address is not what was sealed: it was changed, or moved from another row."
        ) from None


def _keys() -> tuple[bytes, ...]:
    keys: tuple[bytes, ...] = settings.CONTACTS_KEYS
    return keys


def _name(key: bytes) -> bytes:
    return hashlib.sha256(b"alongside contacts key " + key).digest()[:NAME_BYTES]
