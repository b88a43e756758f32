"""At the door of a family page: trying the keys, going in, staying, and closing behind one."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import F, Q

from alongside.access.context import NOBODY
from alongside.access.gate import Act, keeps, writes
from alongside.access.words import NotThere, Ref, Standing
from alongside.portal import rules
from alongside.portal.commands.ending import end_link, owe_look
from alongside.portal.commands.reaching import stands
from alongside.portal.models import FamilyLink, LinkKey, Visit
from alongside.portal.words import Ending, Leaf, Right, State


@dataclass(frozen=True, slots=True)
class Found:
    """What belongs to the keys that somebody tried: the link and the digest of its second thing; or nothing."""

    link_id: UUID
    reader_id: UUID
    second_digest: str
    language: str


@dataclass(frozen=True, slots=True)
class KnownVisit:
    """A visit that goes on."""

    id: UUID
    reader_id: UUID
    link_id: UUID
    given_by_membership_id: UUID
    until_at: datetime


NOTHING = Found(NOBODY, NOBODY, "", "en")


@keeps(Right.FAMILY_PAGE_TRY, to=(Standing.FAMILY,))
def try_keys(act: Act, *, code_digest: str, token_digest: str) -> Found:
    """Find the link of a code or token, and count the try before anybody knows whether it is right.

    What does not exist, has ended, or rests after wrong tries answers NOTHING, with the same statements run.
    """
    now = act.now
    row = (
        LinkKey.objects.select_related("link")
        .filter(Q(code_digest=code_digest) | Q(token_digest=token_digest))
        .filter(link__ended_at__isnull=True, link__until_at__gt=now)
        .filter(Q(rests_until_at__isnull=True) | Q(rests_until_at__lte=now))
        .first()
    )
    link = row.link if row else FamilyLink(about_child_id=NOBODY, reader_id=NOBODY)
    if stands(act, link=link) is not State.RUNNING:
        row = None
    tries = (row.tries if row else 0) + 1
    LinkKey.objects.filter(id=row.id if row else NOBODY).update(
        tries=F("tries") + 1, rests_until_at=now + rules.wait_after(tries)
    )
    if row is None:
        return NOTHING
    return Found(row.link_id, row.link.reader_id, row.second_digest, row.link.language)


@writes(Right.FAMILY_PAGE_ENTER, to=(Standing.FAMILY,))
def refuse_opening(act: Act, *, link_id: UUID) -> None:
    """Write down that an opening was refused, of which link if the code was one.

    Too many end the link, and whoever gave it owes a look.
    """
    row = LinkKey.objects.select_related("link").filter(link_id=link_id).first()
    if row is not None and row.tries >= rules.MOST_TRIES and row.link.ended_at is None:
        end_link(act, link=row.link, ending=Ending.GUESSED)
        owe_look(act, link=row.link)
    act.note(Leaf.FAMILY_PAGE_REFUSED, about=Ref("family_link", link_id) if row else None)


@writes(Right.FAMILY_PAGE_ENTER, to=(Standing.FAMILY,))
def open_page(act: Act, *, link_id: UUID, visit_digest: str) -> None:
    """Begin a visit of whoever brought both things. Raises NotThere where the link ended meanwhile."""
    row = FamilyLink.objects.filter(id=link_id, ended_at__isnull=True, until_at__gt=act.now).first()
    if row is None or row.reader_id != act.ctx.membership_id:
        raise NotThere
    Visit.objects.create(
        link=row,
        key_digest=visit_digest,
        begun_at=act.now,
        until_at=min(row.until_at, act.now + rules.ABSOLUTE),
    )
    LinkKey.objects.filter(link=row).update(tries=0, rests_until_at=None)
    FamilyLink.objects.filter(id=row.id).update(last_opened_at=act.now)
    act.note(Leaf.FAMILY_PAGE_ENTERED, about=Ref("family_link", row.id))


@keeps(Right.FAMILY_PAGE_TRY, to=(Standing.FAMILY,))
def find_visit(act: Act, *, visit_digest: str) -> KnownVisit | None:
    """The visit of this key while it goes on, as does its link; None for any other. Nothing is written."""
    row = (
        Visit.objects.select_related("link")
        .filter(key_digest=visit_digest, ended_at__isnull=True, until_at__gt=act.now)
        .filter(link__ended_at__isnull=True, link__until_at__gt=act.now)
        .first()
    )
    if row is None or stands(act, link=row.link) is not State.RUNNING:
        return None
    return KnownVisit(row.id, row.link.reader_id, row.link_id, row.link.author_membership_id, row.until_at)


@writes(Right.FAMILY_PAGE_ENTER, to=(Standing.FAMILY,))
def close_page(act: Act, *, visit_digest: str) -> None:
    """End one's own visit. A key that is none, or not one's own, ends nothing."""
    found = Visit.objects.filter(
        key_digest=visit_digest, link__reader_id=act.ctx.membership_id, ended_at__isnull=True
    )
    row = found.first()
    found.update(ended_at=act.now)
    act.note(Leaf.FAMILY_PAGE_CLOSED, about=Ref("family_link", row.link_id) if row else None)
