"""The read of a sealed copy, by either of the two agencies that keep it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from alongside.access.gate import Look, reads
from alongside.access.words import NotThere, Ref
from alongside.advice import rules
from alongside.advice.models import SealedCopy, WaitingQuestion
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

    `theirs` is None inside one agency (`inside` is "yes"), and where the other's copy is not shown to this person.
    `agree` is "yes" where the words of every copy have the digest of all.
    """

    disclosure_id: UUID
    consultation_id: UUID
    words: dict[str, Any]
    ours: KeptCopy
    theirs: KeptCopy | None
    agree: str
    inside: str
    asked_of_me: str  # "yes" for whoever answered, who reads the matter in their inbox


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
        "yes" if own.disclosure.procedure_followed_id else "no",
        "yes" if _is_asked(look, own) else "no",
    )


def _is_asked(look: Look, copy: SealedCopy) -> bool:
    me = look.ctx.membership_id
    taken = WaitingQuestion.objects.filter(disclosure_id=copy.disclosure_id, taken_by_id=me)
    return copy.disclosure.to_membership_id == me or taken.exists()


def _kept(row: SealedCopy) -> KeptCopy:
    return KeptCopy(row.agency.name, row.digest, rules.digest(row.words), row.sealed_at)
