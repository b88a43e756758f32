"""What a practitioner types so that nothing goes to a person for now, and once they were told after all."""

from datetime import date
from typing import Any

from alongside.consultations.concluding_forms import REVIEW_HINT
from alongside.design.choices import Option
from alongside.design.fields import Choice, Day, Line, Words
from alongside.design.forms import PageForm
from alongside.involvement.commands import Keeping
from alongside.involvement.words import Ground


class KeepFrom(PageForm):
    """The ground, the facts, and the day on which it is looked at again."""

    ground = Choice(
        label="On which ground?",
        missing="Choose the ground. Without one of these they are told.",
        options=tuple(Option(ground, ground.label) for ground in Ground),
    )
    words = Words(
        label="What makes you think so?",
        missing="Say what makes you think so: what was seen or said, by whom and when.",
        hint="The facts of this person and this child. A second person reads them.",
        max_length=2000,
        rows=4,
    )
    review_on = Day(
        label="Look at this again on",
        missing="Give the day on which this is looked at again.",
        hint=REVIEW_HINT,
    )

    def __init__(self, *args: Any, last: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["review_on"].initial = last

    def keeping(self) -> Keeping:
        """Give it as the deed takes it."""
        typed = self.cleaned_data
        return Keeping(Ground(typed["ground"]), typed["words"], typed["review_on"])


class ToldAfterAll(PageForm):
    """When and how a person was told, once nothing is kept from them any more."""

    told_on = Day(label="When did you tell them?", missing="Give the day on which you told them.")
    how = Line(
        label="How did you tell them?",
        missing="Say how you told them.",
        hint="For example: on the telephone, or on a visit.",
        max_length=200,
    )
    words = Words(label="What they said", missing=None, max_length=2000, rows=3)
