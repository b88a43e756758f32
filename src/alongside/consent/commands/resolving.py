"""Where two people who may each decide do not agree: somebody else decides, with reasons (rulebook E1)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from alongside.access import commands as access
from alongside.access.context import day_in_london
from alongside.access.gate import Act, writes
from alongside.access.words import NotThere, Ref, Refused
from alongside.consent.commands.looking import LOOK_FIRST, refuse_unlooked
from alongside.consent.models import Consent, Disagreement
from alongside.consent.words import Leaf, Right, Verdict, YesNo
from alongside.duties import commands as duties
from alongside.duties.words import Owed


@dataclass(frozen=True, slots=True)
class Resolved:
    """What a safeguarding lead looked at and decided."""

    verdict: Verdict
    orders_checked: YesNo
    orders_words: str
    childs_view: str
    reasons: str


@writes(Right.DISAGREEMENT_RESOLVE)
def resolve_conflict(act: Act, *, disagreement_id: UUID, resolved: Resolved) -> UUID:
    """Decide what stands where two people disagree. Both answers are kept as they are.

    By somebody who oversees safeguarding in the agency and wrote none of the answers. Whoever said no is owed to be
    told, and how to complain. Raises NotThere for anybody else, and Refused until orders were looked for.
    """
    act.admit("consent.Disagreement", disagreement_id)
    row = Disagreement.objects.get(id=disagreement_id)
    access.require_oversight(act, agency_id=row.agency_id)
    _refuse_author(act, row)
    _refuse_half(row, resolved)
    refuse_unlooked(act, row=row, words=resolved.orders_words)
    row.verdict, row.reasons, row.childs_view = resolved.verdict, resolved.reasons, resolved.childs_view
    row.orders_checked, row.orders_words = resolved.orders_checked, resolved.orders_words
    row.resolved_at, row.resolved_by_id = act.now, act.ctx.membership_id
    row.save()
    about = Ref("disagreement", row.id)
    duties.discharge(act, what=Owed.RESOLVE_DISAGREEMENT, arising_from=about, evidence=about)
    duties.owe(
        act,
        what=Owed.ANSWER_OBJECTOR,
        by_membership_id=row.author_membership_id,
        arising_from=about,
        agency_id=row.agency_id,
        case_id=row.case_id,
    )
    act.note(Leaf.DISAGREEMENT_RESOLVED, about=about)
    return row.id


@writes(Right.CONSENT_RECORD)
def tell_objector(act: Act, *, disagreement_id: UUID, told_on: date, how: str) -> UUID:
    """Record that whoever said no was told what was decided, and how to complain.

    Raises NotThere for another agency, and Refused before anything was decided.
    """
    act.admit("consent.Disagreement", disagreement_id)
    row = Disagreement.objects.get(id=disagreement_id)
    if row.agency_id != act.ctx.agency_id:
        raise NotThere
    act.admit("cases.Case", row.case_id)
    if row.resolved_at is None:
        raise Refused("Nothing has been decided yet. A safeguarding lead decides first.")
    if not how:
        raise Refused("Say how you told them, and that you said how to complain.", field="how")
    if not day_in_london(row.resolved_at) <= told_on <= day_in_london(act.now):
        raise Refused(
            "Give the day on which you told them: after it was decided, and not later than today.",
            field="told_on",
        )
    row.objector_told_on, row.objector_told_how = told_on, how
    row.save(update_fields=["objector_told_on", "objector_told_how"])
    about = Ref("disagreement", row.id)
    duties.discharge(act, what=Owed.ANSWER_OBJECTOR, arising_from=about, evidence=about)
    act.note(Leaf.OBJECTOR_TOLD, about=about)
    return row.id


def _refuse_author(act: Act, row: Disagreement) -> None:
    wrote = Consent.objects.filter(id__in=row.answers, author_membership_id=act.ctx.membership_id)
    if row.author_membership_id == act.ctx.membership_id or wrote.exists():
        raise Refused("You wrote one of the answers down. Somebody else has to decide this.")


def _refuse_half(row: Disagreement, resolved: Resolved) -> None:
    if row.resolved_at is not None:
        raise Refused("This was decided already. Read what was decided.")
    if resolved.orders_checked is not YesNo.YES:
        raise Refused(LOOK_FIRST, field="orders_checked")
    if not resolved.childs_view:
        raise Refused("Say what the child thinks, or why nobody has asked them.", field="childs_view")
    if not resolved.reasons:
        raise Refused("Say why, from the child’s point of view.", field="reasons")
