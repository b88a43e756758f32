"""What a person may ask about access itself: a kept draft, who oversees an agency, why a row is visible."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connections

from alongside.access.gate import Act, Look, finds, reads
from alongside.access.models import Draft, Grant
from alongside.access.routing import READER
from alongside.access.sqlite import wall
from alongside.access.words import Answered, GrantKind, NotThere, Right, Standing


@dataclass(frozen=True, slots=True)
class KeptDraft:
    """Text typed on a page and not yet submitted."""

    words: dict[str, list[str]]
    kept_at: datetime


@reads(Right.DRAFT_FIND)
def find_draft(look: Look, *, page: str) -> KeptDraft | None:
    """The text this person typed on a page and did not submit; None where there is none or it has expired."""
    draft = Draft.objects.filter(page=page, until_at__gt=look.now).first()
    return KeptDraft(draft.words, draft.kept_at) if draft else None


@reads(Right.REASON_ASK)
def why_visible(look: Look, *, label: str, key: UUID) -> tuple[str, ...]:
    """The sentences of the rule that let this person see a row; empty where it does not exist for them."""
    return wall.reasons(connections[READER], label, key=key)


@reads(Right.OVERSIGHT_ASK)
def oversees(look: Look, *, agency_id: UUID) -> Answered:
    """Whether this person oversees safeguarding in an agency now."""
    found = wall.is_in_set(connections[READER], "overseen", key=agency_id)
    return Answered.YES if found else Answered.NO


@reads(Right.OFFICE_ASK, to=(Standing.PRACTITIONER, Standing.ADMINISTRATOR))
def keeps_lawful_answers(look: Look) -> Answered:
    """Whether this person keeps the lawful answers and the procedure of the own agency now."""
    found = wall.is_in_set(connections[READER], "lawful_kept", key=look.ctx.agency_id)
    return Answered.YES if found else Answered.NO


@finds
def overseers(act: Act, *, agency_id: UUID) -> tuple[UUID, ...]:
    """The memberships that oversee safeguarding in an agency at this instant, longest-standing first."""
    leads = Grant.objects.filter(
        kind=GrantKind.OVERSIGHT, agency_id=agency_id, from_at__lte=act.now, until_at__gt=act.now
    )
    return tuple(grant.membership_id for grant in leads.order_by("from_at")[:20] if grant.membership_id)


@finds
def has_family_page(act: Act, *, reader_id: UUID) -> Answered:
    """Whether a private link runs by which this person of a family reads, so that their page would not be empty."""
    running = Grant.objects.filter(
        kind=GrantKind.FAMILY_PAGE, membership_id=reader_id, from_at__lte=act.now, until_at__gt=act.now
    )
    return Answered.YES if running.exists() else Answered.NO


@finds
def in_whose_name(act: Act) -> UUID:
    """The membership in whose name this deed writes a row: one's own; of a person of a family, whose link they use.

    What the family writes stands under the practitioner who opened the private link, and a column of the row says who
    said it. Raises NotThere where no link of theirs runs.
    """
    if act.ctx.standing is not Standing.FAMILY:
        return act.ctx.membership_id
    links = Grant.objects.filter(
        kind=GrantKind.FAMILY_PAGE,
        membership_id=act.ctx.membership_id,
        from_at__lte=act.now,
        until_at__gt=act.now,
    )
    link = links.order_by("-from_at").first()
    if link is None:
        raise NotThere
    return UUID(link.granted_by)
