"""What a person may type about a family’s bonds and homes, orders and days of birth. Nothing is chosen beforehand."""

from datetime import date
from typing import Any
from uuid import UUID

from alongside.design.choices import Choice, Choices, Option, Pick
from alongside.design.fields import Line, Words
from alongside.design.forms import PageForm
from alongside.design.times import Day
from alongside.families.commands import (
    BirthWords,
    BondWords,
    Member,
    OrderWords,
)
from alongside.families.forms import NO, YES, People, options_of
from alongside.families.words import (
    BirthBasis,
    Bond,
    LivesWith,
    OrderKind,
    Tie,
)


class RelateAdults(PageForm):
    """What two adults are to one another."""

    one = Pick(label="One of them", missing="Choose one of the two people.")
    other = Pick(label="The other", missing="Choose the other of the two people.")
    bond = Choice(
        label="What are they to one another, as they say?",
        missing="Say what they are to one another, as they say it.",
        options=Bond.choices,
    )
    began_on = Day(label="Since when, if it is known", missing=None, hint="For example, 14 5 2015")
    ended_on = Day(label="Until when, if it has ended and it is known", missing=None)

    def __init__(self, *args: Any, adults: People, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("one", "other"):
            self.fields[name].offer(options_of(adults))  # type: ignore[attr-defined]

    def bond_words(self) -> BondWords:
        """What they are to one another, as the deed takes it."""
        words = self.cleaned_data
        return BondWords(Bond(words["bond"]), words["began_on"], words["ended_on"])


class RelateSiblings(PageForm):
    """What two children are to one another, where no parent on record says it."""

    other = Choice(label="Which child?", missing="Choose the other child.")
    tie = Choice(
        label="What are they to one another?",
        missing="Say what the two children are to one another.",
        options=Tie.choices,
    )

    def __init__(self, *args: Any, children: People, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["other"].offer(options_of(children))  # type: ignore[attr-defined]


class KeepHome(PageForm):
    """Who lives in one home."""

    name = Line(
        label="What does the family call this home?",
        missing="Write a name for this home, like “Mum’s home”.",
        max_length=80,
        hint="Like “Mum’s home”. Never an address: where somebody lives may have to stay hidden.",
    )
    people = Choices(label="Who lives there?", missing="Choose at least one person who lives there.")
    part = Choices(label="Who of them is there only part of the time?", missing=None)

    def __init__(self, *args: Any, people: People, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("people", "part"):
            self.fields[name].offer(options_of(people))  # type: ignore[attr-defined]

    def members(self, *, children: frozenset[UUID]) -> tuple[Member, ...]:
        """Who lives there, as the deed takes it."""
        part = set(self.cleaned_data["part"])
        return tuple(
            Member(
                UUID(each) if UUID(each) in children else None,
                None if UUID(each) in children else UUID(each),
                LivesWith.PART if each in part else LivesWith.ALL,
            )
            for each in self.cleaned_data["people"]
        )


class RecordOrder(PageForm):
    """A court order about a child, or why the child is looked after, or that there is none."""

    kind = Pick(
        label="Which order, or on what basis is the child looked after?",
        missing="Choose the order or basis. You may say that there is none.",
        options=OrderKind.choices,
    )
    made_on = Day(label="When was it made, or when did it begin?", missing=None, hint="For example, 5 1 2026")
    ends_on = Day(label="When does it end, if that is known?", missing=None)
    authority = Line(
        label="Which local authority or agency is named in it, if any?", missing=None, max_length=160
    )
    holder = Pick(
        label="Which adult is it in favour of, if any?", missing=None, empty="Nobody, or not on record"
    )
    beside = Pick(
        label="Adoption order only: is it made to the partner of a parent, or to two people together?",
        missing=None,
        empty="No: nobody but the adult above has parental responsibility from then on",
        hint="Choose the parent who is the adopter’s partner and keeps parental responsibility, or the second person"
        " who adopts. An adoption order ends it for everybody else from the day on which it is made.",
    )
    restricted = Pick(
        label="Whom does it keep from doing or deciding something, if anybody?",
        missing=None,
        empty="Nobody, not on record, or not known",
        hint="It is often somebody else than the one it is in favour of. Special guardianship mostly limits the"
        " parents: if you do not know whom and how, leave this and ask for legal advice.",
    )
    restricts = Words(
        label="What does it keep them from doing or deciding?", missing=None, max_length=600, rows=3
    )
    seen = Choice(
        label="Have you seen it?",
        missing="Say whether you have seen the order yourself.",
        options=(Option(YES, "Yes", reveals=("evidence",)), Option(NO, "No, I was told")),
    )
    evidence = Line(
        label="What did you see?",
        missing="Write what you saw, like “sealed copy of the order”.",
        max_length=400,
    )

    def __init__(self, *args: Any, adults: People, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("holder", "beside", "restricted"):
            self.fields[name].offer(options_of(adults))  # type: ignore[attr-defined]
        self._today = today

    def order(self) -> OrderWords:
        """The order, as the deed takes it."""
        words = self.cleaned_data
        return OrderWords(
            OrderKind(words["kind"]),
            words["made_on"],
            words["ends_on"],
            words["authority"],
            UUID(words["holder"]) if words["holder"] else None,
            words["restricts"],
            words["evidence"],
            self._today if words["seen"] == YES else None,
            UUID(words["restricted"]) if words["restricted"] else None,
            UUID(words["beside"]) if words["beside"] else None,
        )


class EndOrder(PageForm):
    """The day on which an order ended."""

    ended_on = Day(
        label="When did it end?",
        missing="Write the day on which the order ended.",
        hint="If it was recorded by mistake, give the day on which it was made: then it counts on no day.",
    )


class OpenAdoption(PageForm):
    """Why the link between a child's records before and after an adoption is opened."""

    reason = Line(
        label="Why do you open it?",
        missing="Say why you open this link, because each opening is written down.",
        max_length=400,
        hint="For example: the adoption agency asks for the birth family’s medical history.",
    )


class SayBirthDate(PageForm):
    """What somebody says of a child's day of birth, beside what was said before."""

    basis = Choice(
        label="What does it rest on?", missing="Say what this date rests on.", options=BirthBasis.choices
    )
    known = Choice(
        label="How much is known?",
        missing="Say whether the day is known, or the year alone.",
        options=(
            Option("day", "The day", reveals=("born_on",)),
            Option("year", "The year alone", reveals=("year",)),
        ),
    )
    born_on = Day(
        label="Date of birth",
        missing="Write the date of birth, or say the year alone.",
        hint="For example, 14 5 2009",
    )
    year = Line(label="Year of birth", missing="Write the year of birth, like 2009.", max_length=4, width="4")
    words = Line(label="What was said or seen", missing=None, max_length=400)

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._today = today

    def clean(self) -> dict[str, Any]:
        """Refuse a year that is none, or that has not come yet."""
        cleaned = super().clean()
        year = cleaned.get("year")
        if year and not (year.isascii() and year.isdigit() and 1900 < int(year) <= self._today.year):
            self.add_error("year", "Write a year that has come, in four digits, like 2009.")
        return cleaned

    def birth(self) -> BirthWords:
        """What was said, as the deed takes it: a year is a span, and never its first of January."""
        words = self.cleaned_data
        if words["known"] == "day":
            return BirthWords(BirthBasis(words["basis"]), words["born_on"], words["born_on"], words["words"])
        year = int(words["year"])
        last = min(date(year, 12, 31), self._today)
        return BirthWords(BirthBasis(words["basis"]), date(year, 1, 1), last, words["words"])
