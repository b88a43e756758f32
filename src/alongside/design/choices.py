"""Answers to choose from: radios, checkboxes and a list, none chosen beforehand; each may reveal more."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from alongside.design.questions import FieldKind, Question, set_up

NOT_ONE_OF_THEM = "Choose one of the answers shown on this page."


@dataclass(frozen=True, slots=True)
class Option:
    """One answer: the value kept, the words shown, a line beneath, and the names of fields it reveals."""

    value: str
    label: str
    hint: str = ""
    reveals: tuple[str, ...] = ()


Offered = Iterable[Option | tuple[Any, Any]]


class _Offers(Question, forms.Field):
    """What the three kinds of choice have in common: options that may be offered later, per page."""

    options: tuple[Option, ...] = ()

    def offer(self, options: Offered) -> None:
        """Set the answers that this page offers; takes `Option`s or a vocabulary's `.choices`."""
        self.options = tuple(
            one if isinstance(one, Option) else Option(str(one[0]), str(one[1])) for one in options
        )

    def must_offer(self, value: str) -> None:
        """Raise ValidationError unless this answer was offered."""
        if value not in {option.value for option in self.options}:
            raise ValidationError(NOT_ONE_OF_THEM, code="invalid_choice")


class Choice(_Offers):
    """One answer of several, as radios.

    Nothing is chosen beforehand: a default would answer for the practitioner (law 9).
    """

    kind = FieldKind.CHOICE

    def __init__(
        self, *, label: str, missing: str | None, options: Offered = (), hint: str = "", why: str = ""
    ) -> None:
        super().__init__(**set_up(self, label=label, missing=missing, hint=hint, why=why))
        self.offer(options)

    def to_python(self, value: Any) -> str:
        """Give the chosen value, or an empty text where none was chosen."""
        return "" if value is None else str(value)

    def validate(self, value: Any) -> None:
        """Refuse an answer that was not offered."""
        super().validate(value)
        if value:
            self.must_offer(value)


class Pick(Choice):
    """One answer of many, as a list that opens; for long lists such as agencies. `empty` is what stands for none."""

    kind = FieldKind.PICK

    def __init__(
        self,
        *,
        label: str,
        missing: str | None,
        options: Offered = (),
        hint: str = "",
        why: str = "",
        empty: str = "Choose one",
    ) -> None:
        super().__init__(label=label, missing=missing, options=options, hint=hint, why=why)
        self.empty = empty


class Choices(_Offers):
    """Any number of answers, as checkboxes. The cleaned value is a list of values in the order offered."""

    kind = FieldKind.CHOICES
    widget = forms.SelectMultiple  # reads every value of the name; we print it ourselves

    def __init__(
        self, *, label: str, missing: str | None, options: Offered = (), hint: str = "", why: str = ""
    ) -> None:
        super().__init__(**set_up(self, label=label, missing=missing, hint=hint, why=why))
        self.offer(options)

    def to_python(self, value: Any) -> list[str]:
        """Give the chosen values in the order in which they were offered."""
        chosen = [str(one) for one in value or ()]
        for one in chosen:
            self.must_offer(one)
        return [option.value for option in self.options if option.value in chosen]
