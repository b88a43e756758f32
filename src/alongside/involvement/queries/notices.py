"""What was written to one person of the family: for that person alone, and for whoever wrote it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from alongside.access.gate import Act, Look, finds, reads
from alongside.access.words import Answered, NotThere, Ref, Standing
from alongside.families import queries as families
from alongside.involvement.models import Notice
from alongside.involvement.queries.withheld import may_read
from alongside.involvement.words import NoticeKind, Right

LISTED_MOST = 100


@dataclass(frozen=True, slots=True)
class MyNotice:
    """A notice as the person reads it to whom it was written. It names no matter and no practitioner by key."""

    id: UUID
    kind: NoticeKind
    title: str
    paragraphs: tuple[str, ...]
    language: str
    issued_at: datetime
    own_words: tuple[int, ...]
    own_language: str
    written_by_membership_id: UUID  # who answers for it; no page prints it


@dataclass(frozen=True, slots=True)
class NoticeCard:
    """A notice for practitioners: the same words, with to whom, about what, and who wrote it."""

    id: UUID
    kind: NoticeKind
    arising_from: Ref
    about_child_id: UUID
    adult_id: UUID | None
    name: str
    title: str
    paragraphs: tuple[str, ...]
    language: str
    issued_by: str
    issued_at: datetime
    own_words: tuple[int, ...]
    own_language: str


@reads(Right.NOTICE_READ_OWN, to=(Standing.FAMILY,))
def list_my_notices(look: Look, *, readable: Collection[UUID]) -> tuple[MyNotice, ...]:
    """What was written to the person who looks, towards the one child of their private link, newest first.

    `readable` are those that are not withheld from them now (`commands.weigh_my_notices`): a page cannot ask that.
    """
    rows = Notice.objects.filter(reader_id=look.ctx.membership_id).order_by("-issued_at", "-id")
    found = tuple(
        MyNotice(
            row.id,
            NoticeKind(row.kind),
            row.title,
            tuple(row.paragraphs),
            row.language,
            row.issued_at,
            tuple(row.own_words),
            row.own_language,
            row.author_membership_id,
        )
        for row in rows[:LISTED_MOST]
        if row.id in readable
    )
    for each in found:
        look.opens(Ref("notice", each.id))
    return found


@reads(Right.NOTICE_READ)
def list_notices(look: Look, *, arising_from: Ref) -> tuple[NoticeCard, ...]:
    """What was written to the family in a matter, as far as this person may know of it, in the order of writing."""
    rows = Notice.objects.select_related("author_membership__practitioner")
    rows = rows.filter(arising_from_kind=arising_from.kind, arising_from_id=arising_from.id)
    return tuple(_card(row) for row in rows.order_by("issued_at", "id")[:LISTED_MOST])


@finds
def notices(act: Act, *, arising_from: Ref) -> tuple[NoticeCard, ...]:
    """The same for a deed that was admitted to the matter."""
    rows = Notice.objects.select_related("author_membership__practitioner")
    rows = rows.filter(arising_from_kind=arising_from.kind, arising_from_id=arising_from.id)
    return tuple(_card(row) for row in rows.order_by("issued_at", "id")[:LISTED_MOST])


@reads(Right.NOTICE_READ)
def open_notice(look: Look, *, notice_id: UUID) -> NoticeCard:
    """One notice, word for word as the person reads it. Raises NotThere."""
    row = Notice.objects.select_related("author_membership__practitioner").filter(id=notice_id).first()
    if row is None:
        raise NotThere
    look.opens(Ref("notice", row.id))
    return _card(row)


@reads(Right.NOTICE_READ)
def list_notices_about(look: Look, *, child_id: UUID) -> tuple[NoticeCard, ...]:
    """What was written to the family of a child, as far as this person may know of it, newest first."""
    rows = Notice.objects.select_related("author_membership__practitioner").filter(about_child_id=child_id)
    return tuple(_card(row) for row in rows.order_by("-issued_at", "-id")[:LISTED_MOST])


@finds
def may_be_told(act: Act, *, child_id: UUID, adult_id: UUID | None, arising_from: Ref) -> Answered:
    """Whether anything may be written to one person in a matter: asked before each letter (rulebook 5.3, E3).

    Not to a family that lost a child, nor to an adult about a child who is grown up (E5), nor to whom it is withheld
    from. Whoever asks was admitted to the child.
    `adult_id` is None for the child.
    """
    if families.may_reach(act, child_id=child_id, adult_id=adult_id) is Answered.NO:
        return Answered.NO
    return may_read(act, child_id=child_id, adult_id=adult_id, arising_from=arising_from)


def _card(row: Notice) -> NoticeCard:
    return NoticeCard(
        id=row.id,
        kind=NoticeKind(row.kind),
        arising_from=Ref(row.arising_from_kind, row.arising_from_id),
        about_child_id=row.about_child_id,
        adult_id=row.adult_id,
        name=row.person_as_named,
        title=row.title,
        paragraphs=tuple(row.paragraphs),
        language=row.language,
        issued_by=row.author_membership.practitioner.name,
        issued_at=row.issued_at,
        own_words=tuple(row.own_words),
        own_language=row.own_language,
    )
