"""The closed words of consultations."""

from enum import StrEnum

from django.db.models import TextChoices


class Kind(TextChoices):
    """Derived from the memberships, never typed (rulebook s.1)."""

    INTERNAL = "internal", "Inside one agency"
    EXTERNAL = "external", "Between agencies"


class Checked(TextChoices):
    """How the practitioner knows that this is the right person (rulebook S0, H3)."""

    DIRECTORY = "directory", "Chosen from the directory"
    NUMBER_LOOKED_UP = "number_looked_up", "I looked the number up myself"
    KNOWN = "known", "I know them from working together"


class Medium(TextChoices):
    """How the two spoke, or wrote. Best by speaking (practice guide)."""

    TELEPHONE = "telephone", "Telephone"
    VIDEO = "video", "Video call"
    IN_PERSON = "in_person", "In person"
    SECURE_MAIL = "secure_mail", "Secure e-mail only"
    OTHER_WRITTEN = "other_written", "Ordinary e-mail or message only"


WRITTEN_ONLY = frozenset({Medium.SECURE_MAIL, Medium.OTHER_WRITTEN})


class NoteState(TextChoices):
    """What the adviser says of the asker's note of their advice."""

    CONFIRMED = "confirmed", "Yes, that is what I said"
    CORRECTED = "corrected", "Not quite: I correct it"


class OutcomeKind(TextChoices):
    """What was decided together (the practice guide: not a referral unless that is decided)."""

    ADVICE = "advice", "Advice, and I carry on"
    NO_FURTHER_ACTION = "no_further_action", "Nothing further for now"
    ANOTHER_CONSULTATION = "another_consultation", "Talk to someone else too"
    TAF = "taf", "A Team Around the Family"
    REFERRAL = "referral", "A referral"
    NOT_HELD = "not_held", "The consultation was not held"


CHOSEN_OUTCOMES = tuple(kind for kind in OutcomeKind if kind is not OutcomeKind.NOT_HELD)


class Told(TextChoices):
    """Where telling a person stands. Withholding, with its authorisation, comes with its own deed."""

    INFORMED = "informed", "I told them"
    ALREADY_AWARE = "already_aware", "They knew: we agreed it beforehand"
    NOT_YET = "not_yet", "Not yet"


class Task(TextChoices):
    """The tasks of a consultation, in the order in which they chain."""

    WHOM = "whom", "Whom you want to ask"
    WHY = "why", "Why it would help"
    WHAT = "what", "What exactly"
    FAMILY = "family", "What the family says"
    MAY_I_SHARE = "may_i_share", "May I share?"
    TALK = "talk", "The conversation"
    OUTCOME = "outcome", "What was decided"
    TELLING = "telling", "Telling the family"


class Right(StrEnum):
    CONSULTATION_BEGIN = "consultation:begin"
    CONSULTATION_CONTINUE = "consultation:continue"
    CONSULTATION_OPEN = "consultation:open"
    CONSULTATION_LIST = "consultation:list"
    INBOX_OPEN = "inbox:open"
    VIEW_GIVE = "view:give"


class Leaf(StrEnum):
    CONSULTATION_BEGUN = "consultation:begun"
    PERSON_ASKED_CHOSEN = "person_asked:chosen"
    REASONS_GIVEN = "reasons:given"
    TALK_RECORDED = "talk:recorded"
    VIEW_GIVEN = "view:given"
    OUTCOME_RECORDED = "outcome:recorded"
    TELLING_RECORDED = "telling:recorded"
