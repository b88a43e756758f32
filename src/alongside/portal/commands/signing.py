"""Answering with one's name under it."""

from dataclasses import dataclass
from uuid import UUID

from alongside.access import commands as access
from alongside.access import queries as access_queries
from alongside.access.gate import Act, writes
from alongside.access.words import NotThere, Ref, Standing
from alongside.consent import commands as consent
from alongside.consent.words import Category, Status
from alongside.papers import commands as papers
from alongside.portal.models import FamilyLink, Signature
from alongside.portal.words import Leaf, Right


@dataclass(frozen=True, slots=True)
class Signed:
    """A name as its owner typed it, and the picture of it where they drew one too."""

    name: str
    drawn: bytes | None = None


@writes(Right.FAMILY_PAGE_SIGN, to=(Standing.FAMILY,))
def answer_and_sign(
    act: Act,
    *,
    link_id: UUID,
    request_id: UUID,
    status: Status,
    allowed: tuple[Category, ...],
    words: str,
    signed: Signed,
) -> UUID:
    """Answer what one was asked, and put one's name under it, in a visit of this link.

    Raises NotThere for a link that is not one's own or has ended, and NotThere and Refused as the answer does.
    """
    link = FamilyLink.objects.filter(
        id=link_id, reader_id=act.ctx.membership_id, ended_at__isnull=True, until_at__gt=act.now
    ).first()
    if link is None:
        raise NotThere
    consent_id = consent.answer_request(
        act, request_id=request_id, status=status, allowed=allowed, words=words
    )
    drawn_id = _drawn(act, link, signed.drawn) if signed.drawn else None
    row = Signature.objects.create(
        agency_id=link.agency_id,
        case_id=link.case_id,
        author_membership_id=access_queries.in_whose_name(act),
        about_child_id=link.about_child_id,
        person_as_named=link.person_as_named,
        name_as_typed=signed.name,
        drawn_id=drawn_id,
        way=link.way,
        signed_kind="consent",
        signed_id=consent_id,
        signed_at=act.now,
    )
    act.note(Leaf.FAMILY_PAGE_SIGNED, about=Ref("signature", row.id))
    return consent_id


def _drawn(act: Act, link: FamilyLink, picture: bytes) -> UUID:
    paper_id = papers.keep_picture(
        act, agency_id=link.agency_id, case_id=link.case_id, picture=picture, field="drawn"
    )
    access.address_to_family(act, reader_id=link.reader_id, row_id=paper_id)
    return paper_id
