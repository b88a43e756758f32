"""Somebody says that they are not safe: an answer is owed the same day, and they are told what was done."""

from uuid import UUID

from alongside.access import queries as access
from alongside.access.gate import Act, writes
from alongside.access.words import Ref, Refused
from alongside.cases import queries as cases
from alongside.contacts import commands as contacts
from alongside.directory import queries as directory
from alongside.duties import commands as duties
from alongside.duties.words import Owed
from alongside.voice.models import Said
from alongside.voice.words import Leaf, Right, Safety


def owe_safety(act: Act, *, row: Said) -> None:
    """Owe it today to whoever wrote it down or opened the link, to whoever leads the work, and to every lead."""
    about = Ref("said", row.id)
    for membership_id in dict.fromkeys((access.in_whose_name(act), cases.begun_by(act, case_id=row.case_id))):
        if membership_id is None or directory.card_of(membership_id) is None:
            continue
        duties.owe_and_tell(
            act,
            what=Owed.CHILD_NOT_SAFE,
            by_membership_id=membership_id,
            arising_from=about,
            agency_id=row.agency_id,
            case_id=row.case_id,
        )
    duties.owe_to_leads(
        act,
        what=Owed.CHILD_NOT_SAFE,
        row="voice.Said",
        arising_from=about,
        agency_id=row.agency_id,
        case_id=row.case_id,
    )
    act.note(Leaf.CHILD_SAID_NOT_SAFE, about=about)


@writes(Right.SAFETY_ANSWER)
def answer_not_safe(act: Act, *, said_id: UUID, what_was_done: str, told_back: str) -> None:
    """Say what was done for somebody who says that they are not safe, and what they were told will happen.

    It settles the duty for everybody who owes it; what they were told stands on their own page. Raises Refused
    without either, and NotThere.
    """
    act.admit("voice.Said", said_id)
    row = Said.objects.get(id=said_id)
    if row.safety != Safety.NOT_SAFE or row.acted_at is not None:
        raise Refused("Nobody waits for an answer here any more. Open it again to see what was done.")
    if not what_was_done:
        raise Refused("Say what you did, and when.", field="what_was_done")
    if not told_back:
        raise Refused("Say what you told them will happen now, in words for them.", field="told_back")
    contacts.refuse_words_for(
        act, child_id=row.about_child_id, adult_id=row.adult_id, typed=(told_back,), field="told_back"
    )
    row.what_was_done, row.told_back = what_was_done, told_back
    row.acted_at, row.acted_by_id = act.now, act.ctx.membership_id
    row.save(update_fields=["what_was_done", "told_back", "acted_at", "acted_by"])
    about = Ref("said", row.id)
    duties.discharge(act, what=Owed.CHILD_NOT_SAFE, arising_from=about, evidence=about)
    act.note(Leaf.SAFETY_ANSWERED, about=about)
