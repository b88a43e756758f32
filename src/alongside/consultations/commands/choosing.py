"""Whom to ask: one person or several, each chosen or left by a deed of its own."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from alongside.access.gate import Act, writes
from alongside.access.words import Ref, Refused
from alongside.consultations import rules
from alongside.consultations.finding import ASKED_MOST, own_consultation, people_asked, person_asked
from alongside.consultations.models import Consultation, Outcome, PersonAsked, SentQuestion, Talk
from alongside.consultations.words import Checked, Direction, Leaf, OutcomeKind, Right
from alongside.directory import queries as directory


@dataclass(frozen=True, slots=True)
class ChosenPerson:
    """Whom someone wants to ask: a membership or a line of the directory, or a name with role, agency, telephone."""

    membership_id: UUID | None
    checked: Checked
    name: str = ""
    role: str = ""
    agency: str = ""
    telephone: str = ""
    line_id: UUID | None = None
    direction: Direction = Direction.WISH


@writes(Right.CONSULTATION_CONTINUE)
def choose_person(
    act: Act, *, consultation_id: UUID, person: ChosenPerson, instead_of: UUID | None = None
) -> UUID:
    """Choose whom to ask, one more or in place of another; the earlier choice stays on record.

    Raises Refused for oneself, for somebody who is asked already, and in place of somebody who was spoken with.
    """
    row = own_consultation(act, consultation_id=consultation_id)
    asked = people_asked(row)
    if Outcome.objects.filter(consultation_id=row.id).exclude(kind=OutcomeKind.NOT_HELD).exists():
        raise Refused(
            "What was decided is recorded already. Begin another consultation to ask somebody else."
        )
    if person.membership_id and person.membership_id == act.ctx.membership_id:
        raise Refused("Choose somebody else: a consultation is with another practitioner.", field="person")
    columns = _chosen(act, row, person)
    others = [each for each in asked if each.id != instead_of]
    if any(_is_same(each, columns) for each in others):
        raise Refused("You are asking them already. Choose somebody else.", field="person")
    if len(others) >= ASKED_MOST:
        raise Refused(f"You are asking {ASKED_MOST} people already. Begin another consultation.")
    if instead_of is not None:
        _leave(act, row, person_asked(row, person_id=instead_of))
    chosen = PersonAsked.objects.create(
        agency_id=row.agency_id,
        case_id=row.case_id,
        author_membership_id=act.ctx.membership_id,
        consultation_id=row.id,
        checked=person.checked,
        direction=person.direction,
        chosen_at=act.now,
        **columns,
    )
    act.note(Leaf.PERSON_ASKED_CHOSEN, about=Ref("consultation", row.id))
    return chosen.id


@writes(Right.CONSULTATION_CONTINUE)
def leave_person(act: Act, *, consultation_id: UUID, person_id: UUID) -> None:
    """No longer ask somebody with whom one has not spoken yet; that they were chosen stays on record."""
    row = own_consultation(act, consultation_id=consultation_id)
    _leave(act, row, person_asked(row, person_id=person_id))


def _leave(act: Act, row: Consultation, person: PersonAsked) -> None:
    done = "spoken with" if Talk.objects.filter(person_asked_id=person.id).exists() else ""
    if SentQuestion.objects.filter(person_asked_id=person.id).exists():
        done = done or "sent your question to"
    if done:
        raise Refused(
            f"You have {done} {person.name}, so they stay on record. Ask somebody else as well instead.",
            field="person",
        )
    person.left_at, person.left_by = act.now, act.ctx.membership_id
    person.save(update_fields=["left_at", "left_by"])
    act.note(Leaf.PERSON_ASKED_LEFT, about=Ref("consultation", row.id))


def _chosen(act: Act, row: Consultation, person: ChosenPerson) -> dict[str, Any]:
    """Who was chosen, as columns: by the directory where they are in it, else as they were written down."""
    if person.membership_id:
        card = directory.member(act, membership_id=person.membership_id)
        found = {"name": card.name, "role": card.role, "agency_as_named": card.agency_name}
        telephone, agency_id = card.telephone, card.agency_id
    elif person.line_id:
        line = directory.line(act, line_id=person.line_id)
        found = {"name": line.name, "role": "", "agency_as_named": line.agency_name}
        telephone, agency_id = line.telephone, line.agency_id
    else:
        found = {"name": person.name, "role": person.role, "agency_as_named": person.agency}
        telephone, agency_id = person.telephone, None
    return {
        **found,
        "telephone": telephone,
        "membership_id": person.membership_id,
        "line_id": person.line_id,
        "kind": rules.kind(own_agency_id=row.agency_id, asked_agency_id=agency_id),
    }


def _is_same(person: PersonAsked, columns: dict[str, Any]) -> bool:
    known = ("membership_id", "line_id")
    if any(columns[each] for each in known):
        return all(getattr(person, each) == columns[each] for each in known)
    return all(getattr(person, each) == columns[each] for each in ("name", "role", "agency_as_named"))
