"""The adviser's own side of a matter: their word on the note, and their own view."""

from dataclasses import dataclass
from uuid import UUID

from alongside.access import commands as access
from alongside.access.gate import Act, writes
from alongside.access.words import GrantKind, NotThere, Purpose, Ref, Refused
from alongside.advice.models import AdviserView
from alongside.advice.words import Heard, Leaf, NoteState, Right
from alongside.directory.commands import OPEN_END
from alongside.duties import commands as duties
from alongside.duties.words import Owed
from alongside.notify import commands as notify
from alongside.notify.words import Neutral
from alongside.sharing import queries as sharing
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

    The row belongs to the adviser's agency and is shown to the asker. Raises NotThere for
    anyone but the person to whom it was disclosed; Refused when a view was given already.
    """
    shared = sharing.disclosure(act, disclosure_id=disclosure_id)
    if shared.to_membership_id != act.ctx.membership_id:
        raise NotThere
    if AdviserView.objects.filter(disclosure_id=disclosure_id).exists():
        raise Refused("You have answered this already. What you wrote is kept as it was.")
    if given.note_state is NoteState.CORRECTED and not given.correction:
        raise Refused("Write what you said, so that both notes stand side by side.", field="correction")
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
    about = Ref("disclosure", disclosure_id)
    for owed in (Owed.CONFIRM_NOTE, Owed.ANSWER_QUESTION):
        duties.discharge(act, what=owed, arising_from=about, evidence=Ref("adviser_view", row.id))
    if given.heard is Heard.SIGNIFICANT_HARM and shared.asker_case_id is None:
        _owe_the_name(act, shared)
    notify.tell(act, to_membership_id=shared.asker_membership_id, that=Neutral.SOMETHING_WAITS)
    act.note(Leaf.VIEW_GIVEN, about=about)
    return row.id


def _owe_the_name(act: Act, shared: DisclosurePage) -> None:
    """No names never holds up protecting a child: whoever asked says who it is, at once (E14)."""
    duties.owe(
        act,
        what=Owed.NAME_CHILD,
        by_membership_id=shared.asker_membership_id,
        arising_from=shared.arising_from,
        agency_id=shared.asker_agency_id,
        case_id=None,
    )


def show_to_asker(act: Act, *, shared: DisclosurePage, row_id: UUID) -> None:
    """Let the asker's side see a row of the adviser's agency: their case's people, or without names the asker alone."""
    named = shared.asker_case_id is not None
    access.grant(
        act,
        kind=GrantKind.AUDIENCE if named else GrantKind.ADDRESSEE,
        whom=access.Whom(agency_id=shared.asker_agency_id, case_id=shared.asker_case_id, row_id=row_id)
        if named
        else access.Whom(membership_id=shared.asker_membership_id, row_id=row_id),
        purpose=Purpose.CONSULTATION,
        reason="The view they asked for",
        until=OPEN_END,
    )
