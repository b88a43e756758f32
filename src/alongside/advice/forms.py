"""What the person who was asked may type."""

from alongside.advice.commands import GivenView
from alongside.advice.words import NoteState
from alongside.design.choices import Option
from alongside.design.fields import Choice, Words
from alongside.design.forms import PageForm


class GiveView(PageForm):
    """Confirm or correct the note of one's advice, and add one's own view."""

    note_state = Choice(
        label="Is this what you said?",
        missing="Say whether the note is right. You can correct it here.",
        options=(
            Option(NoteState.CONFIRMED, NoteState.CONFIRMED.label),
            Option(NoteState.CORRECTED, NoteState.CORRECTED.label, reveals=("correction",)),
        ),
    )
    correction = Words(
        label="What you said, in your own words",
        missing="Write what you said, so that both notes stand side by side.",
        max_length=4000,
    )
    view = Words(
        label="Your own view",
        missing=None,
        max_length=4000,
        hint="What you see from where you stand. It is kept beside the asker's and weighs the same. You may leave it empty.",
    )

    def given(self) -> GivenView:
        """Give what was typed as the deed takes it."""
        typed = self.cleaned_data
        return GivenView(NoteState(typed["note_state"]), typed["correction"], typed["view"])
