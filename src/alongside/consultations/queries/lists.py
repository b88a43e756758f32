"""Lists of consultations that can be narrowed: one's own, a team's, all that one may see."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from alongside.access import queries as access
from alongside.access.gate import Look, reads
from alongside.access.words import Answered, NotThere, Ref
from alongside.advice import queries as advice
from alongside.consultations import finding, narrowing
from alongside.consultations.models import Consultation, PersonAsked
from alongside.consultations.narrowing import Sought
from alongside.consultations.words import Beginning, OutcomeKind, Part, Right, State, Whose
from alongside.directory import queries as directory
from alongside.sharing import queries as sharing
from alongside.sharing.queries import AskedLine
from alongside.sharing.words import WITHOUT_NAMES, Asked

PAGE_OF = 25
COUNTED_MOST = 10_000
EXPORTED_MOST = 1000
NARROWED_FROM = 1000
OFFERED_MOST = 200
_STATE_OF = {
    Asked.LATE: State.OVERDUE,
    Asked.OWING: State.OPEN,
    Asked.UNSPOKEN: State.WAITING_FOR_TALK,
    Asked.SETTLED: State.FINISHED,
}


@dataclass(frozen=True, slots=True)
class ListedLine:
    """A consultation in a list that can be narrowed, with the reader's part in it and how far it has come.

    Where another agency asked the reader, `id` is that of what was shared with them, for they hold no more, and
    `beginning` is None. `at` is when it was begun, or shared.
    """

    id: UUID
    part: Part
    in_hand: str  # "consultation", or "disclosure" where that is all that the reader has
    child: str
    person: str
    question: str
    at: datetime
    state: State
    asker: str
    beginning: Beginning | None = None
    outcome: OutcomeKind | None = None


@dataclass(frozen=True, slots=True)
class ConsultationList:
    """One page of a list, newest first. `page` counts from 1; `total` counts to 10,001 and no further."""

    lines: tuple[ListedLine, ...]
    page: int
    total: int

    @property
    def pages(self) -> int:
        """How many pages there are; an empty list has one."""
        return max(1, -(-min(self.total, COUNTED_MOST) // PAGE_OF))


@dataclass(frozen=True, slots=True)
class Narrowings:
    """Which lists this person has, and the children and agencies by which one of them can be narrowed."""

    lists: tuple[Whose, ...]
    children: tuple[tuple[UUID, str], ...]
    agencies: tuple[str, ...]


@reads(Right.CONSULTATION_LIST)
def list_consultations(look: Look, *, sought: Sought | None = None, page: int = 1) -> ConsultationList:
    """One page of a list, newest first; beyond the last page, the last. Raises NotThere for a list that one has not.

    One's own list leaves one leaf; in that of others' work, each of theirs that is shown is named.
    """
    sought = sought or Sought()
    listing = _Listing.of(look, sought)
    page = min(max(page, 1), ConsultationList((), 1, listing.total).pages)
    lines = listing.lines(start=(page - 1) * PAGE_OF, size=PAGE_OF)
    look.opens(Ref(f"{sought.whose.value}_list", look.ctx.membership_id))
    for line in lines:
        if line.part is Part.BESIDE:
            look.opens(Ref("listed_consultation", line.id))
    return ConsultationList(lines, page, listing.total)


@reads(Right.LIST_EXPORT)
def list_to_export(look: Look, *, sought: Sought) -> ConsultationList:
    """One's own list for a file, the newest 1000; the leaf of the export speaks for it. Raises NotThere for another."""
    if sought.whose is not Whose.MINE:
        raise NotThere
    listing = _Listing.of(look, sought)
    return ConsultationList(listing.lines(start=0, size=EXPORTED_MOST), 1, listing.total)


@reads(Right.CONSULTATION_LIST)
def list_narrowings(look: Look, *, whose: Whose) -> Narrowings:
    """By what a list can be narrowed, from the newest 1000 in it. Raises NotThere for a list that one has not."""
    newest = narrowing.of(look, whose).order_by("-begun_at").values("id")[:NARROWED_FROM]
    named = Consultation.objects.filter(id__in=newest, about_child__isnull=False)
    people = PersonAsked.objects.filter(consultation_id__in=newest, left_at__isnull=True)
    children = dict(named.values_list("about_child_id", "child_as_named").distinct()[:OFFERED_MOST])
    agencies = set(people.values_list("agency_as_named", flat=True).distinct()[:OFFERED_MOST])
    if whose is not Whose.TEAM:
        children |= dict(sharing.list_children_asked_about(look, taken=advice.list_taken(look)))
        agencies |= _own_agency(look)
    oversees = access.oversees(look, agency_id=look.ctx.agency_id) is Answered.YES
    return Narrowings(
        tuple(each for each in Whose if each is not Whose.TEAM or oversees),
        tuple(sorted(((key, name) for key, name in children.items() if key), key=lambda child: child[1])),
        tuple(sorted(agencies - {""})),
    )


def _own_agency(look: Look) -> set[str]:
    card = directory.agency_card(look.ctx.agency_id)
    return {card.name} if card else set()


@dataclass(frozen=True, slots=True)
class _Listing:
    """What is sought in both rooms that a list draws on: consultations, and what one was asked and has in hand.

    To put two lists in one order, only when and which of their newest is read; the lines of one page come after.
    """

    look: Look
    rows: Any  # the consultations sought, in no order
    asked_and_seen: frozenset[UUID]
    asked: sharing.AskedOfMe | None
    total: int

    @classmethod
    def of(cls, look: Look, sought: Sought) -> "_Listing":
        found = narrowing.find_words(look, sought)
        rows = narrowing.narrowed(look, sought, found=found)
        seen = narrowing.asked_and_seen(look)
        asked = narrowing.asked_of_me(look, sought, found=found, besides=seen)
        most = COUNTED_MOST + 1
        total = rows[:most].count()
        if asked:
            total += sharing.count_asked_of_me(look, sought=asked, at_most=most)
        return cls(look, rows, seen, asked, min(total, most))

    def lines(self, *, start: int, size: int) -> tuple[ListedLine, ...]:
        """So many lines from one on, newest first."""
        end = start + size
        keys = list(self.rows.order_by("-begun_at", "-id").values_list("begun_at", "id")[:end])
        if self.asked:
            keys += sharing.list_asked_of_me(self.look, sought=self.asked, at_most=end)
        shown = [key for _, key in sorted(keys, reverse=True)[start:end]]
        lines = self._consultations(shown) | self._in_hand(shown)
        return tuple(lines[key] for key in shown if key in lines)

    def _consultations(self, keys: list[UUID]) -> dict[UUID, ListedLine]:
        rows = Consultation.objects.filter(id__in=keys).select_related("author_membership__practitioner")
        rows = rows.annotate(latest=narrowing.latest_outcome(), **narrowing.standing(self.look))
        people = finding.people_named(keys)
        return {row.id: self._line(row, people.get(row.id, "")) for row in rows[: len(keys)]}

    def _line(self, row: Any, person: str) -> ListedLine:
        own = row.author_membership_id == self.look.ctx.membership_id
        return ListedLine(
            id=row.id,
            part=Part.ASKED if own else Part.WAS_ASKED if row.id in self.asked_and_seen else Part.BESIDE,
            in_hand="consultation",
            child=row.child_as_named or WITHOUT_NAMES,
            person=person,
            question=row.question,
            at=row.begun_at,
            state=_state(row),
            asker=row.author_membership.practitioner.name,
            beginning=Beginning(row.beginning),
            outcome=OutcomeKind(row.latest) if row.latest else None,
        )

    def _in_hand(self, keys: list[UUID]) -> dict[UUID, ListedLine]:
        if not self.asked:
            return {}
        me = directory.card_of(self.look.ctx.membership_id)
        shared = sharing.list_these_asked_of_me(
            self.look, ids=frozenset(keys), taken=self.asked.taken if self.asked else frozenset()
        )
        return {line.id: _line_in_hand(line, me.title if me else "") for line in shared}


def _state(row: Any) -> State:
    if row.late:
        return State.OVERDUE
    if row.changed:
        return State.LOOK_AGAIN
    if row.decided:
        return State.OPEN if row.owed else State.FINISHED
    if row.talked:
        return State.WAITING_FOR_OUTCOME
    return State.WAITING_FOR_TALK if row.cleared else State.BEGUN


def _line_in_hand(line: AskedLine, me: str) -> ListedLine:
    return ListedLine(
        id=line.id,
        part=Part.WAS_ASKED,
        in_hand="disclosure",
        child=line.child,
        person=me,
        question=line.question,
        at=line.at,
        state=_STATE_OF[line.state],
        asker=line.asker,
    )
