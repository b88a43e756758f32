"""The closed words of families. Unknown is a value; nothing is inferred about people (law 9)."""

from enum import StrEnum

from django.db.models import TextChoices


class Relation(TextChoices):
    """Who an adult is to a child, as the family says."""

    MOTHER = "mother", "Mother"
    FATHER = "father", "Father"
    STEP_PARENT = "step_parent", "Step-parent"
    GRANDPARENT = "grandparent", "Grandparent"
    FOSTER_CARER = "foster_carer", "Foster carer"
    OTHER_RELATIVE = "other_relative", "Other relative"
    OTHER_CARER = "other_carer", "Other carer"


class ParentalResponsibility(TextChoices):
    """Unknown gives no authority, and is no barrier to protection (rulebook E2)."""

    SEEN = "seen", "Yes, evidence seen"
    CLAIMED = "claimed", "Says so, evidence not seen"
    NO = "no", "No"
    UNKNOWN = "unknown", "Not known"


class Right(StrEnum):
    CHILD_ADD = "child:add"
    CHILD_OPEN = "child:open"
    ADULT_ADD = "adult:add"


class Leaf(StrEnum):
    CHILD_ADDED = "child:added"
    ADULT_ADDED = "adult:added"
