"""What one entry of the log says, and the shapes that keep names and free text out of it. Pure."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from alongside.audit import canonical
from alongside.audit.canonical import Json, NotCanonicalError
from alongside.audit.words import SystemActor

VERSION = 1
MOST_DEEDS = 1_000
MOST_DETAILS = 64
LARGEST_DETAIL_BYTES = 1_048_576
# fmt: off
FIELDS = frozenset((
    "v", "seq", "ts", "actor", "session", "agency", "deeds", "purpose", "outcome", "policy", "request",
    "commitments",
))
# fmt: on

_UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
_SYSTEM = "|".join(SystemActor)
_SHAPES = {
    "actor": re.compile(f"{_UUID}|{_SYSTEM}"),
    "session": re.compile(f"{_UUID}|[0-9a-f]{{32,64}}|{_SYSTEM}|-"),
    "agency": re.compile(f"{_UUID}|-"),
    "purpose": re.compile(r"[a-z][a-z0-9_]{0,39}|-"),
    "outcome": re.compile(r"[a-z][a-z0-9_]{0,39}"),
    "policy": re.compile("[0-9a-f]{8,128}"),
    "request": re.compile(f"{_UUID}|[0-9a-f]{{16,64}}|-"),
    "action": re.compile("[a-z_]+:[a-z_]+"),
    "about": re.compile("[a-z_]+:[0-9a-f-]{36}|-"),
}
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class LeafRefused(ValueError):  # noqa: N818 - the sentence says what was refused
    """The entry has a shape that the log does not take: this is how a name or free text is kept out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry before it has its number. Its texts are ids, digests and closed words, never names.

    `deeds`: one or more `{"action": "consultation:recorded", "about": "consultation:<uuid>"}` (`about` may be
    "-"); `ts`: UTC microseconds; `actor`: a UUID or a SystemActor; `session`: a pseudonymous id; `agency`: a
    UUID or "-"; `purpose`, `outcome`: a word; `policy`: hex digest of the policy in force; `request`: an id;
    `details`: values that are kept beside the log, to which the leaf commits. Raises LeafRefused for any
    other shape, so that a bad entry never reaches a batch in which it would undo its neighbours.
    """

    deeds: Sequence[Mapping[str, str]]
    ts: int
    actor: str
    session: str
    agency: str
    purpose: str
    outcome: str
    policy: str
    request: str
    details: Sequence[Json] = ()

    def __post_init__(self) -> None:
        for name in ("actor", "session", "agency", "purpose", "outcome", "policy", "request"):
            _refuse_shape(name, getattr(self, name))
        if type(self.ts) is not int or not 0 <= self.ts <= canonical.LARGEST_NUMBER:
            raise LeafRefused("The log takes `ts` as whole microseconds in UTC since 1970.")
        if not 1 <= len(self.deeds) <= MOST_DEEDS:
            raise LeafRefused(f"An entry names from 1 to {MOST_DEEDS} deeds, not {len(self.deeds)}.")
        for deed in self.deeds:
            if set(deed) != {"action", "about"}:
                raise LeafRefused("A deed in the log has an action and what it was about, and nothing else.")
            _refuse_shape("action", deed["action"])
            _refuse_shape("about", deed["about"])
        self.detail_bytes()

    def detail_bytes(self) -> list[bytes]:
        """Answer each detail as canonical JSON. Raises LeafRefused where one has none, or is too large."""
        if len(self.details) > MOST_DETAILS:
            raise LeafRefused(f"An entry has at most {MOST_DETAILS} details, not {len(self.details)}.")
        try:
            written = [canonical.encode(detail) for detail in self.details]
        except NotCanonicalError as error:
            raise LeafRefused(f"A detail cannot be kept beside the log. {error}") from error
        if any(len(detail) > LARGEST_DETAIL_BYTES for detail in written):
            raise LeafRefused(f"A detail beside the log has at most {LARGEST_DETAIL_BYTES} bytes.")
        return written

    def body(self, seq: int, *, commitments: Sequence[bytes]) -> bytes:
        """Spell the entry as the bytes of leaf `seq`, with the 32-byte commitments to its details."""
        return canonical.encode(
            {
                "v": VERSION,
                "seq": seq,
                "ts": self.ts,
                "actor": self.actor,
                "session": self.session,
                "agency": self.agency,
                "deeds": [dict(deed) for deed in self.deeds],
                "purpose": self.purpose,
                "outcome": self.outcome,
                "policy": self.policy,
                "request": self.request,
                "commitments": [one.hex() for one in commitments],
            }
        )


def microseconds(at: datetime) -> int:
    """Answer an aware instant as whole UTC microseconds since 1970. Raises ValueError for a naive one."""
    if at.tzinfo is None:
        raise ValueError("An instant without a time zone is not an instant.")
    return (at - _EPOCH) // timedelta(microseconds=1)


def _refuse_shape(name: str, value: object) -> None:
    # The refused value is not repeated: it may be the very name that must not be written down.
    if not isinstance(value, str) or not _SHAPES[name].fullmatch(value):
        raise LeafRefused(f"The log takes ids, digests and closed words; `{name}` is none of these.")
