"""What a person may type of a birth, a loss, a death, and a family that cannot be reached."""

from alongside.design.choices import Choice, Option
from alongside.design.fields import Line
from alongside.design.forms import PageForm
from alongside.design.times import Day
from alongside.families.commands import (
    Newborn,
)
from alongside.families.forms import NO, YES, gender_as_said
from alongside.families.words import (
    Gender,
    Loss,
)


class RecordBirth(PageForm):
    """A child who was born."""

    name = Line(
        label="The child’s name",
        missing="Write the child’s name, as the family says it.",
        max_length=120,
        hint="As the family says it. Keep the name above if there is none yet.",
    )
    born_on = Day(label="Date of birth", missing="Write the date of birth.", hint="For example, 14 5 2026")
    gender = gender_as_said()

    def newborn(self) -> Newborn:
        """The child, as the deed takes them."""
        words = self.cleaned_data
        return Newborn(words["name"], words["born_on"], Gender(words["gender"]))


class RecordLoss(PageForm):
    """That a pregnancy ended."""

    loss = Choice(
        label="How did the pregnancy end?",
        missing="Say how it ended. You need not say more than the family wishes.",
        options=Loss.choices,
    )
    ended_on = Day(label="When, if the family wishes it to be written down", missing=None)


class RecordDeath(PageForm):
    """That a child has died."""

    ended_on = Day(label="When, if it is known", missing=None)


class RecordMove(PageForm):
    """Whether the family can be written to."""

    reached = Choice(
        label="Is it known where the family is?",
        missing="Say whether it is known where the family is.",
        options=(
            Option(NO, "No, they have moved", reveals=("moved_on",)),
            Option(YES, "Yes, they can be written to"),
        ),
    )
    moved_on = Day(
        label="Since when?", missing="Write the day since which they are not there, as far as is known."
    )
