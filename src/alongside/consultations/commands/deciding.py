"""May I share? The walk and the decision of a consultation."""

from uuid import UUID

from alongside.access.gate import Act, writes
from alongside.access.words import Ref
from alongside.consultations.finding import chosen_person, matter, own_consultation
from alongside.consultations.models import Outcome, Talk
from alongside.consultations.words import Leaf, OutcomeKind, Right
from alongside.duties import commands as duties
from alongside.duties.words import Owed
from alongside.sharing import commands as sharing


@writes(Right.CONSULTATION_CONTINUE)
def answer_question(act: Act, *, consultation_id: UUID, answered: sharing.Answered) -> None:
    """Answer one question of the chart for this consultation."""
    row = own_consultation(act, consultation_id=consultation_id)
    sharing.answer_question(act, matter=matter(row, chosen_person(row)), answered=answered)


@writes(Right.CONSULTATION_CONTINUE)
def decide_sharing(act: Act, *, consultation_id: UUID, judged: sharing.Judged) -> UUID:
    """Decide whether to share. Not sharing ends the consultation unheld, and the family is told that too."""
    row = own_consultation(act, consultation_id=consultation_id)
    decision_id = sharing.decide(act, matter=matter(row, chosen_person(row)), judged=judged)
    about = Ref("consultation", row.id)
    if judged.outcome == "SHARE":
        return decision_id
    if Talk.objects.filter(consultation_id=row.id).exists():
        return (
            decision_id  # it was held already, under an earlier decision; this one is about what comes next
        )
    owner = {"agency_id": row.agency_id, "case_id": row.case_id}
    Outcome.objects.create(
        **owner,
        author_membership_id=act.ctx.membership_id,
        consultation_id=row.id,
        kind=OutcomeKind.NOT_HELD,
        words=judged.reasons,
        decided_at=act.now,
    )
    act.note(Leaf.OUTCOME_RECORDED, about=about)
    duties.owe(
        act, what=Owed.TELL_FAMILY, by_membership_id=row.author_membership_id, arising_from=about, **owner
    )
    return decision_id
