"""Consultation is a two-way process: the adviser asks back, the asker replies."""

from uuid import UUID

from alongside.access.gate import Act, writes
from alongside.access.words import NotThere, Ref, Refused
from alongside.advice.commands.showing import ASKED_BACK_MOST, shared_with_me, show_to, show_to_asker
from alongside.advice.models import AskedBack, Reply, WaitingQuestion
from alongside.advice.words import Leaf, Right
from alongside.duties import commands as duties
from alongside.duties.words import Owed
from alongside.notify import commands as notify
from alongside.notify.words import Neutral
from alongside.sharing import queries as sharing


@writes(Right.QUESTION_ASK_BACK)
def ask_back(act: Act, *, disclosure_id: UUID, words: str) -> UUID:
    """Ask something back of whoever asked, before or after one's answer. Raises NotThere for anybody else."""
    shared = shared_with_me(act, disclosure_id=disclosure_id)
    if AskedBack.objects.filter(disclosure_id=disclosure_id).count() >= ASKED_BACK_MOST:
        raise Refused("You have asked back often enough for writing. Ring them: a talk finds out more.")
    row = AskedBack.objects.create(
        agency_id=act.ctx.agency_id,
        author_membership_id=act.ctx.membership_id,
        consultation_id=shared.arising_from.id,
        disclosure_id=disclosure_id,
        words=words,
        asked_at=act.now,
    )
    show_to_asker(act, shared=shared, row_id=row.id)
    about = Ref("disclosure", disclosure_id)
    duty_id = duties.owe(
        act,
        what=Owed.ANSWER_BACK,
        by_membership_id=shared.asker_membership_id,
        arising_from=about,
        agency_id=shared.asker_agency_id,
        case_id=shared.asker_case_id,
    )
    notify.tell(
        act,
        to_membership_id=shared.asker_membership_id,
        that=Neutral.SOMETHING_WAITS,
        about=Ref("duty", duty_id),
    )
    act.note(Leaf.QUESTION_ASKED_BACK, about=about)
    return row.id


@writes(Right.QUESTION_REPLY)
def reply(act: Act, *, consultation_id: UUID, asked_back_id: UUID, words: str) -> UUID:
    """Reply to what was asked back in a consultation that the deed was admitted to; whoever answers is shown it.

    Raises NotThere for what was asked back elsewhere; Refused where it was answered already.
    """
    act.admit("advice.AskedBack", asked_back_id)
    asked = AskedBack.objects.get(id=asked_back_id)
    if asked.consultation_id != consultation_id:
        raise NotThere
    if Reply.objects.filter(asked_back_id=asked.id).exists():
        raise Refused("This was answered already. What was written is kept as it was.")
    shared = sharing.disclosure(act, disclosure_id=asked.disclosure_id)
    row = Reply.objects.create(
        agency_id=shared.asker_agency_id,
        case_id=shared.asker_case_id,
        author_membership_id=act.ctx.membership_id,
        asked_back_id=asked.id,
        words=words,
        replied_at=act.now,
    )
    adviser_id = _who_has_it(asked)
    about = Ref("disclosure", shared.id)
    answered = Reply.objects.filter(asked_back__disclosure_id=shared.id).values("asked_back_id")
    if not AskedBack.objects.filter(disclosure_id=shared.id).exclude(id__in=answered).exists():
        duties.discharge(act, what=Owed.ANSWER_BACK, arising_from=about, evidence=Ref("reply", row.id))
    if adviser_id is not None:  # what waits on a line again is shown to whoever takes it next
        show_to(act, membership_id=adviser_id, row_id=row.id, case_id=shared.asker_case_id)
        notify.tell(act, to_membership_id=adviser_id, that=Neutral.SOMETHING_WAITS)
    act.note(Leaf.QUESTION_REPLIED, about=about)
    return row.id


def _who_has_it(asked: AskedBack) -> UUID | None:
    """Who is to answer what was shared: of a line's question whoever has taken it, None while it waits there."""
    question = WaitingQuestion.objects.filter(disclosure_id=asked.disclosure_id).first()
    return question.taken_by_id if question else asked.author_membership_id
