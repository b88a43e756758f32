"""The invented agencies, people and families of the demonstration, in the invented town of Marlbrook.

Telephone numbers are from the ranges that are kept free for fiction (01632 960 and 07700 900).
"""

from dataclasses import dataclass
from datetime import date

from alongside.directory.words import AgencyClass, MemberStanding, RelevantPerson
from alongside.families.commands import RelatedAdult
from alongside.families.words import ParentalResponsibility, Relation


@dataclass(frozen=True, slots=True)
class InventedAgency:
    """An agency, and what its policy document is called; its lawful answers are those of its class."""

    name: str
    agency_class: AgencyClass
    relevant_person: RelevantPerson
    telephone: str
    policy_document: str


@dataclass(frozen=True, slots=True)
class InventedPerson:
    """Somebody who can sign in. `oversees`: "yes" for the agency's safeguarding lead."""

    login_name: str
    name: str
    agency: str
    role: str
    telephone: str
    standing: MemberStanding = MemberStanding.PRACTITIONER
    oversees: str = "no"


@dataclass(frozen=True, slots=True)
class InventedChild:
    """A child with one adult, on the case of the person who works with them."""

    name: str
    born_on: date | None
    adult: RelatedAdult
    of: str


AGENCIES = {
    "school": InventedAgency(
        "Willow Lane Primary",
        AgencyClass.SCHOOL,
        RelevantPerson.YES,
        "01632 960 120",
        "Willow Lane: Appropriate policy document, version 3",
    ),
    "health": InventedAgency(
        "Marlbrook Community Health",
        AgencyClass.HEALTH,
        RelevantPerson.YES,
        "01632 960 110",
        "Community Health: Appropriate policy document, version 7",
    ),
    "housing": InventedAgency(
        "Marlbrook Housing",
        AgencyClass.HOUSING,
        RelevantPerson.YES,
        "01632 960 140",
        "Housing: Appropriate policy document, version 2",
    ),
    "charity": InventedAgency(
        "Riverside Youth Project",
        AgencyClass.CHARITY,
        RelevantPerson.NOT_KNOWN,
        "01632 960 150",
        "Riverside: Appropriate policy document, version 1",
    ),
}

PEOPLE = (
    InventedPerson("bea", "Bea Okafor", "school", "Teaching assistant and family support", "01632 960 121"),
    InventedPerson(
        "helen", "Helen Marsh", "school", "Designated safeguarding lead", "01632 960 122", oversees="yes"
    ),
    InventedPerson(
        "graham", "Graham Pike", "school", "School administrator", "", MemberStanding.ADMINISTRATOR
    ),
    InventedPerson("sunita", "Sunita Rao", "health", "School nurse", "01632 960 111"),
    InventedPerson("maya", "Maya Lindqvist", "health", "Named nurse for safeguarding", "", oversees="yes"),
    InventedPerson("tom", "Tom Whitfield", "housing", "Housing officer", "07700 900 141"),
    InventedPerson("kezia", "Kezia Bright", "charity", "Youth worker", "07700 900 151"),
)

SEEN, CLAIMED, NOT_KNOWN = (
    ParentalResponsibility.SEEN,
    ParentalResponsibility.CLAIMED,
    ParentalResponsibility.UNKNOWN,
)
CHILDREN = {
    "ayo": InventedChild(
        "Ayo Adeyemi", date(2019, 5, 14), RelatedAdult("Folake Adeyemi", Relation.MOTHER, SEEN), "bea"
    ),
    "kai": InventedChild(
        "Kai Thornbury", date(2017, 9, 2), RelatedAdult("Daniel Thornbury", Relation.FATHER, SEEN), "bea"
    ),
    "mia": InventedChild(
        "Mia Ellery", date(2016, 1, 23), RelatedAdult("Joanne Ellery", Relation.MOTHER, CLAIMED), "bea"
    ),
    "freya": InventedChild(
        "Freya Castellan",
        date(2020, 11, 8),
        RelatedAdult("Petra Castellan", Relation.GRANDPARENT, NOT_KNOWN),
        "sunita",
    ),
    "yusuf": InventedChild(
        "Yusuf Haddad", None, RelatedAdult("Karim Haddad", Relation.FATHER, CLAIMED), "tom"
    ),
    "leo": InventedChild(
        "Leo Marchetti", date(2011, 3, 30), RelatedAdult("Ana Marchetti", Relation.MOTHER, SEEN), "kezia"
    ),
}
