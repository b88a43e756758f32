"""The reads of decisions."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef

from alongside.access import queries as access
from alongside.access.gate import Act, Look, finds, reads
from alongside.access.words import Answered, NotThere, Ref
from alongside.cases import queries as cases
from alongside.sharing import freezing, gathering, rules
from alongside.sharing.models import Decision
from alongside.sharing.rules import ListedItem, Matter
from alongside.sharing.words import WITHOUT_NAMES, Countersignature, Right

LISTED_MOST = 100


@dataclass(frozen=True, slots=True)
class DecisionPage:
    """One decision as it was made, with what became of it."""

    id: UUID
    arising_from: Ref
    child_id: UUID | None
    child: str
    recipient: str
    purpose: str
    outcome: str
    pack_id: str
    pack_digest: str
    trace: Mapping[str, Any]
    items: tuple[ListedItem, ...]
    lawful: rules.Lawful
    necessity: str
    reasons: str
    review_trigger: str
    alternative_action: str
    whom_to_ask: str
    review_on: date | None
    decided_by: str
    recorded_by: str
    decided_at: datetime
    recorded_at: datetime
    after_the_fact: Answered
    countersignature: Countersignature
    countersigned_by: str
    countersigned_at: datetime | None
    countersigner_words: str
    closed_at: datetime | None
    supersedes_id: UUID | None
    superseded_by_id: UUID | None
    agency_id: UUID


@dataclass(frozen=True, slots=True)
class DecisionLine:
    """A decision in a list."""

    id: UUID
    arising_from: Ref
    recipient_id: UUID
    child: str
    recipient: str
    outcome: str
    decided_at: datetime
    reasons: str
    after_the_fact: Answered
    countersignature: Countersignature
    closed_at: datetime | None


@reads(Right.DECISION_OPEN)
def open_decision(look: Look, *, decision_id: UUID) -> DecisionPage:
    """One decision with everything that it rests on. Raises NotThere."""
    row = (
        Decision.objects.select_related(
            "decided_by_membership__practitioner",
            "author_membership__practitioner",
            "countersigned_by__practitioner",
        )
        .filter(id=decision_id)
        .first()
    )
    if row is None:
        raise NotThere
    look.opens(Ref("decision", row.id))
    newer = Decision.objects.filter(supersedes_id=row.id).values_list("id", flat=True).first()
    return _decision_page(row, newer)


@reads(Right.DECISION_COUNTERSIGN)
def may_countersign(look: Look, *, decision_id: UUID) -> Answered:
    """Whether this decision waits for a countersignature that this person may give. Raises NotThere."""
    row = Decision.objects.filter(id=decision_id).first()
    if row is None:
        raise NotThere
    own = look.ctx.membership_id in {row.decided_by_membership_id, row.author_membership_id}
    replaced = Decision.objects.filter(supersedes_id=row.id).exists()
    if own or replaced or row.countersignature != Countersignature.AWAITED:
        return Answered.NO
    return access.oversees(look, agency_id=row.agency_id)


@reads(Right.DECISION_OPEN)
def may_decide_again(look: Look, *, decision_id: UUID) -> Answered:
    """Whether the case of a decision is this person's own, so that they may look at the answers again."""
    row = Decision.objects.filter(id=decision_id, agency_id=look.ctx.agency_id).first()
    if row is None or row.case_id is None:
        return Answered.YES if row and row.author_membership_id == look.ctx.membership_id else Answered.NO
    try:
        return Answered.YES if cases.case_head(look, case_id=row.case_id) else Answered.NO
    except NotThere:  # a safeguarding lead reads the decision; the case is not theirs
        return Answered.NO


@reads(Right.DECISION_OPEN)
def edition_in_force(look: Look) -> str:
    """The id of the chart that a decision made at this instant would follow."""
    return gathering.editions_of(look.now)[-1]


@reads(Right.DECISION_OPEN)
def list_decisions(look: Look, *, arising_from: Ref) -> tuple[DecisionLine, ...]:
    """The decisions of a matter that nothing has superseded, oldest first."""
    return _decision_lines(arising_from)


@reads(Right.DECISION_OPEN)
def list_refusals_about(look: Look, *, child_id: UUID) -> tuple[DecisionLine, ...]:
    """The decisions not to share about one child that nothing has superseded, newest first, at most 20 (E38)."""
    newer = Decision.objects.filter(supersedes_id=OuterRef("id"))
    rows = Decision.objects.filter(~Exists(newer), about_child_id=child_id).exclude(outcome="SHARE")
    return tuple(_line(row) for row in rows.order_by("-decided_at", "-id")[:20])


@finds
def decisions(act: Act, *, arising_from: Ref) -> tuple[DecisionLine, ...]:
    """The same for a deed that was admitted to the matter."""
    return _decision_lines(arising_from)


@reads(Right.DECISION_OPEN)
def list_awaiting_countersignature(look: Look) -> tuple[DecisionLine, ...]:
    """The refusals that this person, as a safeguarding lead, may countersign, oldest first."""
    newer = Decision.objects.filter(supersedes_id=OuterRef("id"))
    rows = Decision.objects.filter(~Exists(newer), countersignature=Countersignature.AWAITED)
    rows = rows.exclude(author_membership_id=look.ctx.membership_id).order_by("decided_at")[:LISTED_MOST]
    return tuple(_line(row) for row in rows)


@reads(Right.DECISION_OPEN)
def list_these_decisions(look: Look, *, ids: frozenset[UUID]) -> tuple[DecisionLine, ...]:
    """These decisions in one batch, as far as this person may know of them, at most 100."""
    return tuple(_line(row) for row in Decision.objects.filter(id__in=ids)[:LISTED_MOST])


@finds
def latest_decision(act: Act, *, matter: Matter) -> UUID | None:
    """The decision in force for a matter and its recipient; None before the first."""
    return (
        Decision.objects.filter(arising_from_id=matter.about.id, recipient_id=matter.recipient_id)
        .order_by("-recorded_at", "-id")
        .values_list("id", flat=True)
        .first()
    )


@finds
def shared_at(act: Act, *, matter: Matter, at: datetime) -> Answered:
    """Whether, at a moment that somebody typed, the decision then in force for a matter was to share.

    A moment is typed to the minute, so the minute in which one decided counts as decided.
    """
    outcome = (
        Decision.objects.filter(arising_from_id=matter.about.id, recipient_id=matter.recipient_id)
        .filter(decided_at__lt=at + timedelta(minutes=1))
        .order_by("-decided_at", "-recorded_at", "-id")
        .values_list("outcome", flat=True)
        .first()
    )
    return Answered.YES if outcome == "SHARE" else Answered.NO


def _decision_lines(arising_from: Ref) -> tuple[DecisionLine, ...]:
    rows = Decision.objects.filter(arising_from_id=arising_from.id).order_by("decided_at", "id")[:LISTED_MOST]
    replaced = {row.supersedes_id for row in rows}
    return tuple(_line(row) for row in rows if row.id not in replaced)


def _line(row: Decision) -> DecisionLine:
    return DecisionLine(
        row.id,
        Ref(row.arising_from_kind, row.arising_from_id),
        row.recipient_id,
        row.child_as_named or WITHOUT_NAMES,
        row.recipient_as_named,
        row.outcome,
        row.decided_at,
        row.reasons,
        _after_the_fact(row),
        Countersignature(row.countersignature),
        row.closed_at,
    )


def _after_the_fact(row: Decision) -> Answered:
    state = row.trace["walks"][-1]["state"]
    late = rules.is_after_the_fact(decided_at=row.decided_at, recorded_at=row.recorded_at, state=state)
    return Answered.YES if late else Answered.NO


def _decision_page(row: Decision, superseded_by_id: UUID | None) -> DecisionPage:
    return DecisionPage(
        id=row.id,
        arising_from=Ref(row.arising_from_kind, row.arising_from_id),
        child_id=row.about_child_id,
        child=row.child_as_named or WITHOUT_NAMES,
        recipient=row.recipient_as_named,
        purpose=row.purpose,
        outcome=row.outcome,
        pack_id=row.pack_id,
        pack_digest=row.pack_digest,
        trace=row.followed or row.trace,
        items=tuple(freezing.listed(item) for item in row.items),
        lawful=rules.Lawful(row.legal_power, row.art6, row.art9_and_sch1, row.confidentiality),
        necessity=row.necessity,
        reasons=row.reasons,
        review_trigger=row.review_trigger,
        alternative_action=row.alternative_action,
        whom_to_ask=row.whom_to_ask,
        review_on=row.review_on,
        decided_by=row.decided_by_membership.practitioner.name,
        recorded_by=row.author_membership.practitioner.name,
        decided_at=row.decided_at,
        recorded_at=row.recorded_at,
        after_the_fact=_after_the_fact(row),
        countersignature=Countersignature(row.countersignature),
        countersigned_by=row.countersigned_by.practitioner.name if row.countersigned_by else "",
        countersigned_at=row.countersigned_at,
        countersigner_words=row.countersigner_words,
        closed_at=row.closed_at,
        supersedes_id=row.supersedes_id,
        superseded_by_id=superseded_by_id,
        agency_id=row.agency_id,
    )
