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
    keys = {part: _key(part.adult_id, part.name, child=page.child) for part in parts}
    told = {str(telling.adult_id or THE_CHILD): telling for telling in page.tellings}
    names = {key: part.name for part, key in keys.items()}
    names |= {key: telling.name for key, telling in told.items()}
    names |= {option.value: option.label for option in people}
    order = dict.fromkeys((*(option.value for option in people), *names))
    return tuple(_row(names[key], [p for p in parts if keys[p] == key], told.get(key)) for key in order)


def _key(adult_id: UUID | None, name: str, *, child: str) -> str:
    """Who it is: an adult on record, the child, or somebody of whom only the name is known."""
    return str(adult_id) if adult_id else THE_CHILD if name == child else f"named {name}"


def _row(name: str, parts: Sequence[PartCard], told: TellingCard | None) -> PersonRow:
    own = {part.step: part for part in parts}
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
