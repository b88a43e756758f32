"""What a person may type where nobody spoke: a question to be sent, a reply to what was asked back, a returned slip."""

from typing import Any

from alongside.advice.words import ON_A_NOTE, NoteState, Wanted
from alongside.consultations.commands import Returned, Sent
from alongside.consultations.nameless_forms import Nameless
from alongside.consultations.queries import PersonCard
from alongside.design.choices import Option
from alongside.design.fields import Choice, Day, Telephone, Words

ON_PAPER = {
    NoteState.CONFIRMED: "Yes, that is what they said",
    NoteState.CORRECTED: "Not quite: they corrected it",
}


class SendQuestion(Nameless):
    """Why nobody spoke; for a line, where and by when to ring back."""

    why_not_spoken = Words(
        label="Why have you not spoken?",
        missing="Say why you have not spoken: a talk finds out more.",
        hint="For example: I rang twice and nobody answered, and I teach until half past three.",
        max_length=500,
        rows=2,
    )
    ring_back_on = Telephone(
        label="On which number can they ring you back?",
        missing="Give the number on which they can ring you back.",
    )
    wanted = Choice(
        label="By when would you like to be rung back?",
        missing="Say by when you would like to be rung back.",
        options=(Option(each.value, each.label) for each in Wanted),
    )

    def __init__(self, *args: Any, person: PersonCard, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if person.line_id is None:
            for name in ("ring_back_on", "wanted"):
                del self.fields[name]

    def sent(self) -> Sent:
        """Give what was typed as the deed takes it."""
        typed = self.cleaned_data
        return Sent(
            why_not_spoken=typed["why_not_spoken"],
            ring_back_on=typed.get("ring_back_on", ""),
            wanted=Wanted(typed["wanted"]) if typed.get("wanted") else None,
            not_identifying=typed.get("not_identifying", ""),
        )


class AnswerBack(Nameless):
    """A reply to what the adviser asked back."""

    words = Words(
        label="Your reply",
        missing="Write your reply, or ring them: a talk finds out more.",
        hint="Only what you decided to share. For anything more, list it under “What exactly” and decide again.",
        max_length=2000,
        rows=4,
    )


class RecordSlip(Nameless):
    """What somebody who is not on Alongside said to the asker's note of their advice."""

    note_state = Choice(
        label="What did they say to your note?",
        missing="Say whether they confirmed the note or corrected it.",
        options=(
            Option(each, ON_PAPER[each], reveals=("correction",) if each is NoteState.CORRECTED else ())
            for each in ON_A_NOTE
        ),
    )
    correction = Words(
        label="What they corrected, in their own words",
        missing="Write what they corrected, so that both notes stand side by side.",
        max_length=4000,
        rows=4,
    )
    returned_on = Day(
        label="On which day did it come back?",
        missing="Give the day on which the slip came back, or they told you.",
        hint="For example, 3 11 2026. Keep the paper with your own record.",
    )

    def slip(self) -> Returned:
        """Give what came back as the deed takes it."""
        typed = self.cleaned_data
        return Returned(
            note_state=NoteState(typed["note_state"]),
            returned_on=typed["returned_on"],
            correction=typed["correction"],
            not_identifying=typed.get("not_identifying", ""),
        )
