"""The reads of sharing: where a decision stands, a decision, what was disclosed to whom."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef

from alongside.access import queries as access
from alongside.access.gate import Act, Look, finds, reads
from alongside.access.words import Answered, NotThere, Ref
from alongside.cases import queries as cases
from alongside.consent import queries as consent
from alongside.consent.words import Category
from alongside.sharing import freezing, gathering, rules
from alongside.sharing.models import Decision, Disclosure, WalkAnswer
from alongside.sharing.rules import ListedItem, Matter, OnRecord
from alongside.sharing.walking import Given, Way
from alongside.sharing.words import Countersignature, Included, ItemKind, Right

LISTED_MOST = 100


@dataclass(frozen=True, slots=True)
class SharingPage:
    """Where a decision stands, and what the record says."""

    way: Way
    record: OnRecord
    given: Mapping[tuple[str, str], Given]

    @property
    def digest(self) -> str:
        """What a decision would now rest on: a page shows it, and the deed compares it."""
        return freezing.digest_of(self.way, self.record)


@dataclass(frozen=True, slots=True)
class DecisionPage:
    """One decision as it was made, with what became of it."""

    id: UUID
    arising_from: Ref
    child_id: UUID
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
    decided_by: str
    recorded_by: str
    decided_at: datetime
    recorded_at: datetime
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
    countersignature: Countersignature
    closed_at: datetime | None


@dataclass(frozen=True, slots=True)
class DisclosurePage:
    """What was shared with one person, on what basis: all that the person asked sees of the matter."""

    id: UUID
    arising_from: Ref
    asker_agency_id: UUID
    asker_case_id: UUID | None
    asker_membership_id: UUID
    to_membership_id: UUID | None
    child: str
    asker: str
    recipient: str
    question: str
    note_of_talk: str
    items: tuple[ListedItem, ...]
    basis: str
    disclosed_at: datetime


@reads(Right.DECISION_OPEN)
def sharing_page(look: Look, *, matter: Matter) -> SharingPage:
    """Where the decision about a matter stands on this day. Raises NotThere for someone else's case."""
    head = cases.case_head(look, case_id=matter.case_id)
    answers = consent.list_answers(look, arising_from=matter.about)
    record = gathering.on_record(
        matter, answers=answers, concern=head.concern, agency_id=head.agency_id, at=look.now
    )
    return SharingPage(gathering.way_of(record, at=look.now), record, gathering.given_of(matter))


@finds
def sharing(act: Act, *, matter: Matter) -> SharingPage:
    """The same for a deed that was admitted to the matter."""
    head = cases.case(act, case_id=matter.case_id)
    answers = consent.answers(act, arising_from=matter.about)
    record = gathering.on_record(
        matter, answers=answers, concern=head.concern, agency_id=head.agency_id, at=act.now
    )
    return SharingPage(gathering.way_of(record, at=act.now), record, gathering.given_of(matter))


@reads(Right.DECISION_OPEN)
def decision_stands(look: Look, *, decision_id: UUID, matter: Matter) -> Answered:
    """Whether what is on record is still what a decision was made on. Raises NotThere."""
    row = Decision.objects.filter(id=decision_id).first()
    if row is None:
        raise NotThere
    page = sharing_page(look, matter=matter)
    return Answered.YES if freezing.stands(row, way=page.way, record=page.record) else Answered.NO


@reads(Right.ITEMS_LIST)
def list_items(look: Look, *, arising_from: Ref) -> tuple[ListedItem, ...]:
    """The items of a matter as last listed, in their order."""
    return gathering.items_of(arising_from.id)


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
    if own or row.countersignature != Countersignature.AWAITED:
        return Answered.NO
    return access.oversees(look, agency_id=row.agency_id)


@reads(Right.DECISION_OPEN)
def may_decide_again(look: Look, *, decision_id: UUID) -> Answered:
    """Whether the case of a decision is this person's own, so that they may look at the answers again."""
    row = Decision.objects.filter(id=decision_id, agency_id=look.ctx.agency_id).first()
    try:
        return Answered.YES if row and cases.case_head(look, case_id=row.case_id) else Answered.NO
    except NotThere:  # a safeguarding lead reads the decision; the case is not theirs
        return Answered.NO


@reads(Right.DECISION_OPEN)
def list_decisions(look: Look, *, arising_from: Ref) -> tuple[DecisionLine, ...]:
    """The decisions of a matter that nothing has superseded, oldest first."""
    return _decision_lines(arising_from)


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


@reads(Right.DISCLOSURE_OPEN)
def list_my_inbox(look: Look) -> tuple[DisclosurePage, ...]:
    """What was shared with this person, newest first, at most 100."""
    rows = Disclosure.objects.filter(to_membership_id=look.ctx.membership_id).order_by("-disclosed_at")
    return tuple(_disclosure(row) for row in rows[:LISTED_MOST])


@reads(Right.DISCLOSURE_OPEN)
def open_disclosure(look: Look, *, disclosure_id: UUID) -> DisclosurePage:
    """What was shared with one person. Raises NotThere."""
    row = Disclosure.objects.filter(id=disclosure_id).first()
    if row is None:
        raise NotThere
    look.opens(Ref("disclosure", row.id))
    return _disclosure(row)


@reads(Right.DISCLOSURE_OPEN)
def list_disclosures(look: Look, *, arising_from: Ref) -> tuple[DisclosurePage, ...]:
    """What left in one matter, as far as this person may know, oldest first."""
    rows = Disclosure.objects.filter(arising_from_id=arising_from.id).order_by("disclosed_at", "id")
    return tuple(_disclosure(row) for row in rows[:LISTED_MOST])


@reads(Right.DISCLOSURE_OPEN)
def list_disclosures_about(look: Look, *, child_id: UUID) -> tuple[DisclosurePage, ...]:
    """Who knows what of one child: what left, as far as this person may know, newest first, at most 100."""
    rows = Disclosure.objects.filter(decision__about_child_id=child_id).order_by("-disclosed_at", "-id")
    return tuple(_disclosure(row) for row in rows[:LISTED_MOST])


@reads(Right.DISCLOSURE_OPEN)
def list_these_disclosures(look: Look, *, ids: frozenset[UUID]) -> tuple[DisclosurePage, ...]:
    """These disclosures in one batch, as far as this person may know of them, at most 100."""
    return tuple(_disclosure(row) for row in Disclosure.objects.filter(id__in=ids)[:LISTED_MOST])


@reads(Right.DECISION_OPEN)
def list_these_decisions(look: Look, *, ids: frozenset[UUID]) -> tuple[DecisionLine, ...]:
    """These decisions in one batch, as far as this person may know of them, at most 100."""
    return tuple(_line(row) for row in Decision.objects.filter(id__in=ids)[:LISTED_MOST])


@reads(Right.DECISION_OPEN)
def has_begun_walking(look: Look, *, arising_from: Ref) -> Answered:
    """Whether a person has answered any question of the chart in a matter."""
    begun = WalkAnswer.objects.filter(walk__arising_from_id=arising_from.id).exists()
    return Answered.YES if begun else Answered.NO


@finds
def disclosure(act: Act, *, disclosure_id: UUID) -> DisclosurePage:
    """A disclosure for a deed. Raises NotThere."""
    row = act.among(Disclosure.objects.filter(id=disclosure_id)).first()
    if row is None:
        raise NotThere
    return _disclosure(row)


@finds
def latest_decision(act: Act, *, matter: Matter) -> UUID | None:
    """The decision in force for a matter and its recipient; None before the first."""
    return (
        Decision.objects.filter(arising_from_id=matter.about.id, recipient_id=matter.recipient_id)
        .order_by("-recorded_at", "-id")
        .values_list("id", flat=True)
        .first()
    )


def _decision_lines(arising_from: Ref) -> tuple[DecisionLine, ...]:
    rows = Decision.objects.filter(arising_from_id=arising_from.id).order_by("decided_at", "id")[:LISTED_MOST]
    replaced = {row.supersedes_id for row in rows}
    return tuple(_line(row) for row in rows if row.id not in replaced)


def _line(row: Decision) -> DecisionLine:
    return DecisionLine(
        row.id,
        Ref(row.arising_from_kind, row.arising_from_id),
        row.recipient_id,
        row.child_as_named,
        row.recipient_as_named,
        row.outcome,
        row.decided_at,
        Countersignature(row.countersignature),
        row.closed_at,
    )


def _decision_page(row: Decision, superseded_by_id: UUID | None) -> DecisionPage:
    return DecisionPage(
        id=row.id,
        arising_from=Ref(row.arising_from_kind, row.arising_from_id),
        child_id=row.about_child_id,
        child=row.child_as_named,
        recipient=row.recipient_as_named,
        purpose=row.purpose,
        outcome=row.outcome,
        pack_id=row.pack_id,
        pack_digest=row.pack_digest,
        trace=row.followed or row.trace,
        items=tuple(_listed(item) for item in row.items),
        lawful=rules.Lawful(row.legal_power, row.art6, row.art9_and_sch1, row.confidentiality),
        necessity=row.necessity,
        reasons=row.reasons,
        review_trigger=row.review_trigger,
        alternative_action=row.alternative_action,
        decided_by=row.decided_by_membership.practitioner.name,
        recorded_by=row.author_membership.practitioner.name,
        decided_at=row.decided_at,
        recorded_at=row.recorded_at,
        countersignature=Countersignature(row.countersignature),
        countersigned_by=row.countersigned_by.practitioner.name if row.countersigned_by else "",
        countersigned_at=row.countersigned_at,
        countersigner_words=row.countersigner_words,
        closed_at=row.closed_at,
        supersedes_id=row.supersedes_id,
        superseded_by_id=superseded_by_id,
        agency_id=row.agency_id,
    )


def _disclosure(row: Disclosure) -> DisclosurePage:
    return DisclosurePage(
        id=row.id,
        arising_from=Ref(row.arising_from_kind, row.arising_from_id),
        asker_agency_id=row.agency_id,
        asker_case_id=row.case_id,
        asker_membership_id=row.author_membership_id,
        to_membership_id=row.to_membership_id,
        child=row.child_as_named,
        asker=row.asker_as_named,
        recipient=row.recipient_as_named,
        question=row.question,
        note_of_talk=row.note_of_talk,
        items=tuple(_listed(item) for item in row.items),
        basis=row.basis,
        disclosed_at=row.disclosed_at,
    )


def _listed(item: Mapping[str, str]) -> ListedItem:
    return ListedItem(
        item["text"],
        Category(item["category"]),
        ItemKind(item["kind"]),
        item["source"],
        Included(item["included"]),
        item["left_out_reason"],
    )
