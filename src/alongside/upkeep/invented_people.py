"""The invented agencies, people and families of the demonstration, in the invented town of Marlbrook.

Telephone numbers are from the ranges that are kept free for fiction (01632 960 and 07700 900).
"""

from dataclasses import dataclass
from datetime import date

from alongside.directory.words import AgencyClass, MemberStanding, RelevantPerson
from alongside.families.commands import RelatedAdult
from alongside.families.words import ParentalResponsibility, Relation
from alongside.sharing.rules import Profile
from alongside.sharing.words import Confidentiality


@dataclass(frozen=True, slots=True)
class InventedAgency:
    """An agency with its lawful answers, as its data-protection officer would keep them."""

    name: str
    agency_class: AgencyClass
    relevant_person: RelevantPerson
    telephone: str
    profile: Profile


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


def _public(policy: str, *, power: str, power_in_words: str) -> Profile:
    return Profile(
        power=power,
        power_in_words=power_in_words,
        art6="6(1)(e)",
        art6_in_words="It is part of the public task that the law gives us",
        art9_and_sch1="Article 9(2)(g) with DPA 2018 Schedule 1 paragraph 18",
        art9_in_words="It is needed to safeguard a child",
        confidentiality_without_consent=Confidentiality.PUBLIC_INTEREST,
        policy_document=policy,
    )


TOGETHER = "We work with other agencies for the well-being of children, as the law asks of us"
AGENCIES = {
    "school": InventedAgency(
        "Willow Lane Primary",
        AgencyClass.SCHOOL,
        RelevantPerson.YES,
        "01632 960 120",
        _public(
            "Willow Lane: Appropriate policy document, version 3",
            power="Education Act 2002 s.175",
            power_in_words="A school must safeguard and promote the welfare of its pupils",
        ),
    ),
    "health": InventedAgency(
        "Marlbrook Community Health",
        AgencyClass.HEALTH,
        RelevantPerson.YES,
        "01632 960 110",
        _public(
            "Community Health: Appropriate policy document, version 7",
            power="Children Act 2004 s.10",
            power_in_words=TOGETHER,
        ),
    ),
    "housing": InventedAgency(
        "Marlbrook Housing",
        AgencyClass.HOUSING,
        RelevantPerson.YES,
        "01632 960 140",
        _public(
            "Housing: Appropriate policy document, version 2",
            power="Children Act 2004 s.10",
            power_in_words=TOGETHER,
        ),
    ),
    "charity": InventedAgency(
        "Riverside Youth Project",
        AgencyClass.CHARITY,
        RelevantPerson.NOT_KNOWN,
        "01632 960 150",
        Profile(
            power="Our charitable objects",
            power_in_words="Our charity was set up to help young people, and this does",
            art6="6(1)(ea)",
            art6_in_words="It safeguards a child, which the law recognises as a legitimate interest",
            art9_and_sch1="Article 9(2)(g) with DPA 2018 Schedule 1 paragraph 18",
            art9_in_words="It is needed to safeguard a child",
            confidentiality_without_consent=Confidentiality.PUBLIC_INTEREST,
            policy_document="Riverside: Appropriate policy document, version 1",
        ),
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
