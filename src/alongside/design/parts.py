"""Frozen parts that a view hands to a page; the macros of the same names in `parts.html` print them."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Current(StrEnum):
    """Whether a navigation item is where the reader is; the value is the one ARIA knows."""

    HERE = "page"
    ELSEWHERE = "false"


class Tone(StrEnum):
    """How a tag looks; its words alone carry the meaning, the colour repeats it."""

    LATE = "late"
    DUE = "due"
    CALM = "calm"
    OK = "ok"
    BRAND = "brand"


class TaskStatus(StrEnum):
    """How far a task has come (product: task list)."""

    NOT_STARTED = "not started"
    IN_PROGRESS = "in progress"
    DONE = "done"
    NEEDS_ATTENTION = "needs attention"
    CANNOT_START_YET = "cannot start yet"

    @property
    def tone(self) -> Tone:
        """Give the tone in which this status is shown."""
        return _TONE_OF[self]


_TONE_OF = {
    TaskStatus.NOT_STARTED: Tone.BRAND,
    TaskStatus.IN_PROGRESS: Tone.DUE,
    TaskStatus.DONE: Tone.OK,
    TaskStatus.NEEDS_ATTENTION: Tone.LATE,
    TaskStatus.CANNOT_START_YET: Tone.CALM,
}


@dataclass(frozen=True, slots=True)
class NavItem:
    """One item of the navigation at the top of every page."""

    label: str
    href: str
    current: Current = Current.ELSEWHERE


@dataclass(frozen=True, slots=True)
class Frame:
    """What surrounds every page: whose it is, the number to ring in danger, and the id of the next command.

    `practitioner_name` is empty where nobody is signed in; `demonstration` is a sentence or empty.
    """

    partnership_name: str
    csc_telephone: str = ""
    practitioner_name: str = ""
    agency_name: str = ""
    nav: tuple[NavItem, ...] = ()
    demonstration: str = ""
    command_id: str = ""
    home_href: str = "/"
    sign_out_href: str = ""
    author: str = ""  # a signed mark of who is typing, so that lost words come back to the same person only
    whose: str = ""  # who is signed in, as a word that says nothing: for what a browser keeps on its machine
    printed: str = ""  # when and by whom, seen on paper alone
    made_at: str = ""  # the house's time, because the clock of a machine on a ward may be wrong


@dataclass(frozen=True, slots=True)
class Tag:
    """A word or two in a coloured box: 2 days late, agreed, fact."""

    text: str
    tone: Tone = Tone.CALM


@dataclass(frozen=True, slots=True)
class DutyRow:
    """One duty: a sentence with a verb, when it is due, and one button (or none).

    `same` holds duties that say word for word the same, the most urgent first; each is told apart by its detail.
    """

    tag: Tag
    sentence: str
    detail: str = ""
    action: str = ""
    href: str = ""
    same: tuple["DutyRow", ...] = ()


def gathered(rows: Iterable[DutyRow]) -> tuple[DutyRow, ...]:
    """Duties that say word for word the same as one line with all of them in it, where the first of them stood."""
    said: dict[str, list[DutyRow]] = {}
    for row in rows:
        said.setdefault(row.sentence, []).append(row)
    return tuple(
        DutyRow(each[0].tag, sentence, same=tuple(each)) if len(each) > 1 else each[0]
        for sentence, each in said.items()
    )


@dataclass(frozen=True, slots=True)
class TaskRow:
    """One task of a task list; without `href` it cannot be opened yet."""

    label: str
    status: TaskStatus
    href: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class SummaryRow:
    """One line of check your answers: the question, the answer, what it rests on, where to change it."""

    question: str
    answer: str
    evidence: str = ""
    change_href: str = ""
    change_of: str = ""  # read aloud after "Change"; the question when empty

    @property
    def change_words(self) -> str:
        """Name what the Change link changes, for those who hear the links alone."""
        return self.change_of or self.question


@dataclass(frozen=True, slots=True)
class Statement:
    """One item that was or may be shared: the words, what kind of statement it is, where it comes from."""

    words: str
    tag: Tag
    source: str = ""
    category: str = ""


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a rule on a page comes from: the source as printed, a standing such as "local rule", a link."""

    source: str
    standing: str = ""
    href: str = ""
    href_words: str = "Read the source"


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture with its title and the same content as text; `svg` is our own markup, already safe."""

    title: str
    svg: str
    lines: tuple[str, ...]
    lines_title: str = "Read this picture as a list"
    wide: str = (
        ""  # "wide" for a picture that keeps its size and is moved from side to side on a narrow screen
    )


@dataclass(frozen=True, slots=True)
class KeptWords:
    """One text of a conflict or a lost page: what it was called and what was typed."""

    label: str
    here: str
    there: str = ""
