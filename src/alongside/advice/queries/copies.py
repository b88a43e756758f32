"""The read of a sealed copy, by either of the two agencies that keep it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from alongside.access.gate import Look, reads
from alongside.access.words import NotThere, Ref
from alongside.advice import rules
from alongside.advice.models import SealedCopy
from alongside.advice.words import Right


@dataclass(frozen=True, slots=True)
class KeptCopy:
    """One agency's copy: the digest it was sealed with, and the digest of its words as they stand now."""

    agency: str
    digest: str
    digest_now: str
    sealed_at: datetime


@dataclass(frozen=True, slots=True)
class CopyPage:
    """A sealed copy as one of the two agencies reads it: its own words, and both digests beside one another.

    Inside one agency `theirs` is None. `agree` is "yes" where the words of every copy have the digest of all.
    """

    disclosure_id: UUID
    consultation_id: UUID
    words: dict[str, Any]
    ours: KeptCopy
    theirs: KeptCopy | None
    agree: str


@reads(Right.COPY_OPEN)
def open_copy(look: Look, *, disclosure_id: UUID) -> CopyPage:
    """The copy of this person's agency, compared with the other's. Raises NotThere."""
    rows = SealedCopy.objects.select_related("agency", "disclosure").filter(disclosure_id=disclosure_id)
    found = {row.agency_id: row for row in rows[:2]}
    own = found.pop(look.ctx.agency_id, None)
    if own is None:
        raise NotThere
    look.opens(Ref("disclosure", disclosure_id))
    other = next(iter(found.values()), None)
    kept = [_kept(row) for row in (own, other) if row is not None]
    digests = {each for copy in kept for each in (copy.digest, copy.digest_now)}
    return CopyPage(
        disclosure_id,
        own.disclosure.arising_from_id,
        own.words,
        kept[0],
        kept[1] if other else None,
        "yes" if len(digests) == 1 else "no",
    )


def _kept(row: SealedCopy) -> KeptCopy:
    return KeptCopy(row.agency.name, row.digest, rules.digest(row.words), row.sealed_at)
