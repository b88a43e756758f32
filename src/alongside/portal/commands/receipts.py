"""Before a person is handed on paper what they agreed to: whether they may be told, and whether the words are for them."""

from uuid import UUID

from alongside.access.gate import Act, keeps
from alongside.access.words import Answered, Ref, Refused
from alongside.consent import queries as consents
from alongside.consent.words import State
from alongside.contacts import commands as contacts
from alongside.families import queries as families
from alongside.involvement import queries as involvement
from alongside.portal.words import Right

WITHHELD = (
    "{name} is not to be told for now, so nothing is printed for them. The same holds for adults once the child is "
    "grown up, and for a family that letters no longer reach."
)
NOT_TO_BE_ASKED = "It was decided not to ask {name}, so what they were asked is not printed for them."
NOT_FOR_THEM = "This cannot be handed to {name}. {why}"


@keeps(Right.RECEIPT_CHECK)
def why_no_receipt(
    act: Act,
    *,
    child_id: UUID,
    adult_id: UUID | None,
    arising_from: Ref,
    state: State,
    printed: tuple[str, ...],
) -> str:
    """Why nothing is printed for one person now, as a sentence; empty where it may be (rulebook 5.3, E3, E12).

    What waits for an answer is on no paper once they are not to be asked. `printed` are the words of others on it, their
    own are theirs. Nothing is written. Raises NotThere.
    """
    child = families.child(act, child_id=child_id)
    adult = families.adult_of(act, child_id=child_id, adult_id=adult_id) if adult_id else None
    name = adult.name if adult else child.name
    told = involvement.may_be_told(act, child_id=child_id, adult_id=adult_id, arising_from=arising_from)
    if told is not Answered.YES:
        return WITHHELD.format(name=name)
    asked = consents.may_be_asked(act, child_id=child_id, giver_adult_id=adult_id, arising_from=arising_from)
    if state is State.REQUESTED and asked is Answered.NO:
        return NOT_TO_BE_ASKED.format(name=name)
    try:
        contacts.refuse_words_for(act, child_id=child_id, adult_id=adult_id, printed=printed)
    except Refused as refusal:
        return NOT_FOR_THEM.format(name=name, why=refusal.sentence)
    return ""
