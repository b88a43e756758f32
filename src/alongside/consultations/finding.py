"""How a deed finds the consultation it is about, and states it as the matter of a decision."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID, uuid5

from alongside.access.context import day_in_london
from alongside.access.gate import Act
from alongside.access.words import NotThere, Ref
from alongside.consultations.family_notices import Facts
from alongside.consultations.models import Consultation, PersonAsked, SentQuestion, SpokenRecord, Talk
from alongside.consultations.words import Checked
from alongside.directory import queries as directory
from alongside.directory.words import RelevantPerson
from alongside.sharing.rules import Alike, Matter

ASKED_MOST = 20
CHOSEN_MOST = 200
SENT_MOST = 10
TOGETHER_MOST = 20


def own_consultation(act: Act, *, consultation_id: UUID) -> Consultation:
    """A consultation of one's own agency, on a case to which one is admitted; without names, one's own. Raises NotThere.

    A safeguarding lead sees it and does not continue it: the case is not theirs.
    """
    act.admit("consultations.Consultation", consultation_id)
    row = Consultation.objects.get(id=consultation_id)
    if row.agency_id != act.ctx.agency_id:
        raise NotThere
    if row.case_id is not None:
        act.admit("cases.Case", row.case_id)
    elif row.author_membership_id != act.ctx.membership_id:
        raise NotThere
    return row


def people_asked(row: Consultation) -> tuple[PersonAsked, ...]:
    """Whom the asker wants to ask, in the order in which they were chosen; whoever was left again is not among them."""
    found = PersonAsked.objects.filter(consultation_id=row.id, left_at__isnull=True)
    return tuple(found.order_by("chosen_at", "id")[:ASKED_MOST])


def person_asked(row: Consultation, *, person_id: UUID) -> PersonAsked:
    """One of them. Raises NotThere."""
    person = next((each for each in people_asked(row) if each.id == person_id), None)
    if person is None:
        raise NotThere
    return person


def person_told(row: Consultation, *, disclosure_id: UUID) -> PersonAsked:
    """Who of them was told something, by its disclosure: in a talk, or with a question. Raises NotThere."""
    keys = {"consultation_id": row.id, "disclosure_id": disclosure_id}
    found = Talk.objects.filter(**keys).first() or SentQuestion.objects.filter(**keys).first()
    if found is None:
        raise NotThere
    return person_asked(row, person_id=found.person_asked_id)


def sent_to(person: PersonAsked) -> frozenset[UUID]:
    """What was sent to one person asked, by disclosure."""
    rows = SentQuestion.objects.filter(person_asked_id=person.id)
    return frozenset(rows.values_list("disclosure_id", flat=True)[:SENT_MOST])


def named(person: PersonAsked) -> str:
    """A person asked, as every page and record prints them."""
    return ", ".join(filter(None, (person.name, person.role, person.agency_as_named)))


def people_named(ids: Collection[UUID]) -> dict[UUID, str]:
    """Who is asked in each of these consultations, in one look-up: one person as every page prints them, several by name.

    In the order in which they were chosen.
    """
    asked = PersonAsked.objects.filter(consultation_id__in=ids, left_at__isnull=True)
    people: dict[UUID, list[PersonAsked]] = {}
    for person in asked.order_by("chosen_at", "id")[: len(ids) * ASKED_MOST]:
        people.setdefault(person.consultation_id, []).append(person)
    return {key: _together(each) for key, each in people.items()}


def _together(people: list[PersonAsked]) -> str:
    if len(people) == 1:
        return named(people[0])
    return ", ".join(person.name for person in people[:-1]) + f" and {people[-1].name}"


def first_told_at(row: Consultation) -> datetime | None:
    """When the first of those asked was told anything, spoken or in writing; None while nobody was."""
    of_it = {"consultation_id": row.id}
    told = (
        *Talk.objects.filter(**of_it).order_by("talked_at").values_list("talked_at", flat=True)[:1],
        *SentQuestion.objects.filter(**of_it).order_by("sent_at").values_list("sent_at", flat=True)[:1],
        *SpokenRecord.objects.filter(spoken_at__isnull=False, **of_it).values_list("spoken_at", flat=True)[
            :1
        ],
    )
    return min((at for at in told if at is not None), default=None)


def spoken_before(row: Consultation, person: PersonAsked) -> SpokenRecord | None:
    """The talk that was written down on one page after it was held, where it was with this person; None otherwise (E19).

    It was with the first who was written down, or with who took their place.
    """
    spoken = SpokenRecord.objects.filter(consultation_id=row.id).first()
    if spoken is None:
        return None
    chosen = PersonAsked.objects.filter(consultation_id=row.id).order_by("chosen_at", "id")
    people = list(chosen[:CHOSEN_MOST])
    with_whom = people[0]
    for each in people[1:]:
        if each.chosen_at == with_whom.left_at:
            with_whom = each
    return spoken if with_whom.id == person.id else None


def recipient_id(person: PersonAsked) -> UUID:
    """What decisions name a person asked by: their membership, the line, or who a snapshot says that they are.

    Someone not on Alongside stays the same recipient when only their telephone number is put right.
    """
    return person.membership_id or person.line_id or uuid5(person.consultation_id, named(person))


def matter(row: Consultation, person: PersonAsked) -> Matter:
    """The consultation as the matter of a decision: one child, one recipient, one purpose."""
    return Matter(
        about=Ref("consultation", row.id),
        case_id=row.case_id,
        child_id=row.about_child_id,
        child=row.child_as_named,
        recipient_id=recipient_id(person),
        recipient=named(person),
        recipient_membership_id=person.membership_id,
        recipient_line_id=person.line_id,
        recipient_check=Checked(person.checked).label,
        direction=person.direction,
        recipient_covered=_covered(person),
        benefit=row.benefit,
        explanation=row.explanation_for_family,
        alike=(*_other_recipients(row, person), *_other_children(row, person)),
    )


def _covered(person: PersonAsked) -> RelevantPerson:
    """Whether the agency asked is on the list of the duty to share, by the directory."""
    card = directory.card_of(person.membership_id) if person.membership_id else None
    line = directory.line_card(person.line_id) if person.line_id else None
    agency_id = card.agency_id if card else line.agency_id if line else None
    agency = directory.agency_card(agency_id) if agency_id else None
    return agency.relevant_person if agency else RelevantPerson.NOT_KNOWN


def _other_recipients(row: Consultation, person: PersonAsked) -> tuple[Alike, ...]:
    return tuple(
        Alike(Ref("consultation", row.id), recipient_id(other), other.name)
        for other in people_asked(row)
        if other.id != person.id
    )


def _other_children(row: Consultation, person: PersonAsked) -> tuple[Alike, ...]:
    """The same person asked about the other children of a group that was begun as one (S08)."""
    return tuple(
        Alike(Ref("consultation", other.id), recipient_id(asked), other.child_as_named)
        for other in begun_together(row)
        for asked in people_asked(other)
        if (asked.membership_id, asked.line_id, named(asked))
        == (person.membership_id, person.line_id, named(person))
    )


def facts_for_family(row: Consultation, *, is_for_the_child: bool) -> Facts:
    """What a notice to one person of the family is made of, before anything was decided."""
    asker, agency = directory.card_of(row.author_membership_id), directory.agency_card(row.agency_id)
    talks = Talk.objects.filter(consultation_id=row.id).order_by("-talked_at")
    last = talks.values_list("talked_at", flat=True).first()
    return Facts(
        about=Ref("consultation", row.id),
        child=row.child_as_named,
        is_for_the_child=is_for_the_child,
        asker=asker.name if asker else "",
        agency=agency.name if agency else "",
        telephone=(asker.telephone if asker else "") or (agency.telephone if agency else ""),
        asked=tuple(named(person) for person in people_asked(row)),
        spoken_on=day_in_london(last) if last else None,
        why=row.explanation_for_family,
    )


def begun_together(row: Consultation) -> tuple[Consultation, ...]:
    """The consultations about the other children of a group, of the same case and practitioner, oldest first."""
    if row.together_id is None or row.case_id is None:
        return ()
    others = Consultation.objects.filter(
        together_id=row.together_id, case_id=row.case_id, author_membership_id=row.author_membership_id
    ).exclude(id=row.id)
    return tuple(others.order_by("begun_at", "id")[:TOGETHER_MOST])
