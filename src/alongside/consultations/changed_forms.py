"""What the owner of a decision types when a fact under it has changed."""

from alongside.design.choices import Option
from alongside.design.fields import Choice, Words
from alongside.design.forms import PageForm
from alongside.reliance.words import Settled


class SettleChange(PageForm):
    """Keep, stop or take back; why; and what it means for the child's safety."""

    settled = Choice(
        label="What becomes of it?",
        missing="Say whether you keep it, stop it or take it back.",
        options=(
            Option(
                Settled.KEEP,
                "Keep it",
                hint="Those who have it may go on using it. You need another reason to share than what has changed.",
            ),
            Option(
                Settled.STOP,
                "Stop it",
                hint="Nothing more is shared on it, and those who have it use it no further.",
            ),
            Option(
                Settled.RETRACT,
                "Take it back",
                hint="As to stop it; and they say what they have done with what they have.",
            ),
        ),
    )
    words = Words(
        label="Why?",
        missing="Say why, in a sentence. A reader looks for it first.",
        max_length=2000,
        rows=3,
    )
    risk = Words(
        label="Is the child safe without it?",
        missing="Say whether the child is safe without it: a change of mind is looked at for risk every time.",
        hint="What has changed for the child, and what you do about it. A change of mind alone is no concern.",
        max_length=2000,
        rows=3,
    )
