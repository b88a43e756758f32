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
    """What one record says (rulebook 4.5). What became of it since is `State`, which is computed."""

    REQUESTED = "requested", "Asked, no answer yet"
    GIVEN = "given", "Agreed"
    REFUSED = "refused", "Said no"
    NO_REPLY = "no_reply", "Asked, and no reply came"
    NOT_ASKED = "not_asked", "Not asked"
    NOT_VALID = "not_valid", "Kept, and no consent"


class State(StrEnum):
    """Where one record stands at an instant (rulebook 4.5). The value is what a page prints."""

    REQUESTED = "Asked, no answer yet"
    ANSWERED = "Asked, and answered since"
    GIVEN = "Agreed"
    NO_AUTHORITY = "Agreed, and by itself it gives no authority"
    ON_RECORD = "Agreed, as it was written down"
    UNDER_REVIEW = "Agreed, to be looked at again before it is used"
    LAPSED = "Run out"
    WITHDRAWN = "Taken back"
    SUPERSEDED = "A later answer stands"
    FOUND_INVALID = "Found to be no consent"
    REFUSED = "Said no"
    NO_REPLY = "No reply"
    NOT_ASKED = "Not asked"
    NOT_VALID = "Kept, and no consent"


class No(StrEnum):
    """What somebody said against one kind of thing. The value is what a sentence says of them."""

    EXCLUDED = "said that it must not be shared"
    REFUSED = "said no, and has not agreed to this since"
    TAKEN_BACK = "took their agreement to it back, and has not agreed to it since"


# An agreement that still runs, whether or not it may be relied on today.
RUNNING = frozenset({State.GIVEN, State.NO_AUTHORITY, State.UNDER_REVIEW})
# What a later answer can take the place of.
OPEN_ENDED = RUNNING | {State.REFUSED, State.ON_RECORD}
# For whoever reads what was said and not the family's record, from which follows whether it still runs.
NOT_WEIGHED = "Whether it still runs follows from the family’s record: ask whoever works with the child."
DAY_HAS_PASSED = "The day on which it was to be looked at again has passed."


class Change(TextChoices):
    """What can become of an agreement (rulebook 4.5). Each is a record of its own; the first stays as it was."""

    RENEWED = "renewed", "Looked at again: they still agree"
    REACHED_FURTHER = "reached_further", "Something new is shared: to be looked at again"
    LAPSED = "lapsed", "Looked at again: it has run out"
    WITHDRAWN = "withdrawn", "They changed their mind"
    FOUND_INVALID = "found_invalid", "Found to be no consent"


# What ends an agreement; after anything else it runs on.
ENDS = frozenset({Change.LAPSED, Change.WITHDRAWN, Change.FOUND_INVALID})


class May(StrEnum):
    """Whether a person may agree (rulebook 4.2). The value is what a page prints."""

    MAY = "May agree"
    MAY_NOT = "May not agree"
    NOT_KNOWN = "Not known yet"


class Authority(TextChoices):
    """On what the giver's word rests (rulebook 4.4), as it stood when it was recorded."""

    RESPONSIBILITY = "pr", "Parental responsibility"
    OWN = "self", "They decide for themselves"
    COMPETENCE = "gillick", "A child who can decide this"
    COURT = "court", "A court order"
    LOCAL_AUTHORITY = "la_pr", "The local authority’s parental responsibility"
    NONE = "none", "None"


class Invalid(TextChoices):
    """Why what looks like an agreement is none (rulebook 4.3)."""

    GIVER_LACKS_AUTHORITY = "giver_lacks_authority", "Whoever gave it may not give it"
    RELATIVE_INTERPRETED = "relative_interpreted", "A relative or friend interpreted"
    IN_FRONT_OF_SOMEONE_FEARED = (
        "in_front_of_someone_feared",
        "It was given in front of somebody they may fear",
    )
    NOT_TOLD_ENOUGH = "not_told_enough", "They were not told what, to whom and why"
    NOT_FREE = "not_free", "They were not free to say no"
    NOT_ABLE = "not_able", "They could not decide this then"


class Interpreted(TextChoices):
    """Who interpreted. A relative never does (rulebook E25)."""

    NOBODY = "nobody", "No interpreter was needed"
    INDEPENDENT = "independent", "An independent interpreter"
    RELATIVE = "relative", "A relative or a friend of the family"


class Explained(TextChoices):
    """In which form it was explained (rulebook 4.4)."""

    TALK = "talk", "Talked through"
    WRITTEN = "written", "In writing"
    EASY_READ = "easy_read", "Easy words and pictures"
    LARGE_PRINT = "large_print", "Large print"
    SIGNED = "signed", "In sign language"
    OTHER = "other", "Another way"


class Presence(TextChoices):
    """Whether somebody whom the giver may fear was there (rulebook 4.3)."""

    NO = "no", "No"
    YES = "yes", "Yes"
    UNKNOWN = "unknown", "I do not know"


class Recorder(TextChoices):
    """Who put the words there."""

    PRACTITIONER = "practitioner", "A practitioner"
    GIVER = "giver", "The person themselves, on their own page"


class Conclusion(TextChoices):
    """What an assessment comes to, for one decision and no other (rulebook 4.2). Never computed from an age."""

    ABLE = "able", "Yes, they can decide this"
    UNABLE = "unable", "No, they cannot decide this"
    UNSURE = "unsure", "I am not sure"


class Verdict(TextChoices):
    """What comes of two people's disagreement (rulebook E1)."""

    ONE_MAY_ACT = "one_may_act", "One of them may act alone: share on the agreement"
    RESPECT_THE_NO = "respect_the_no", "The no is respected: there is no consent"


class YesNo(TextChoices):
    YES = "yes", "Yes"
    NO = "no", "No"
    NOT_KNOWN = "not_known", "Not known yet"


class CodeOfHl7(TextChoices):
    """The states of a consent as HL7 FHIR names them, for a receipt that another system reads."""

    DRAFT = "draft", "Pending"
    ACTIVE = "active", "Active"
    INACTIVE = "inactive", "Inactive"
    NOT_DONE = "not-done", "Not done"
    ENTERED_IN_ERROR = "entered-in-error", "Entered in error"
    UNKNOWN = "unknown", "Unknown"


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
        "We share because the law gives us this task, and did not ask for agreement",
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

# Where asking a person could bring danger: no request ever reaches them (rulebook 4.6, E3).
ASKING_ADDS_DANGER = frozenset(
    {AbsentReason.ASKING_WOULD_INCREASE_RISK, AbsentReason.WOULD_PREJUDICE_SERIOUS_CRIME_ENQUIRY}
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
    CONSENT_REQUEST = "consent:request"
    CONSENT_RECORD = "consent:record"
    CONSENT_CHANGE = "consent:change"
    CONSENT_READ = "consent:read"
    COMPETENCE_ASSESS = "competence:assess"
    DISAGREEMENT_RESOLVE = "disagreement:resolve"
    MY_CONSENT_READ = "my_consent:read"
    MY_CONSENT_CHANGE = "my_consent:change"


class Leaf(StrEnum):
    CONSENT_REQUESTED = "consent:requested"
    CONSENT_RECORDED = "consent:recorded"
    CONSENT_KEPT_AS_INVALID = "consent:kept_as_invalid"
    CONSENT_WITHDRAWN = "consent:withdrawn"
    CONSENT_RENEWED = "consent:renewed"
    CONSENT_REACHED_FURTHER = "consent:reached_further"
    CONSENT_LAPSED = "consent:lapsed"
    CONSENT_FOUND_INVALID = "consent:found_invalid"
    ASKING_WITHHELD = "asking:withheld"
    COMPETENCE_ASSESSED = "competence:assessed"
    DISAGREEMENT_RAISED = "disagreement:raised"
    ORDERS_LOOKED_FOR = "orders:looked_for"
    DISAGREEMENT_RESOLVED = "disagreement:resolved"
    OBJECTOR_TOLD = "objector:told"
    OWN_ANSWER_HEEDED = "own_answer:heeded"
