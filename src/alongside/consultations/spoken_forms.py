"""What a person may type about a talk that was held already. Nothing is required: it may be two in the morning."""

from typing import Any
from uuid import UUID

from alongside.consultations.commands import Spoken
from alongside.consultations.words import Urgency
from alongside.design.choices import Option
from alongside.design.fields import Choice, Choices, Line, Moment, Words
from alongside.design.forms import PageForm

NAME_MOST = 120


class RecordSpoken(PageForm):
    """One page that saves anything; the rest is completed later."""

    urgency = Choice(label="Was it an emergency?", missing=None, options=Urgency.choices)
    children = Choices(label="Which children is it about?", missing=None)
    new_children = Words(
        label="Children who are not listed here",
        missing=None,
        hint="One name a line. What you do not know stays unknown.",
        max_length=1500,
        rows=3,
    )
    with_whom = Line(
        label="Whom did you speak with?",
        missing=None,
        hint="Name, role and agency, as far as you know them.",
        max_length=300,
    )
    telephone = Line(label="On which number?", missing=None, max_length=30)
    spoken_at = Moment(
        label="When did you speak?",
        missing=None,
        hint="For example, 14 11 2026 at 2.10 am. When you write it down is kept by itself.",
    )
    said = Words(label="What you said", missing=None, max_length=4000, rows=4)
    heard = Words(label="What they said", missing=None, max_length=4000, rows=3)
    done = Words(label="What was done", missing=None, max_length=4000, rows=3)

    def __init__(self, *args: Any, children: tuple[Option, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if children:
            self.fields["children"].offer(children)  # type: ignore[attr-defined]
        else:
            del self.fields["children"]

    def spoken(self) -> Spoken:
        """Give what was written as the deed takes it."""
        typed = self.cleaned_data
        names = tuple(line.strip()[:NAME_MOST] for line in typed["new_children"].splitlines() if line.strip())
        return Spoken(
            child_ids=tuple(map(UUID, typed.get("children", ()))),
            new_children=names,
            with_whom=typed["with_whom"],
            telephone=typed["telephone"],
            urgency=Urgency(typed["urgency"]) if typed["urgency"] else None,
            spoken_at=typed["spoken_at"],
            said=typed["said"],
            heard=typed["heard"],
            done=typed["done"],
        )
