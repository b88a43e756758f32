"""How a deed finds the consultation it is about, and states it as the matter of a decision."""

from uuid import UUID, uuid5

from alongside.access.gate import Act
from alongside.access.words import NotThere, Ref, Refused
from alongside.consultations.models import Consultation, PersonAsked
from alongside.consultations.words import Checked
from alongside.directory import queries as directory
from alongside.directory.words import RelevantPerson
from alongside.sharing.rules import Matter


def own_consultation(act: Act, *, consultation_id: UUID) -> Consultation:
    """A consultation of one's own agency, on a case to which one is admitted. Raises NotThere.

    A safeguarding lead sees it and does not continue it: the case is not theirs.
    """
    act.admit("consultations.Consultation", consultation_id)
    row = Consultation.objects.get(id=consultation_id)
    if row.agency_id != act.ctx.agency_id:
        raise NotThere
    act.admit("cases.Case", row.case_id)
    return row


def person_asked(row: Consultation) -> PersonAsked | None:
    """Whom the asker last chose; None before that."""
    return PersonAsked.objects.filter(consultation_id=row.id).order_by("-chosen_at", "-id").first()


def chosen_person(row: Consultation) -> PersonAsked:
    """The same, where a deed cannot go on without. Raises Refused."""
    person = person_asked(row)
    if person is None:
        raise Refused("Say first whom you want to ask.")
    return person


def named(person: PersonAsked) -> str:
    """A person asked, as every page and record prints them."""
    return f"{person.name}, {person.role}, {person.agency_as_named}"


def recipient_id(person: PersonAsked) -> UUID:
    """What decisions name a person asked by: their membership, or who a snapshot says that they are.

    Someone not on Alongside stays the same recipient when only their telephone number is put right.
    """
    return person.membership_id or uuid5(person.consultation_id, named(person))


def matter(row: Consultation, person: PersonAsked) -> Matter:
    """The consultation as the matter of a decision: one child, one recipient, one purpose."""
    card = directory.card_of(person.membership_id) if person.membership_id else None
    agency = directory.agency_card(card.agency_id) if card else None
    return Matter(
        about=Ref("consultation", row.id),
        case_id=row.case_id,
        child_id=row.about_child_id,
        child=row.child_as_named,
        recipient_id=recipient_id(person),
        recipient=named(person),
        recipient_membership_id=person.membership_id,
        recipient_check=Checked(person.checked).label,
        recipient_covered=agency.relevant_person if agency else RelevantPerson.NOT_KNOWN,
        benefit=row.benefit,
        explanation=row.explanation_for_family,
    )
