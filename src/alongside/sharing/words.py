"""The closed words of sharing: items, lawful answers, countersignature."""

from enum import StrEnum

from django.db.models import TextChoices

WITHOUT_NAMES = "a child without names"  # what pages say where a matter names nobody


class ItemKind(TextChoices):
    """What kind of statement an item is (rulebook 8.1)."""

    OBSERVED_FACT = "observed_fact", "Fact I or a colleague saw"
    REPORTED = "reported", "Reported by someone"
    PROFESSIONAL_OPINION = "professional_opinion", "Professional opinion"
    ALLEGATION = "allegation", "Allegation"
    FINDING = "finding", "Finding"


class Included(TextChoices):
    """Whether an item is for sharing; leaving one out on purpose needs a reason."""

    SHARE = "share", "Share it"
    LEAVE_OUT = "leave_out", "Leave it out"


class Confidentiality(TextChoices):
    """How the common-law duty of confidence is met (rulebook 3.5)."""

    NOT_CONFIDENTIAL = "not_confidential", "It was not given in confidence"
    CONSENT = "consent", "The person it is about, or who told us, agreed"
    STATUTE = "statute", "A law allows or requires it"
    COURT_ORDER = "court_order", "A court ordered it"
    PUBLIC_INTEREST = "public_interest", "The public interest in sharing outweighs keeping it confidential"


# What holds for an agency as a rule; whether somebody agreed or a court ordered it is a matter of one decision.
CONFIDENTIAL_AS_A_RULE = (
    Confidentiality.PUBLIC_INTEREST,
    Confidentiality.STATUTE,
    Confidentiality.NOT_CONFIDENTIAL,
)


class Art6(TextChoices):
    """On what an agency may rest as a rule (rulebook 3.1): consent and danger to life are matters of one decision."""

    PUBLIC_TASK = "6(1)(e)", "A public task of our own: Article 6(1)(e)"
    LEGAL_OBLIGATION = "6(1)(c)", "A legal obligation: Article 6(1)(c)"
    RECOGNISED_INTEREST = "6(1)(ea)", "Safeguarding as a recognised legitimate interest: Article 6(1)(ea)"
    LEGITIMATE_INTERESTS = "6(1)(f)", "Legitimate interests that we have weighed: Article 6(1)(f)"


class Origin(TextChoices):
    """Where an answer in a walk came from."""

    PERSON = "person", "Answered on the page"
    EVIDENCE = "evidence", "Answered from what is on record"
    ONLY_ANSWER = "only_answer", "The only way on"
    OFFERED = "offered", "The same as for another, to be confirmed"


class Countersignature(TextChoices):
    """Guard G1: whether a second person's word is needed before the record is closed."""

    NOT_NEEDED = "not_needed", "Not needed"
    AWAITED = "awaited", "Awaited"
    GIVEN = "given", "Given"
    DECLINED = "declined", "Declined: think again"


class Followed(TextChoices):
    """Whether the agency's own procedure was followed in a matter inside it."""

    FOLLOWED = "followed", "Yes, I followed it"
    OTHERWISE = "otherwise", "Not in every point: I say how"


class Reviewed(TextChoices):
    """What came of looking again at a decision not to share. Deciding again is no review: it is a new decision."""

    STANDS = "stands", "It stands, and is looked at again"
    ENDS = "ends", "It stands, and need not be looked at again"


class Asked(TextChoices):
    """How far something has come in which a person was asked, as far as they know of it."""

    OWING = "owing", "Something is still owed for it"
    UNSPOKEN = "unspoken", "Sent, and nobody has spoken yet"
    LATE = "late", "Something is owed for it and late"
    SETTLED = "settled", "Nothing is owed for it any more"


class Right(StrEnum):
    ITEMS_LIST = "items:list"
    QUESTION_ANSWER = "question:answer"
    DECISION_DECIDE = "decision:decide"
    DECISION_OPEN = "decision:open"
    DECISION_COUNTERSIGN = "decision:countersign"
    DISCLOSURE_MAKE = "disclosure:make"
    DISCLOSURE_OPEN = "disclosure:open"
    WALK_FOLLOW = "walk:follow"
    PROFILE_KEEP = "profile:keep"
    PROFILE_OPEN = "profile:open"
    PROCEDURE_KEEP = "procedure:keep"
    PROCEDURE_OPEN = "procedure:open"
    PROCEDURE_FOLLOW = "procedure:follow"
    REFUSAL_REVIEW = "refusal:review"
    CONSIDERED_READ = "considered:read"


class Leaf(StrEnum):
    ITEMS_LISTED = "items:listed"
    QUESTION_ANSWERED = "question:answered"
    DECISION_DECIDED = "decision:decided"
    WALK_FOLLOWED = "walk:followed"
    DECISION_CLOSED = "decision:closed"
    DECISION_COUNTERSIGNED = "decision:countersigned"
    DECISION_SENT_BACK = "decision:sent_back"
    DISCLOSURE_MADE = "disclosure:made"
    PROFILE_KEPT = "profile:kept"
    PROCEDURE_KEPT = "procedure:kept"
    PROCEDURE_FOLLOWED = "procedure:followed"
    REFUSAL_REVIEWED = "refusal:reviewed"
