"""The cast: the same people in every test, so that one learns who may do what by reading any one file.

amira leads the case · ben works beside her and is not on it · cerys (school) is admitted · dev is a stranger ·
esther is on the case and related to the family, her conflict declared · farid administers the agency and sees no
content · gwen is the parent · hal left yesterday · iris is the safeguarding lead of amira's agency.
"""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

from django.contrib.auth.models import User

from alongside.access import context, frame
from alongside.access.context import Context
from alongside.access.words import Purpose, Standing
from alongside.cases import commands as cases
from alongside.directory import commands as directory
from alongside.directory.words import AgencyClass, MemberStanding, RelevantPerson, Setting
from alongside.families import commands as families
from alongside.families.commands import RelatedAdult
from alongside.families.words import ParentalResponsibility, Relation

NOW = datetime(2026, 11, 3, 15, 40, tzinfo=UTC)  # a Tuesday, at twenty to four


@dataclass(frozen=True)
class Person:
    name: str
    login_id: int
    practitioner_id: UUID
    membership_id: UUID
    agency_id: UUID
    agency_name: str
    standing: Standing = Standing.PRACTITIONER

    def ctx(self, *, command_id: UUID | None = None) -> Context:
        """A new request of this person, with a new command id unless one is given."""
        return Context(
            membership_id=self.membership_id,
            practitioner_id=self.practitioner_id,
            agency_id=self.agency_id,
            standing=self.standing,
            now=context.clock(),
            session=context.pseudonym(self.name),
            command_id=command_id or uuid4(),
        )


@dataclass(frozen=True)
class Cast:
    people: dict[str, Person]
    agencies: dict[str, UUID]
    case_id: UUID
    child_id: UUID
    mother_id: UUID
    father_id: UUID
    extra: dict[str, UUID] = field(default_factory=dict)

    def __getattr__(self, name: str) -> Person:
        try:
            return self.people[name]
        except KeyError:
            raise AttributeError(name) from None


AGENCIES = {
    "health": ("Marlbrook Community Health", AgencyClass.HEALTH, "01632 960 110"),
    "school": ("Willow Lane Primary", AgencyClass.SCHOOL, "01632 960 120"),
    "police": ("Marlbrook Police", AgencyClass.POLICE, "01632 960 130"),
}
PEOPLE = {
    "amira": ("Amira Haddad", "health", "Health visitor"),
    "ben": ("Ben Ashworth", "health", "Health visitor"),
    "cerys": ("Cerys Pugh", "school", "Teaching assistant"),
    "dev": ("Dev Malik", "police", "Police constable"),
    "esther": ("Esther Lund", "health", "School nurse"),
    "farid": ("Farid Aziz", "health", "Administrator"),
    "hal": ("Hal Brook", "health", "Health visitor"),
    "iris": ("Iris Olsen", "health", "Named nurse for safeguarding"),
}


def assemble() -> Cast:
    """Bring the cast into an empty, migrated house, through the real commands."""
    agencies = {key: _agency(*words) for key, words in AGENCIES.items()}
    people = {key: _person(key, *words, agencies=agencies) for key, words in PEOPLE.items()}
    amira, iris = people["amira"], people["iris"]
    directory.give_oversight(
        context.upkeep_context(),
        membership_id=iris.membership_id,
        agency_id=iris.agency_id,
        until=NOW + timedelta(days=365),
    )
    case_id = cases.open_case(amira.ctx())
    child_id = families.add_child(amira.ctx(), case_id=case_id, name="Ayo Adeyemi", born_on=date(2019, 5, 14))
    mother_id, father_id = (
        families.add_adult(amira.ctx(), child_id=child_id, adult=RelatedAdult(name, relation, responsibility))
        for name, relation, responsibility in (
            ("Gwen Adeyemi", Relation.MOTHER, ParentalResponsibility.SEEN),
            ("Tunde Adeyemi", Relation.FATHER, ParentalResponsibility.CLAIMED),
        )
    )
    for key in ("cerys", "esther", "hal"):
        cases.admit_member(
            amira.ctx(),
            case_id=case_id,
            membership_id=people[key].membership_id,
            purpose=Purpose.EARLY_HELP,
            reason="Works with the family",
        )
    cases.declare_conflict(
        amira.ctx(),
        case_id=case_id,
        membership_id=people["esther"].membership_id,
        reason="Her sister's child",
    )
    directory.end_membership(context.upkeep_context(), membership_id=people["hal"].membership_id)
    for name, value in (
        (Setting.PARTNERSHIP_NAME, "Marlbrook Safeguarding Partnership"),
        (Setting.CSC_TELEPHONE, "01632 960 101"),
        (Setting.GUIDANCE_EDITION, "hmg-2018-07"),
    ):
        directory.decide_setting(
            context.upkeep_context(), name=name, value=value, from_on=date(2018, 7, 1), source="The tests"
        )
    return Cast(people, agencies, case_id, child_id, mother_id, father_id)


def _agency(name: str, agency_class: AgencyClass, telephone: str) -> UUID:
    return directory.add_agency(
        context.upkeep_context(),
        name=name,
        agency_class=agency_class,
        relevant_person=RelevantPerson.YES,
        telephone=telephone,
    )


def _person(key: str, name: str, agency: str, role: str, *, agencies: dict[str, UUID]) -> Person:
    standing = Standing.ADMINISTRATOR if key == "farid" else Standing.PRACTITIONER
    with frame.doing():
        login = User.objects.create(username=key, password="!", email=f"{key}@example.org")
    practitioner_id = directory.add_practitioner(context.upkeep_context(), name=name, login_id=login.pk)
    membership_id = directory.begin_membership(
        context.upkeep_context(),
        practitioner_id=practitioner_id,
        agency_id=agencies[agency],
        role=role,
        telephone="",
        standing=MemberStanding(standing.value),
    )
    return Person(
        name, login.pk, practitioner_id, membership_id, agencies[agency], AGENCIES[agency][0], standing
    )
