"""The closed words of uploaded papers."""

from enum import StrEnum

from django.db.models import TextChoices


class Kept(TextChoices):
    """As what a picture is kept, whatever it came as."""

    PNG = "image/png", "A PNG picture"
    JPEG = "image/jpeg", "A JPEG picture"


class Right(StrEnum):
    PAPER_OPEN = "paper:open"


class Leaf(StrEnum):
    PAPER_KEPT = "paper:kept"
