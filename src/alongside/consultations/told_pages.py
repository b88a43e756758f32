"""Who in the family knows what: a row a person, a column a step, with when, how, by whom and in what language. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from alongside.consultations.asking_forms import THE_CHILD
from alongside.consultations.concluding_pages import authorised, stopped, why_not_yet, why_withheld
from alongside.consultations.queries import ConsultationPage
from alongside.consultations.withheld_pages import withheld_tag
from alongside.design.choices import Option
from alongside.design.jinja import day
from alongside.design.parts import Tag, Tone
from alongside.duties.rules import Urgency
from alongside.duties.words import Owed
from alongside.involvement.queries import NoticeCard, PartCard, TellingCard
from alongside.involvement.rules import how_long, is_withheld
from alongside.involvement.words import Authorisation, Happened, NoticeKind, Step, Told
from alongside.languages.words import Language

TONES = {Happened.YES: Tone.OK, Happened.NOT_YET: Tone.DUE, Happened.NO: Tone.CALM}
NOTHING = Tag("Not written down", Tone.CALM)
COLUMNS = ("Person", *(step.label for step in Step), "Told what was decided", "Notices, and what to do")
TO_BE_TOLD = frozenset({"Overdue", "To be told"})
OUTCOMES = frozenset({NoticeKind.OUTCOME, NoticeKind.CHILD})


@dataclass(frozen=True, slots=True)
class Cell:
    """What became of one step for one person: a word as a tag, and the rest."""

    title: str
    tag: Tag
    words: str


@dataclass(frozen=True, slots=True)
class Written:
    """One notice in a cell: what it is, when, by whom, in what language."""

    notice_id: str
    words: str


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One person of the family. `who` is how addresses name them; empty for somebody of whom only the name is known."""

    who: str
    name: str
    cells: tuple[Cell, ...]
    notices: tuple[Written, ...]
    may_write: str  # "explanation" or "outcome": what may be written to them now; empty where nothing may
    to_do: str  # "telling" or "part": the page on which what nobody wrote down is written down; empty where nothing waits
    kept: str  # "for now" or "for good": how long nothing about the child goes to them; empty where it does
    withheld_id: (
        str  # what this consultation alone withholds from them, to look at again; empty where it does not
    )


@dataclass(frozen=True, slots=True)
class Known:
    """What is on record of one consultation, for its table."""

    page: ConsultationPage
    people: tuple[Option, ...]
    parts: tuple[PartCard, ...]
    notices: tuple[NoticeCard, ...]
    kept: tuple[TellingCard, ...]  # from whom everything about the child is kept now
    today: date


def matrix(known: Known) -> tuple[PersonRow, ...]:
    """A row for each person of the family whom one may know of, and for anybody else who is on record."""
    page = known.page
    keys = {part: _key(part, child=page.child) for part in known.parts}
    told = {str(telling.adult_id or THE_CHILD): telling for telling in page.tellings}
    kept = {str(telling.adult_id or THE_CHILD): telling for telling in known.kept}
    names = {key: part.name for part, key in keys.items()}
    names |= {key: telling.name for key, telling in (kept | told).items()}
    names |= {option.value: option.label for option in known.people}
    order = dict.fromkeys((*(option.value for option in known.people), *names))
    return tuple(
        _row(key, names[key], known, [p for p in known.parts if keys[p] == key], told.get(key), kept.get(key))
        for key in order
    )


def _key(part: PartCard, *, child: str) -> str:
    """Who it is: an adult on record, the child, or somebody of whom only the name is known."""
    if part.adult_id:
        return str(part.adult_id)
    return THE_CHILD if part.name in {child, f"{child} (the child)"} else f"named {part.name}"


def _row(
    key: str,
    name: str,
    known: Known,
    parts: Sequence[PartCard],
    told: TellingCard | None,
    kept: TellingCard | None,
) -> PersonRow:
    own = {part.step: part for part in parts}
    notices = tuple(n for n in known.notices if str(n.adult_id or THE_CHILD) == key)
    cells = (*(_step(step, own.get(step)) for step in Step), _kept_or_told(kept, told, known))
    is_on_record = not key.startswith("named ")
    return PersonRow(
        who=key if is_on_record else "",
        name=name,
        cells=cells,
        notices=tuple(_written(each) for each in notices),
        may_write=_may_write(told, notices, known.page) if is_on_record and kept is None else "",
        to_do=_to_do(cells, known.page),
        kept=how_long(kept.permanence, authorisation=kept.authorisation) if kept else "",
        withheld_id=_withheld_id(told, known.page),
    )


def _withheld_id(told: TellingCard | None, page: ConsultationPage) -> str:
    """What is withheld in this consultation, where this person may look at it again."""
    if told is None or page.may_continue != "yes":
        return ""
    return str(told.id) if is_withheld(told.told, authorisation=told.authorisation) else ""


def _to_do(cells: Sequence[Cell], page: ConsultationPage) -> str:
    """Where it is written down whether they were told; else their part, while the outcome can still be changed by it."""
    if page.may_continue != "yes" or not page.is_named:
        return ""
    if cells[-1].tag.text in TO_BE_TOLD:
        return "telling"
    return "part" if any(cell.tag is NOTHING for cell in cells[:-1]) else ""


def _may_write(told: TellingCard | None, notices: Sequence[NoticeCard], page: ConsultationPage) -> str:
    if page.may_continue != "yes" or not page.is_named:
        return ""
    if told and is_withheld(told.told, authorisation=told.authorisation):
        return ""
    written = {each.kind for each in notices}
    if page.outcome:
        return "" if written & OUTCOMES else "outcome"
    return "" if NoticeKind.EXPLANATION in written else "explanation"


def _written(notice: NoticeCard) -> Written:
    spoken = "" if notice.language == Language.EN else f", in {Language(notice.language).in_english}"
    return Written(
        str(notice.id), f"{notice.kind.label}: {day(notice.issued_at)}, {notice.issued_by}{spoken}"
    )


def _step(step: Step, part: PartCard | None) -> Cell:
    if part is None:
        return Cell(step.label, NOTHING, "")
    on = f"{day(part.happened_on)}. " if part.happened_on else ""
    by = f" Written down by {part.recorded_by}." if part.recorded_by else ""
    words = f"{on}{stopped(part.how)} {stopped(part.words)}".strip() + by
    return Cell(step.label, Tag(part.happened.label, TONES[part.happened]), words)


def _kept_or_told(kept: TellingCard | None, told: TellingCard | None, known: Known) -> Cell:
    """What is kept from them altogether goes before what one consultation withholds; that they were told stays true."""
    if kept is None or (told and told.told in {Told.INFORMED, Told.ALREADY_AWARE}):
        return _told(told, known)
    return _withheld(COLUMNS[4], kept, known.today)


def _told(told: TellingCard | None, known: Known) -> Cell:
    title = COLUMNS[4]
    if told is None:
        return Cell(title, _not_told(known), "")
    if told.told is Told.NOT_YET:
        return Cell(title, _not_told(known), why_not_yet(told))
    if told.told is Told.WITHHELD:
        return _withheld(title, told, known.today)
    on = f"{day(told.told_on)}. " if told.told_on else ""
    words = f"{on}{stopped(told.how)} {stopped(told.words)} Written down by {told.recorded_by}."
    return Cell(title, Tag("Yes", Tone.OK), " ".join(words.split()))


def _not_told(known: Known) -> Tag:
    late = any(d.kind is Owed.TELL_FAMILY and d.urgency is Urgency.LATE for d in known.page.duties)
    if late:
        return Tag("Overdue", Tone.LATE)
    return Tag("To be told", Tone.DUE) if known.page.outcome else Tag("Nothing decided yet", Tone.CALM)


def _withheld(title: str, told: TellingCard, today: date) -> Cell:
    """The ground, who authorised it and when it is looked at again: for practitioners alone."""
    if told.authorisation is Authorisation.DECLINED:
        return Cell(title, Tag("To be told", Tone.LATE), authorised(told))
    ground = f"{told.ground.label}. " if told.ground else ""
    again = f" Looked at again on {day(told.review_on)}." if told.review_on else ""
    since = "" if told.reviewed_by else f", {day(told.recorded_at)}"
    by = f"Withheld by {told.recorded_by}{since}."
    stands = authorised(told) or "It waits for a second person’s word."
    is_late = told.review_on is not None and told.review_on < today
    tag = Tag("Review overdue", Tone.LATE) if is_late else withheld_tag(told)
    return Cell(title, tag, " ".join(f"{ground}{why_withheld(told)} {by} {stands}{again}".split()))
