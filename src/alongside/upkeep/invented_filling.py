"""Fills the gaps in a building stone of a generated consultation. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from re import split

from alongside.families.words import Relation
from alongside.upkeep.invented_shapes import InventedAdult, InventedChild, InventedPerson

PARENTS = frozenset({Relation.MOTHER, Relation.FATHER})


@dataclass(frozen=True, slots=True)
class Filling:
    """Says a text of one matter: who it is about, who agrees, who asks, and who is asked."""

    child: InventedChild
    adult: InventedAdult
    asker: InventedPerson
    advisers: tuple[InventedPerson, ...]

    def __call__(self, text: str) -> str:
        for gap, word in self._words():
            text = text.replace(gap, word)
        return text

    def _words(self) -> Iterator[tuple[str, str]]:
        relation = self.adult.to(self.child.key).relation
        parent = f"{self.child.first_name}’s {relation.label.lower()}"
        yield "{child}", self.child.first_name
        yield "{adult}", parent if relation in PARENTS else self.adult.name
        yield "{adult_name}", self.adult.name
        yield "{asker}", self.asker.name
        yield "{adviser}", " and ".join(f"the {_in_a_sentence(each.role)}" for each in self.advisers)


def _in_a_sentence(role: str) -> str:
    """A role as it stands within a sentence, without a second office: “school nurse”, and “GP” as it is."""
    first = split(r", | and (?=safeguarding|family|room)", role)[0]
    return first if first[1:2].isupper() else first[:1].lower() + first[1:]
