"""The reads of a consultation line: what waits on it, and who has taken what."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Case, Count, IntegerField, Min, Q, QuerySet, Value, When

from alongside.access import queries as access
from alongside.access.gate import Look, reads
from alongside.access.words import Answered, NotThere, Ref
from alongside.advice.models import HandedOn, WaitingQuestion
from alongside.advice.words import Right, Wanted
from alongside.directory import queries as directory
from alongside.directory.queries import LineCard, MemberCard

PAGE_OF = 25
LISTED_MOST = 200


@dataclass(frozen=True, slots=True)
class LineWaiting:
    """A line that this person answers, and what waits on it for somebody to take it.

    `id` is what the address `advice:line` is made of; `oldest_since` is None where nothing waits.
    """

    id: UUID
    name: str
    waiting: int
    oldest_since: datetime | None


@dataclass(frozen=True, slots=True)
class QuestionLine:
    """A question on a line, without a word of what was asked. `taken_by` is empty while nobody has it."""

    id: UUID
    disclosure_id: UUID
    asker: str
    ring_back_on: str
    wanted: Wanted
    queued_at: datetime
    taken_by: str
    taken_by_membership_id: UUID | None
    taken_at: datetime | None
    handed_on: str  # the words with which it was handed on last, and by whom


@dataclass(frozen=True, slots=True)
class LinePage:
    """One page of a line. `page` counts from 1; `may_take` is "no" for a lead who oversees and does not answer."""

    line: LineCard
    questions: tuple[QuestionLine, ...]
    waiting: int
    taken: int
    page: int
    pages: int
    may_take: str


@dataclass(frozen=True, slots=True)
class HandOnPage:
    """A taken question, and where it may be handed on to: the lines of the agency with whoever answers each."""

    question: QuestionLine
    line_id: UUID
    places: tuple[tuple[LineCard, tuple[MemberCard, ...]], ...]


@dataclass(frozen=True, slots=True)
class SentState:
    """Where a question stands that somebody sent to a line: who has taken it, empty while it waits."""

    disclosure_id: UUID
    taken_by: str
    taken_at: datetime | None


@reads(Right.QUEUE_OPEN)
def list_my_lines(look: Look) -> tuple[LineWaiting, ...]:
    """The lines that this person answers now, by name, each with how many questions wait on it."""
    return _counted(directory.list_my_lines(look))


@reads(Right.QUEUE_OPEN)
def list_overseen_lines(look: Look) -> tuple[LineWaiting, ...]:
    """For a safeguarding lead the lines of the own agency that others answer, with what waits; none for anybody else."""
    if access.oversees(look, agency_id=look.ctx.agency_id) is not Answered.YES:
        return ()
    mine = {line.id for line in directory.list_my_lines(look)}
    lines = directory.list_lines_of(look, agency_id=look.ctx.agency_id)
    return _counted(tuple(line for line in lines if line.id not in mine))


@reads(Right.QUEUE_OPEN)
def open_line(look: Look, *, line_id: UUID, page: int = 1) -> LinePage:
    """What waits on a line and who has taken what, 25 a page: untaken first, wanted today first, then waiting longest.

    For those who answer it, and who oversee safeguarding in its agency. Raises NotThere for anybody else.
    """
    line = directory.line_card(line_id)
    answers = any(mine.id == line_id for mine in directory.list_my_lines(look))
    if line is None or not (answers or access.oversees(look, agency_id=line.agency_id) is Answered.YES):
        raise NotThere
    look.opens(Ref("line", line_id))
    rows = WaitingQuestion.objects.filter(_OPEN, line_id=line_id)
    counted = rows.aggregate(all=Count("id"), waiting=Count("id", filter=Q(taken_at__isnull=True)))
    pages = max(1, -(-counted["all"] // PAGE_OF))
    number = min(max(page, 1), pages)
    found = _in_turn(rows)[(number - 1) * PAGE_OF : number * PAGE_OF]
    return LinePage(
        line=line,
        questions=_lines(found),
        waiting=counted["waiting"],
        taken=counted["all"] - counted["waiting"],
        page=number,
        pages=pages,
        may_take="yes" if answers else "no",
    )


@reads(Right.QUEUE_OPEN)
def open_handing_on(look: Look, *, question_id: UUID) -> HandOnPage:
    """A taken question, for whoever has it or answers its line. Raises NotThere, also where nobody has it."""
    row = _named(WaitingQuestion.objects.filter(_OPEN, id=question_id, taken_at__isnull=False)).first()
    if row is None:
        raise NotThere
    answers = any(mine.id == row.line_id for mine in directory.list_my_lines(look))
    if not answers and row.taken_by_id != look.ctx.membership_id:
        raise NotThere
    look.opens(Ref("question", question_id))
    lines = directory.list_lines_of(look, agency_id=row.agency_id)
    nobody = {row.taken_by_id, row.author_membership_id}
    places = (
        (line, tuple(m for m in directory.list_line_members(look, line_id=line.id) if m.id not in nobody))
        for line in lines
    )
    return HandOnPage(_lines([row])[0], row.line_id, tuple(places))


@reads(Right.QUEUE_OPEN)
def list_sent_states(look: Look, *, disclosure_ids: frozenset[UUID]) -> tuple[SentState, ...]:
    """Where the questions stand that this person sent to lines, as far as they may know."""
    rows = WaitingQuestion.objects.select_related("taken_by__practitioner").filter(
        disclosure_id__in=disclosure_ids
    )
    return tuple(
        SentState(row.disclosure_id, row.taken_by.practitioner.name if row.taken_by else "", row.taken_at)
        for row in rows[:LISTED_MOST]
    )


def _counted(lines: tuple[LineCard, ...]) -> tuple[LineWaiting, ...]:
    rows = WaitingQuestion.objects.filter(
        _OPEN, taken_at__isnull=True, line_id__in=[line.id for line in lines]
    )
    counted = rows.values("line_id").annotate(waiting=Count("id"), oldest=Min("queued_at"))
    found = {row["line_id"]: row for row in counted.order_by("line_id")[:LISTED_MOST]}
    return tuple(
        LineWaiting(line.id, line.name, found[line.id]["waiting"], found[line.id]["oldest"])
        if line.id in found
        else LineWaiting(line.id, line.name, 0, None)
        for line in lines
    )


_OPEN = Q(answered_at__isnull=True, withdrawn_at__isnull=True)


def _in_turn(rows: QuerySet[WaitingQuestion]) -> QuerySet[WaitingQuestion]:
    """Untaken first; of these what is wanted today, then this week, then when one can; each by how long it waits."""
    urgency = Case(
        *(When(wanted=each, then=Value(place)) for place, each in enumerate(Wanted)),
        output_field=IntegerField(),
    )
    taken = Case(When(taken_at__isnull=True, then=Value(0)), default=Value(1), output_field=IntegerField())
    return _named(rows).order_by(taken, urgency, "queued_at", "id")


def _named(rows: QuerySet[WaitingQuestion]) -> QuerySet[WaitingQuestion]:
    return rows.select_related("taken_by__practitioner")


def _lines(found: Iterable[WaitingQuestion]) -> tuple[QuestionLine, ...]:
    """Lines of a queue, with what was said when each was handed on last, looked up once for all of them."""
    rows = tuple(found)
    handed = HandedOn.objects.select_related("author_membership__practitioner").filter(
        question_id__in=[row.id for row in rows]
    )
    said = {
        each.question_id: f"{each.author_membership.practitioner.name}: {each.words}"
        for each in handed.order_by("handed_at", "id")[:LISTED_MOST]
    }
    return tuple(
        QuestionLine(
            id=row.id,
            disclosure_id=row.disclosure_id,
            asker=row.asker_as_named,
            ring_back_on=row.ring_back_on,
            wanted=Wanted(row.wanted),
            queued_at=row.queued_at,
            taken_by=row.taken_by.practitioner.name if row.taken_by else "",
            taken_by_membership_id=row.taken_by_id,
            taken_at=row.taken_at,
            handed_on=said.get(row.id, ""),
        )
        for row in rows
    )
