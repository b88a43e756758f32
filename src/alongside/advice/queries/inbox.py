"""The reads of an inbox: what was shared with one, and what advisers said to a consultation."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from alongside.access.gate import Act, Look, finds, reads
from alongside.access.words import NotThere
from alongside.advice.models import AdviserView, AskedBack, HandedOn, Reply, SealedCopy, WaitingQuestion
from alongside.advice.words import Heard, NoteState, Right
from alongside.directory import queries as directory
from alongside.reliance import queries as reliance
from alongside.reliance.queries import StopCard
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
class ReplyCard:
    """What the asker said to a question asked back."""

    words: str
    replied_at: datetime
    replied_by: str


@dataclass(frozen=True, slots=True)
class AskedBackCard:
    """A question that the adviser asked back; `reply` is None until there is one."""

    id: UUID
    disclosure_id: UUID
    words: str
    asked_at: datetime
    asked_by: str
    reply: ReplyCard | None


@dataclass(frozen=True, slots=True)
class TakenQuestion:
    """A question of a line that one has taken: the number to ring back on, and by when.

    `is_on_my_line` is "no" once this person answers that line no longer.
    """

    id: UUID
    line_id: UUID
    ring_back_on: str
    wanted: str
    is_on_my_line: str


@dataclass(frozen=True, slots=True)
class InboxItem:
    """What was shared with this person, and what they have said to it; `view` is None until they have.

    `ring` is the number of whoever asked; `taken` is None for what came to oneself and not to a line; `spoken_since`
    is what was shared in the talk that followed a question, None where there was none; `stops` says that it is not to
    be used further, newest first.
    """

    shared: DisclosurePage
    view: ViewCard | None
    asked_back: tuple[AskedBackCard, ...]
    ring: str
    taken: TakenQuestion | None
    spoken_since: UUID | None
    sealed: str  # "yes" once both agencies keep a copy
    stops: tuple[StopCard, ...]


@reads(Right.INBOX_OPEN)
def list_my_inbox(look: Look) -> tuple[DisclosurePage, ...]:
    """What was shared with this person, or with a line of theirs and taken by them, newest first, at most 100."""
    taken = _taken_by(look).order_by("-queued_at").values_list("disclosure_id", flat=True)[:LISTED_MOST]
    of_lines = sharing.list_these_disclosures(look, ids=frozenset(taken))
    everything = {each.id: each for each in (*sharing.list_my_inbox(look), *of_lines)}
    return tuple(sorted(everything.values(), key=lambda each: each.disclosed_at, reverse=True))[:LISTED_MOST]


@reads(Right.INBOX_OPEN)
def list_taken(look: Look) -> frozenset[UUID]:
    """What this person has taken from their lines, by disclosure, the newest 1000."""
    taken = _taken_by(look).order_by("-queued_at").values_list("disclosure_id", flat=True)
    return frozenset(taken[:FOUND_MOST])


@reads(Right.INBOX_OPEN)
def open_inbox_item(look: Look, *, disclosure_id: UUID) -> InboxItem:
    """What was shared with this person. Raises NotThere for anyone who is not the one to answer it."""
    shared = sharing.open_disclosure(look, disclosure_id=disclosure_id)
    question = _taken_by(look).filter(disclosure_id=disclosure_id).first()
    if question is None and shared.to_membership_id != look.ctx.membership_id:
        raise NotThere
    asker = directory.open_member(look, membership_id=shared.asker_membership_id)
    view = _views().filter(disclosure_id=disclosure_id).first()
    return InboxItem(
        shared=shared,
        view=_view(view) if view else None,
        asked_back=_asked_back(AskedBack.objects.filter(disclosure_id=disclosure_id)),
        ring=(question.ring_back_on if question else "") or asker.telephone,
        taken=_taken(look, question) if question else None,
        spoken_since=_spoken_since(look, shared),
        sealed="yes" if SealedCopy.objects.filter(disclosure_id=disclosure_id).exists() else "no",
        stops=reliance.list_stops_of(look, things=[disclosure_id]),
    )


@reads(Right.INBOX_OPEN)
def list_views(look: Look, *, consultation_id: UUID) -> tuple[ViewCard, ...]:
    """What advisers said to one consultation, as far as this person may know, oldest first, at most 100."""
    rows = _views().filter(consultation_id=consultation_id).order_by("given_at")
    return tuple(_view(row) for row in rows[:LISTED_MOST])


@reads(Right.INBOX_OPEN)
def list_asked_back(look: Look, *, consultation_id: UUID) -> tuple[AskedBackCard, ...]:
    """What advisers asked back in one consultation, each with its reply, oldest first, at most 100."""
    return _asked_back(AskedBack.objects.filter(consultation_id=consultation_id))


@dataclass(frozen=True, slots=True)
class FoundViews:
    """The consultations, and the disclosures, in whose views something was found."""

    consultation_ids: frozenset[UUID]
    disclosure_ids: frozenset[UUID]


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


@finds
def asked_back_about(act: Act, *, asked_back_id: UUID) -> UUID:
    """The disclosure about which something was asked back, for a deed. Raises NotThere."""
    act.admit("advice.AskedBack", asked_back_id)
    return AskedBack.objects.values_list("disclosure_id", flat=True).get(id=asked_back_id)


@finds
def has_reached_anybody(act: Act, *, disclosure_ids: frozenset[UUID]) -> bool:
    """Whether anybody was shown any of these questions: what was sent to a line is shown to whoever takes it."""
    rows = WaitingQuestion.objects.filter(disclosure_id__in=disclosure_ids)
    handed = HandedOn.objects.filter(question__disclosure_id__in=disclosure_ids)
    unseen = rows.filter(taken_at__isnull=True).exclude(id__in=handed.values("question_id"))
    return unseen.count() < len(disclosure_ids)


def _taken_by(look: Look) -> QuerySet[WaitingQuestion]:
    return WaitingQuestion.objects.filter(taken_by_id=look.ctx.membership_id)


def _taken(look: Look, row: WaitingQuestion) -> TakenQuestion:
    mine = any(line.id == row.line_id for line in directory.list_my_lines(look))
    return TakenQuestion(
        row.id, row.line_id, row.ring_back_on, row.get_wanted_display(), "yes" if mine else "no"
    )


def _spoken_since(look: Look, shared: DisclosurePage) -> UUID | None:
    """What was shared with this person in a talk after a question that was sent; None where nobody spoke since."""
    if shared.note_of_talk:
        return None
    later = sharing.list_disclosures(look, arising_from=shared.arising_from)
    mine = (
        each.id for each in later if each.note_of_talk and each.to_membership_id == look.ctx.membership_id
    )
    return next(mine, None)


def _views() -> QuerySet[AdviserView]:
    return AdviserView.objects.select_related("author_membership__practitioner")


def _asked_back(rows: QuerySet[AskedBack]) -> tuple[AskedBackCard, ...]:
    found = list(
        rows.select_related("author_membership__practitioner").order_by("asked_at", "id")[:LISTED_MOST]
    )
    replies = Reply.objects.select_related("author_membership__practitioner")
    said = {
        row.asked_back_id: ReplyCard(row.words, row.replied_at, row.author_membership.practitioner.name)
        for row in replies.filter(asked_back_id__in=[row.id for row in found])[:LISTED_MOST]
    }
    return tuple(
        AskedBackCard(
            row.id,
            row.disclosure_id,
            row.words,
            row.asked_at,
            row.author_membership.practitioner.name,
            said.get(row.id),
        )
        for row in found
    )


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
