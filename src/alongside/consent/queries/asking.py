"""Whether a person may be asked, and may read and answer what they were asked (rulebook 4.6, E3, E13)."""

from uuid import UUID

from alongside.access.gate import Act, finds
from alongside.access.words import Answered, Ref
from alongside.consent.finding import is_not_asked_for_danger
from alongside.involvement import queries as involvement


@finds
def may_be_asked(act: Act, *, child_id: UUID, giver_adult_id: UUID | None, arising_from: Ref) -> Answered:
    """Whether this person may be asked in a matter now, and so read and answer what they were asked before.

    One answer, for the deed that asks, for whoever opens their page, for their answer and for paper: not while the
    matter is withheld from them, nor after a decision not to ask them because it could add danger.
    """
    if is_not_asked_for_danger(child_id=child_id, giver_adult_id=giver_adult_id):
        return Answered.NO
    return involvement.may_read(act, child_id=child_id, adult_id=giver_adult_id, arising_from=arising_from)
