"""What a practitioner may choose about a letter; its words are those of the notice."""

from typing import Any
from uuid import UUID

from alongside.contacts.queries import ContactCard
from alongside.design.choices import Choice, Option
from alongside.design.forms import PageForm
from alongside.letters.words import Print


class WriteLetter(PageForm):
    """By which safe contact a letter goes, and in which print."""

    contact = Choice(
        label="By which safe contact does it go?",
        missing="Choose the safe contact by which it goes.",
        hint="Only those by which a letter may go now are offered. The address is drawn in while it is printed.",
    )
    size = Choice(
        label="In which print?", missing="Choose the print, as the person wants it.", options=Print.choices
    )

    def __init__(self, *args: Any, routes: tuple[ContactCard, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = (Option(str(each.id), f"{each.label}: {each.channel.label.lower()}") for each in routes)
        self.fields["contact"].offer(offered)  # type: ignore[attr-defined]

    def chosen(self) -> tuple[UUID, Print]:
        """The contact and the print."""
        return UUID(self.cleaned_data["contact"]), Print(self.cleaned_data["size"])
