"""A fact changed on which sharing rested: its owner keeps it, stops it or takes it back."""

from uuid import UUID

from alongside.access.gate import Act, writes
from alongside.access.words import Answered, Ref, Refused
from alongside.advice import commands as advice
from alongside.consent import queries as consents
from alongside.consent.words import ConsentKind
from alongside.consultations.words import Right
from alongside.duties import commands as duties
from alongside.duties.words import Owed
from alongside.involvement import queries as involvement
from alongside.reliance import commands as reliance
from alongside.reliance import queries as relied
from alongside.reliance.queries import ChangeCard
from alongside.reliance.words import Basis, Change, Settled

# What is said of a yes that was itself the legal ground (4.1): nobody swaps it for another.
NO_LONGER_A_GROUND = {
    Change.CONSENT_WITHDRAWN: "Their yes was itself the legal ground. Taken back, it is never swapped for another:"
    " stop it, or take it back.",
    Change.CONSENT_INVALID: "Their yes was itself the legal ground, and was none. It is never swapped for another:"
    " stop it, or take it back.",
}


@writes(Right.CONSULTATION_CONTINUE)
def settle_change(
    act: Act, *, changed_id: UUID, settled: Settled, words: str, risk: str, basis: Basis | None = None
) -> UUID:
    """Say what becomes of what rested on a fact that changed, and what that means for the child's safety.

    To stop or to take back ends what is still open: a question that waits in an inbox or on a line is withdrawn. What
    was shared before stays lawful, and listed. Kept after somebody took their yes back, it is owed to tell them so (4.7),
    unless they are not to be told. Raises NotThere for anyone whose case it is not, and Refused without words or a
    ground, where it is settled, and to keep what a yes carried that was itself the legal ground (4.1).
    """
    settled_id = reliance.settle_change(
        act, changed_id=changed_id, settled=settled, words=words, risk=risk, basis=basis
    )
    if settled is Settled.KEEP:
        _owe_telling(act, relied.change_of(act, changed_id=changed_id))
    if settled is not Settled.KEEP:
        things = relied.settled_with(act, changed_id=changed_id)
        sent = frozenset(thing.id for thing in things if thing.kind == "disclosure")
        advice.withdraw_sent(act, disclosure_ids=sent)
        for disclosure_id in sorted(sent):
            about = Ref("disclosure", disclosure_id)
            for owed in (Owed.ANSWER_QUESTION, Owed.RING_LINE):
                duties.discharge(act, what=owed, arising_from=about, evidence=Ref("relied_fact", changed_id))
    return settled_id


def _owe_telling(act: Act, kept: ChangeCard) -> None:
    """What is kept against a yes that was taken back is said to whoever took it back, by a person."""
    if kept.change not in NO_LONGER_A_GROUND or kept.fact.kind != "consent":
        return
    given = consents.given_by(act, consent_id=kept.fact.id)
    if given.kind is ConsentKind.UK_GDPR_CONSENT:
        raise Refused(NO_LONGER_A_GROUND[kept.change], field="settled")
    if kept.change is not Change.CONSENT_WITHDRAWN:
        return
    may_be_told = involvement.may_be_told(
        act, child_id=given.child_id, adult_id=given.adult_id, arising_from=given.matter
    )
    if given.is_on_record == "no" or may_be_told is Answered.NO:
        return
    duties.owe(
        act,
        what=Owed.TELL_WHAT_BECAME,
        by_membership_id=kept.owner_membership_id,
        arising_from=Ref("relied_fact", kept.id),
        agency_id=act.ctx.agency_id,
        case_id=kept.case_id,
    )
