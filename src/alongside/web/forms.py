"""What a person may type on the pages that compose rooms, and to sign in."""

from datetime import date
from typing import Any

from alongside.design.choices import Choice, Choices, Option
from alongside.design.fields import Line, Password
from alongside.design.forms import PageForm
from alongside.design.times import Day
from alongside.families.rules import decides_otherwise, wrong_birth
from alongside.families.words import Gender, ParentalResponsibility, Relation

KNOWN, UNKNOWN = "known", "unknown"


class SignIn(PageForm):
    """The name and password of an account."""

    login_name = Line(
        label="Your sign-in name", missing="Write the name with which you sign in.", autocomplete="username"
    )
    password = Password(label="Your password", missing="Write your password.")


class CorrectChild(PageForm):
    """A child's name and date of birth, to be put right. What is not known is said to be so."""

    name = Line(
        label="The child’s name",
        missing="Write the child’s name, as the family says it.",
        max_length=120,
        hint="As the family says it.",
    )
    birth = Choice(
        label="Do you know the date of birth?",
        missing="Say whether you know the date of birth. You may say that you do not.",
        options=(Option(KNOWN, "Yes", reveals=("born_on",)), Option(UNKNOWN, "Not known yet")),
    )
    born_on = Day(
        label="Date of birth",
        missing="Write the date of birth, or say that it is not known yet.",
        hint="For example, 14 5 2019",
    )

    gender = Choice(
        label="Gender, as the child or the family says",
        missing=None,
        options=Gender.choices,
        hint="As the family says it. It is never taken from a name.",
    )

    confirmed = Choices(
        label="Does this change who may agree?",
        missing=None,
        options=(Option("yes", "Yes, I have checked the date of birth"),),
    )

    def __init__(self, *args: Any, today: date, known: date | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._today, self._known = today, known

    @staticmethod
    def of(*, name: str, born_on: date | None, gender: Gender) -> dict[str, Any]:
        """What the form shows at first: what is on record."""
        birth = KNOWN if born_on else UNKNOWN
        return {"name": name, "birth": birth, "born_on": born_on, "gender": gender.value}

    def corrected(self) -> dict[str, Any]:
        """The name, date of birth and gender as put right; a gender of None stays as it is on record."""
        words = self.cleaned_data
        gender = Gender(words["gender"]) if words["gender"] else None
        return {"name": words["name"], "born_on": words["born_on"], "gender": gender}

    def clean(self) -> dict[str, Any]:
        """Refuse a day on which nobody on record was born, and ask twice where it changes who may agree."""
        cleaned = super().clean()
        born_on = cleaned.get("born_on")
        if born_on and (wrong := wrong_birth(born_on, on=self._today)):
            self.add_error("born_on", wrong)
        elif "birth" in cleaned and "confirmed" in self.fields and not cleaned.get("confirmed"):
            self._ask_twice(born_on)
        return cleaned

    def _ask_twice(self, born_on: date | None) -> None:
        if changes := decides_otherwise(self._known, becomes=born_on, on=self._today):
            self.add_error("confirmed", f"{changes} If the date is right, tick that you have checked it.")


class AddChild(CorrectChild):
    """A child one begins to work with, and one adult around them."""

    gender = None  # type: ignore[assignment]  # asked later: a child is added with what is needed first
    confirmed = None  # type: ignore[assignment]  # nothing is on record that it could change
    adult = Choice(
        label="Do you know a parent or carer?",
        missing="Say whether you know a parent or carer. You may say that you do not.",
        options=(
            Option(KNOWN, "Yes", reveals=("adult_name", "relation", "parental_responsibility")),
            Option(UNKNOWN, "Not yet"),
        ),
    )
    adult_name = Line(label="Their name", missing="Write the name of the parent or carer.", max_length=120)
    relation = Choice(
        label="Who are they to the child?",
        missing="Say who they are to the child, as the family says it.",
        options=Relation.choices,
    )
    parental_responsibility = Choice(
        label="Do they have parental responsibility?",
        missing="Say whether they have parental responsibility. You may say that it is not known.",
        options=ParentalResponsibility.choices,
        why="It decides who can agree for a child. Not knowing is no barrier to protecting a child.",
    )
