"""The closed words of cases."""

from enum import StrEnum

from django.db.models import TextChoices


class Concern(TextChoices):
    """Whether the case carries an open concern of significant harm: the fact that guard G1 reads."""

    NONE_RECORDED = "none_recorded", "None recorded"
    SIGNIFICANT_HARM = "significant_harm", "Open concern of significant harm"


class Right(StrEnum):
    CASE_OPEN = "case:open"
    CASE_ADMIT = "case:admit"
    CASE_RESTRICT = "case:restrict"
    ADOPTION_SEAL = "adoption:seal"
    CONFLICT_DECLARE = "conflict:declare"
    CONCERN_RAISE = "concern:raise"


class Leaf(StrEnum):
    CASE_OPENED = "case:opened"
    CASE_ADMITTED = "case:admitted"
    CASE_RESTRICTED = "case:restricted"
    ADOPTION_SEALED = "adoption:sealed"
    CONFLICT_DECLARED = "conflict:declared"
    CONCERN_RAISED = "concern:raised"
