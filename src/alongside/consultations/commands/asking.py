"""The tasks before a decision: about whom, whom to ask, why, what exactly, what the family says."""

from dataclasses import dataclass, replace
from uuid import UUID

from alongside.access.gate import Act, writes
from alongside.access.words import Ref, Refused
from alongside.consent import commands as consent
from alongside.consent.words import ConsentKind, Status
from alongside.consultations import rules
from alongside.consultations.finding import chosen_person, named, own_consultation
from alongside.consultations.models import Consultation, PersonAsked, Talk
from alongside.consultations.words import Checked, Leaf, Right
from alongside.directory import queries as directory
from alongside.families import queries as families
from alongside.sharing import commands as sharing
from alongside.sharing.rules import ListedItem


@dataclass(frozen=True, slots=True)
class ChosenPerson:
    """Whom someone wants to ask: a membership of the directory, or a name with role, agency and telephone."""

    membership_id: UUID | None
    checked: Checked
    name: str = ""
    role: str = ""
    agency: str = ""
    telephone: str = ""


@writes(Right.CONSULTATION_BEGIN)
def begin_consultation(act: Act, *, child_id: UUID) -> UUID:
    """Begin a consultation about a child of one's own case. The case stays where it is (rulebook s.1)."""
    child = families.child(act, child_id=child_id)
    act.admit("cases.Case", child.case_id)
    consultation = Consultation.objects.create(
        agency_id=act.ctx.agency_id,
        case_id=child.case_id,
        author_membership_id=act.ctx.membership_id,
        about_child_id=child.id,
        child_as_named=child.name,
        begun_at=act.now,
    )
    act.note(Leaf.CONSULTATION_BEGUN, about=Ref("consultation", consultation.id))
    return consultation.id


@writes(Right.CONSULTATION_CONTINUE)
def choose_person(act: Act, *, consultation_id: UUID, person: ChosenPerson) -> None:
    """Choose whom to ask. Choosing again adds a later choice; the earlier stays on record."""
    row = _before_the_talk(act, consultation_id)
    if person.membership_id == act.ctx.membership_id:
        raise Refused("Choose somebody else: a consultation is with another practitioner.", field="person")
    if person.membership_id:
        card = directory.member(act, membership_id=person.membership_id)
        name, role, agency, telephone = card.name, card.role, card.agency_name, card.telephone
        asked_agency_id = card.agency_id
    else:
        name, role, agency, telephone = person.name, person.role, person.agency, person.telephone
        asked_agency_id = None
    PersonAsked.objects.create(
        agency_id=row.agency_id,
        case_id=row.case_id,
        author_membership_id=act.ctx.membership_id,
        consultation_id=row.id,
        membership_id=person.membership_id,
        kind=rules.kind(own_agency_id=row.agency_id, asked_agency_id=asked_agency_id),
        name=name,
        role=role,
        agency_as_named=agency,
        telephone=telephone,
        checked=person.checked,
        chosen_at=act.now,
    )
    act.note(Leaf.PERSON_ASKED_CHOSEN, about=Ref("consultation", row.id))


@writes(Right.CONSULTATION_CONTINUE)
def explain_reasons(
    act: Act, *, consultation_id: UUID, question: str, benefit: str, explanation_for_family: str
) -> None:
    """Say what one wants to ask, how it helps the child or family, and how one would explain it to them (Q1, N1)."""
    row = _before_the_talk(act, consultation_id)
    row.question, row.benefit, row.explanation_for_family = question, benefit, explanation_for_family
    row.save(update_fields=["question", "benefit", "explanation_for_family"])
    act.note(Leaf.REASONS_GIVEN, about=Ref("consultation", row.id))


@writes(Right.CONSULTATION_CONTINUE)
def list_what(act: Act, *, consultation_id: UUID, items: tuple[ListedItem, ...]) -> None:
    """List what exactly one wants to share in this consultation."""
    row = _before_the_talk(act, consultation_id)
    sharing.list_items(act, case_id=row.case_id, arising_from=Ref("consultation", row.id), items=items)


@writes(Right.CONSULTATION_CONTINUE)
def record_family_answer(act: Act, *, consultation_id: UUID, said: consent.Said) -> UUID:
    """Record what one person of the family said about this consultation, for the person who is to be asked."""
    row = own_consultation(act, consultation_id=consultation_id)
    recipient = named(chosen_person(row))
    if said.recipient != recipient:
        raise Refused("Whom you want to ask has changed since this page was opened. Look at it again.")
    about = Ref("consultation", row.id)
    if said.kind is ConsentKind.SERVICE_AGREEMENT and said.status is Status.GIVEN:
        # They agreed to the sharing, and to the help as well: two different things, so two records (rulebook 4.1).
        shared = replace(said, kind=ConsentKind.OPENNESS_AGREEMENT)
        consent.record_consent(act, child_id=row.about_child_id, arising_from=about, said=shared)
    return consent.record_consent(act, child_id=row.about_child_id, arising_from=about, said=said)


def _before_the_talk(act: Act, consultation_id: UUID) -> Consultation:
    """One's own consultation while it can still be changed: what was talked about stays as it was."""
    row = own_consultation(act, consultation_id=consultation_id)
    if Talk.objects.filter(consultation_id=row.id).exists():
        raise Refused(
            "You have recorded the conversation, so this stays as it was. Begin another consultation instead."
        )
    return row
