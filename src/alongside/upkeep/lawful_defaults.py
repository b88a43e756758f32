"""The lawful answers with which an agency of each class begins, until its data-protection officer has read them.

Public bodies rest on their public task, which must be their own; a charity, a faith group, a nursery or a
childminder cannot, and rests on the recognised legitimate interest of safeguarding (rulebook 3.1). What an agency
alone can say, its policy document, stays empty until somebody says it, and records then show it as missing.
"""

from dataclasses import dataclass

from alongside.directory.words import PUBLIC_BODIES, AgencyClass
from alongside.sharing.rules import Profile
from alongside.sharing.words import Confidentiality

PARAGRAPH_18 = "Article 9(2)(g) with DPA 2018 Schedule 1 paragraph 18"
NEEDED_TO_SAFEGUARD = "It is needed to safeguard a child"


@dataclass(frozen=True, slots=True)
class Power:
    """What gives an agency the power to share: the enactment or rule, and the same in plain words."""

    source: str
    in_words: str


TOGETHER = Power(
    "Children Act 2004 s.10",
    "We work with other agencies for the well-being of children, as the law asks of us",
)
SOCIAL_WORK = Power(
    "Children Act 1989 ss.17 and 47", "We must help children in need and find out whether a child is safe"
)
POWERS: dict[AgencyClass, Power] = {
    AgencyClass.SCHOOL: Power(
        "Education Act 2002 s.175", "A school must safeguard and promote the welfare of its pupils"
    ),
    AgencyClass.EARLY_YEARS: Power(
        "Our registration as a provider of early years",
        "We must keep the children whom we look after safe and well",
    ),
    AgencyClass.HEALTH: TOGETHER,
    AgencyClass.GP_PRACTICE: TOGETHER,
    AgencyClass.SOCIAL_CARE: SOCIAL_WORK,
    AgencyClass.MASH: SOCIAL_WORK,
    AgencyClass.EARLY_HELP: TOGETHER,
    AgencyClass.POLICE: TOGETHER,
    AgencyClass.HOUSING: TOGETHER,
    AgencyClass.PROBATION: TOGETHER,
    AgencyClass.CHARITY: Power(
        "Our charitable objects", "Our charity was set up to help young people, and this does"
    ),
    AgencyClass.FAITH: Power(
        "The rules of our community", "Our community looks after the children who come to it, and this does"
    ),
}


def profile_of_class(agency_class: AgencyClass, *, policy_document: str) -> Profile:
    """The lawful answers of an agency of this class; `policy_document` is empty where nobody has named one yet."""
    power = POWERS[agency_class]
    public = agency_class in PUBLIC_BODIES
    return Profile(
        power=power.source,
        power_in_words=power.in_words,
        art6="6(1)(e)" if public else "6(1)(ea)",
        art6_in_words=(
            "It is part of the public task that the law gives us"
            if public
            else "It safeguards a child, which the law recognises as a legitimate interest"
        ),
        art9_and_sch1=PARAGRAPH_18,
        art9_in_words=NEEDED_TO_SAFEGUARD,
        confidentiality_without_consent=Confidentiality.PUBLIC_INTEREST,
        policy_document=policy_document,
    )
