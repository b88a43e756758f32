"""What everybody said, in one matter or about one child, and who may decide: what the walk and the pages ask."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from alongside.access.context import day_in_london
from alongside.access.gate import Act, Look, finds, reads
from alongside.access.words import Ref
from alongside.consent import reading
from alongside.consent.models import Consent
from alongside.consent.reading import Moment
from alongside.consent.rules import Answer, Facts, Permission, Settled, who_may_give
from alongside.consent.words import ConsentKind, Right
from alongside.families import queries as families

LISTED_MOST = 100


@reads(Right.CONSENT_READ)
def list_answers(look: Look, *, arising_from: Ref) -> tuple[Answer, ...]:
    """What everybody said in one matter, in the order in which it was recorded, as far as this person may know."""
    moment = Moment.now(look.now)
    rows = _rows(arising_from, moment)
    return reading.answers_from(rows, facts=_facts(look, rows), moment=moment) if rows else ()


@finds
def answers(act: Act, *, arising_from: Ref) -> tuple[Answer, ...]:
    """What everybody said in a matter to which the deed was admitted."""
    moment = Moment.now(act.now)
    rows = _rows(arising_from, moment)
    if not rows:
        return ()
    return reading.answers_from(rows, facts=_found(act, rows[0].about_child_id), moment=moment)


@reads(Right.CONSENT_READ)
def list_said_elsewhere(
    look: Look, *, child_id: UUID | None, arising_from: Ref, recipient: str
) -> tuple[Answer, ...]:
    """What was said of the same child and recipient in other matters, as far as this person may know of it."""
    moment = Moment.now(look.now)
    rows = tuple(_elsewhere(child_id, arising_from, recipient, moment)[:LISTED_MOST])
    return _weighed(rows, _facts(look, rows), arising_from, moment) if rows else ()


@finds
def said_elsewhere(
    act: Act, *, child_id: UUID | None, arising_from: Ref, recipient: str
) -> tuple[Answer, ...]:
    """The same for a deed that was admitted to the matter."""
    moment = Moment.now(act.now)
    rows = tuple(act.among(_elsewhere(child_id, arising_from, recipient, moment))[:LISTED_MOST])
    return _weighed(rows, _found(act, rows[0].about_child_id), arising_from, moment) if rows else ()


def _elsewhere(child_id: UUID | None, arising_from: Ref, recipient: str, moment: Moment) -> QuerySet[Consent]:
    """Answers about one child to one recipient outside a matter, newest first; without names there is no child."""
    if child_id is None:
        return Consent.objects.none()
    rows = reading.rows_of(moment=moment).filter(about_child_id=child_id, recipient_as_named=recipient)
    return rows.exclude(arising_from_id=arising_from.id).reverse()


def _weighed(
    rows: tuple[Consent, ...], facts: Facts, arising_from: Ref, moment: Moment
) -> tuple[Answer, ...]:
    said = reading.answers_from(rows, facts=facts, moment=moment)
    return reading.weighed_in(arising_from.id, rows, said, facts=facts, moment=moment)


@reads(Right.CONSENT_READ)
def list_settled(look: Look, *, arising_from: Ref) -> tuple[Settled, ...]:
    """How disagreements in a matter were resolved (rulebook E1)."""
    return reading.settled_of(arising_from.id, moment=Moment.now(look.now))


@dataclass(frozen=True, slots=True)
class GivenBy:
    """Whose one record is, and of which kind. `adult_id` is None for the child; `is_on_record` is "yes" or "no"."""

    child_id: UUID
    adult_id: UUID | None
    matter: Ref
    kind: ConsentKind
    is_on_record: str


@finds
def given_by(act: Act, *, consent_id: UUID) -> GivenBy:
    """Whose a record is, for a deed that was admitted to what rests on it."""
    row = Consent.objects.get(id=consent_id)
    return GivenBy(
        row.about_child_id,
        row.giver_adult_id,
        Ref(row.arising_from_kind, row.arising_from_id),
        ConsentKind(row.kind),
        "no" if row.giver_responsibility else "yes",
    )


@finds
def settled(act: Act, *, arising_from: Ref) -> tuple[Settled, ...]:
    """The same for a deed that was admitted to the matter."""
    return reading.settled_of(arising_from.id, moment=Moment.now(act.now))


@reads(Right.CONSENT_READ)
def list_who_may(look: Look, *, child_id: UUID, arising_from: Ref | None) -> tuple[Permission, ...]:
    """Who may agree about a child today, each with the reason; in one matter, by what was assessed for it."""
    child = families.find_child(look, child_id=child_id)
    facts = reading.facts_of(child, families.find_family_facts(look, child_id=child_id))
    assessed = reading.assessments_of(child_id, moment=Moment.now(look.now))
    of_it = assessed.get(arising_from.id, ()) if arising_from else ()
    return who_may_give(facts, assessed=of_it, on=day_in_london(look.now)) if child else ()


@finds
def who_may(act: Act, *, child_id: UUID, arising_from: Ref) -> tuple[Permission, ...]:
    """The same for a deed."""
    assessed = reading.assessments_of(child_id, moment=Moment.now(act.now)).get(arising_from.id, ())
    return who_may_give(_found(act, child_id), assessed=assessed, on=day_in_london(act.now))


def _rows(arising_from: Ref, moment: Moment) -> tuple[Consent, ...]:
    """The rows of one matter, which is about one child."""
    rows = reading.rows_of(moment=moment).filter(
        arising_from_kind=arising_from.kind, arising_from_id=arising_from.id
    )
    return tuple(rows[:LISTED_MOST])


def _facts(look: Look, rows: Sequence[Consent]) -> Facts:
    child_id = rows[0].about_child_id
    child = families.find_child(look, child_id=child_id)
    return reading.facts_of(child, families.find_family_facts(look, child_id=child_id))


def _found(act: Act, child_id: UUID) -> Facts:
    return reading.facts_of(
        families.child(act, child_id=child_id), families.family_facts(act, child_id=child_id)
    )
