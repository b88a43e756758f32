"""The closed words of consent (rulebook 2.0, 4.1, 4.4) and the categories that its scope is made of."""

from enum import StrEnum

from django.db.models import TextChoices


class ConsentKind(TextChoices):
    """Four different things that are all called consent (rulebook 4.1)."""

    OPENNESS_AGREEMENT = "openness_agreement", "We told them what we would share, and they say"
    SERVICE_AGREEMENT = "service_agreement", "They will take part in the help that is offered"
    CONFIDENTIALITY_CONSENT = "confidentiality_consent", "We may disclose what they told us in confidence"
    UK_GDPR_CONSENT = "uk_gdpr_consent", "Consent is the legal basis (rarely right)"


class Status(TextChoices):
    GIVEN = "given", "Agreed"
    REFUSED = "refused", "Said no"
    NOT_ASKED = "not_asked", "Not asked"


class AbsentReason(TextChoices):
    """Why there is no consent: a fixed vocabulary, because each leads to a different act (rulebook 2.0)."""

    REFUSED = "refused", "They said no"
    WITHDRAWN = "withdrawn", "They changed their mind"
    LAPSED = "lapsed", "It ran out"
    NOT_VALID = "not_valid", "It was given by someone who cannot give it"
    ASKING_WOULD_INCREASE_RISK = "asking_would_increase_risk", "Asking could put someone at risk"
    WOULD_PREJUDICE_SERIOUS_CRIME_ENQUIRY = (
        "would_prejudice_serious_crime_enquiry",
        "Asking could harm an enquiry into a serious crime",
    )
    NO_TIME = "no_time", "There was no time to ask"
    CANNOT_BE_REACHED = "cannot_be_reached", "They could not be reached"
    LACKS_CAPACITY_NO_ONE_TO_ASK = (
        "lacks_capacity_no_one_to_ask",
        "They cannot decide this, and there is no one to ask",
    )
    NOT_NEEDED_NON_IDENTIFYING = "not_needed_non_identifying", "Nobody can be identified from it"
    NOT_RELIED_ON_STATUTORY_TASK = (
        "not_relied_on_statutory_task",
        "We share under a statutory task, not on consent",
    )


# What a person may choose who has not asked: the other reasons follow from what someone said.
REASONS_FOR_NOT_ASKING = (
    AbsentReason.CANNOT_BE_REACHED,
    AbsentReason.NO_TIME,
    AbsentReason.ASKING_WOULD_INCREASE_RISK,
    AbsentReason.WOULD_PREJUDICE_SERIOUS_CRIME_ENQUIRY,
    AbsentReason.LACKS_CAPACITY_NO_ONE_TO_ASK,
    AbsentReason.NOT_RELIED_ON_STATUTORY_TASK,
)


class Form(TextChoices):
    """How it was said (rulebook 4.4)."""

    VERBAL = "verbal", "In a conversation"
    WRITTEN = "written", "In writing"
    ELECTRONIC = "electronic", "By message or online"
    SIGNED = "sign", "Signed on a form"


class Category(TextChoices):
    """What a piece of information is about. Consent names these, and so does every item."""

    ATTENDANCE = "attendance", "Attendance"
    LEARNING = "learning", "Learning and development"
    BEHAVIOUR = "behaviour", "Behaviour and friendships"
    FEELINGS = "feelings", "Wishes and feelings"
    CARE_AT_HOME = "care_at_home", "Care and daily life at home"
    HOUSING = "housing", "Housing"
    MONEY = "money", "Money and work"
    FAMILY_RELATIONSHIPS = "family_relationships", "Family relationships"
    PHYSICAL_HEALTH = "physical_health", "Physical health"
    MENTAL_HEALTH = "mental_health", "Mental health"
    GP_HISTORY = "gp_history", "GP history"
    DISABILITY = "disability", "Disability and special needs"
    SUBSTANCE_USE = "substance_use", "Alcohol and drugs"
    DOMESTIC_ABUSE = "domestic_abuse", "Domestic abuse"
    SAFETY = "safety", "Harm or danger to a child"
    OFFENDING = "offending", "Offending and police matters"
    CULTURE_AND_FAITH = "culture_and_faith", "Ethnicity, language and faith"
    OTHER = "other", "Something else"


# Special category or criminal-offence data (UK GDPR Art 9 and 10): yes if in doubt.
SPECIAL = frozenset(
    {
        Category.PHYSICAL_HEALTH,
        Category.MENTAL_HEALTH,
        Category.GP_HISTORY,
        Category.DISABILITY,
        Category.SUBSTANCE_USE,
        Category.DOMESTIC_ABUSE,
        Category.SAFETY,
        Category.OFFENDING,
        Category.CULTURE_AND_FAITH,
        Category.OTHER,
    }
)


class Right(StrEnum):
    CONSENT_RECORD = "consent:record"
    CONSENT_READ = "consent:read"


class Leaf(StrEnum):
    CONSENT_RECORDED = "consent:recorded"
