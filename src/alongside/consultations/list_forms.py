"""What a person may ask of a list of consultations: whose, and which of them."""

from typing import Any
from uuid import UUID

from django.http import QueryDict

from alongside.access.words import NotThere
from alongside.consultations.queries import Narrowings, Sought
from alongside.consultations.words import Beginning, Mode, State, Whose
from alongside.design.fields import Day, Line, Pick
from alongside.design.forms import PageForm

ANY = "Any"
RECORDED = (
    (Beginning.QUESTION, "From the question on"),
    (Beginning.ALREADY_SPOKEN, "After the fact"),
)


class SeekConsultations(PageForm):
    """Which consultations of a list are shown; every question may be left open. It is asked in the address."""

    state = Pick(label="How far it has come", missing=None, options=State.choices, empty=ANY)
    names = Pick(label="By name or without", missing=None, options=Mode.choices, empty=ANY)
    begun = Pick(label="Recorded", missing=None, options=RECORDED, empty=ANY)
    child = Pick(label="Child", missing=None, empty=ANY)
    agency = Pick(label="Agency asked", missing=None, empty=ANY)
    since = Day(label="Begun on or after", missing=None)
    until = Day(label="Begun on or before", missing=None)
    words = Line(label="Words in it", missing=None, max_length=100)

    def __init__(self, typed: QueryDict, *, whose: Whose, narrowings: Narrowings) -> None:
        super().__init__(typed)
        self.whose = whose
        self.fields["child"].offer(narrowings.children)  # type: ignore[attr-defined]
        self.fields["agency"].offer((name, name) for name in narrowings.agencies)  # type: ignore[attr-defined]
        if whose is not Whose.MINE:
            del self.fields["words"]  # one looks through one's own words, not through others'

    def clean(self) -> dict[str, Any]:
        """The last day is not before the first."""
        cleaned = super().clean()
        since, until = cleaned.get("since"), cleaned.get("until")
        if since and until and until < since:
            self.add_error("until", "Give a last day that is not before the first, or leave one of them out.")
        return cleaned

    def boxes(self) -> dict[str, tuple[str, ...]]:
        """By which names each question stands in the address."""
        parts = {"since": ("day", "month", "year"), "until": ("day", "month", "year")}
        return {
            name: tuple(f"{name}_{part}" for part in parts.get(name, ())) or (name,) for name in self.fields
        }

    def sought(self) -> Sought:
        """Give what is sought as the list takes it. Call `is_valid` first."""
        typed = self.cleaned_data
        return Sought(
            whose=self.whose,
            state=State(typed["state"]) if typed["state"] else None,
            mode=Mode(typed["names"]) if typed["names"] else None,
            beginning=Beginning(typed["begun"]) if typed["begun"] else None,
            child_id=UUID(typed["child"]) if typed["child"] else None,
            agency=typed["agency"],
            since_on=typed["since"],
            until_on=typed["until"],
            words=typed.get("words", ""),
        )


def whose_list(typed: QueryDict) -> Whose:
    """Whose list an address names; nobody's is one's own. Raises NotThere for a list that there is not."""
    try:
        return Whose(typed.get("whose", Whose.MINE))
    except ValueError:
        raise NotThere from None
