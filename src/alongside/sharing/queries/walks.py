"""Where a decision stands: the walk as far as it goes, and what is on record for it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from alongside.access.gate import Act, Look, finds, reads
from alongside.access.words import Answered, NotThere, Ref
from alongside.cases import queries as cases
from alongside.cases.words import Concern
from alongside.consent import queries as consent
from alongside.reliance import queries as reliance
from alongside.sharing import freezing, gathering
from alongside.sharing.models import Decision, Disclosure, ProcedureFollowed, WalkAnswer
from alongside.sharing.rules import ListedItem, Matter, OnRecord
from alongside.sharing.walking import Given, Way
from alongside.sharing.words import Followed, Right


@dataclass(frozen=True, slots=True)
class SharingPage:
    """Where a decision stands, and what the record says. `offered_by`: whose answers are offered here, if any."""

    way: Way
    record: OnRecord
    given: Mapping[tuple[str, str], Given]
    offered_by: str

    @property
    def digest(self) -> str:
        """What a decision would now rest on: a page shows it, and the deed compares it."""
        return freezing.digest_of(self.way, self.record)


@dataclass(frozen=True, slots=True)
class Cleared:
    """That somebody may be told: it was decided and still holds, or the own procedure was followed.

    `changed`: what something in the matter rested on has changed, and waits to be looked at again. Conditions, and no
    rows.
    """

    decided: Exists
    followed: Exists
    changed: Q


@dataclass(frozen=True, slots=True)
class FollowedCard:
    """That the agency's own procedure was followed for one recipient inside it.

    `procedure_id` and `edition` are None where none was kept then.
    """

    id: UUID
    recipient_id: UUID
    followed: Followed
    words: str
    procedure_id: UUID | None
    edition: int | None


@reads(Right.DECISION_OPEN)
def sharing_page(look: Look, *, matter: Matter) -> SharingPage:
    """Where the decision about a matter stands on this day. Raises NotThere for someone else's case."""
    concern, agency_id = Concern.NONE_RECORDED, look.ctx.agency_id
    if matter.case_id is not None:
        concern = cases.case_head(look, case_id=matter.case_id).concern
    answers = consent.list_answers(look, arising_from=matter.about)
    record = gathering.on_record(
        matter,
        answers=answers,
        settled=consent.list_settled(look, arising_from=matter.about),
        elsewhere=consent.list_said_elsewhere(
            look, child_id=matter.child_id, arising_from=matter.about, recipient=matter.recipient
        ),
        concern=concern,
        agency_id=agency_id,
        at=look.now,
    )
    return _page(record, at=look.now)


@finds
def sharing(act: Act, *, matter: Matter) -> SharingPage:
    """The same for a deed that was admitted to the matter."""
    concern, agency_id = Concern.NONE_RECORDED, act.ctx.agency_id
    if matter.case_id is not None:
        concern = cases.case(act, case_id=matter.case_id).concern
    answers = consent.answers(act, arising_from=matter.about)
    record = gathering.on_record(
        matter,
        answers=answers,
        settled=consent.settled(act, arising_from=matter.about),
        elsewhere=consent.said_elsewhere(
            act, child_id=matter.child_id, arising_from=matter.about, recipient=matter.recipient
        ),
        concern=concern,
        agency_id=agency_id,
        at=act.now,
    )
    return _page(record, at=act.now)


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
    """The items of a matter as last listed, in their order, each with whom it is for."""
    return gathering.whole_list_of(arising_from.id)


@finds
def items(act: Act, *, arising_from: Ref) -> tuple[ListedItem, ...]:
    """The same for a deed that was admitted to the matter."""
    return gathering.whole_list_of(arising_from.id)


@reads(Right.ITEMS_LIST)
def list_items_for(look: Look, *, arising_from: Ref, recipient_id: UUID) -> tuple[ListedItem, ...]:
    """The same as it stands for one recipient; empty where it was not weighed for them."""
    return gathering.items_of(arising_from.id, recipient_id=recipient_id)


@reads(Right.DECISION_OPEN)
def walking_for(look: Look, *, arising_from: Ref) -> frozenset[UUID]:
    """The recipients for whom a person has answered any question of the chart in a matter."""
    rows = WalkAnswer.objects.filter(walk__arising_from_id=arising_from.id)
    return frozenset(rows.values_list("walk__recipient_id", flat=True)[:500])


@reads(Right.DECISION_OPEN)
def cleared(look: Look) -> Cleared:
    """Whether somebody may be told in the matter of a row of another room."""
    of_it = {"arising_from_id": OuterRef("pk")}
    under = reliance.changed_under(look)
    decided = Decision.objects.filter(~Q(under.holds), outcome="SHARE", **of_it)
    followed = ProcedureFollowed.objects.filter(**of_it)
    waits = (Decision.objects.filter(under.waits, **of_it), Disclosure.objects.filter(under.waits, **of_it))
    return Cleared(Exists(decided), Exists(followed), Q(Exists(waits[0])) | Q(Exists(waits[1])))


@reads(Right.PROCEDURE_FOLLOW)
def list_followed(look: Look, *, arising_from: Ref) -> tuple[FollowedCard, ...]:
    """For whom inside the agency its own procedure was followed in a matter; the latest of each, at most 100."""
    rows = ProcedureFollowed.objects.select_related("procedure").filter(arising_from_id=arising_from.id)
    latest = {row.recipient_id: row for row in rows.order_by("recorded_at", "id")[:100]}
    return tuple(_followed(row) for row in latest.values())


def _followed(row: ProcedureFollowed) -> FollowedCard:
    edition = row.procedure.edition if row.procedure else None
    return FollowedCard(
        row.id, row.recipient_id, Followed(row.followed), row.words, row.procedure_id, edition
    )


def _page(record: OnRecord, *, at: datetime) -> SharingPage:
    given = gathering.given_of(record.matter)
    way = gathering.way_of(record, given=given, at=at)
    offered_by = gathering.offered_of(record.matter).name if way.is_offered else ""
    return SharingPage(way, record, given, offered_by)
