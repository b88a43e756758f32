"""The shapes of the invented town of Marlbrook: its agencies, people and families, read into values. Pure.

Whoever fills a demonstration tells these values through the rooms' own commands. They name people by login name,
agencies, children and adults by key, and time as working days before the day of filling (`Moment`), so that a
demonstration is as fresh in a year as today. The longest text that a table takes stands beside each text
(`Most`) and is kept by the reader.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from re import fullmatch
from typing import Annotated, Self

from alongside.contacts.words import Channel, Hiding, Never, SafeTime, Wanted
from alongside.directory.words import AgencyClass, MemberStanding, RelevantPerson
from alongside.families.words import (
    BirthBasis,
    Bond,
    Gender,
    Life,
    LivesWith,
    OrderKind,
    ParentalResponsibility,
    Relation,
    UnderEighteen,
)
from alongside.languages.words import Language
from alongside.upkeep.words import Past, YesOrNo


@dataclass(frozen=True, slots=True)
class Most:
    """How many characters a text may have, because its table takes no more. One without a default says something."""

    characters: int


@dataclass(frozen=True, slots=True)
class Moment:
    """A time in London so many working days before the day of filling; never that day itself, which may be young."""

    days_ago: int
    hour: int
    minute: int

    @classmethod
    def read(cls, text: str) -> Self:
        """Of words such as `15 days ago, 09:20`. Raises ValueError."""
        found = fullmatch(r"(\d{1,3}) days? ago, ([01]\d|2[0-3]):([0-5]\d)", text)
        if found is None or int(found[1]) < 1:
            raise ValueError("write a time as “15 days ago, 09:20”, at least 1 day ago")
        return cls(int(found[1]), int(found[2]), int(found[3]))

    @property
    def order(self) -> tuple[int, int, int]:
        """What to compare: an earlier moment is smaller."""
        return (-self.days_ago, self.hour, self.minute)


@dataclass(frozen=True, slots=True)
class Age:
    """How old a child is on the day of filling."""

    years: int
    months: int

    @classmethod
    def read(cls, text: str) -> Self:
        """Of words such as `7y 2m`. Raises ValueError."""
        found = fullmatch(r"(\d{1,2})y (\d{1,2})m", text)
        if found is None or int(found[2]) > 11 or int(found[1]) > 17:
            raise ValueError("write an age under eighteen as “7y 2m”")
        return cls(int(found[1]), int(found[2]))

    @property
    def in_months(self) -> int:
        """The age in whole months."""
        return self.years * 12 + self.months


@dataclass(frozen=True, slots=True)
class InventedLine:
    """A consultation line of an agency: `people` (login names) serve on it."""

    name: Annotated[str, Most(120)]
    telephone: Annotated[str, Most(30)]
    opening: Annotated[str, Most(400)]
    people: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class InventedAgency:
    """An agency. Its lawful answers are those of its class; `procedure` is its own, for consultations inside it."""

    key: str
    name: Annotated[str, Most(150)]
    agency_class: AgencyClass
    relevant_person: RelevantPerson
    telephone: Annotated[str, Most(30)]
    policy_document: Annotated[str, Most(200)]
    procedure: Annotated[str, Most(2000)] = ""
    consultation_line: InventedLine | None = None


@dataclass(frozen=True, slots=True)
class InventedPerson:
    """Somebody who can sign in.

    `oversees`: yes for a safeguarding lead of the agency; `keeps_lawful_answers`: yes for its data-protection
    officer; `asked_about`: themes on which the generated past asks for their view.
    """

    login_name: str
    name: Annotated[str, Most(120)]
    agency: str
    role: Annotated[str, Most(100)]
    telephone: Annotated[str, Most(30)]
    standing: MemberStanding = MemberStanding.PRACTITIONER
    oversees: YesOrNo = YesOrNo.NO
    keeps_lawful_answers: YesOrNo = YesOrNo.NO
    asked_about: tuple[str, ...] = ()


def born(age: Age, *, key: str, today: date) -> date:
    """A date of birth at which somebody has this age today."""
    month = today.year * 12 + today.month - 1 - age.in_months
    first = date(month // 12, month % 12 + 1, min(today.day, 28))
    return first - timedelta(days=sum(map(ord, key)) % 27)


@dataclass(frozen=True, slots=True)
class InventedChild:
    """A child: born (`age`), expected (`expected_in_weeks`, `mother` is the key of an adult), or of unknown age."""

    key: str
    name: Annotated[str, Most(120)]
    age: Age | None = None
    expected_in_weeks: int | None = None
    mother: str = ""
    gender: Gender = Gender.UNKNOWN

    @property
    def first_name(self) -> str:
        """What people who know the child call them."""
        return self.name.split()[0]

    def born_on(self, today: date) -> date | None:
        """The date of birth seen from the day of filling; None where it is not known or the child is unborn.

        Birthdays lie a few days apart by the key, so that not everybody is a whole month old on the same day.
        """
        return None if self.age is None else born(self.age, key=self.key, today=today)

    def expected_on(self, today: date) -> date | None:
        """The expected date of birth; None for a child who is born."""
        return None if self.expected_in_weeks is None else today + timedelta(weeks=self.expected_in_weeks)


@dataclass(frozen=True, slots=True)
class InventedRelation:
    """Who an adult is to one child, where that is not as to the others."""

    child: str
    relation: Relation
    parental_responsibility: ParentalResponsibility
    lives_with: LivesWith


@dataclass(frozen=True, slots=True)
class InventedAdult:
    """An adult of a family: who they are to its children, and to which of them otherwise (`differs`)."""

    key: str
    name: Annotated[str, Most(120)]
    relation: Relation
    parental_responsibility: ParentalResponsibility
    lives_with: LivesWith
    differs: tuple[InventedRelation, ...] = ()
    gender: Gender = Gender.UNKNOWN
    age_years: int | None = None
    under_eighteen: UnderEighteen = UnderEighteen.UNKNOWN
    life: Life = Life.NOT_SAID

    def to(self, child_key: str) -> InventedRelation:
        """Who this adult is to one child."""
        for each in self.differs:
            if each.child == child_key:
                return each
        return InventedRelation(child_key, self.relation, self.parental_responsibility, self.lives_with)


@dataclass(frozen=True, slots=True)
class InventedCouple:
    """What two adults of a family are to one another, by their keys."""

    one: str
    other: str
    bond: Bond


@dataclass(frozen=True, slots=True)
class InventedHome:
    """Who lives together, by the keys of children and adults; `part` of them only part of the time."""

    key: str
    name: Annotated[str, Most(80)]
    people: tuple[str, ...]
    part: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class InventedOrder:
    """An order about one child; `holder` is the key of an adult in whose favour it is. `evidence` was seen, if any."""

    child: str
    kind: OrderKind
    authority: Annotated[str, Most(160)] = ""
    holder: str = ""
    restricts: Annotated[str, Most(600)] = ""
    evidence: Annotated[str, Most(400)] = ""


@dataclass(frozen=True, slots=True)
class InventedSaidAge:
    """What was said of a child's age, by somebody, on some basis."""

    child: str
    basis: BirthBasis
    age: Age
    words: Annotated[str, Most(400)]


@dataclass(frozen=True, slots=True)
class InventedContact:
    """How one person (key of an adult or child) may be reached; `safe_because` where somebody made sure; its end."""

    key: str
    who: str
    when: Moment
    channel: Channel
    where: Annotated[str, Most(400)]
    hiding: Hiding = Hiding.NOBODY
    hidden_from: tuple[str, ...] = ()
    times: Annotated[str, Most(200)] = ""
    sender: Annotated[str, Most(60)] = ""
    never: tuple[Never, ...] = ()
    never_words: Annotated[str, Most(500)] = ""
    safe_times: tuple[SafeTime, ...] = ()
    safe_because: Annotated[str, Most(300)] = ""
    ended_when: Moment | None = None
    ended_why: Annotated[str, Most(300)] = ""


@dataclass(frozen=True, slots=True)
class InventedReader:
    """In which language and print one person reads, and whether they need an interpreter."""

    who: str
    when: Moment
    language: Language
    large_print: Wanted
    interpreter: Wanted


@dataclass(frozen=True, slots=True)
class InventedFamily:
    """Children and adults on the case of one person. `shape` tells a reader of the file what is particular.

    `past` is written by hand where a visitor reads all of it: nothing is generated about such a family.
    """

    key: str
    shape: str
    case_of: str
    children: tuple[InventedChild, ...]
    adults: tuple[InventedAdult, ...]
    couples: tuple[InventedCouple, ...] = ()
    homes: tuple[InventedHome, ...] = ()
    orders: tuple[InventedOrder, ...] = ()
    said_ages: tuple[InventedSaidAge, ...] = ()
    contacts: tuple[InventedContact, ...] = ()
    readers: tuple[InventedReader, ...] = ()
    past: Past = Past.GENERATED
