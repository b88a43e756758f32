"""The reads of the side that is asked: one's inbox, and what advisers said to a consultation."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Min, Q

from alongside.access.gate import Act, Look, finds, reads
from alongside.access.words import NotThere
from alongside.advice.models import AdviserView, WaitingQuestion
from alongside.advice.words import Heard, NoteState, Right
from alongside.directory import queries as directory
from alongside.sharing import queries as sharing
from alongside.sharing.queries import DisclosurePage

LISTED_MOST = 100
FOUND_MOST = 1000


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


@dataclass(frozen=True, slots=True)
class LineWaiting:
    """A consultation line with how many questions nobody has taken. `oldest_since` is None where none waits."""

    id: UUID
    name: str
    waiting: int
    oldest_since: datetime | None


@reads(Right.QUEUE_OPEN)
def list_my_lines(look: Look) -> tuple[LineWaiting, ...]:
    """The lines that this person answers now, by name, each with how many questions wait on it."""
    lines = directory.list_my_lines(look)
    rows = WaitingQuestion.objects.filter(
        line_id__in=[line.id for line in lines], taken_at__isnull=True, answered_at__isnull=True
    )
    counted = rows.values("line_id").annotate(waiting=Count("id"), oldest=Min("queued_at"))
    found = {row["line_id"]: row for row in counted.order_by("line_id")[:LISTED_MOST]}
    return tuple(
        LineWaiting(line.id, line.name, found[line.id]["waiting"], found[line.id]["oldest"])
        if line.id in found
        else LineWaiting(line.id, line.name, 0, None)
        for line in lines
    )


@dataclass(frozen=True, slots=True)
class FoundViews:
    """The consultations, and the disclosures, in whose views something was found."""

    consultation_ids: frozenset[UUID]
    disclosure_ids: frozenset[UUID]


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


@reads(Right.INBOX_OPEN)
def find_views_saying(look: Look, *, word: str) -> FoundViews:
    """In which views that this person may read a word occurs, the newest 1000."""
    said = Q(view__icontains=word) | Q(correction__icontains=word) | Q(offer__icontains=word)
    keys = (
        AdviserView.objects.filter(said).order_by("-given_at").values_list("consultation_id", "disclosure_id")
    )
    found = tuple(keys[:FOUND_MOST])
    return FoundViews(frozenset(key for key, _ in found), frozenset(key for _, key in found))


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
