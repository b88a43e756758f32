"""What a person may type about the adults of a family. What is not known is said to be so; nothing is chosen beforehand."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from alongside.design.choices import Choice, Option, Pick
from alongside.design.fields import Line, Words
from alongside.design.forms import PageForm
from alongside.design.times import Day
from alongside.families.commands import (
    AdultWords,
    RelatedAdult,
    ResponsibilityWords,
)
from alongside.families.rules import HeldResponsibility
from alongside.families.words import (
    Gender,
    Life,
    LivesWith,
    ParentalResponsibility,
    Relation,
    Source,
    UnderEighteen,
)

YES, NO, NEW = "yes", "no", "new"
People = Sequence[tuple[UUID, str]]
WHO_DECIDES = "It decides who can agree for a child. Not knowing is no barrier to protecting a child."
AS_SAID = "As the family says it. It is never taken from a name."


def options_of(people: People) -> list[Option]:
    """People as one chooses among them."""
    return [Option(str(key), name) for key, name in people]


def gender_as_said() -> Choice:
    """The question about gender, which is never taken from a name."""
    return Choice(
        label="Gender, as they or the family say",
        missing="Say their gender, or that it was not said.",
        options=Gender.choices,
        hint=AS_SAID,
    )


class AddAdult(PageForm):
    """An adult in a child's life: somebody new, or somebody on record for a brother or sister."""

    who = Choice(label="Who is it?", missing="Say whether this person is on record already.")
    name = Line(label="Their name", missing="Write the name of this person.", max_length=120)
    gender = gender_as_said()
    relation = Choice(
        label="Who are they to the child?",
        missing="Say who they are to the child, as the family says it.",
        options=Relation.choices,
    )
    parental_responsibility = Choice(
        label="Do they have parental responsibility?",
        missing="Say whether they have parental responsibility. You may say that it is not known.",
        options=ParentalResponsibility.choices,
        why=WHO_DECIDES,
        hint="Step-parents, grandparents and foster carers have it only by an agreement or an order.",
    )
    lives_with = Choice(
        label="Does the child live with them?",
        missing="Say whether the child lives with them. You may say that it is not known.",
        options=LivesWith.choices,
    )

    def __init__(self, *args: Any, others: People, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        somebody_new = Option(NEW, "Somebody new", reveals=("name", "gender"))
        self.fields["who"].offer([somebody_new, *options_of(others)])  # type: ignore[attr-defined]

    def known_id(self) -> UUID | None:
        """The adult on record whom this is; None for somebody new."""
        who = self.cleaned_data["who"]
        return None if who == NEW else UUID(who)

    def adult(self) -> RelatedAdult:
        """The adult, as the deed takes them."""
        words = self.cleaned_data
        return RelatedAdult(
            words["name"],
            Relation(words["relation"]),
            ParentalResponsibility(words["parental_responsibility"]),
            LivesWith(words["lives_with"]),
            Gender(words["gender"] or Gender.UNKNOWN),
        )


class CorrectAdult(PageForm):
    """What is written of an adult, to be put right."""

    name = Line(label="Their name", missing="Write the name of this person.", max_length=120)
    gender = gender_as_said()
    born_on = Day(label="Date of birth, if it is known", missing=None, hint="For example, 14 5 1991")
    under_eighteen = Choice(
        label="Are they under 18 themselves?",
        missing="Say whether they are under 18. You may say that it is not known.",
        options=UnderEighteen.choices,
        why="A young parent decides as a parent, and is a child whose own record stays apart.",
    )
    life = Choice(
        label="Has this person died?",
        missing="Say whether this person is known to have died.",
        options=Life.choices,
    )
    lives_with = Choice(
        label="Does the child live with them?",
        missing="Say whether the child lives with them. You may say that it is not known.",
        options=LivesWith.choices,
    )

    def adult(self) -> AdultWords:
        """What is written of them, as the deed takes it."""
        words = self.cleaned_data
        return AdultWords(
            words["name"],
            Gender(words["gender"]),
            words["born_on"],
            UnderEighteen(words["under_eighteen"]),
            Life(words["life"]),
        )


class CorrectResponsibility(PageForm):
    """What is known of an adult's parental responsibility for a child, and on what it rests."""

    parental_responsibility = Choice(
        label="What is known of their parental responsibility?",
        missing="Say what is known of their parental responsibility. You may say that it is not known.",
        options=ParentalResponsibility.choices,
        why=WHO_DECIDES,
    )
    source = Pick(
        label="Where does it come from?", missing=None, options=Source.choices, empty="Not said, or none"
    )
    began_on = Day(label="Since when, if it is known", missing=None, hint="For example, 14 5 2019")
    ended_on = Day(label="Until when, if it ends", missing=None, hint="For example, 14 5 2031")
    evidence = Line(
        label="What was seen, if anything",
        missing=None,
        max_length=400,
        hint="For example, the birth certificate",
    )
    restriction = Words(
        label="What an order keeps them from deciding, if anything",
        missing=None,
        max_length=600,
        rows=3,
        hint="Not what an order on record says: that counts by itself, for as long as the order runs.",
    )

    @staticmethod
    def of(known: ParentalResponsibility, *, last: HeldResponsibility | None) -> dict[str, Any]:
        """What the form shows at first: what is known, and the last word on it."""
        words = ("source", "began_on", "ended_on", "evidence", "restriction")
        return {"parental_responsibility": known, **{name: getattr(last, name, None) for name in words}}

    def grounds(self) -> ResponsibilityWords:
        """What is known, as the deed takes it."""
        words = self.cleaned_data
        return ResponsibilityWords(
            ParentalResponsibility(words["parental_responsibility"]),
            Source(words["source"]) if words["source"] else None,
            words["began_on"],
            words["ended_on"],
            words["evidence"],
            None,
            words["restriction"],
        )
