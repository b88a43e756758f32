"""Who is shown what across the wall between the one who asks and the one who is asked; part of every deed here."""

from uuid import UUID

from alongside.access import commands as access
from alongside.access.commands import OPEN_END
from alongside.access.gate import Act
from alongside.access.words import Answered, GrantKind, NotThere, Purpose, Ref, Refused
from alongside.advice.models import AskedBack, Reply, WaitingQuestion
from alongside.reliance import queries as reliance
from alongside.sharing import queries as sharing
from alongside.sharing.queries import DisclosurePage

ASKED_BACK_MOST = 20
HELD = (
    "Whoever asked has been told to stop, so nothing is used further or passed on here for now. If you think that a "
    "child is in danger, ring children’s social care now. For anything else ring whoever asked."
)


def shared_with_me(act: Act, *, disclosure_id: UUID) -> DisclosurePage:
    """What was shared with whoever acts, who is the one to answer it. Raises NotThere for anybody else.

    Of a question on a line that is whoever has taken it.
    """
    shared = sharing.disclosure(act, disclosure_id=disclosure_id)
    mine = shared.to_membership_id == act.ctx.membership_id
    taken = WaitingQuestion.objects.filter(disclosure_id=disclosure_id, taken_by_id=act.ctx.membership_id)
    if not (mine or taken.exists()):
        raise NotThere
    return shared


def refuse_held(act: Act, *, disclosure_id: UUID) -> None:
    """Raise Refused where what was asked waits for its owner to look again: what it rested on has changed."""
    if reliance.is_held(act, thing=Ref("disclosure", disclosure_id)) is Answered.YES:
        raise Refused(HELD)


def show_to_asker(act: Act, *, shared: DisclosurePage, row_id: UUID) -> None:
    """Let the asker's side see a row of the adviser's agency: their case's people, and who oversees safeguarding there.

    Without names there is no case: then the asker alone, and who oversees.
    """
    access.grant(
        act,
        kind=GrantKind.AUDIENCE,
        whom=access.Whom(agency_id=shared.asker_agency_id, case_id=shared.asker_case_id, row_id=row_id),
        purpose=Purpose.CONSULTATION,
        reason="The view they asked for",
        until=OPEN_END,
    )
    if shared.asker_case_id is None:
        show_to(act, membership_id=shared.asker_membership_id, row_id=row_id)


def show_to(act: Act, *, membership_id: UUID, row_id: UUID, case_id: UUID | None = None) -> None:
    """Let one person see one row."""
    access.grant(
        act,
        kind=GrantKind.ADDRESSEE,
        whom=access.Whom(membership_id=membership_id, row_id=row_id, case_id=case_id),
        purpose=Purpose.CONSULTATION,
        reason="It is addressed to them",
        until=OPEN_END,
    )


def show_asked_back(act: Act, *, disclosure_id: UUID, membership_id: UUID) -> None:
    """Let whoever has a question now see what was asked back about it before, and what was replied."""
    for asked in AskedBack.objects.filter(disclosure_id=disclosure_id)[:ASKED_BACK_MOST]:
        show_to(act, membership_id=membership_id, row_id=asked.id)
    for reply in Reply.objects.filter(asked_back__disclosure_id=disclosure_id)[:ASKED_BACK_MOST]:
        show_to(act, membership_id=membership_id, row_id=reply.id, case_id=reply.case_id)


def hide_from(act: Act, *, question: WaitingQuestion, membership_id: UUID) -> None:
    """End the sight of a question, of what was asked back about it, and of the replies."""
    about = {"disclosure_id": question.disclosure_id}
    rows: list[tuple[UUID, UUID | None]] = [(question.id, None)]
    rows += [(asked.id, None) for asked in AskedBack.objects.filter(**about)[:ASKED_BACK_MOST]]
    replies = Reply.objects.filter(asked_back__disclosure_id=question.disclosure_id)
    rows += [(reply.id, reply.case_id) for reply in replies[:ASKED_BACK_MOST]]
    for row_id, case_id in rows:
        whom = access.Whom(membership_id=membership_id, row_id=row_id, case_id=case_id)
        access.end_grants(act, kind=GrantKind.ADDRESSEE, whom=whom)
