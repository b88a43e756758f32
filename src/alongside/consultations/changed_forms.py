"""What the owner of a decision types when a fact under it has changed."""

from typing import Any

from alongside.design.choices import Option
from alongside.design.fields import Choice, Day, Line, Words
from alongside.design.forms import PageForm
from alongside.reliance.words import Basis, Settled


class SettleChange(PageForm):
    """Keep, stop or take back; why; and what it means for the child's safety.

    `holds`: what it rested on holds no longer, so that keeping it needs another ground.
    """

    settled = Choice(
        label="What becomes of it?",
        missing="Say whether you keep it, stop it or take it back.",
        options=(
            Option(
                Settled.KEEP,
                "Keep it",
                hint="Those who have it may go on using it. You need another reason to share than what has changed.",
                reveals=("basis",),
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
    basis = Choice(
        label="On what ground do you keep it?",
        missing="Choose on what you keep it: what it rested on holds no longer.",
        options=Basis.choices,
        hint=(
            "These are the only ones. Say in your words below why it fits: which law or order, who agreed; for the "
            "public interest what harm, how likely, why no less would do, and whom you asked."
        ),
        why="Rulebook 3.5, 4.1 and 4.2.",
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

    def __init__(self, *args: Any, holds: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not holds:
            del self.fields["basis"]


class ToldWhatBecame(PageForm):
    """When and how whoever took their yes back was told that it is kept, and why."""

    told_on = Day(label="When did you tell them?", missing="Give the day on which you told them.")
    how = Line(
        label="How did you tell them?",
        missing="Say how you told them.",
        hint="For example: on the telephone, or on a visit.",
        max_length=200,
    )
