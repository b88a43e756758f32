"""What a person may type about a next step that they have taken."""

from dataclasses import dataclass
from typing import Any

from alongside.consultations.commands import TakenStep
from alongside.consultations.nameless_forms import Nameless
from alongside.consultations.words import NextStepKind
from alongside.design.fields import Line, Moment, Words


@dataclass(frozen=True, slots=True)
class Asked:
    """How the page of one kind of step asks: its title, a sentence, and what its three questions are called."""

    title: str
    lede: str
    done_at: str
    with_whom: str
    words: str


ASKED = {
    NextStepKind.REFERRAL_RUNG: Asked(
        "Ring children’s social care",
        "A referral is made by telephone first, at once. When you have rung, say so here.",
        "When did you ring?",
        "Whom did you speak with?",
        "What they said, and what happens now",
    ),
    NextStepKind.REFERRAL_WRITTEN: Asked(
        "Confirm the referral in writing",
        "Write to children’s social care by their own form or secure mail. Nothing is sent from here.",
        "When did you send it?",
        "To whom?",
        "How you sent it, and whether they have it",
    ),
    NextStepKind.REFERRAL_ANSWERED: Asked(
        "What children’s social care decided",
        "They decide within one working day, and say why. If you hear nothing, ring them.",
        "When did you hear?",
        "Who told you?",
        "What they decided, and why",
    ),
    NextStepKind.TAF_CALLED: Asked(
        "Call the Team Around the Family together",
        "Ring those who should be in it, and ask the family whom they want there. When it is called, say so here.",
        "When was it called?",
        "Whom did you call?",
        "When and where it meets",
    ),
    NextStepKind.ASKED_ELSEWHERE: Asked(
        "Ask the other person",
        "You decided to ask somebody else as well. When you have, say so here.",
        "When did you ask them?",
        "Whom did you ask?",
        "What came of it",
    ),
    NextStepKind.AGREED_STEP_TAKEN: Asked(
        "Do what was agreed",
        "When it is done, say so here.",
        "When was it done?",
        "Who did it, and with whom?",
        "What came of it",
    ),
}


class TakeStep(Nameless):
    """That a next step was taken: when, with whom, what came of it."""

    done_at = Moment(
        label="When was it done?",
        missing="Give the day and the time.",
        hint="For example, 3 11 2026 at 3.40 pm. When you write it down is kept as well.",
    )
    with_whom = Line(
        label="With whom?",
        missing="Say with whom, so that a reader can ask them.",
        hint="Name, role and agency, as far as you know them.",
        max_length=200,
    )
    words = Words(label="What came of it", missing=None, max_length=2000, rows=4)

    def __init__(self, *args: Any, step: NextStepKind, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.step, asked = step, ASKED[step]
        for name in ("done_at", "with_whom", "words"):
            self.fields[name].label = getattr(asked, name)
        if step is NextStepKind.REFERRAL_ANSWERED:
            self.fields["words"].required = True
            self.fields["words"].error_messages["required"] = "Write what they decided, and why."

    def taken(self) -> TakenStep:
        """Give the step as the deed takes it."""
        return TakenStep(self.step, **self.cleaned_data)

    def recorded(self, first: Any) -> Any:
        """Give the recorded step under this page's names."""
        return first.get("step", {})
