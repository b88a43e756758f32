"""Where the answers of a walk are kept, and whose the rows of a matter are."""

from uuid import UUID

from alongside.access.gate import Act
from alongside.guidance import packs
from alongside.sharing.models import Walk, WalkAnswer
from alongside.sharing.rules import Matter
from alongside.sharing.walking import Taken, Way
from alongside.sharing.words import Origin


def owner(act: Act, *, case_id: UUID) -> dict[str, UUID]:
    """The columns by which the policy knows a row: whose it is, about which case, written by whom."""
    return {
        "agency_id": act.ctx.agency_id,
        "case_id": case_id,
        "author_membership_id": act.ctx.membership_id,
    }


def walk_of(act: Act, *, matter: Matter, pack_id: str) -> Walk:
    """The walk of a matter through one edition; begun where there is none yet."""
    walk, _ = Walk.objects.get_or_create(
        arising_from_id=matter.about.id,
        recipient_id=matter.recipient_id,
        pack_id=pack_id,
        defaults={
            **owner(act, case_id=matter.case_id),
            "about_child_id": matter.child_id,
            "pack_digest": packs.load(pack_id).digest,
            "begun_at": act.now,
        },
    )
    return walk


def keep_walked(act: Act, *, matter: Matter, way: Way) -> None:
    """Append every answer that the record gave, so that the walk can be replayed for ever."""
    for walked in way.walks:
        for taken in walked.taken:
            if taken.origin is not Origin.PERSON:
                given = walked.answers.get(taken.node, (taken.answer,))
                keep_answer(act, matter=matter, taken=taken, given=given)


def keep_answer(act: Act, *, matter: Matter, taken: Taken, given: tuple[str, ...]) -> None:
    """Append one answer that the record gave, unless it stands there already."""
    walk = walk_of(act, matter=matter, pack_id=taken.pack_id)
    kept = list(WalkAnswer.objects.filter(walk=walk))
    if any((a.node, tuple(a.answers), a.evidence) == (taken.node, given, taken.because) for a in kept):
        return
    WalkAnswer.objects.create(
        **owner(act, case_id=matter.case_id),
        walk=walk,
        position=len(kept) + 1,
        node=taken.node,
        answers=list(given),
        text_shown=taken.text,
        origin=taken.origin,
        evidence=taken.because,
        answered_at=act.now,
    )
