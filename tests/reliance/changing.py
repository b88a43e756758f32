"""A matter of the cast under which what somebody agreed to has changed: decided, shared with Cerys, withdrawn."""

from dataclasses import dataclass
from uuid import UUID

from alongside.access.gate import writes
from alongside.access.words import Ref
from alongside.consent import queries as consent
from alongside.reliance import commands, queries
from alongside.reliance.queries import ChangeCard, StopCard
from alongside.reliance.words import Change
from alongside.sharing import queries as sharing
from tests import journey
from tests.people import Cast
from tests.staging import staged


@writes("test:change")
def change(act, *, fact: str, how: str) -> None:
    """A fact changes, as a deed of a lower room says it."""
    commands.fact_changed(act, fact=Ref.parse(fact), change=Change(how))
    act.note("test:changed", about=None)


@dataclass(frozen=True)
class Matter:
    """Where a matter stands: its keys, as the tests take them."""

    consultation_id: UUID
    decision_id: UUID
    disclosure_id: UUID


def of(cast: Cast, consultation_id: UUID) -> Matter:
    """The first decision and what was shared on it."""
    about = Ref("consultation", consultation_id)
    (decision,) = sharing.list_decisions(cast.amira.ctx(), arising_from=about)
    shared = sharing.list_disclosures(cast.amira.ctx(), arising_from=about)
    return Matter(consultation_id, decision.id, shared[-1].id if shared else decision.id)


@staged
def shared(cast: Cast) -> Matter:
    """Amira shared with Cerys, in a talk, what Ayo's mother agreed to."""
    consultation_id = journey.decided(cast)
    journey.talk(cast, consultation_id)
    return of(cast, consultation_id)


def withdraw(cast: Cast, matter: Matter, *, how: Change = Change.CONSENT_WITHDRAWN) -> None:
    """What the mother agreed to no longer holds."""
    about = Ref("consultation", matter.consultation_id)
    said = consent.list_answers(cast.amira.ctx(), arising_from=about)[0]
    change(cast.amira.ctx(), fact=str(Ref("consent", said.id)), how=str(how))


def found(cast: Cast, matter: Matter) -> ChangeCard:
    """What Amira finds under her decision."""
    return queries.list_changes_of(cast.amira.ctx(), things=[matter.decision_id])[-1]


def stop(cast: Cast) -> StopCard:
    """What Cerys is told."""
    return queries.list_my_stops(cast.cerys.ctx())[0]


@staged
def withdrawn(cast: Cast) -> Matter:
    """Shared with Cerys, and then withdrawn."""
    matter = shared(cast)
    withdraw(cast, matter)
    return matter
