"""What a person may type about how somebody was asked: language, interpreter, what was shown, who was there."""

from collections.abc import Mapping
from typing import Any

from alongside.consent.words import Explained, Interpreted, Presence
from alongside.design.choices import Option
from alongside.design.fields import Choice, Line, Words
from alongside.design.forms import PageForm

ABOVE, OTHER = "above", "other"
HOW_ASKED = ("explained_how", "language", "interpreted", "shown", "feared_present", "witness", "evidence_ref")


class HowAsked(PageForm):
    """How it was explained, and by what it can be proved. All of it may stay empty (rulebook 4.3, 4.4)."""

    explained_how = Choice(label="How did you explain it?", missing=None, options=Explained.choices)
    language = Line(
        label="In which language?", missing=None, hint="Only if it was not English.", max_length=60
    )
    interpreted = Choice(
        label="Did anybody interpret?",
        missing=None,
        options=(
            Option(Interpreted.NOBODY, Interpreted.NOBODY.label),
            Option(Interpreted.INDEPENDENT, Interpreted.INDEPENDENT.label, reveals=("interpreter",)),
            Option(
                Interpreted.RELATIVE,
                Interpreted.RELATIVE.label,
                hint="What they said is kept, and a yes does not count. Ask again with an interpreter from outside "
                "the family.",
                reveals=("relative",),
            ),
        ),
    )
    interpreter = Line(
        label="The interpreter’s name, and where they are from",
        missing="Write the interpreter’s name, so that it is seen who it was.",
        max_length=160,
    )
    relative = Line(
        label="Who interpreted, and who are they to the family?",
        missing="Write who interpreted, and who they are to the family.",
        max_length=160,
    )
    shown = Choice(label="What text did you read out or show them?", missing=None)
    other_text = Words(
        label="The words that you read out or showed",
        missing="Write the words that they heard or saw. They are kept as they are.",
        max_length=4000,
        rows=4,
    )
    feared_present = Choice(
        label="Was anybody there whom they may fear?",
        missing=None,
        options=(
            Option(Presence.NO, Presence.NO.label),
            Option(Presence.YES, Presence.YES.label, hint="A yes said in front of them does not count."),
            Option(Presence.UNKNOWN, Presence.UNKNOWN.label),
        ),
    )
    witness = Line(
        label="Who else heard it?",
        missing=None,
        hint="If they said it in a conversation: name and role.",
        max_length=160,
    )
    evidence_ref = Line(
        label="Where is the paper or message?",
        missing=None,
        hint="For example: signed form, in Maya’s paper file.",
        max_length=200,
    )

    def __init__(self, *args: Any, explanation: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.explanation = explanation
        above = (Option(ABOVE, "The words above, “How you would explain it”"),) if explanation else ()
        self.fields["shown"].offer((*above, Option(OTHER, "Other words", reveals=("other_text",))))  # type: ignore[attr-defined]

    @property
    def how_asked(self) -> tuple[str, ...]:
        """The questions that stand in a part of the page of their own, closed until somebody opens it."""
        return HOW_ASKED

    @property
    def opens_how_asked(self) -> str:
        """Whether that part is open when the page is shown: "yes" where something is typed or wrong in it."""
        names = (*HOW_ASKED, "interpreter", "relative", "other_text")
        return "yes" if any(self.errors.get(n) or self[n].value() for n in names) else "no"

    def how(self) -> dict[str, Any]:
        """Give what was typed here as the deed takes it."""
        typed = self.cleaned_data
        shown = {"": "", ABOVE: self.explanation, OTHER: typed["other_text"]}
        return {
            "explained_how": Explained(typed["explained_how"]) if typed["explained_how"] else None,
            "language": typed["language"],
            "interpreted": Interpreted(typed["interpreted"]) if typed["interpreted"] else None,
            "interpreter": typed["interpreter"] or typed["relative"],
            "feared_present": Presence(typed["feared_present"]) if typed["feared_present"] else None,
            "witness": typed["witness"],
            "evidence_ref": typed["evidence_ref"],
            "text_shown": shown[typed["shown"]],
        }

    def how_recorded(self, said: Mapping[str, Any]) -> dict[str, Any]:
        """Give what was recorded of it under this page's names."""
        text, by_relative = said["text_shown"], said["interpreted"] == Interpreted.RELATIVE
        is_above = bool(text) and text == self.explanation
        return {
            "shown": ABOVE if is_above else OTHER if text else "",
            "other_text": "" if is_above else text,
            "interpreter": "" if by_relative else said["interpreter"],
            "relative": said["interpreter"] if by_relative else "",
        }
