"""What every field of a page has: its words, why we ask, and a sentence for when it is left empty."""

from enum import StrEnum
from typing import Any

from django.core.exceptions import ValidationError


class FieldKind(StrEnum):
    """How a field is printed by `fields.html`."""

    LINE = "line"
    WORDS = "words"
    TELEPHONE = "telephone"
    PASSWORD = "password"  # noqa: S105
    CHOICE = "choice"
    PICK = "pick"
    CHOICES = "choices"
    DAY = "day"
    MOMENT = "moment"
    PHOTO = "photo"
    HIDDEN = "hidden"


class Question:
    """The part of a field that a person reads. `why` is the reason we ask, shown when opened."""

    kind: FieldKind
    why: str
    max_length: int | None = None
    rows: int = 5
    width: str = ""
    autocomplete: str = ""


def set_up(field: Question, *, label: str, missing: str | None, hint: str, why: str) -> dict[str, Any]:
    """Give Django's arguments for a question.

    `missing` is the sentence for an empty answer, None where the answer may be empty.
    Raises ValueError when the sentence is empty: every refusal says what to do (law 17).
    """
    if missing is not None and not missing.strip():
        raise ValueError(
            f"The question {label!r} needs a sentence that says what to do when it is left empty."
        )
    field.why = why
    refused = missing if missing is not None else "This may be left empty."
    return {
        "label": label,
        "help_text": hint,
        "required": missing is not None,
        "error_messages": {"required": refused},
    }


def readable(text: str) -> str:
    """Give the text back unchanged but for line ends, which browsers send in two letters.

    Raises ValidationError for characters that no keyboard types and no database keeps.
    """
    if "\x00" in text or any("\ud800" <= letter <= "\udfff" for letter in text):
        raise ValidationError(
            "Some characters here cannot be kept. Delete what was pasted and type it again.",
            code="unreadable",
        )
    return text.replace("\r\n", "\n").replace("\r", "\n")
