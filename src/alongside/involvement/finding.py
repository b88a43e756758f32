"""The words that were recorded on one person, for the deeds of this room."""

from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from alongside.access.words import Ref
from alongside.directory import queries as directory
from alongside.directory.queries import MemberCard
from alongside.directory.words import Setting
from alongside.involvement.models import Notice, Telling
from alongside.involvement.rules import is_withheld, reviewer_of
from alongside.involvement.words import Authorisation, Ground, Reviewer, Told

MATTERS_MOST = 100


def words_on(matter_id: UUID, *, adult_id: UUID | None) -> QuerySet[Telling]:
    """Every word on whether one person was told in a matter; `adult_id` is None for the child. The latest stands."""
    rows = Telling.objects.filter(arising_from_id=matter_id)
    return rows.filter(adult_id=adult_id) if adult_id else rows.filter(adult_id__isnull=True)


def is_replaced(row: Telling) -> bool:
    """Whether a later word on the same person stands: what it replaced waits for nobody."""
    others = words_on(row.arising_from_id, adult_id=row.adult_id).exclude(id=row.id)
    return others.filter(recorded_at__gte=row.recorded_at).exists()


def last_word_on(matter_id: UUID, *, adult_id: UUID | None) -> Telling | None:
    """The word on one person that stands in a matter; None where nothing was said of them."""
    return words_on(matter_id, adult_id=adult_id).order_by("-recorded_at", "-id").first()


def is_withheld_from(*, child_id: UUID, adult_id: UUID | None, arising_from: Ref) -> bool:
    """Whether a matter, or everything about the child, is withheld from one person now (rulebook 5.3, E3).

    What stands before a second person's word is withheld too: waiting never tells, and silence never releases.
    """
    matter_id = _matter_of(arising_from)
    standing = (last_word_on(key, adult_id=adult_id) for key in (matter_id, child_id))
    return any(
        row and is_withheld(Told(row.told), authorisation=Authorisation(row.authorisation))
        for row in standing
    )


def young_person_objects(*, child_id: UUID, adult_id: UUID) -> bool:
    """Whether a child who can decide it does not want this person told, in any matter, and it stands now (S07)."""
    rows = Telling.objects.filter(
        about_child_id=child_id, adult_id=adult_id, ground=Ground.COMPETENT_YOUNG_PERSON_OBJECTS
    )
    matters = rows.order_by("arising_from_id").values_list("arising_from_id", flat=True).distinct()
    standing = (last_word_on(key, adult_id=adult_id) for key in matters[:MATTERS_MOST])
    return any(
        row is not None
        and row.ground == Ground.COMPETENT_YOUNG_PERSON_OBJECTS
        and is_withheld(Told(row.told), authorisation=Authorisation(row.authorisation))
        for row in standing
    )


def _matter_of(arising_from: Ref) -> UUID:
    """The matter itself, where what was said is about a notice that was written in one."""
    if arising_from.kind != "notice":
        return arising_from.id
    matters = Notice.objects.filter(id=arising_from.id).values_list("arising_from_id", flat=True)
    return matters.first() or arising_from.id


def partnership_lead(*, on: date) -> MemberCard | None:
    """Whom the partnership names as its lead for safeguarding, by their membership; None where it names nobody."""
    named = directory.setting(Setting.PARTNERSHIP_LEAD, on=on)
    try:
        return directory.card_of(UUID(named.value)) if named else None
    except ValueError:
        return None


def is_partnership_lead(membership_id: UUID, *, on: date) -> bool:
    """Whether this is the partnership's lead on a day."""
    lead = partnership_lead(on=on)
    return lead is not None and lead.id == membership_id


def reviewer_now(row: Telling, *, on: date) -> Reviewer:
    """Who looks again at a word on one person (5.5): in place of a partnership's lead who withheld it, a safeguarding lead.

    Nobody gives a second word on what they withheld themselves.
    """
    reviewer = reviewer_of(row.renewals)
    if reviewer is Reviewer.PARTNERSHIP_LEAD and is_partnership_lead(row.author_membership_id, on=on):
        return Reviewer.SAFEGUARDING_LEAD
    return reviewer
