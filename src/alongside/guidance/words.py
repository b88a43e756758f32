"""The closed words of guidance: kinds of node, guards, facts, state, evidence, and what can be wrong.

Outcome words are open: each pack names its own. Only the two that refuse are named here, for G1.
"""

from enum import StrEnum


class Kind(StrEnum):
    """What a node asks of a person."""

    ENTRY = "entry"
    CHECK = "check"
    QUESTION = "question"
    TASK = "task"
    ADVICE = "advice"
    RECORD = "record"
    OUTCOME = "outcome"


class InForce(StrEnum):
    """Where a pack stands today."""

    RECOMMENDED = "recommended"
    SUPERSEDED = "superseded"
    CHECKLIST = "checklist"
    OVERLAY = "overlay"
    SWITCHED_OFF = "switched_off"


class OfferedFor(StrEnum):
    """What a pack may be walked for."""

    NEW_DECISIONS = "new_decisions"
    BEFORE_A_NEW_DECISION = "before_a_new_decision"
    TRANSCRIPTION_ONLY = "transcription_only"
    READINESS_REVIEW = "readiness_review"
    NOT_OFFERED = "not_offered"


class Evidence(StrEnum):
    """The kind of evidence, gathered by a task, that can answer a node instead of a person."""

    REQUEST_DIRECTION = "request_direction"
    PURPOSE = "purpose"
    RECIPIENT = "recipient"
    IDENTIFIABLE = "identifiable"
    FAMILY_REACHED = "family_reached"
    FAMILY_VIEWS = "family_views"
    CONSENT = "consent"
    SERVICE_AGREEMENT = "service_agreement"
    LAWFUL_BASIS = "lawful_basis"
    SPECIAL_CATEGORY = "special_category"
    SPECIAL_CONDITION = "special_condition"
    ITEMS = "items"
    RECIPIENT_CHECK = "recipient_check"
    CHANNEL = "channel"
    TELLING = "telling"
    DUTY_IN_FORCE = "duty_in_force"
    RELEVANT_AGENCY = "relevant_agency"
    RECIPIENT_COVERED = "recipient_covered"


class StateKey(StrEnum):
    """What answers write down on the way (rulebook 2.0, `set`)."""

    SHARE_MODE = "share_mode"
    CP_PROCEDURE = "cp_procedure"
    INFORM_WITHHELD = "inform_withheld"
    CHANNEL_EXCEPTION = "channel_exception"
    IDENTITY_PROTECTED = "identity_protected"
    OBJECTION = "objection"
    RISK = "risk"
    RETROSPECTIVE_ALLOWED = "retrospective_allowed"


class ShareMode(StrEnum):
    """What a share rests on."""

    WITH_CONSENT = "with_consent"
    WITHOUT_CONSENT = "without_consent"
    NON_IDENTIFYING = "non_identifying"
    NOT_CONFIDENTIAL = "not_confidential"


class Fact(StrEnum):
    """What the engine may be told about the decision. It reads these and ignores every other key.

    A guard is held against facts that are present; an absent fact is unknown and is never guessed.

    Yes or no (`True`, `False`):
    `risk_of_significant_harm`: the child's case carries an open concern of significant harm (G1).
    `must_share`: the statutory duty was found to apply (outcome MUST_SHARE of the overlay): Article 6 is
    given as 6(1)(c) and answers that end the walk for want of agreement are not offered.
    `special_category`: special category or criminal-offence information is among the items.
    `consent_valid`, `consent_covers_recipient`, `consent_covers_purpose`: as at the time of deciding (G3).
    `countersigned`: a safeguarding lead has countersigned (G1).

    Lists of words: `items_outside_consent`, `items_outside_role`: items that the consent, or the recipient's
    role, does not reach (G4). `left_unresolved`: nodes where advice was taken and the practitioner goes on
    without being sure (G8).

    Texts: `decided_at`, `recorded_at`: moments in ISO 8601, both with an offset or both without (G6).
    `alternative_action`: what is done instead to protect the child (G1).
    """

    RISK_OF_SIGNIFICANT_HARM = "risk_of_significant_harm"
    MUST_SHARE = "must_share"
    SPECIAL_CATEGORY = "special_category"
    CONSENT_VALID = "consent_valid"
    CONSENT_COVERS_RECIPIENT = "consent_covers_recipient"
    CONSENT_COVERS_PURPOSE = "consent_covers_purpose"
    ITEMS_OUTSIDE_CONSENT = "items_outside_consent"
    ITEMS_OUTSIDE_ROLE = "items_outside_role"
    LEFT_UNRESOLVED = "left_unresolved"
    DECIDED_AT = "decided_at"
    RECORDED_AT = "recorded_at"
    COUNTERSIGNED = "countersigned"
    ALTERNATIVE_ACTION = "alternative_action"


LIST_FACTS = frozenset({Fact.ITEMS_OUTSIDE_CONSENT, Fact.ITEMS_OUTSIDE_ROLE, Fact.LEFT_UNRESOLVED})
TEXT_FACTS = frozenset({Fact.DECIDED_AT, Fact.RECORDED_AT, Fact.ALTERNATIVE_ACTION})
MOMENT_FACTS = frozenset({Fact.DECIDED_AT, Fact.RECORDED_AT})
YES_OR_NO_FACTS = frozenset(Fact) - LIST_FACTS - TEXT_FACTS


class Guard(StrEnum):
    """The guards of rulebook 2.0 that this room keeps. G5 is kept where documents are rendered."""

    G1 = "G1"
    G2 = "G2"
    G3 = "G3"
    G4 = "G4"
    G6 = "G6"
    G7 = "G7"
    G8 = "G8"


class On(StrEnum):
    """What a condition in a pack looks at."""

    STATE = "state"
    FACT = "fact"
    ANSWER = "answer"
    RECORD_MENTIONS = "record_mentions"
    GUARD = "guard"


class Given(StrEnum):
    """How a step came to its answer."""

    ANSWERED = "answered"
    IMPLIED = "implied"
    SILENCE = "silence"
    UNRESOLVED = "unresolved"


class ProblemKind(StrEnum):
    """What can be wrong with a walk. The first four mean that the input itself was wrong."""

    UNKNOWN_NODE = "unknown_node"
    UNKNOWN_ANSWER = "unknown_answer"
    SURPLUS_ANSWER = "surplus_answer"
    BAD_FACT = "bad_fact"
    NOT_OFFERED = "not_offered"
    NONE_WITHOUT_REASON = "none_without_reason"
    NONE_WHERE_SHARED = "none_where_shared"
    G1 = "G1"
    G2 = "G2"
    G3 = "G3"
    G4 = "G4"
    G6 = "G6"


BAD_INPUT = frozenset(
    {
        ProblemKind.UNKNOWN_NODE,
        ProblemKind.UNKNOWN_ANSWER,
        ProblemKind.SURPLUS_ANSWER,
        ProblemKind.BAD_FACT,
    }
)


class CountersignReason(StrEnum):
    """Why a refusal needs a safeguarding lead's countersignature and an alternative action (G1)."""

    PROCEDURE_STARTED = "the child-protection procedure was started"
    RISK_FOUND = "the walk found a child at risk of harm"
    CONCERN_ON_CASE = "the child's case carries an open concern of significant harm"


REFUSING = frozenset({"DO_NOT_SHARE", "DUTY_DISAPPLIED"})  # outcomes that G1 is about
SHARING = frozenset({"SHARE", "MUST_SHARE"})
RETURN = "@return"  # the next of an advice node: back to the question that raised it
UNSURE = "unsure"
YES, NO = "yes", "no"
SILENCE = frozenset({"", "no_reply"})  # with None: words for nobody having answered (G7)
