"""The fields a page may ask with. Each refuses with a sentence that says what to do, never Django's own."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from alongside.design.choices import Choice, Choices, Option, Pick
from alongside.design.questions import FieldKind, Question, readable, set_up
from alongside.design.times import Day, Moment

__all__ = [
    "Choice",
    "Choices",
    "Day",
    "Line",
    "Moment",
    "Option",
    "Password",
    "Photo",
    "Pick",
    "Telephone",
    "Words",
]


class Words(Question, forms.Field):
    """Free text over several lines, kept as typed but for spaces around it; `max_length` is in characters."""

    kind = FieldKind.WORDS

    def __init__(
        self,
        *,
        label: str,
        missing: str | None,
        max_length: int = 4000,
        hint: str = "",
        why: str = "",
        rows: int = 5,
    ) -> None:
        super().__init__(**set_up(self, label=label, missing=missing, hint=hint, why=why))
        self.max_length = max_length
        self.rows = rows

    def to_python(self, value: Any) -> str:
        """Give the text; raises ValidationError when it is too long or holds what cannot be kept."""
        text = readable("" if value is None else str(value)).strip()
        if self.max_length is not None and len(text) > self.max_length:
            over = len(text) - self.max_length
            raise ValidationError(
                f"Shorten this by {over} {'character' if over == 1 else 'characters'}: "
                f"it may have {self.max_length} at most.",
                code="too_long",
            )
        return text


class Line(Words):
    """One line of text: a name, a role, a subject. Lines run together into one."""

    kind = FieldKind.LINE

    def __init__(
        self,
        *,
        label: str,
        missing: str | None,
        max_length: int = 200,
        hint: str = "",
        why: str = "",
        width: str = "",
        autocomplete: str = "off",
    ) -> None:
        super().__init__(label=label, missing=missing, max_length=max_length, hint=hint, why=why, rows=1)
        self.width = width
        self.autocomplete = autocomplete

    def to_python(self, value: Any) -> str:
        """Give the text on one line."""
        return " ".join(part.strip() for part in super().to_python(value).splitlines())


class Telephone(Line):
    """A telephone number as people write it, with an extension if there is one."""

    kind = FieldKind.TELEPHONE
    _SHAPE = re.compile(r"\+?[0-9 ().\-]+(?:(?:x|ext\.?|extension) *[0-9]{1,6})?", re.IGNORECASE)

    def __init__(self, *, label: str, missing: str | None, hint: str = "", why: str = "") -> None:
        super().__init__(label=label, missing=missing, max_length=40, hint=hint, why=why, width="20")

    def to_python(self, value: Any) -> str:
        """Give the number as typed; raises ValidationError when it cannot be rung."""
        number = super().to_python(value)
        digits = sum(letter in "0123456789" for letter in number)
        if number and not (self._SHAPE.fullmatch(number) and 3 <= digits <= 21):
            raise ValidationError(
                "Write a telephone number that can be rung, like 01632 960 001 or 07700 900 982 ext 12.",
                code="not_a_number",
            )
        return number


class Password(Question, forms.Field):
    """A password, never printed back and never trimmed."""

    kind = FieldKind.PASSWORD
    widget = forms.PasswordInput

    def __init__(
        self, *, label: str, missing: str | None, hint: str = "", autocomplete: str = "current-password"
    ) -> None:
        super().__init__(**set_up(self, label=label, missing=missing, hint=hint, why=""))
        self.max_length = 1000
        self.autocomplete = autocomplete

    def to_python(self, value: Any) -> str:
        """Give the password as typed; raises ValidationError when it is longer than any password."""
        text = "" if value is None else str(value)
        if len(text) > 1000 or "\x00" in text:
            raise ValidationError("Type your password again: this is not one.", code="too_long")
        return text


class Photo(Question, forms.FileField):
    """A picture from the machine or camera. Its form is made with the request's files; the page sends it whole.

    `max_bytes` is refused with `too_large`; what it shows is judged by the deed that keeps it.
    """

    kind = FieldKind.PHOTO

    def __init__(
        self,
        *,
        label: str,
        missing: str | None,
        too_large: str,
        max_bytes: int,
        hint: str = "",
        why: str = "",
    ) -> None:
        super().__init__(
            **set_up(self, label=label, missing=missing, hint=hint, why=why), allow_empty_file=True
        )
        self.max_bytes, self.too_large = max_bytes, too_large

    def to_python(self, value: Any) -> bytes | None:  # type: ignore[override]
        """Give what the file holds, or None where none was chosen; raises ValidationError when it is too large."""
        file = super().to_python(value)
        if file is None:
            return None
        if file.size > self.max_bytes:
            raise ValidationError(self.too_large, code="too_large")
        return bytes(file.read())
