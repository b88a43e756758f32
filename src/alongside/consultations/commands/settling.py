"""A fact changed on which sharing rested: its owner keeps it, stops it or takes it back."""

from uuid import UUID

from alongside.access.gate import Act, writes
from alongside.access.words import Ref
from alongside.advice import commands as advice
from alongside.consultations.words import Right
from alongside.duties import commands as duties
from alongside.duties.words import Owed
from alongside.reliance import commands as reliance
from alongside.reliance import queries as relied
from alongside.reliance.words import Settled


@writes(Right.CONSULTATION_CONTINUE)
def settle_change(act: Act, *, changed_id: UUID, settled: Settled, words: str, risk: str) -> UUID:
    """Say what becomes of what rested on a fact that changed, and what that means for the child's safety.

    To stop or to take back ends what is still open: a question that waits in an inbox or on a line is withdrawn. What
    was shared before stays lawful, and listed. Raises NotThere for anyone whose case it is not, and Refused without
    words, or where it is settled.
    """
    settled_id = reliance.settle_change(act, changed_id=changed_id, settled=settled, words=words, risk=risk)
    if settled is not Settled.KEEP:
        things = relied.settled_with(act, changed_id=changed_id)
        sent = frozenset(thing.id for thing in things if thing.kind == "disclosure")
        advice.withdraw_sent(act, disclosure_ids=sent)
        for disclosure_id in sorted(sent):
            about = Ref("disclosure", disclosure_id)
            for owed in (Owed.ANSWER_QUESTION, Owed.RING_LINE):
                duties.discharge(act, what=owed, arising_from=about, evidence=Ref("relied_fact", changed_id))
    return settled_id
