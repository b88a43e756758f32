"""What left, to whom; and the walk followed to its end once it has."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from alongside.access import commands as access
from alongside.access.commands import OPEN_END
from alongside.access.gate import Act, writes
from alongside.access.words import GrantKind, NotThere, Purpose, Ref, Refused
from alongside.directory import queries as directory
from alongside.guidance.words import Evidence
from alongside.sharing import freezing, gathering, queries
from alongside.sharing.commands.resting import refuse_held, rest_disclosure
from alongside.sharing.commands.walks import admit_to, keep_answers, owner
from alongside.sharing.models import Decision, Disclosure, ProcedureFollowed
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


@dataclass(frozen=True, slots=True)
class _Ground:
    """On what a disclosure rests, and what it may hold."""

    columns: Mapping[str, UUID]
    items: list[dict[str, str]]
    basis: str


@writes(Right.DISCLOSURE_MAKE)
def disclose(act: Act, *, matter: Matter, decision_id: UUID, talked: Talked) -> UUID:
    """Record what left under a decision to share: a snapshot, to which the person asked is let in.

    Raises Refused where the decision is not to share, has been superseded, is not about this matter, or rests on what is no
    longer on record.
    """
    decision = _in_force(act, matter, decision_id)
    ground = _Ground({"decision_id": decision.id}, decision.items, freezing.basis(decision))
    return _disclose(act, matter, ground, talked)


def require_decision(act: Act, *, matter: Matter) -> None:
    """Go on only while a decision to share stands. Part of the calling deed. Raises Refused otherwise."""
    decision_id = queries.latest_decision(act, matter=matter)
    if decision_id is None:
        raise Refused("Decide first whether you may share. In an emergency ring now.")
    _in_force(act, matter, decision_id)


def _in_force(act: Act, matter: Matter, decision_id: UUID) -> Decision:
    act.admit("sharing.Decision", decision_id)
    decision = Decision.objects.get(id=decision_id)
    newest = queries.latest_decision(act, matter=matter)
    if decision.outcome != "SHARE" or newest != decision.id:
        raise Refused(
            "The decision in force is not to share, or has changed. Look at it again before you share more."
        )
    refuse_held(act, decision=decision)
    page = queries.sharing(act, matter=matter)
    if not freezing.stands(decision, way=page.way, record=page.record):
        raise Refused(
            "What is on record has changed since you decided: what you would share, why, or what the family says. "
            "Open “May I share?” and decide again. In an emergency ring now, and do this afterwards."
        )
    return decision


@writes(Right.DISCLOSURE_MAKE)
def disclose_inside(act: Act, *, matter: Matter, talked: Talked) -> UUID:
    """Record what was passed to a colleague of one's own agency, under its own procedure (practice guide: internal).

    Raises Refused where the procedure was not recorded as followed, or what one would share has changed since.
    """
    followed = _followed(act, matter)
    edition = f", edition {followed.procedure.edition}" if followed.procedure else ""
    basis = f"Inside our own agency, by its procedure{edition}."
    ground = _Ground({"procedure_followed_id": followed.id}, followed.items, basis)
    return _disclose(act, matter, ground, talked)


def require_procedure(act: Act, *, matter: Matter) -> None:
    """Go on only while the agency's procedure was followed for what is shared. Part of the calling deed. Raises Refused."""
    _followed(act, matter)


def _followed(act: Act, matter: Matter) -> ProcedureFollowed:
    admit_to(act, case_id=matter.case_id, about=matter.about)
    followed = (
        ProcedureFollowed.objects.select_related("procedure")
        .filter(arising_from_id=matter.about.id, recipient_id=matter.recipient_id)
        .order_by("-recorded_at", "-id")
        .first()
    )
    if followed is None:
        raise Refused("Say first that you followed your agency’s own procedure.")
    items = gathering.items_of(matter.about.id, recipient_id=matter.recipient_id)
    if followed.items != freezing.kept_items(items):
        raise Refused(
            "What you would share has changed since you read the procedure. Look at it again before you go on."
        )
    return followed


def _disclose(act: Act, matter: Matter, ground: _Ground, talked: Talked) -> UUID:
    asker = directory.member(act, membership_id=act.ctx.membership_id)
    disclosure = Disclosure.objects.create(
        **owner(act, case_id=matter.case_id),
        **ground.columns,
        about_child_id=matter.child_id,
        arising_from_kind=matter.about.kind,
        arising_from_id=matter.about.id,
        to_membership_id=matter.recipient_membership_id,
        to_line_id=matter.recipient_line_id,
        recipient_as_named=matter.recipient,
        child_as_named=matter.child,
        asker_as_named=asker.title,
        question=talked.question,
        note_of_talk=talked.note,
        items=[item for item in ground.items if item["included"] == Included.SHARE],
        basis=ground.basis,
        channel=talked.channel,
        disclosed_at=talked.at,
        recorded_at=act.now,
    )
    rest_disclosure(act, disclosure=disclosure)
    if matter.recipient_membership_id:
        let_in(act, disclosure_id=disclosure.id, membership_id=matter.recipient_membership_id)
    act.note(Leaf.DISCLOSURE_MADE, about=Ref("disclosure", disclosure.id))
    return disclosure.id


def let_in(act: Act, *, disclosure_id: UUID, membership_id: UUID) -> None:
    """Let the person something was shared with see that snapshot, and nothing else. Part of the calling deed."""
    access.grant(
        act,
        kind=GrantKind.ADDRESSEE,
        whom=_addressee(disclosure_id, membership_id),
        purpose=Purpose.CONSULTATION,
        reason="It was shared with them",
        until=OPEN_END,
    )


def let_go(act: Act, *, disclosure_id: UUID, membership_id: UUID) -> None:
    """End that sight, where somebody else answers instead. Part of the calling deed."""
    access.end_grants(act, kind=GrantKind.ADDRESSEE, whom=_addressee(disclosure_id, membership_id))


def _addressee(disclosure_id: UUID, membership_id: UUID) -> access.Whom:
    case_id = Disclosure.objects.get(id=disclosure_id).case_id
    return access.Whom(membership_id=membership_id, row_id=disclosure_id, case_id=case_id)


@writes(Right.WALK_FOLLOW)
def follow_walk(act: Act, *, matter: Matter, later: Mapping[Evidence, Proposal]) -> None:
    """Answer the nodes about how and telling from what has happened, and close the decision when none is left.

    The frozen walk stays as it was decided; how it went on stands beside it. While a node is still
    open the decision stays open. It may be a safeguarding lead who lets it go on, by authorising that somebody is not
    told. Raises NotThere before there is a decision, and for anyone who may not know of it.
    """
    decision_id = queries.latest_decision(act, matter=matter)
    if decision_id is None:
        raise NotThere
    act.admit("sharing.Decision", decision_id)
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
    taken = [
        Taken(**{**step, "origin": Origin(step["origin"])}, pack_id=walked["pack"])
        for step in walked["steps"][already:]
    ]
    found = [(each, (each.answer,)) for each in taken]
    keep_answers(act, matter=matter, pack_id=walked["pack"], found=found)
