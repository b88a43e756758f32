"""What a person types to seal a record at an adoption."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from alongside.cases.commands import Adopted
from alongside.design.choices import Choices, Pick
from alongside.design.fields import Line
from alongside.design.forms import PageForm

YES = "yes"


class SealAdoption(PageForm):
    """The child's new name, who keeps the earlier record, who works with the child, and that sealing is meant."""

    name = Line(
        label="The child’s name after the adoption",
        missing="Write the name by which the child is known from now on.",
        max_length=120,
    )
    officer = Pick(
        label="Who alone may open the earlier record?",
        missing="Choose who keeps the earlier record.",
        hint="Usually whoever keeps adoption records in your agency. They say why each time, and each time is"
        " written down.",
    )
    worker = Pick(
        label="Who works with the child from now on?",
        missing="Choose who works with the child from now on.",
        hint="They see the new record and nothing of the earlier one. Choose somebody who does not need to know it.",
    )
    reason = Line(
        label="Which order is it, and who has seen it?",
        missing="Write which order it is and who has seen it, like “Adoption order of 2 November, seen by me”.",
        max_length=400,
    )
    sealed = Choices(
        label="Is the earlier record to be sealed now?",
        missing="Tick that the record is to be sealed, once you have read above what that means.",
        options=((YES, "Yes. I have read what is sealed, and that I cannot undo it"),),
    )

    def __init__(self, *args: Any, colleagues: Sequence[tuple[UUID, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("officer", "worker"):
            self.fields[name].offer(colleagues)  # type: ignore[attr-defined]

    def adopted(self) -> Adopted:
        """The adoption, as the deed takes it."""
        words = self.cleaned_data
        return Adopted(words["name"], UUID(words["officer"]), UUID(words["worker"]), words["reason"])
