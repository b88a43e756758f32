"""A consultation line at Cerys's school, answered by her and by Nia; what is sent to it, through the real commands."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from django.contrib.auth.models import User

from alongside.access import context, frame
from alongside.advice import queries as advice
from alongside.advice.words import Wanted
from alongside.cases import commands as cases
from alongside.consultations import commands
from alongside.consultations.commands import ChosenPerson, Sent
from alongside.consultations.words import Checked
from alongside.directory import commands as directory
from alongside.families import commands as families
from alongside.families.commands import RelatedAdult
from alongside.families.words import ParentalResponsibility, Relation
from tests import journey
from tests.people import Cast, Person
from tests.staging import staged

NUMBER = "01632 960 110"
WHY = "I rang twice and nobody answered."


@staged
def with_nia(cast: Cast) -> Cast:
    """The same cast and Nia, who works beside Cerys."""
    return replace(cast, people={**cast.people, "nia": colleague(cast, "nia", "Nia Morgan", like=cast.cerys)})


def colleague(cast: Cast, key: str, name: str, *, like: Person) -> Person:
    """Somebody new in the agency of another."""
    with frame.doing():
        login = User.objects.create(username=key, password="!", email=f"{key}@example.org")
    practitioner_id = directory.add_practitioner(context.upkeep_context(), name=name, login_id=login.pk)
    membership_id = directory.begin_membership(
        context.upkeep_context(),
        practitioner_id=practitioner_id,
        agency_id=like.agency_id,
        role="Learning mentor",
        telephone="",
    )
    return Person(name, login.pk, practitioner_id, membership_id, like.agency_id, like.agency_name)


def with_a_child_of_their_own(cast: Cast, number: int) -> Cast:
    """The cast as one more health visitor sees it: in Amira's place, with a case, a child and a mother of theirs."""
    asker = colleague(cast, f"asker{number}", f"Asker Number{number}", like=cast.amira)
    case_id = cases.open_case(asker.ctx())
    child_id = families.add_child(
        asker.ctx(), case_id=case_id, name=f"Child Number{number}", born_on=date(2019, 5, 14)
    )
    mother = RelatedAdult("Gwen Adeyemi", Relation.MOTHER, ParentalResponsibility.SEEN)
    mother_id = families.add_adult(asker.ctx(), child_id=child_id, adult=mother)
    people = {**cast.people, "amira": asker}
    return replace(cast, people=people, case_id=case_id, child_id=child_id, mother_id=mother_id)


def opened(cast: Cast, *people: Person, name: str = "Willow Lane advice line") -> UUID:
    """A line of the school, answered by these."""
    line_id = directory.open_line(
        context.upkeep_context(),
        agency_id=cast.cerys.agency_id,
        name=name,
        telephone="01632 960 121",
        opening_words="Weekdays, nine to four",
    )
    for person in people:
        directory.join_line(context.upkeep_context(), line_id=line_id, membership_id=person.membership_id)
    return line_id


def decided(cast: Cast, line_id: UUID) -> dict[str, UUID]:
    """Amira has decided that she may share with the line: the keys of the consultation and of the line in it."""
    journey.keep_profiles(cast)
    consultation_id = journey.prepare(cast)
    keys = journey.person_in(cast, consultation_id)
    commands.choose_person(
        cast.amira.ctx(),
        consultation_id=consultation_id,
        person=ChosenPerson(None, Checked.DIRECTORY, line_id=line_id),
        instead_of=keys["person_id"],
    )
    commands.list_what(
        cast.amira.ctx(), consultation_id=consultation_id, items=(journey.DAMP, journey.ABSENT)
    )
    journey.family_says(cast, consultation_id)
    journey.answer(cast, consultation_id, "P0", "no")
    journey.decide(cast, consultation_id)
    return journey.person_in(cast, consultation_id)


def sent(cast: Cast, keys: dict[str, UUID], *, wanted: Wanted = Wanted.TODAY) -> UUID:
    """Amira sends the question to the line; answers the consultation."""
    commands.send_question(cast.amira.ctx(), **keys, sent=Sent(WHY, NUMBER, wanted))
    return keys["consultation_id"]


@staged
def waiting(cast: Cast) -> tuple[UUID, UUID]:
    """A question of Amira's waits on the line that Cerys and Nia answer: the line and the question."""
    line_id = opened(cast, cast.cerys, cast.nia)
    sent(cast, decided(cast, line_id))
    (question,) = advice.open_line(cast.cerys.ctx(), line_id=line_id).questions
    return line_id, question.id
