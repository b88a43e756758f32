"""The secrets of a private link: made here, shown once, and kept only as digests."""

import re
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.contrib.auth.hashers import check_password, make_password
from django.core import signing
from django.utils.crypto import salted_hmac

from alongside.portal import rules

_CODE, _TOKEN, _VISIT, _COOKIE, _SHOWN = (
    f"alongside.portal.{name}" for name in ("code", "token", "visit", "cookie", "shown")
)
# What is checked where no link was found, so that a wrong code costs as much work as a wrong second thing.
_NOBODYS = make_password("nobody’s second thing")
_TOKEN_SHAPE = re.compile(r"[A-Za-z0-9_-]{43}")


@dataclass(frozen=True, slots=True)
class NewKeys:
    """A new link's secrets as they are shown once: the code for paper, and the token in the square code."""

    code: str
    token: str

    @property
    def code_digest(self) -> str:
        return salted_hmac(_CODE, self.code, algorithm="sha256").hexdigest()

    @property
    def token_digest(self) -> str:
        return salted_hmac(_TOKEN, self.token, algorithm="sha256").hexdigest()


def new_keys() -> NewKeys:
    """Make a code of 60 bits and a token of 256."""
    code = "".join(secrets.choice(rules.ALPHABET) for _ in range(rules.CODE_SIGNS))
    return NewKeys(code, secrets.token_urlsafe(32))


def digests_of(typed: str) -> tuple[str, str]:
    """What somebody typed or scanned, as a code's digest and as a token's: one of them may be known."""
    token = typed.strip() if _TOKEN_SHAPE.fullmatch(typed.strip()) else ""
    keys = NewKeys(rules.as_typed(typed)[:100], token)
    return keys.code_digest, keys.token_digest


def second_digest(text: str) -> str:
    """A second thing as it is kept: slow to guess even for whoever has the digest."""
    return make_password(rules.second_as_meant(text))


def is_second(text: str, *, digest: str) -> bool:
    """Whether this is the second thing; the work is the same where there is none."""
    right = check_password(rules.second_as_meant(text), digest or _NOBODYS)
    return right and bool(digest)


def new_visit() -> str:
    """A new visit's own key, which only the browser keeps."""
    return secrets.token_urlsafe(32)


def visit_digest(key: str) -> str:
    """A visit's key as it is kept."""
    return salted_hmac(_VISIT, key, algorithm="sha256").hexdigest()


def mark_of(key: UUID, *, reader_id: UUID) -> str:
    """What stands for a record in a form of one person's page, where no key may stand: a sign of it, for them alone."""
    return salted_hmac(_SHOWN, f"{reader_id} {key}", algorithm="sha256").hexdigest()


@dataclass(frozen=True, slots=True)
class Carried:
    """What the browser carries from page to page: its visit, when it was last heard from, and the language chosen."""

    visit_key: str
    heard_at: datetime
    language: str

    def sealed(self) -> str:
        """As the cookie holds it; nobody can change it unnoticed."""
        return signing.Signer(salt=_COOKIE).sign(
            f"{self.visit_key} {self.heard_at.isoformat()} {self.language}"
        )


def carried(cookie: str, *, now: datetime) -> Carried | None:
    """What a cookie carries; None for a forged one, and for one not heard from for ten minutes."""
    try:
        visit_key, heard_at, language = signing.Signer(salt=_COOKIE).unsign(cookie).split(" ")
        found = Carried(visit_key, datetime.fromisoformat(heard_at), language)
    except (signing.BadSignature, ValueError):
        return None
    return found if timedelta(0) <= now - found.heard_at < rules.IDLE else None
