"""The second person's word on a decision not to share (guard G1)."""

from uuid import UUID

from alongside.access import commands as access
from alongside.access.gate import Act, writes
from alongside.access.words import Ref, Refused
from alongside.duties import commands as duties
from alongside.duties.words import Owed
from alongside.notify import commands as notify
from alongside.notify.words import Neutral
from alongside.sharing import freezing
from alongside.sharing.models import Decision
from alongside.sharing.words import Countersignature, Leaf, Right


@writes(Right.DECISION_COUNTERSIGN)
def countersign_refusal(act: Act, *, decision_id: UUID, verdict: Countersignature, words: str) -> None:
    """Give or decline the second person's word on a decision not to share (guard G1). Given closes the record.

    Only a safeguarding lead of the deciding agency, and never whoever decided or recorded it.
    """
    act.admit("sharing.Decision", decision_id)
    decision = Decision.objects.get(id=decision_id)
    access.require_oversight(act, agency_id=decision.agency_id)
    if act.ctx.membership_id in {decision.decided_by_membership_id, decision.author_membership_id}:
        raise Refused("You decided this yourself. Another safeguarding lead must countersign it.")
    superseded = Decision.objects.filter(supersedes_id=decision.id).exists()
    if superseded or decision.countersignature != Countersignature.AWAITED:
        raise Refused(
            "This decision does not wait for a countersignature any more. Open it again to see why."
        )
    if not words:
        raise Refused("Say what you looked at, and why you agree or do not.", field="words")
    decision.countersignature = verdict
    decision.countersigned_at, decision.countersigned_by_id = act.now, act.ctx.membership_id
    decision.countersigner_words = words
    if verdict is Countersignature.GIVEN:
        decision.followed = freezing.countersigned(decision.followed or decision.trace, words=words)
        decision.closed_at, decision.closed_by = act.now, act.ctx.membership_id
    decision.save()
    about = Ref("decision", decision.id)
    duties.discharge(act, what=Owed.COUNTERSIGN, arising_from=about, evidence=about)
    if verdict is Countersignature.DECLINED:
        duties.owe(
            act,
            what=Owed.DECIDE_AGAIN,
            by_membership_id=decision.decided_by_membership_id,
            arising_from=about,
            agency_id=decision.agency_id,
            case_id=decision.case_id,
        )
    notify.tell(act, to_membership_id=decision.decided_by_membership_id, that=Neutral.SOMETHING_WAITS)
    given = verdict is Countersignature.GIVEN
    act.note(Leaf.DECISION_COUNTERSIGNED if given else Leaf.DECISION_SENT_BACK, about=about)
