"""The shapes of what is asked in Marlbrook: consultations, and the building stones of generated ones. Pure.

A consultation stands as it is on the day the demonstration is filled: every deed that has happened is there with
its moment, and what is not there has not happened. `state` says the same in a word.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated

from alongside.advice.words import NoteState
from alongside.consent.words import AbsentReason, Category, Conclusion, Form, Status
from alongside.consultations.words import Checked, Medium, OutcomeKind
from alongside.directory.words import AgencyClass
from alongside.involvement.words import Ground, Told
from alongside.letters.words import Print
from alongside.sharing.words import Countersignature, Included, ItemKind
from alongside.upkeep.invented_shapes import (
    InventedAgency,
    InventedFamily,
    InventedPerson,
    Moment,
    Most,
)
from alongside.upkeep.invented_turns import InventedResolution, InventedTurn
from alongside.upkeep.words import NextStep, Slip, Stop, Way, YesOrNo

SHARE, DO_NOT_SHARE = "SHARE", "DO_NOT_SHARE"


@dataclass(frozen=True, slots=True)
class InventedItem:
    """One statement. `for_whom`: keys of recipients; empty for all of them."""

    text: Annotated[str, Most(2000)]
    category: Category
    kind: ItemKind
    source: Annotated[str, Most(300)]
    included: Included = Included.SHARE
    left_out_reason: Annotated[str, Most(500)] = ""
    for_whom: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class InventedAnswer:
    """What one person of the family said. `who`: key of an adult or child; `when`: None as it was begun."""

    who: str
    status: Status
    words: Annotated[str, Most(2000)] = ""
    absent_reason: AbsentReason | None = None
    allowed: tuple[Category, ...] = ()
    excluded: tuple[Category, ...] = ()
    form: Form = Form.VERBAL
    review_in_days: int = 90
    advice_from: Annotated[str, Most(300)] = ""
    told_later: Annotated[str, Most(300)] = ""
    when: Moment | None = None
    for_whom: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class InventedAssessment:
    """That a child (`who`, by key) was assessed for this one decision, and can make it: with the reasons."""

    who: str
    explained: Annotated[str, Most(2000)]
    answers: Annotated[str, Most(2000)]
    reasons: Annotated[str, Most(2000)]
    conclusion: Conclusion = Conclusion.ABLE


@dataclass(frozen=True, slots=True)
class InventedCountersignature:
    """A safeguarding lead's word on a refusal. `by` and `when` are empty while it is awaited."""

    stands: Countersignature
    by: str = ""
    words: Annotated[str, Most(2000)] = ""
    when: Moment | None = None


@dataclass(frozen=True, slots=True)
class InventedDecision:
    """One decision for one recipient: the chart's questions that the record leaves open, the outcome, the reasons.

    `answers` belong to the July 2018 chart: P0, Q2 where the family disagrees, Q4 where they did not consent.
    """

    outcome: str
    answers: Mapping[str, str]
    reasons: Annotated[str, Most(2000)]
    necessity: Annotated[str, Most(2000)] = ""
    review_trigger: Annotated[str, Most(1000)] = ""
    alternative_action: Annotated[str, Most(1000)] = ""
    when: Moment | None = None
    countersignature: InventedCountersignature | None = None


@dataclass(frozen=True, slots=True)
class InventedTalk:
    """One conversation. `when` it began; `minutes` how long; written ones say why nobody spoke."""

    when: Moment
    said: Annotated[str, Most(4000)]
    heard: Annotated[str, Most(4000)]
    medium: Medium = Medium.TELEPHONE
    minutes: int = 10
    why_not_spoken: Annotated[str, Most(500)] = ""


@dataclass(frozen=True, slots=True)
class InventedView:
    """The adviser's word on the note and their own view. Of an outsider it is what the asker wrote down."""

    when: Moment
    note_state: NoteState = NoteState.CONFIRMED
    correction: Annotated[str, Most(4000)] = ""
    view: Annotated[str, Most(4000)] = ""
    offer: Annotated[str, Most(2000)] = ""


@dataclass(frozen=True, slots=True)
class Outsider:
    """An adviser who is not on Alongside, as the asker knows them."""

    name: Annotated[str, Most(120)]
    role: Annotated[str, Most(100)]
    agency: Annotated[str, Most(150)]
    telephone: Annotated[str, Most(30)]
    slip: Slip = Slip.NONE


@dataclass(frozen=True, slots=True)
class Taken:
    """Who took a question from a line; or to whom it was handed on, and why (`words`)."""

    by: str
    when: Moment
    words: Annotated[str, Most(500)] = ""


@dataclass(frozen=True, slots=True)
class AskedBack:
    """What the adviser asked back before advising; `answer` is empty while nobody has answered."""

    words: Annotated[str, Most(2000)]
    when: Moment
    answer: Annotated[str, Most(2000)] = ""
    answered: Moment | None = None


@dataclass(frozen=True, slots=True)
class InventedRecipient:
    """One who is asked: exactly one of `person` (login name), `line` (an agency with one) and `outside`.

    `key` is how items and answers name it. `posted` and `taken` belong to a line; `handed_on` to a line, too.
    `decision` is None inside one agency, and while nothing is decided.
    """

    key: str
    person: str = ""
    line: str = ""
    outside: Outsider | None = None
    checked: Checked = Checked.DIRECTORY
    decision: InventedDecision | None = None
    posted: Moment | None = None
    taken: Taken | None = None
    handed_on: Taken | None = None
    asked_back: AskedBack | None = None
    talks: tuple[InventedTalk, ...] = ()
    view: InventedView | None = None

    @property
    def adviser(self) -> str:
        """The login name of whoever answers; empty for an outsider and while nobody has taken the question."""
        last = self.handed_on or self.taken
        return self.person or (last.by if last else "")


@dataclass(frozen=True, slots=True)
class InventedOutcome:
    """What was decided together. `next_step`: whether the ring that it asks for was made, when, and what came of it."""

    kind: OutcomeKind
    when: Moment
    words: Annotated[str, Most(4000)]
    next_step: NextStep = NextStep.NONE
    next_step_when: Moment | None = None
    next_step_words: Annotated[str, Most(2000)] = ""


@dataclass(frozen=True, slots=True)
class InventedTelling:
    """Whether one person (key of an adult or child) was told of the outcome, and what they read of it in plain words.

    `letter`: by which safe contact a letter goes, in which print, and whether it was printed.
    """

    who: str
    told: Told
    when: Moment
    how: Annotated[str, Most(200)] = ""
    words: Annotated[str, Most(2000)] = ""
    family_words: Annotated[str, Most(2000)] = ""
    letter: str = ""
    letter_print: Print = Print.ORDINARY
    letter_printed: YesOrNo = YesOrNo.YES


@dataclass(frozen=True, slots=True)
class Withheld:
    """One person is not told for now: why, whether somebody who may (rulebook 5.4) authorised it, review when."""

    who: str
    ground: Ground
    words: Annotated[str, Most(2000)]
    when: Moment
    authorised_by: str = ""
    authorised_when: Moment | None = None
    review_in_working_days: int = 5


@dataclass(frozen=True, slots=True)
class InventedConsultation:
    """One matter, from its beginning to where it stops (`state`). Without `children` it is one without names.

    `asker` works with the children (their family's `case_of`). Several children are asked about together, with one
    decision each. `private_link`: the child whom the asker of a no-names consultation had in mind, for their own
    agency alone. `begun` is when it was entered: of an emergency, after its talk. `procedure_followed`: inside one
    agency, what was done by its procedure instead of the chart.
    """

    key: str
    asker: str
    begun: Moment
    state: Stop
    recipients: tuple[InventedRecipient, ...]
    children: tuple[str, ...] = ()
    private_link: str = ""
    way: Way = Way.GUIDED
    question: Annotated[str, Most(2000)] = ""
    benefit: Annotated[str, Most(2000)] = ""
    explanation_for_family: Annotated[str, Most(2000)] = ""
    procedure_followed: Annotated[str, Most(2000)] = ""
    items: tuple[InventedItem, ...] = ()
    family: tuple[InventedAnswer, ...] = ()
    assessed: tuple[InventedAssessment, ...] = ()
    resolved: InventedResolution | None = None
    outcome: InventedOutcome | None = None
    tellings: tuple[InventedTelling, ...] = ()
    withheld: tuple[Withheld, ...] = ()

    @property
    def days_ago(self) -> int:
        """How many working days ago it was begun."""
        return self.begun.days_ago

    def items_for(self, recipient: str) -> tuple[InventedItem, ...]:
        """What is listed for one recipient, by key: shared or left out."""
        return tuple(i for i in self.items if not i.for_whom or recipient in i.for_whom)


@dataclass(frozen=True, slots=True)
class ThemeEnding:
    """What is advised, what is decided on it, and what the family says when told: these belong together."""

    advice: Annotated[str, Most(3800)]
    kind: OutcomeKind
    outcome: Annotated[str, Most(3800)]
    telling: Annotated[str, Most(1800)]


@dataclass(frozen=True, slots=True)
class Theme:
    """Building stones of generated consultations.

    Their texts say `{child}` (the first name), `{adult}` (“Kai’s father”), `{adult_name}`, `{asker}` and `{adviser}`
    (“the school nurse”). `asked_by`: classes of agencies whose people ask about it; `from_age` and `to_age` in
    years, inclusive. Lists of texts are alternatives, but for `said`, which is said one after the other.
    """

    key: str
    asked_by: tuple[AgencyClass, ...]
    from_age: int
    to_age: int
    questions: tuple[str, ...]
    benefit: Annotated[str, Most(1800)]
    explanation: Annotated[str, Most(1800)]
    items: tuple[InventedItem, ...]
    agrees: tuple[str, ...]
    refuses: tuple[str, ...]
    said: tuple[str, ...]
    views: tuple[str, ...]
    endings: tuple[ThemeEnding, ...]


@dataclass(frozen=True, slots=True)
class Town:
    """Everything that is written about Marlbrook, by key."""

    agencies: Mapping[str, InventedAgency]
    people: Mapping[str, InventedPerson]
    families: Mapping[str, InventedFamily]
    consultations: Mapping[str, InventedConsultation]
    themes: Mapping[str, Theme]
    turns: Mapping[str, InventedTurn] = field(default_factory=dict)
