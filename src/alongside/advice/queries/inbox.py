"""The reads of an inbox: what was shared with one, and what advisers said to a consultation."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from alongside.access.gate import Act, Look, finds, reads
from alongside.access.words import NotThere
from alongside.advice.models import AdviserView
from alongside.advice.words import Heard, NoteState, Right
from alongside.sharing import queries as sharing
from alongside.sharing.queries import DisclosurePage

LISTED_MOST = 100


@dataclass(frozen=True, slots=True)
class ViewCard:
    """The adviser's own words."""

    disclosure_id: UUID
    note_state: NoteState
    correction: str
    view: str
    offer: str
    heard: Heard
    given_at: datetime
    given_by: str


@dataclass(frozen=True, slots=True)
class InboxItem:
    """What was shared with this person, and what they have said to it; None until they have."""

    shared: DisclosurePage
    view: ViewCard | None


@reads(Right.INBOX_OPEN)
def open_inbox_item(look: Look, *, disclosure_id: UUID) -> InboxItem:
    """What was shared with this person. Raises NotThere for anyone to whom it was not addressed."""
    shared = sharing.open_disclosure(look, disclosure_id=disclosure_id)
    if shared.to_membership_id != look.ctx.membership_id:
        raise NotThere
    row = (
        AdviserView.objects.select_related("author_membership__practitioner")
        .filter(disclosure_id=disclosure_id)
        .first()
    )
    return InboxItem(shared, _view(row) if row else None)


@reads(Right.INBOX_OPEN)
def list_views(look: Look, *, consultation_id: UUID) -> tuple[ViewCard, ...]:
    """What advisers said to one consultation, as far as this person may know, oldest first, at most 100."""
    rows = AdviserView.objects.select_related("author_membership__practitioner")
    rows = rows.filter(consultation_id=consultation_id).order_by("given_at")
    return tuple(_view(row) for row in rows[:LISTED_MOST])


@finds
def has_answer(act: Act, *, consultation_id: UUID) -> bool:
    """Whether any adviser has answered in a consultation to which the deed was admitted."""
    return AdviserView.objects.filter(consultation_id=consultation_id).exists()


def _view(row: AdviserView) -> ViewCard:
    return ViewCard(
        row.disclosure_id,
        NoteState(row.note_state),
        row.correction,
        row.view,
        row.offer,
        Heard(row.heard),
        row.given_at,
        row.author_membership.practitioner.name,
    )
