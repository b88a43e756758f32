"""A family as values, for its drawing and its list: people, who is whose parent, couples, siblings, homes. Pure."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from alongside.families.words import Bond, Gender, Life, LivesWith, Loss, Relation, Stage, Tie, UnderEighteen


@dataclass(frozen=True, slots=True)
class Kin:
    """One person of a family. `stage` is None for an adult, `life` is of an adult alone."""

    id: UUID
    name: str
    gender: Gender
    born_on: date | None
    expected_on: date | None = None
    stage: Stage | None = None
    life: Life = Life.NOT_SAID
    under_eighteen: UnderEighteen = UnderEighteen.UNKNOWN
    loss: Loss | None = None

    @property
    def is_child(self) -> bool:
        """Whether this is a child of the record, and no adult in their life."""
        return self.stage is not None

    @property
    def has_died(self) -> bool:
        """Whether it is on record that this person has died."""
        return self.stage is Stage.DIED or self.life is Life.DIED


@dataclass(frozen=True, slots=True)
class Line:
    """Who an adult is to a child, and whether the child lives with them."""

    child_id: UUID
    adult_id: UUID
    relation: Relation
    lives_with: LivesWith


@dataclass(frozen=True, slots=True)
class CoupleCard:
    """What two adults are to one another, by the last word on it."""

    people: frozenset[UUID]
    bond: Bond
    began_on: date | None
    ended_on: date | None


@dataclass(frozen=True, slots=True)
class SiblingCard:
    """What another child of the record is to the child; `tie` is None where nobody has said it."""

    child_id: UUID
    name: str
    tie: Tie | None


@dataclass(frozen=True, slots=True)
class MemberCard:
    """Somebody who lives in a home."""

    person_id: UUID
    share: LivesWith
    came_on: date | None


@dataclass(frozen=True, slots=True)
class HomeCard:
    """A home and who lives there now."""

    id: UUID
    name: str
    members: tuple[MemberCard, ...]


@dataclass(frozen=True, slots=True)
class Family:
    """Everybody around one child, as far as one may know of them; `child_id` is the child in focus."""

    child_id: UUID
    people: tuple[Kin, ...]
    lines: tuple[Line, ...]
    couples: tuple[CoupleCard, ...]
    siblings: tuple[SiblingCard, ...]
    homes: tuple[HomeCard, ...]

    def person(self, person_id: UUID) -> Kin:
        """One of the people. Raises KeyError for somebody else."""
        return {each.id: each for each in self.people}[person_id]
