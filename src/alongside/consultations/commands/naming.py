"""Naming later: a no-names consultation is linked one way to a child's record, or asked again by name (E14)."""

from uuid import UUID

from alongside.access.gate import Act, writes
from alongside.access.words import Ref, Refused
from alongside.consultations.commands.beginning import begun
from alongside.consultations.finding import own_consultation
from alongside.consultations.models import Consultation, PrivateLink
from alongside.consultations.words import Beginning, Leaf, Mode, Right
from alongside.duties import commands as duties
from alongside.duties.words import Owed
from alongside.families import queries as families
from alongside.families.queries import ChildCard

LINKED_MOST = 20


@writes(Right.CONSULTATION_CONTINUE)
def link_privately(act: Act, *, consultation_id: UUID, child_id: UUID) -> None:
    """Note on a child's record, for one's own agency alone, that advice was sought without names (S02).

    The no-names record and what the adviser holds stay as they are.
    """
    row, child = _nameless(act, consultation_id), _own_child(act, child_id)
    _link(act, row, child)
    act.note(Leaf.NO_NAMES_LINKED, about=Ref("child", child.id))


@writes(Right.CONSULTATION_BEGIN)
def name_child(act: Act, *, consultation_id: UUID, child_id: UUID) -> UUID:
    """Begin a new consultation by name after one without: its own record with its own decision (E14).

    The adviser of the first is given no identity by it. Where the name is owed, it stays owed until somebody was
    told it: beginning protects nobody. Answers the new consultation.
    """
    row, child = _nameless(act, consultation_id), _own_child(act, child_id)
    named_id = begun(act, child=child, beginning=Beginning.QUESTION)
    Consultation.objects.filter(id=named_id).update(
        question=row.question,
        benefit=row.benefit,
        explanation_for_family=row.explanation_for_family,
    )
    link = _link(act, row, child)
    link.named_id = named_id
    link.save(update_fields=["named_id"])
    act.note(Leaf.NO_NAMES_NAMED, about=Ref("consultation", named_id))
    return named_id


def settle_naming(act: Act, *, row: Consultation, evidence: Ref) -> None:
    """Once somebody was told by name, the name is owed no longer (E14). Part of the calling deed."""
    for link in PrivateLink.objects.filter(named_id=row.id)[:LINKED_MOST]:
        about = Ref("consultation", link.no_names_id)
        duties.discharge(act, what=Owed.NAME_CHILD, arising_from=about, evidence=evidence)


def _nameless(act: Act, consultation_id: UUID) -> Consultation:
    row = own_consultation(act, consultation_id=consultation_id)
    if row.mode != Mode.NO_NAMES:
        raise Refused("This consultation names its child already.")
    return row


def _own_child(act: Act, child_id: UUID) -> ChildCard:
    child = families.child(act, child_id=child_id)
    act.admit("cases.Case", child.case_id)
    return child


def _link(act: Act, row: Consultation, child: ChildCard) -> PrivateLink:
    link, _ = PrivateLink.objects.get_or_create(
        child_id=child.id,
        no_names=row,
        defaults={
            "agency_id": act.ctx.agency_id,
            "case_id": child.case_id,
            "author_membership_id": act.ctx.membership_id,
            "linked_at": act.now,
        },
    )
    return link
