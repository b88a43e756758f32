"""What part one person of the family has in a consultation."""

from datetime import date
from typing import Any
from uuid import UUID

from alongside.consultations.asking_forms import THE_CHILD
from alongside.consultations.concluding_forms import REVIEW_HINT
from alongside.design.choices import Option
from alongside.design.fields import Choice, Day, Line, Words
from alongside.design.forms import PageForm
from alongside.involvement.commands import PartTaken
from alongside.involvement.words import Ground, Happened, Step


class RecordPart(PageForm):
    """One step of one person's part: when and how, or why not."""

    who = Choice(label="Whose part is this?", missing="Say whose part this is.")
    step = Choice(label="What is it about?", missing="Say what it is about.", options=Step.choices)
    happened = Choice(
        label="Has it happened?",
        missing="Say whether it has happened.",
        options=(
            Option(Happened.YES, Happened.YES.label, reveals=("happened_on", "how", "views")),
            Option(Happened.NOT_YET, Happened.NOT_YET.label, reveals=("why_not_yet",)),
            Option(Happened.NO, "No, and not for now", reveals=("why_not", "ground", "review_on")),
        ),
    )
    happened_on = Day(label="On which day?", missing="Give the day on which it happened.")
    how = Line(label="How?", missing=None, hint="For example: on the telephone.", max_length=200)
    views = Words(label="What they thought", missing=None, hint="In their words.", max_length=2000, rows=3)
    why_not_yet = Words(label="Why not yet?", missing="Say why not yet.", max_length=2000, rows=2)
    why_not = Words(
        label="Why not?", missing="Say why not, so that a reader can follow it.", max_length=2000, rows=2
    )

    ground = Choice(
        label="On which ground are they not told, or not offered a part?",
        missing=None,
        hint="A safeguarding lead reads it on the next working day. Whoever chose not to take part needs none.",
        options=Ground.choices,
    )
    review_on = Day(label="Look at this again on", missing=None, hint=REVIEW_HINT)

    def __init__(
        self, *args: Any, people: tuple[Option, ...], today: date, last: date, who: str = "", **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.fields["who"].initial = who
        self.fields["review_on"].initial = last
        self.fields["who"].offer(people)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Nothing has happened on a day that is still to come."""
        cleaned = super().clean()
        if (on := cleaned.get("happened_on")) and on > self.today:
            self.add_error("happened_on", "Give the day on which it happened: it cannot be later than today.")
        return cleaned

    def part(self) -> PartTaken:
        """Give the part as the deed takes it."""
        typed = self.cleaned_data
        named = {option.value: option.label for option in self.fields["who"].options}  # type: ignore[attr-defined]
        return PartTaken(
            adult_id=None if typed["who"] == THE_CHILD else UUID(typed["who"]),
            name=named[typed["who"]],
            step=Step(typed["step"]),
            happened=Happened(typed["happened"]),
            happened_on=typed["happened_on"],
            how=typed["how"],
            words=typed["views"] or typed["why_not_yet"] or typed["why_not"],
            ground=Ground(typed["ground"]) if typed["ground"] else None,
            review_on=typed["review_on"],
        )
