"""What an agency keeps for its own people: its lawful answers and its procedure, in every edition."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from alongside.access import queries as access
from alongside.access.gate import Look, reads
from alongside.access.words import Answered, NotThere, Ref, Standing
from alongside.directory import queries as directory
from alongside.sharing import gathering
from alongside.sharing.models import LawfulProfile, Procedure
from alongside.sharing.rules import Profile
from alongside.sharing.words import Right

Kept = TypeVar("Kept", LawfulProfile, Procedure)
READERS = (Standing.PRACTITIONER, Standing.ADMINISTRATOR)
LISTED_MOST = 100


@dataclass(frozen=True, slots=True)
class EditionCard:
    """One edition: when it was kept, and by whom in which role; `kept_by` is empty where the installation kept it."""

    id: UUID
    edition: int
    kept_at: datetime
    kept_by: str


@dataclass(frozen=True, slots=True)
class Editions:
    """Every edition of one thing, the newest first; the one that is shown; whether this person may change it."""

    shown: EditionCard | None
    every: tuple[EditionCard, ...]
    may_keep: Answered

    @property
    def is_in_force(self) -> bool:
        return self.shown is not None and self.shown == self.every[0]


@dataclass(frozen=True, slots=True)
class ProfilePage:
    """An agency's lawful answers in one edition; nothing of it where none is kept yet."""

    editions: Editions
    profile: Profile | None


@dataclass(frozen=True, slots=True)
class ProcedurePage:
    """An agency's own procedure in one edition; the text is empty where none is kept yet."""

    editions: Editions
    text: str


@dataclass(frozen=True, slots=True)
class ProcedureCard:
    """An agency's own procedure for sharing inside it, in the edition in force."""

    edition: int
    text: str
    kept_at: datetime


@reads(Right.PROFILE_OPEN, to=READERS)
def open_profile(look: Look, *, profile_id: UUID | None = None) -> ProfilePage:
    """The lawful answers of this person's agency, in force or in the edition asked for. Raises NotThere."""
    rows = LawfulProfile.objects.filter(agency_id=look.ctx.agency_id).order_by("-edition")[:LISTED_MOST]
    row = _chosen(tuple(rows), profile_id)
    if row:
        look.opens(Ref("profile", row.id))
    return ProfilePage(_editions(look, tuple(rows), row), gathering.profile_in(row) if row else None)


@reads(Right.PROFILE_KEEP)
def profile_to_keep(look: Look) -> Profile | None:
    """The lawful answers in force, for whoever may change them; None before the first. Raises NotThere for others."""
    _require_keeper(look)
    return gathering.profile_of(look.ctx.agency_id)


@reads(Right.PROCEDURE_OPEN, to=READERS)
def open_procedure(look: Look, *, procedure_id: UUID | None = None) -> ProcedurePage:
    """The procedure of this person's agency, in force or in the edition asked for. Raises NotThere."""
    rows = Procedure.objects.filter(agency_id=look.ctx.agency_id).order_by("-edition")[:LISTED_MOST]
    row = _chosen(tuple(rows), procedure_id)
    if row:
        look.opens(Ref("procedure", row.id))
    return ProcedurePage(_editions(look, tuple(rows), row), row.text if row else "")


@reads(Right.PROCEDURE_KEEP)
def procedure_to_keep(look: Look) -> str:
    """The procedure in force, for whoever may change it; empty before the first. Raises NotThere for others."""
    _require_keeper(look)
    kept = own_procedure(look)
    return kept.text if kept else ""


@reads(Right.PROCEDURE_OPEN)
def own_procedure(look: Look) -> ProcedureCard | None:
    """The procedure of this person's agency; None where it keeps none here."""
    row = Procedure.objects.filter(agency_id=look.ctx.agency_id).order_by("-edition").first()
    return ProcedureCard(row.edition, row.text, row.kept_at) if row else None


def _require_keeper(look: Look) -> None:
    if access.keeps_lawful_answers(look) is Answered.NO:
        raise NotThere


def _chosen(rows: Sequence[Kept], key: UUID | None) -> Kept | None:
    if key is None:
        return rows[0] if rows else None
    row = next((each for each in rows if each.id == key), None)
    if row is None:
        raise NotThere
    return row


def _editions(
    look: Look, rows: Sequence[LawfulProfile | Procedure], shown: LawfulProfile | Procedure | None
) -> Editions:
    people = frozenset(UUID(row.kept_by) for row in rows if row.kept_by != Standing.UPKEEP)
    names = {
        str(card.id): f"{card.name}, {card.role}"
        for card in directory.list_cards(look, membership_ids=people)
    }
    cards = tuple(EditionCard(row.id, row.edition, row.kept_at, names.get(row.kept_by, "")) for row in rows)
    return Editions(
        shown=next((card for card in cards if shown and card.id == shown.id), None),
        every=cards,
        may_keep=access.keeps_lawful_answers(look),
    )
