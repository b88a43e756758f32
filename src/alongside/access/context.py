"""Who asks, for which agency, and when: made once a request. The only place that looks at the clock."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from alongside.access.frame import Sight
from alongside.access.words import Ref, Standing

_told: ContextVar[datetime | None] = ContextVar("told", default=None)


LONDON = ZoneInfo("Europe/London")


def day_in_london(moment: datetime) -> date:
    """The day on which an instant falls in England: what a person means by today."""
    return moment.astimezone(LONDON).date()


def beginning_of(day: date) -> datetime:
    """The instant at which a day begins in England."""
    return datetime.combine(day, time.min, tzinfo=LONDON).astimezone(UTC)


def clock() -> datetime:
    """The server's time, in UTC. Everything else asks a Context, a Look or an Act for its one instant."""
    return _told.get() or datetime.now(UTC)  # noqa: TID251 - the one place


@contextmanager
def at_time(moment: datetime) -> Iterator[None]:
    """Let what is done in this block happen at `moment`, an aware instant: for an invented past alone.

    The demonstration's people need a yesterday. No request of a person ever runs inside it.
    """
    before = _told.set(moment.astimezone(UTC))
    try:
        yield
    finally:
        _told.reset(before)


@dataclass(slots=True)
class Trail:
    """What a request has opened so far (one leaf before the page leaves), and its eyes."""

    opened: list[Ref] = field(default_factory=list)
    sight: Sight | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """The signed-in practitioner of one request, acting through one membership, or the installation itself."""

    membership_id: UUID
    practitioner_id: UUID
    agency_id: UUID
    standing: Standing
    now: datetime
    session: str
    request_id: str = field(default_factory=lambda: str(uuid4()))
    command_id: UUID | None = None
    purpose: str = "direct_work"
    trail: Trail = field(default_factory=Trail)

    @property
    def actor(self) -> str:
        """How the log and the receipts name who acts: a pseudonymous id, or the installation."""
        return "upkeep" if self.standing is Standing.UPKEEP else str(self.membership_id)

    def sight_at(self, at: datetime) -> Sight:
        """The eyes of this person at one instant."""
        return Sight(str(uuid4()), self.membership_id, self.practitioner_id, self.agency_id, at)

    def eyes(self) -> Sight:
        """The eyes of this request, the same for all its readings until a deed changes what may be seen."""
        if self.trail.sight is None:
            self.trail.sight = self.sight_at(self.now)
        return self.trail.sight


NOBODY = UUID(int=0)


def upkeep_context(*, command_id: UUID | None = None) -> Context:
    """The installation acting on itself: bootstrap, settings, demonstration. It holds no grant and sees no row."""
    return Context(
        membership_id=NOBODY,
        practitioner_id=NOBODY,
        agency_id=NOBODY,
        standing=Standing.UPKEEP,
        now=clock(),
        session="upkeep",
        command_id=command_id or uuid4(),
        purpose="upkeep",
    )


def family_context(
    *, reader_id: UUID, session: str, command_id: UUID | None = None, request_id: str | None = None
) -> Context:
    """One person of a family at their own page: no practitioner, of no agency.

    `reader_id` names this person towards one child (families.queries.reader_of). They see the rows that were addressed
    to it by an ADDRESSEE grant, while a FAMILY_PAGE grant runs for it in the agency NOBODY.
    """
    return Context(
        membership_id=reader_id,
        practitioner_id=reader_id,
        agency_id=NOBODY,
        standing=Standing.FAMILY,
        now=clock(),
        session=session,
        request_id=request_id or str(uuid4()),
        command_id=command_id,
        purpose="family_pages",
    )


def pseudonym(session_key: str) -> str:
    """A session as the log names it: cannot be turned back into the key that signs someone in."""
    return hashlib.sha256(b"alongside session " + session_key.encode()).hexdigest()[:32]
