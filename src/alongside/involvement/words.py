"""The closed words of the family's part."""

from enum import StrEnum

from django.db.models import TextChoices


class Step(TextChoices):
    """What a person of the family may have had a part in, before the outcome (practice guide; rulebook 5.1)."""

    TOLD_BEFORE = "told_before", "Told before it happened"
    OFFERED_PART = "offered_part", "Offered to take part"
    TOOK_PART = "took_part", "Took part"


class Happened(TextChoices):
    YES = "yes", "Yes"
    NO = "no", "No"
    NOT_YET = "not_yet", "Not yet"


class Told(TextChoices):
    """Where telling a person of the outcome stands."""

    INFORMED = "informed", "I told them"
    ALREADY_AWARE = "already_aware", "They knew: we agreed it beforehand"
    NOT_YET = "not_yet", "Not yet"
    WITHHELD = "withheld", "They are not to be told for now"


class Ground(TextChoices):
    """On what ground telling may be withheld or delayed: a closed list (rulebook 5.3)."""

    INCREASES_RISK_TO_CHILD = "increases_risk_to_child", "Telling them would put a child at more risk"
    SERIOUS_HARM_TO_ADULT = "serious_harm_to_adult", "Telling them could seriously harm an adult"
    PREJUDICES_POLICE_OR_COURT = (
        "prejudices_police_or_court",
        "Telling them would harm a police enquiry or a court case",
    )
    LEGAL_BAR = "legal_bar", "The law or a court forbids it"
    COMPETENT_YOUNG_PERSON_OBJECTS = (
        "competent_young_person_objects",
        "A young person who can decide this does not want it",
    )
    THIRD_PARTY_WOULD_BE_IDENTIFIED = (
        "third_party_would_be_identified",
        "It would show who somebody else is, and cannot be said without that",
    )
    WHEREABOUTS_UNKNOWN = "whereabouts_unknown", "Nobody knows where they are"


class Authorisation(TextChoices):
    """Whether somebody who may has authorised withholding (rulebook 5.4). Never the practitioner alone."""

    NOT_NEEDED = "not_needed", "Not needed"
    AWAITED = "awaited", "Awaited"
    GIVEN = "given", "Authorised"
    DECLINED = "declined", "Not authorised: tell them"


class Office(TextChoices):
    """On whose authority telling is withheld (rulebook 5.4). A lead here confirms what another office said."""

    SAFEGUARDING_LEAD = "safeguarding_lead", "Mine, as safeguarding lead"
    POLICE = "police", "A police officer’s, together with children’s social care"
    HEALTH_LEAD = "health_lead", "A Caldicott Guardian’s or health lead’s: it is about health"
    CONFERENCE_CHAIR = "conference_chair", "The conference chair’s: it is from a conference"


class Permanence(TextChoices):
    """Until when something is withheld: never open-ended, unless it was made a redaction for good."""

    UNTIL_REVIEW = "until_review", "Until it is looked at again"
    FOR_GOOD = "for_good", "Left out for good"


class Reviewed(TextChoices):
    """What comes of looking again (rulebook 5.5)."""

    RELEASED = "released", "Tell them now"
    RENEWED = "renewed", "Not yet: the reasons stand, and are new"
    REDACTED = "redacted", "Leave it out for good"


class Reviewer(StrEnum):
    """Who looks again: after two renewals a safeguarding lead, after four the partnership's lead."""

    WHOEVER_WITHHELD = "whoever_withheld"
    SAFEGUARDING_LEAD = "safeguarding_lead"
    PARTNERSHIP_LEAD = "partnership_lead"


class NoticeKind(TextChoices):
    """What is written to one person of the family (rulebook 5.1, 5.2, 5.7)."""

    EXPLANATION = "explanation", "Who is asked, about what, and why"
    OUTCOME = "outcome", "What was decided"
    OBJECTION_ANSWERED = "objection_answered", "What was made of what they said against it"
    CORRECTION_ANSWERED = "correction_answered", "What was made of what they said is wrong"
    CHANGED = "changed", "Something that they were told has changed"
    CHILD = "child", "The child’s own, in the child’s words"


class Right(StrEnum):
    PART_RECORD = "part:record"
    TELLING_RECORD = "telling:record"
    PART_READ = "part:read"
    WITHHOLDING_AUTHORISE = "withholding:authorise"
    WITHHOLDING_OPEN = "withholding:open"
    WITHHOLDING_REVIEW = "withholding:review"
    NOTICE_ISSUE = "notice:issue"
    NOTICE_READ = "notice:read"
    NOTICE_READ_OWN = "notice:read_own"


class Leaf(StrEnum):
    PART_RECORDED = "part:recorded"
    TELLING_RECORDED = "telling:recorded"
    WITHHOLDING_ASKED = "withholding:asked"
    WITHHOLDING_AUTHORISED = "withholding:authorised"
    WITHHOLDING_REFUSED = "withholding:refused"
    WITHHOLDING_REVIEWED = "withholding:reviewed"
    NOTICE_ISSUED = "notice:issued"
