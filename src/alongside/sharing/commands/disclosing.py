"""What left, to whom; and the walk followed to its end once it has."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from alongside.access import commands as access
from alongside.access.gate import Act, writes
from alongside.access.words import GrantKind, NotThere, Purpose, Ref, Refused
from alongside.directory import queries as directory
from alongside.directory.commands import OPEN_END
from alongside.guidance.words import Evidence
from alongside.sharing import freezing, queries
from alongside.sharing.commands.walks import keep_answer, owner
from alongside.sharing.models import Decision, Disclosure
from alongside.sharing.rules import Matter, Proposal
from alongside.sharing.walking import Taken
from alongside.sharing.words import Included, Leaf, Origin, Right


@dataclass(frozen=True, slots=True)
class Talked:
    """What a disclosure needs to know of the talk in which it was made."""

    question: str
    note: str
    channel: str
    at: datetime


@writes(Right.DISCLOSURE_MAKE)
def disclose(act: Act, *, matter: Matter, decision_id: UUID, talked: Talked) -> UUID:
    """Record what left under a decision to share: a snapshot, to which the person asked is let in.

    Raises Refused where the decision is not to share, has been superseded, is not about this matter, or rests on what is no
    longer on record.
    """
    act.admit("sharing.Decision", decision_id)
    decision = Decision.objects.get(id=decision_id)
    newest = queries.latest_decision(act, matter=matter)
    if decision.outcome != "SHARE" or newest != decision.id:
        raise Refused(
            "The decision in force is not to share, or has changed. Look at it again before you record a talk."
        )
    page = queries.sharing(act, matter=matter)
    if not freezing.stands(decision, way=page.way, record=page.record):
        raise Refused(
            "What is on record has changed since you decided: what you would share, why, or what the family says. "
            "Open “May I share?” and decide again. In an emergency ring now, and do this afterwards."
        )
    asker = directory.member(act, membership_id=act.ctx.membership_id)
    disclosure = Disclosure.objects.create(
        **owner(act, case_id=matter.case_id),
        decision=decision,
        arising_from_kind=matter.about.kind,
        arising_from_id=matter.about.id,
        to_membership_id=matter.recipient_membership_id,
        recipient_as_named=matter.recipient,
        child_as_named=matter.child,
        asker_as_named=asker.title,
        question=talked.question,
        note_of_talk=talked.note,
        items=[item for item in decision.items if item["included"] == Included.SHARE],
        basis=freezing.basis(decision),
        channel=talked.channel,
        disclosed_at=talked.at,
        recorded_at=act.now,
    )
    if matter.recipient_membership_id:
        access.grant(
            act,
            kind=GrantKind.ADDRESSEE,
            whom=access.Whom(
                membership_id=matter.recipient_membership_id, row_id=disclosure.id, case_id=matter.case_id
            ),
            purpose=Purpose.CONSULTATION,
            reason="It was shared with them",
            until=OPEN_END,
        )
    act.note(Leaf.DISCLOSURE_MADE, about=Ref("disclosure", disclosure.id))
    return disclosure.id


@writes(Right.WALK_FOLLOW)
def follow_walk(act: Act, *, matter: Matter, later: Mapping[Evidence, Proposal]) -> None:
    """Answer the nodes about how and telling from what has happened, and close the decision when none is left.

    The frozen walk stays as it was decided; how it went on stands beside it. While a node is still
    open the decision stays open. Raises NotThere before there is a decision.
    """
    act.admit("cases.Case", matter.case_id)
    decision_id = queries.latest_decision(act, matter=matter)
    if decision_id is None:
        raise NotThere
    decision = Decision.objects.get(id=decision_id)
    if decision.closed_at is not None:
        return
    before = decision.followed or decision.trace
    followed = freezing.follow(before, later=later)
    decision.followed, walked = followed, followed["walks"][-1]
    _keep_followed(act, matter=matter, walked=walked, already=len(before["walks"][-1]["steps"]))
    about = Ref("decision", decision.id)
    act.note(Leaf.WALK_FOLLOWED, about=about)
    if walked["outcome"] is not None:
        decision.closed_at, decision.closed_by = act.now, act.ctx.membership_id
        act.note(Leaf.DECISION_CLOSED, about=about)
    decision.save(update_fields=["followed", "closed_at", "closed_by"])


def _keep_followed(act: Act, *, matter: Matter, walked: Mapping[str, Any], already: int) -> None:
    for step in walked["steps"][already:]:
        taken = Taken(**{**step, "origin": Origin(step["origin"])}, pack_id=walked["pack"])
        keep_answer(act, matter=matter, taken=taken, given=(taken.answer,))
