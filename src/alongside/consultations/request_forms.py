"""What a person of the family is asked, to answer at their own page."""

from typing import Any
from uuid import UUID

from alongside.consent.commands import NewRequest
from alongside.consent.words import Category
from alongside.consultations.asking_forms import THE_CHILD
from alongside.consultations.queries import PersonCard
from alongside.design.choices import Option
from alongside.design.fields import Choice, Choices, Words
from alongside.design.forms import PageForm


class AskFamily(PageForm):
    """Whom one asks, about sharing what with whom, and what they read before they answer."""

    giver = Choice(label="Whom do you ask?", missing="Say whom you ask.")
    about = Choices(
        label="Whom do you ask them about?",
        missing="Tick the people you ask them about. Agreeing to one is not agreeing to another.",
    )
    categories = Choices(
        label="What do you want to share?",
        missing="Tick what you want to share. They can say yes to some of it and no to the rest.",
    )
    words = Words(
        label="What will they read?",
        missing="Write what you want to share, with whom and why, in plain words.",
        hint="In plain words. Name no other relative: it is for them alone.",
        max_length=2000,
        rows=4,
    )
    new_facts = Words(
        label="What is new since they last said no?",
        missing=None,
        hint="Only if they said no a short while ago. Otherwise leave this empty.",
        max_length=2000,
        rows=2,
    )

    def __init__(
        self,
        *args: Any,
        people: tuple[Option, ...],
        about: tuple[Option, ...],
        categories: tuple[Category, ...],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["giver"].offer(people)  # type: ignore[attr-defined]
        self.fields["categories"].offer((c, c.label) for c in categories or tuple(Category))  # type: ignore[attr-defined]
        if len(about) > 1:
            self.fields["about"].offer(about)  # type: ignore[attr-defined]
        else:
            del self.fields["about"]

    def recipients(self, asked: tuple[PersonCard, ...]) -> tuple[str, ...]:
        """Those of the people asked whom the request is about, as pages print them."""
        chosen = self.cleaned_data.get("about")
        return tuple(each.title for each in asked if chosen is None or str(each.recipient_id) in chosen)

    def asked(self) -> NewRequest:
        """Give the request as the deed takes it: whom it is about and the purpose are the consultation's."""
        typed = self.cleaned_data
        return NewRequest(
            giver_adult_id=None if typed["giver"] == THE_CHILD else UUID(typed["giver"]),
            recipient="",
            purpose="",
            categories=tuple(map(Category, typed["categories"])),
            text_shown=typed["words"],
            new_facts=typed["new_facts"],
        )
