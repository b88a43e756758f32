"""Keeping what was handed in: always part of the deed that says whose it is."""

from uuid import UUID

from alongside.access import queries as access
from alongside.access.gate import Act
from alongside.access.words import Ref, Refused
from alongside.papers import rules
from alongside.papers.models import Paper
from alongside.papers.words import Leaf


def keep_picture(act: Act, *, agency_id: UUID, case_id: UUID, picture: bytes, field: str = "picture") -> UUID:
    """Keep a picture, made anew, on one case. Part of the calling deed.

    Raises Refused, with a sentence beside `field`, for what is no picture, too large or broken.
    """
    if refusal := rules.why_not(picture):
        raise Refused(refusal, field=field)
    clean = rules.made_anew(picture)
    if clean is None:
        raise Refused(rules.NO_PICTURE, field=field)
    if len(clean.content) > rules.SIZE_BYTES_MOST:
        raise Refused(rules.TOO_LARGE, field=field)
    row = Paper.objects.create(
        agency_id=agency_id,
        case_id=case_id,
        author_membership_id=access.in_whose_name(act),
        kept_as=clean.kept_as,
        content=clean.content,
        wide=clean.wide,
        high=clean.high,
        kept_at=act.now,
    )
    act.note(Leaf.PAPER_KEPT, about=Ref("paper", row.id))
    return row.id
