"""The family's part as a table: each person, and what became of each step of theirs. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from alongside.consultations.family_forms import THE_CHILD
from alongside.consultations.queries import ConsultationPage
from alongside.design.choices import Option
from alongside.design.jinja import day
from alongside.design.parts import Tag, Tone
from alongside.involvement.queries import PartCard, TellingCard
from alongside.involvement.words import Happened, Step, Told

TONES = {Happened.YES: Tone.OK, Happened.NOT_YET: Tone.DUE, Happened.NO: Tone.CALM}
NOTHING = Tag("Not written down", Tone.CALM)


@dataclass(frozen=True, slots=True)
class Cell:
    """What became of one step: a word as a tag, and the rest."""

    title: str
    tag: Tag
    words: str


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One person of the family, with every step and whether they were told of the outcome."""

    name: str
    cells: tuple[Cell, ...]


def matrix(
    people: Sequence[Option], parts: Sequence[PartCard], page: ConsultationPage
) -> tuple[PersonRow, ...]:
    """A row for each person of the family whom one may know of, and for anybody else who is on record."""
    names = {_key(part.adult_id): part.name for part in parts}
    names |= {_key(telling.adult_id): telling.name for telling in page.tellings}
    names |= {option.value: option.label for option in people}
    order = dict.fromkeys((*(option.value for option in people), *names))
    return tuple(_row(names[key], key, parts, page.tellings) for key in order)


def _key(adult_id: UUID | None) -> str:
    return str(adult_id) if adult_id else THE_CHILD


def _row(name: str, key: str, parts: Sequence[PartCard], tellings: Sequence[TellingCard]) -> PersonRow:
    own = {part.step: part for part in parts if _key(part.adult_id) == key}
    told = next((telling for telling in tellings if _key(telling.adult_id) == key), None)
    return PersonRow(name, (*(_step(step, own.get(step)) for step in Step), _told(told)))


def _step(step: Step, part: PartCard | None) -> Cell:
    if part is None:
        return Cell(step.label, NOTHING, "")
    on = f"{day(part.happened_on)}. " if part.happened_on else ""
    words = f"{on}{part.how}{'. ' if part.how else ''}{part.words}".strip()
    return Cell(step.label, Tag(part.happened.label, TONES[part.happened]), words)


def _told(told: TellingCard | None) -> Cell:
    title = "Told what was decided"
    if told is None:
        return Cell(title, NOTHING, "")
    on = f"{day(told.told_on)}. " if told.told_on else ""
    words = {Told.WITHHELD: "Not for now", Told.NOT_YET: "Not yet"}.get(told.told, "Yes")
    tone = Tone.OK if words == "Yes" else Tone.DUE
    return Cell(title, Tag(words, tone), f"{on}{told.words}".strip())
