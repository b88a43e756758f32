"""The adviser's own side of a matter: their word on the note, and their own view."""

from dataclasses import dataclass
from uuid import UUID

from alongside.access.gate import Act, writes
from alongside.access.words import Ref, Refused
from alongside.advice.commands.sealing import seal_copies
from alongside.advice.commands.showing import refuse_held, shared_with_me, show_to_asker
from alongside.advice.models import AdviserView, WaitingQuestion
from alongside.advice.words import ON_A_NOTE, Heard, Leaf, NoteState, Right
from alongside.duties import commands as duties
from alongside.duties.words import Owed
from alongside.notify import commands as notify
from alongside.notify.words import Neutral
from alongside.sharing.queries import DisclosurePage


@dataclass(frozen=True, slots=True)
class GivenView:
    """What an adviser says: of the note, of the matter, and what they could offer."""

    note_state: NoteState
    correction: str = ""
    view: str = ""
    offer: str = ""
    heard: Heard = Heard.NOTHING_MORE


@writes(Right.VIEW_GIVE)
def give_view(act: Act, *, disclosure_id: UUID, given: GivenView) -> UUID:
    """Confirm or correct the note of one's own advice, and add one's own view: equal to the asker's.

    A question that came without a talk has no note: it is answered in writing, which is not a talk. The row belongs
    to the adviser's agency and is shown to the asker; both agencies keep the same sealed copy. Raises NotThere for
    anyone but the person who is to answer; Refused when a view was given already.
    """
    shared = shared_with_me(act, disclosure_id=disclosure_id)
    _refuse_wrong(shared, given)
    if not shared.note_of_talk and given.heard is not Heard.SIGNIFICANT_HARM:
        refuse_held(act, disclosure_id=disclosure_id)  # nothing holds up saying that a child may be harmed
    row = AdviserView.objects.create(
        agency_id=act.ctx.agency_id,
        author_membership_id=act.ctx.membership_id,
        consultation_id=shared.arising_from.id,
        disclosure_id=disclosure_id,
        note_state=given.note_state,
        correction=given.correction,
        view=given.view,
        offer=given.offer,
        heard=given.heard,
        given_at=act.now,
    )
    show_to_asker(act, shared=shared, row_id=row.id)
    seal_copies(act, shared=shared, view=row)
    _settle(act, shared=shared, view=row)
    notify.tell(act, to_membership_id=shared.asker_membership_id, that=Neutral.SOMETHING_WAITS)
    act.note(Leaf.VIEW_GIVEN, about=Ref("disclosure", disclosure_id))
    return row.id


def _refuse_wrong(shared: DisclosurePage, given: GivenView) -> None:
    if AdviserView.objects.filter(disclosure_id=shared.id).exists():
        raise Refused("You have answered this already. What you wrote is kept as it was.")
    if shared.note_of_talk and given.note_state not in ON_A_NOTE:
        raise Refused("Say whether the note is right. You can correct it here.", field="note_state")
    if not shared.note_of_talk and given.note_state in ON_A_NOTE:
        raise Refused("There is no note of a talk to confirm. Write your answer, or ring.", field="view")
    if given.note_state is NoteState.CORRECTED and not given.correction:
        raise Refused("Write what you said, so that both notes stand side by side.", field="correction")
    if given.note_state is NoteState.ANSWERED and not given.view:
        raise Refused(
            "Write your answer. If you would rather say it, ring: that is better still.", field="view"
        )


def _settle(act: Act, *, shared: DisclosurePage, view: AdviserView) -> None:
    """What an answer ends: the duty to give it, the wait on a line. And what it begins."""
    about, evidence = Ref("disclosure", shared.id), Ref("adviser_view", view.id)
    for owed in (Owed.CONFIRM_NOTE, Owed.ANSWER_QUESTION, Owed.RING_LINE):
        duties.discharge(act, what=owed, arising_from=about, evidence=evidence)
    WaitingQuestion.objects.filter(disclosure_id=shared.id, answered_at__isnull=True).update(
        answered_at=act.now, answered_by_id=act.ctx.membership_id
    )
    if view.note_state == NoteState.ANSWERED:
        _owe_asker(act, shared, Owed.OUTCOME)
        duties.let_in(
            act,
            what=Owed.OUTCOME,
            arising_from=shared.arising_from,
            membership_id=act.ctx.membership_id,
        )
    if view.heard == Heard.SIGNIFICANT_HARM:
        # No names never holds up protecting a child: whoever asked says who it is, at once (E14).
        _owe_asker(act, shared, Owed.HEED_HARM if shared.asker_case_id else Owed.NAME_CHILD)


def _owe_asker(act: Act, shared: DisclosurePage, what: Owed) -> None:
    duties.owe(
        act,
        what=what,
        by_membership_id=shared.asker_membership_id,
        arising_from=shared.arising_from,
        agency_id=shared.asker_agency_id,
        case_id=shared.asker_case_id,
    )
