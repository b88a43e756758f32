"""Where the answers of a walk are kept, and whose the rows of a matter are."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from alongside.access.gate import Act
from alongside.access.words import NotThere, Ref
from alongside.guidance import packs
from alongside.sharing.models import Item, Walk, WalkAnswer
from alongside.sharing.rules import Matter
from alongside.sharing.walking import Taken, Way
from alongside.sharing.words import Origin


def admit_to(act: Act, *, case_id: UUID | None, about: Ref) -> None:
    """Go on only for someone admitted to the matter's case; without names, only for whoever listed its items.

    Before the first item nobody is refused here: the calling deed has admitted to the matter itself. Raises NotThere.
    """
    if case_id is not None:
        act.admit("cases.Case", case_id)
        return
    listed = Item.objects.filter(arising_from_id=about.id)
    if listed.exclude(author_membership_id=act.ctx.membership_id).exists():
        raise NotThere


def owner(act: Act, *, case_id: UUID | None) -> dict[str, UUID | None]:
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


def keep_walked(act: Act, *, matter: Matter, way: Way, offered_by: str) -> None:
    """Append every answer that the record gave, so that the walk can be replayed for ever.

    An answer offered from another matter has been confirmed by now: from here on it is this person's own.
    """
    for walked in way.walks:
        found = [
            (_confirmed(taken, offered_by), walked.answers.get(taken.node, (taken.answer,)))
            for taken in walked.taken
            if taken.origin is not Origin.PERSON
        ]
        keep_answers(act, matter=matter, pack_id=walked.pack.id, found=found)


def _confirmed(taken: Taken, offered_by: str) -> Taken:
    if taken.origin is not Origin.OFFERED:
        return taken
    because = f"The same as for {offered_by}, confirmed. {taken.because}".strip()
    return replace(taken, origin=Origin.PERSON, because=because)


def keep_answers(
    act: Act, *, matter: Matter, pack_id: str, found: Sequence[tuple[Taken, tuple[str, ...]]]
) -> None:
    """Append answers of one edition, each with what was given; one that stands there already is not written again."""
    walk = walk_of(act, matter=matter, pack_id=pack_id)
    kept = list(WalkAnswer.objects.filter(walk=walk))
    there = {(a.node, tuple(a.answers), said) for a in kept for said in (a.evidence, a.reason)}
    new = [each for each in found if (each[0].node, each[1], each[0].because) not in there]
    WalkAnswer.objects.bulk_create(
        WalkAnswer(
            **owner(act, case_id=matter.case_id),
            walk=walk,
            position=position,
            node=taken.node,
            answers=list(given),
            text_shown=taken.text,
            origin=taken.origin,
            reason=taken.because if taken.origin is Origin.PERSON else "",
            evidence="" if taken.origin is Origin.PERSON else taken.because,
            answered_at=act.now,
        )
        for position, (taken, given) in enumerate(new, start=len(kept) + 1)
    )
