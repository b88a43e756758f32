"""The invented past as one time line: every deed of every consultation at its own moment, oldest first.

A matter of the files becomes deeds with their times; all of them together are told in order, so that the log of a
demonstration reads like any other.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from alongside.access.context import at_time
from alongside.upkeep.invented_matters import InventedConsultation
from alongside.upkeep.settling import Settled

Deed = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Told:
    """One deed and when it happens. `place` keeps the order of deeds that one person does at one sitting."""

    at: datetime
    place: int
    deed: Deed


class TimeLine:
    """Deeds as they are added; told oldest first, each at its own time."""

    def __init__(self) -> None:
        self._deeds: list[Told] = []

    def add(self, at: datetime, deed: Deed) -> None:
        """Let a deed happen at a moment; of several at one moment, in the order in which they were added."""
        self._deeds.append(Told(at, len(self._deeds), deed))

    def tell(self) -> None:
        """Let everything happen."""
        for told in sorted(self._deeds, key=lambda each: (each.at, each.place)):
            with at_time(told.at):
                told.deed()


class Matter:
    """One consultation about one child, or without names, while it is told: its keys as they come to be."""

    def __init__(self, settled: Settled, written: InventedConsultation, *, child: str = "") -> None:
        self.settled, self.written, self.child = settled, written, child
        self.id = UUID(int=0)
        self.people: dict[str, UUID] = {}  # these by key of recipient
        self.recipients: dict[str, UUID] = {}
        self.titles: dict[str, str] = {}
        self.decisions: dict[str, UUID] = {}
        self.decided_at: dict[str, datetime] = {}
        self.asker = settled.actors[written.asker]

    @property
    def written_at(self) -> datetime:
        """When it was entered: of an emergency, after its talk."""
        return self.settled.at(self.written.begun)

    @property
    def ids(self) -> dict[str, UUID]:
        """The key of the consultation, as commands take it."""
        return {"consultation_id": self.id}

    def with_person(self, key: str) -> dict[str, UUID]:
        """The keys of the consultation and of one person asked."""
        return {**self.ids, "person_id": self.people[key]}


def matters_of(settled: Settled, written: InventedConsultation) -> Iterable[Matter]:
    """A matter for each child that is asked about; one without names where there is none."""
    if not written.children:
        return (Matter(settled, written),)
    return tuple(Matter(settled, written, child=child) for child in written.children)


def soon_after(at: datetime, *, minutes: int) -> datetime:
    """A little later at the same sitting."""
    return at + timedelta(minutes=minutes)
