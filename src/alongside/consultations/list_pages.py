"""A list of consultations as its page and its file print it: tabs, what it is narrowed to, lines, pages."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import QueryDict
from django.urls import reverse
from django.utils.http import urlencode

from alongside.consultations.list_forms import SeekConsultations
from alongside.consultations.queries import ConsultationList, ListedLine, Narrowings
from alongside.consultations.queries.lists import COUNTED_MOST, PAGE_OF
from alongside.consultations.words import Beginning, Part, State, Whose
from alongside.design.jinja import day
from alongside.design.parts import Current, NavItem, Tag, Tone
from alongside.sharing.pages import AFTER_THE_FACT

LEDES = {
    Whose.MINE: "Those that you asked for, and those in which you were asked.",
    Whose.TEAM: "Those that people of your agency asked for, because you oversee its safeguarding. "
    "Restricted records, and those in which you have a conflict of interest, are not among them.",
    Whose.ALL: "Those that you asked for, those in which you were asked, and those of colleagues on your cases.",
}
EMPTY = {
    Whose.MINE: "There is no consultation here yet. When you start one, or are asked, it is kept here.",
    Whose.TEAM: "Nobody of your agency has asked for a consultation yet.",
    Whose.ALL: "There is no consultation here yet.",
}
NARROWED_TO_NOTHING = "No consultation here is like that. Take out one of the filters, or clear them all."
TONES = {State.OVERDUE: Tone.LATE, State.FINISHED: Tone.OK, State.OPEN: Tone.BRAND}
HEAD = (
    "Begun or shared on",
    "Your part",
    "Child",
    "Asked by",
    "Asked",
    "Question",
    "How far it has come",
    "What was decided",
    "Recorded",
)


@dataclass(frozen=True, slots=True)
class ListedRow:
    """One line of the page: where it leads, whom it is about and with, how far it has come."""

    href: str
    title: str
    question: str
    tags: tuple[Tag, ...]
    cite: str


@dataclass(frozen=True, slots=True)
class Chip:
    """One thing that the list is narrowed to, and the address of the list without it."""

    words: str
    without_href: str


@dataclass(frozen=True, slots=True)
class ListPage:
    """The page around a list, and the list; `counted` says which of how many lines are shown."""

    lede: str
    tabs: tuple[NavItem, ...]
    chips: tuple[Chip, ...]
    clear_href: str
    rows: tuple[ListedRow, ...]
    counted: str
    newer_href: str
    older_href: str
    export_href: str  # empty where the list is not one's own, or empty
    empty: str


def tidied(typed: QueryDict, form: SeekConsultations) -> str:
    """The address of what is asked, without what is left open: short enough to be shared."""
    return _address(form, _asked(typed, form), page=typed.get("page", ""))


def page_of(
    typed: QueryDict, form: SeekConsultations, narrowings: Narrowings, listed: ConsultationList | None
) -> ListPage:
    """Put a list into its page; None where what is asked cannot be answered yet."""
    asked, listed = _asked(typed, form), listed or ConsultationList((), 1, 0)
    chips = tuple(_chips(form, asked)) if form.is_valid() else ()
    return ListPage(
        lede=LEDES[form.whose],
        tabs=tuple(_tab(each, here=form.whose) for each in narrowings.lists),
        chips=chips,
        clear_href=_address(form, {}),
        rows=tuple(_row(line) for line in listed.lines),
        counted=_counted(listed),
        newer_href=_address(form, asked, page=listed.page - 1) if listed.page > 1 else "",
        older_href=_address(form, asked, page=listed.page + 1) if listed.page < listed.pages else "",
        export_href=_exported(form, asked) if listed.lines else "",
        empty=NARROWED_TO_NOTHING if chips else EMPTY[form.whose],
    )


def cells(listed: ConsultationList) -> Iterable[tuple[str, ...]]:
    """The lines of a file; where it is cut, a last one that says so."""
    for line in listed.lines:
        recorded = {None: "", Beginning.QUESTION: "", Beginning.ALREADY_SPOKEN: "After the fact"}[
            line.beginning
        ]
        decided = line.outcome.label if line.outcome else ""
        said = (line.child, line.asker, line.person, line.question, line.state.label, decided, recorded)
        yield (day(line.at), line.part.label, *map(str, said))
    if listed.total > len(listed.lines):
        yield (
            f"Only the newest {len(listed.lines)} of {_number(listed.total)} are here. Narrow the list to get the others.",
        )


def _asked(typed: QueryDict, form: SeekConsultations) -> dict[str, str]:
    names = (box for boxes in form.boxes().values() for box in boxes)
    given = ((name, typed.get(name) or "") for name in names)
    return {name: str(words) for name, words in given if str(words).strip()}


def _address(form: SeekConsultations, asked: dict[str, str], *, page: int | str = "") -> str:
    whose = {"whose": form.whose.value} if form.whose is not Whose.MINE else {}
    paged = {"page": str(page)} if str(page) not in {"", "1"} else {}
    words = urlencode(whose | asked | paged)
    return reverse("consultations:list") + (f"?{words}" if words else "")


def _exported(form: SeekConsultations, asked: dict[str, str]) -> str:
    if form.whose is not Whose.MINE:
        return ""
    return reverse("consultations:export") + (f"?{urlencode(asked)}" if asked else "")


def _tab(whose: Whose, *, here: Whose) -> NavItem:
    query = f"?whose={whose.value}" if whose is not Whose.MINE else ""
    current = Current.HERE if whose is here else Current.ELSEWHERE
    return NavItem(whose.label, reverse("consultations:list") + query, current)


def _chips(form: SeekConsultations, asked: dict[str, str]) -> Iterable[Chip]:
    for name, boxes in form.boxes().items():
        if value := form.cleaned_data.get(name):
            field = form.fields[name]
            said = {option.value: option.label for option in getattr(field, "options", ())}
            shown = said.get(str(value)) or (value if isinstance(value, str) else day(value))
            rest = {box: words for box, words in asked.items() if box not in boxes}
            yield Chip(f"{field.label}: {shown}", _address(form, rest))


def _row(line: ListedLine) -> ListedRow:
    where = "consultations:open" if line.in_hand == "consultation" else "advice:inbox_item"
    part = {Part.ASKED: "you", Part.WAS_ASKED: line.asker, Part.BESIDE: line.asker}[line.part]
    decided = f" · {line.outcome.label}" if line.outcome else ""
    if line.part is Part.WAS_ASKED:
        title, cite = f"{line.child}, asked by {line.asker}", f"You were asked on {day(line.at)}"
    else:
        title = f"{line.child}, with {line.person}" if line.person else line.child
        cite = f"Begun on {day(line.at)} by {part}{decided}"
    after = (AFTER_THE_FACT,) if line.beginning is Beginning.ALREADY_SPOKEN else ()
    tag = Tag(line.state.label, TONES.get(line.state, Tone.DUE))
    return ListedRow(
        reverse(where, args=[line.id]), title[:1].upper() + title[1:], line.question, (tag, *after), cite
    )


def _counted(listed: ConsultationList) -> str:
    if not listed.lines:
        return ""
    first = (listed.page - 1) * PAGE_OF + 1
    if listed.total == 1:
        return "1 consultation"
    return f"{first}–{first + len(listed.lines) - 1} of {_number(listed.total)}"


def _number(total: int) -> str:
    return f"more than {COUNTED_MOST:,}" if total > COUNTED_MOST else f"{total:,}"
