"""What a person was asked, as lines of a list: narrowed, counted and put in order in the database."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from alongside.access.gate import Look, reads
from alongside.access.words import Answered
from alongside.duties import queries as duties
from alongside.sharing.models import Disclosure
from alongside.sharing.words import WITHOUT_NAMES, Asked, Right

LISTED_MOST = 1000
CHILDREN_MOST = 200
_KIND = "disclosure"


@dataclass(frozen=True, slots=True)
class AskedOfMe:
    """How the list is narrowed; what is empty narrows nothing.

    Each of `words` comes with the disclosures in whose views it was found. What arises from `besides` is left out.
    `taken` was shared with a line, and this person has taken it.
    """

    state: Asked | None = None
    names: Answered | None = None
    child_id: UUID | None = None
    since: datetime | None = None
    until: datetime | None = None
    words: tuple[tuple[str, frozenset[UUID]], ...] = ()
    besides: frozenset[UUID] = frozenset()
    taken: frozenset[UUID] = frozenset()


@dataclass(frozen=True, slots=True)
class AskedLine:
    """Something that was shared with a person, as a line: no more than the person has in hand."""

    id: UUID
    child: str
    asker: str
    question: str
    at: datetime
    state: Asked


@reads(Right.DISCLOSURE_OPEN)
def count_asked_of_me(look: Look, *, sought: AskedOfMe, at_most: int) -> int:
    """How many there are; beyond `at_most` it counts no further."""
    return _narrowed(look, sought)[:at_most].count()


@reads(Right.DISCLOSURE_OPEN)
def list_asked_of_me(look: Look, *, sought: AskedOfMe, at_most: int) -> tuple[tuple[datetime, UUID], ...]:
    """When and which, newest first: light enough to be put in order with a list of another room."""
    rows = _narrowed(look, sought).order_by("-disclosed_at", "-id")
    return tuple(rows.values_list("disclosed_at", "id")[:at_most])


@reads(Right.DISCLOSURE_OPEN)
def list_these_asked_of_me(
    look: Look, *, ids: frozenset[UUID], taken: frozenset[UUID]
) -> tuple[AskedLine, ...]:
    """These lines in one batch, as far as they were shared with this person, at most 1000."""
    rows = _mine(look, taken).filter(id__in=ids).defer("items", "basis")
    return tuple(
        AskedLine(
            row.id,
            row.child_as_named or WITHOUT_NAMES,
            row.asker_as_named,
            row.question,
            row.disclosed_at,
            _state(row),
        )
        for row in rows[:LISTED_MOST]
    )


@reads(Right.DISCLOSURE_OPEN)
def list_children_asked_about(look: Look, *, taken: frozenset[UUID]) -> tuple[tuple[UUID, str], ...]:
    """The children, as they were named, about whom this person was asked: by key and name, at most 200."""
    rows = Disclosure.objects.filter(_shared_with(look, taken), about_child__isnull=False)
    named = rows.order_by("child_as_named").values_list("about_child_id", "child_as_named").distinct()
    return tuple((child_id, name) for child_id, name in named[:CHILDREN_MOST] if child_id)


def _shared_with(look: Look, taken: frozenset[UUID]) -> Q:
    return Q(to_membership_id=look.ctx.membership_id) | Q(id__in=taken)


def _mine(look: Look, taken: frozenset[UUID]) -> QuerySet[Disclosure]:
    rows = Disclosure.objects.filter(_shared_with(look, taken))
    owing = duties.owing(look, kind=_KIND)
    return rows.annotate(owed=owing.owed, late=owing.late)


def _narrowed(look: Look, sought: AskedOfMe) -> QuerySet[Disclosure]:
    rows = _mine(look, sought.taken).exclude(arising_from_id__in=sought.besides)
    if sought.state:
        rows = rows.filter(_STATES[sought.state])
    if sought.names:
        rows = rows.filter(about_child__isnull=sought.names is Answered.NO)
    if sought.child_id:
        rows = rows.filter(about_child_id=sought.child_id)
    if sought.since:
        rows = rows.filter(disclosed_at__gte=sought.since)
    if sought.until:
        rows = rows.filter(disclosed_at__lt=sought.until)
    for word, found in sought.words:
        said = Q(child_as_named__icontains=word) | Q(question__icontains=word) | Q(id__in=found)
        rows = rows.filter(said | Q(note_of_talk__icontains=word))
    return rows


_STATES = {
    Asked.OWING: Q(owed=True),
    Asked.UNSPOKEN: Q(owed=True, note_of_talk=""),
    Asked.LATE: Q(late=True),
    Asked.SETTLED: Q(owed=False),
}


def _state(row: Disclosure) -> Asked:
    if row.late:  # type: ignore[attr-defined]
        return Asked.LATE
    if row.owed:  # type: ignore[attr-defined]
        return Asked.OWING if row.note_of_talk else Asked.UNSPOKEN
    return Asked.SETTLED
