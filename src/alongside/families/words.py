"""The closed words of families. Unknown is a value; nothing is inferred about people (law 9)."""

from enum import StrEnum

from django.db.models import TextChoices

NOT_YET_NAMED = "Child not yet named"  # how the name of a child begins whom nobody could name yet


class Relation(TextChoices):
    """Who an adult is to a child, as the family says."""

    MOTHER = "mother", "Mother"
    FATHER = "father", "Father"
    STEP_PARENT = "step_parent", "Step-parent"
    GRANDPARENT = "grandparent", "Grandparent"
    KINSHIP_CARER = "kinship_carer", "Kinship carer"
    FOSTER_CARER = "foster_carer", "Foster carer"
    OTHER_RELATIVE = "other_relative", "Other relative"
    OTHER_CARER = "other_carer", "Other carer"


class ParentalResponsibility(TextChoices):
    """Unknown gives no authority, and is no barrier to protection (rulebook E2)."""

    SEEN = "seen", "Yes, evidence seen"
    CLAIMED = "claimed", "Says so, evidence not seen"
    NO = "no", "No"
    UNKNOWN = "unknown", "Not known"


class Stage(TextChoices):
    """Whether the child is born. An unborn child has an expected date and no date of birth (rulebook s.1, E6)."""

    BORN = "born", "Born"
    UNBORN = "unborn", "Unborn"


class LivesWith(TextChoices):
    """Whether a child lives with an adult, as the family says. Two homes are two adults with part of the time."""

    ALL = "all", "Lives with them"
    PART = "part", "Lives with them part of the time"
    NO = "no", "Lives elsewhere"
    UNKNOWN = "unknown", "Not known"


class Right(StrEnum):
    CHILD_ADD = "child:add"
    CHILD_OPEN = "child:open"
    CHILD_CORRECT = "child:correct"
    ADULT_ADD = "adult:add"
    RESPONSIBILITY_CORRECT = "responsibility:correct"


class Leaf(StrEnum):
    CHILD_ADDED = "child:added"
    CHILD_CORRECTED = "child:corrected"
    ADULT_ADDED = "adult:added"
    ADULT_RELATED = "adult:related"
    RESPONSIBILITY_CORRECTED = "responsibility:corrected"
