"""The languages in which a family is written to, each under its own name."""

from enum import StrEnum

from django.db.models import TextChoices


class Direction(StrEnum):
    """Which way a language is written, as HTML names it."""

    LEFT_TO_RIGHT = "ltr"
    RIGHT_TO_LEFT = "rtl"


class Language(TextChoices):
    """English is what the texts are written in; each other language has a catalogue."""

    EN = "en", "English"
    CY = "cy", "Cymraeg"
    PL = "pl", "Polski"
    UR = "ur", "اردو"

    @property
    def direction(self) -> Direction:
        """Which way it is written."""
        return Direction.RIGHT_TO_LEFT if self is Language.UR else Direction.LEFT_TO_RIGHT

    @property
    def in_english(self) -> str:
        """What a practitioner calls it."""
        return {"en": "English", "cy": "Welsh", "pl": "Polish", "ur": "Urdu"}[self.value]
