"""The closed words of letters."""

from enum import StrEnum

from django.db.models import TextChoices


class Print(TextChoices):
    """How large a letter is printed."""

    ORDINARY = "ordinary", "Ordinary print"
    LARGE = "large", "Large print"


class Kept(TextChoices):
    """Whether a letter can be printed again word for word: what gives a private link is kept nowhere."""

    WHOLE = "whole", "All of it"
    WITHOUT_THE_LINK = "without_link", "All but the private link"


class Right(StrEnum):
    LETTER_WRITE = "letter:write"
    LETTER_PRINT = "letter:print"
    LETTER_READ = "letter:read"


class Leaf(StrEnum):
    LETTER_WRITTEN = "letter:written"
    LETTER_PRINTED = "letter:printed"
