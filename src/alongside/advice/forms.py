"""What the person who was asked may type."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from alongside.advice.commands import GivenView, HandedQuestion
from alongside.advice.queries import HandOnPage
from alongside.advice.words import Heard, NoteState
from alongside.design.choices import Option
from alongside.design.fields import Choice, Words
from alongside.design.forms import PageForm
from alongside.reliance.words import Answer

TO_ANYBODY = "anybody"


class GiveView(PageForm):
    """Confirm or correct the note of one's advice and add one's own view; without a talk, answer in writing."""

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
    offer = Words(
        label="What you could offer",
        missing=None,
        max_length=2000,
        rows=2,
        hint="For example: I could see him on Mondays. It binds nobody until you have agreed it. You may leave it empty.",
    )
    heard = Choice(
        label="Does what you heard make you think that this child may be suffering significant harm?",
        missing="Say whether this child may be suffering significant harm. If so, ring children’s social care at once. "
        "Nothing here does it for you.",
        options=(
            Option(Heard.NOTHING_MORE, Heard.NOTHING_MORE.label),
            Option(
                Heard.SIGNIFICANT_HARM,
                Heard.SIGNIFICANT_HARM.label,
                hint="Do not wait for anybody here: ring children’s social care, and whoever asked you, now.",
            ),
        ),
    )

    def __init__(self, *args: Any, has_note: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if has_note == "yes":
            return
        for name in ("note_state", "correction"):
            del self.fields[name]
        view = self.fields["view"]
        view.label, view.help_text, view.required = "Your answer", "", True
        view.error_messages["required"] = (
            "Write your answer. If you would rather say it, ring: that is better still."
        )

    def given(self) -> GivenView:
        """Give what was typed as the deed takes it."""
        typed = self.cleaned_data
        state = NoteState(typed.get("note_state", NoteState.ANSWERED))
        return GivenView(
            state, typed.get("correction", ""), typed["view"], typed["offer"], Heard(typed["heard"])
        )

    def recorded(self, first: Mapping[str, Any]) -> Mapping[str, Any]:
        """Give the recorded answer under this page's names."""
        given: Mapping[str, Any] = first.get("given", {})
        return given


class AskBack(PageForm):
    """A question to whoever asked."""

    words = Words(
        label="What do you need to know?",
        missing="Write what you would like to ask back.",
        max_length=2000,
        rows=4,
        hint="Only what you need to advise. They decide anew whether they may tell you.",
    )


class HandOn(PageForm):
    """Where a taken question goes on to, and why."""

    to = Choice(label="Who should have it?", missing="Choose who should have it.")
    words = Words(
        label="Why, in a sentence",
        missing="Write why, so that whoever has it next need not ask.",
        max_length=1000,
        rows=2,
        hint="Whoever answers that line reads this. Leave out everything about the family.",
    )

    def __init__(self, *args: Any, page: HandOnPage, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"].offer(_places(page))  # type: ignore[attr-defined]

    def handed(self) -> HandedQuestion:
        """Give the choice as the deed takes it."""
        line_id, _, membership_id = self.cleaned_data["to"].partition("/")
        to = None if membership_id == TO_ANYBODY else UUID(membership_id)
        return HandedQuestion(UUID(line_id), to, self.cleaned_data["words"])

    def recorded(self, first: Mapping[str, Any]) -> Mapping[str, Any]:
        """Give where it was handed under this page's names."""
        handed: Mapping[str, Any] = first.get("handed", {})
        to = f"{handed.get('to_line_id')}/{handed.get('to_membership_id') or TO_ANYBODY}"
        return {"to": to, "words": handed.get("words", "")}


def _places(page: HandOnPage) -> tuple[Option, ...]:
    """Back to the line first, then its people, then the other lines of the agency with theirs."""
    found = []
    for line, members in sorted(page.places, key=lambda place: place[0].id != page.line_id):
        here = line.id == page.line_id
        label = "Back to this line, for anybody on it" if here else f"{line.name}, for anybody on it"
        found.append(Option(f"{line.id}/{TO_ANYBODY}", label, hint="" if here else line.opening_words))
        found += [
            Option(f"{line.id}/{each.id}", each.name, hint=each.role if here else f"{each.role}, {line.name}")
            for each in members
        ]
    return tuple(found)


class ConfirmRetraction(PageForm):
    """What became of what somebody took back."""

    answer = Choice(
        label="What have you done with it?",
        missing="Say what you have done with it.",
        options=((each, each.label) for each in Answer),
    )
    words = Words(
        label="Anything they should know",
        missing=None,
        hint="Where you cannot let go of it, say why.",
        max_length=2000,
        rows=3,
    )
