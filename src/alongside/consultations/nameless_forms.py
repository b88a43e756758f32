"""What is asked only where nobody is named: why words that were warned of do not say who it is; and naming later."""

import re
from typing import Any
from uuid import UUID

from alongside.consultations.words import Mode
from alongside.design.choices import Option
from alongside.design.fields import Choice, Words
from alongside.design.forms import PageForm

LINK, ASK_AGAIN = "link", "ask_again"


class Nameless(PageForm):
    """A page's questions, with one more where nobody is named and the words were warned of."""

    not_identifying = Words(
        label="Why do these words not say who it is?",
        missing=None,
        hint="Change the words instead, if you can. The reason is kept with the record.",
        max_length=500,
        rows=2,
    )

    def __init__(self, *args: Any, mode: Mode = Mode.NAMED, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields.pop("not_identifying")
        if mode is Mode.NO_NAMES and self.is_bound:
            self.fields["not_identifying"] = field  # after the page's own questions

    def refuse(self, sentence: str, *, field: str | None = None) -> None:
        """Put each line of a warning beside the words that it is about, and the last beside the reason."""
        *lines, last = sentence.splitlines()
        for name, line in [(self._saying(line) or field, line) for line in lines]:
            super().refuse(line, field=name)
        super().refuse(last, field=field)

    def _saying(self, line: str) -> str:
        """The question in whose words stands what a line quotes; empty where it is none of this form's."""
        quoted = re.findall("“(.*?)”", line)
        said = {
            name: " ".join(value.split())
            for name, value in self.cleaned_data.items()
            if isinstance(self.fields[name], Words)
        }
        return next((name for name, words in said.items() if any(each in words for each in quoted)), "")


class NameChild(PageForm):
    """Which child a consultation without names was about, and whether to ask again by name."""

    child = Choice(label="Which child is it about?", missing="Choose the child.")
    then = Choice(
        label="What do you want to do?",
        missing="Say whether you want to ask again by name, or only keep a private note.",
        options=(
            Option(
                ASK_AGAIN,
                "Ask again, by name",
                hint="A new consultation with its own decision. Whoever advised you is told nothing by it.",
            ),
            Option(
                LINK,
                "Only keep a private note on the child’s record",
                hint="For your own agency alone: that advice was sought, and when.",
            ),
        ),
    )

    def __init__(self, *args: Any, children: tuple[Option, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["child"].offer(children)  # type: ignore[attr-defined]

    @property
    def child_id(self) -> UUID:
        """The child that was chosen."""
        return UUID(self.cleaned_data["child"])
