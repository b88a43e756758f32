"""How a list of consultations is narrowed: every condition is asked of the database, within the wall."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.db.models import BooleanField, Exists, ExpressionWrapper, OuterRef, Q, QuerySet, Subquery

from alongside.access import queries as access
from alongside.access.context import LONDON
from alongside.access.gate import Look
from alongside.access.words import Answered, NotThere
from alongside.advice import queries as advice
from alongside.advice.queries import FoundViews
from alongside.consultations.models import Consultation, Outcome, PersonAsked, SpokenRecord, Talk
from alongside.consultations.words import Beginning, Mode, OutcomeKind, State, Whose
from alongside.directory import queries as directory
from alongside.duties import queries as duties
from alongside.sharing import queries as sharing
from alongside.sharing.queries import AskedOfMe
from alongside.sharing.words import Asked

WORDS_MOST = 5
ASKED_HERE_MOST = 1000
_KIND = "consultation"
_OF_IT = {"consultation_id": OuterRef("pk")}


@dataclass(frozen=True, slots=True)
class Sought:
    """Whose consultations, and which of them; what is empty narrows nothing. `words` counts in one's own list alone."""

    whose: Whose = Whose.MINE
    state: State | None = None
    mode: Mode | None = None
    beginning: Beginning | None = None
    child_id: UUID | None = None
    agency: str = ""
    since_on: date | None = None
    until_on: date | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """A word that is sought, and in which views it was found."""

    word: str
    views: FoundViews


def of(look: Look, whose: Whose) -> QuerySet[Consultation]:
    """The consultations of one list. Raises NotThere for a team's, where one does not oversee it."""
    rows = Consultation.objects.all()
    if whose is Whose.MINE:
        return rows.filter(Q(author_membership_id=look.ctx.membership_id) | Q(_asked_of(look)))
    if whose is Whose.TEAM:
        if access.oversees(look, agency_id=look.ctx.agency_id) is not Answered.YES:
            raise NotThere
        return rows.filter(agency_id=look.ctx.agency_id)
    return rows


def standing(look: Look) -> dict[str, Any]:
    """How far a consultation has come, as columns: cleared, talked, decided, changed, owed, late.

    One that ended unheld is decided only as long as nobody has talked after all.
    """
    may = sharing.cleared(look)
    outcomes, owing = Outcome.objects.filter(**_OF_IT), duties.owing(look, kind=_KIND)
    talked = Q(Exists(Talk.objects.filter(**_OF_IT))) | Q(beginning=Beginning.ALREADY_SPOKEN)
    held = Q(Exists(outcomes.exclude(kind=OutcomeKind.NOT_HELD)))
    unheld = Q(Exists(outcomes.filter(kind=OutcomeKind.NOT_HELD))) & ~talked
    return {
        "cleared": ExpressionWrapper(Q(may.decided) | Q(may.followed), output_field=BooleanField()),
        "talked": ExpressionWrapper(talked, output_field=BooleanField()),
        "decided": ExpressionWrapper(held | unheld, output_field=BooleanField()),
        "changed": ExpressionWrapper(may.changed, output_field=BooleanField()),
        "owed": owing.owed,
        "late": owing.late,
    }


def latest_outcome() -> Subquery:
    """What was decided last in a consultation, as a column: a later outcome supersedes."""
    decided = Outcome.objects.filter(consultation_id=OuterRef("pk")).order_by("-decided_at", "-id")
    return Subquery(decided.values("kind")[:1])


def narrowed(look: Look, sought: Sought, *, found: tuple[Found, ...]) -> QuerySet[Consultation]:
    """The consultations of a list that are sought, in no order. Raises NotThere as `of` does."""
    rows = of(look, sought.whose).alias(**standing(look))
    if sought.state:
        rows = rows.filter(_STATES[sought.state])
    if sought.mode:
        rows = rows.filter(mode=sought.mode)
    if sought.beginning:
        rows = rows.filter(beginning=sought.beginning)
    if sought.child_id:
        rows = rows.filter(about_child_id=sought.child_id)
    if sought.agency:
        rows = rows.filter(Exists(_people().filter(agency_as_named=sought.agency)))
    if sought.since_on:
        rows = rows.filter(begun_at__gte=_midnight(sought.since_on))
    if sought.until_on:
        rows = rows.filter(begun_at__lt=_midnight(sought.until_on + timedelta(days=1)))
    for each in found:
        rows = rows.filter(_says(each))
    return rows


def asked_of_me(
    look: Look, sought: Sought, *, found: tuple[Found, ...], besides: frozenset[UUID]
) -> AskedOfMe | None:
    """The same for what one was asked and has in hand; None where none of it can be among what is sought.

    Whoever is asked does not learn how the matter was recorded, nor when it was decided. `besides` are those that one
    sees as a colleague too: they are in the list already.
    """
    unknown = sought.beginning or sought.state in _UNKNOWN_TO_THE_ASKED
    if sought.whose is Whose.TEAM or unknown or not _is_of_own_agency(look, sought.agency):
        return None
    return AskedOfMe(
        state=_ASKED[sought.state] if sought.state else None,
        names=(Answered.YES if sought.mode is Mode.NAMED else Answered.NO) if sought.mode else None,
        child_id=sought.child_id,
        since=_midnight(sought.since_on) if sought.since_on else None,
        until=_midnight(sought.until_on + timedelta(days=1)) if sought.until_on else None,
        words=tuple((each.word, each.views.disclosure_ids) for each in found),
        besides=besides,
        taken=advice.list_taken(look),
    )


def asked_and_seen(look: Look) -> frozenset[UUID]:
    """The consultations in which one was asked and which one sees as a colleague too, at most 1000."""
    rows = Consultation.objects.filter(_asked_of(look)).values_list("id", flat=True)
    return frozenset(rows[:ASKED_HERE_MOST])


def find_words(look: Look, sought: Sought) -> tuple[Found, ...]:
    """The first five words that are sought, in one's own list alone, with the views in which each is found."""
    words = sought.words.split()[:WORDS_MOST] if sought.whose is Whose.MINE else []
    return tuple(Found(word, advice.find_views_saying(look, word=word)) for word in words)


def _people() -> QuerySet[PersonAsked]:
    return PersonAsked.objects.filter(**_OF_IT, left_at__isnull=True)


def _asked_of(look: Look) -> Exists:
    return Exists(_people().filter(membership_id=look.ctx.membership_id))


def _says(found: Found) -> Q:
    word = found.word
    said = Q(said_by_asker__icontains=word) | Q(said_by_adviser__icontains=word)
    spoken = Q(said__icontains=word) | Q(heard__icontains=word) | Q(done__icontains=word)
    return (
        Q(child_as_named__icontains=word)
        | Q(question__icontains=word)
        | Q(benefit__icontains=word)
        | Q(id__in=found.views.consultation_ids)
        | Q(Exists(Talk.objects.filter(said, **_OF_IT)))
        | Q(Exists(SpokenRecord.objects.filter(spoken, **_OF_IT)))
    )


def _is_of_own_agency(look: Look, agency: str) -> bool:
    card = directory.agency_card(look.ctx.agency_id) if agency else None
    return card is None or card.name == agency


def _midnight(on: date) -> datetime:
    return datetime.combine(on, time(), LONDON)


_FINISHED = Q(decided=True, owed=False, changed=False)
_STATES = {
    State.OPEN: ~_FINISHED,
    State.BEGUN: Q(cleared=False, talked=False, decided=False),
    State.WAITING_FOR_TALK: Q(cleared=True, talked=False, decided=False),
    State.WAITING_FOR_OUTCOME: Q(talked=True, decided=False),
    State.OVERDUE: Q(late=True),
    State.LOOK_AGAIN: Q(changed=True),
    State.FINISHED: _FINISHED,
}
_UNKNOWN_TO_THE_ASKED = frozenset({State.BEGUN, State.WAITING_FOR_OUTCOME, State.LOOK_AGAIN})
_ASKED = {
    State.OPEN: Asked.OWING,
    State.WAITING_FOR_TALK: Asked.UNSPOKEN,
    State.OVERDUE: Asked.LATE,
    State.FINISHED: Asked.SETTLED,
}
