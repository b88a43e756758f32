"""The closed words of what a child and their family say for themselves."""

from enum import StrEnum

from django.db.models import TextChoices

LONGEST = 20_000  # signs in what somebody says for themselves: ten pages, so that nobody meets it by chance


class Form(TextChoices):
    """How something was said."""

    WORDS = "words", "In words"
    PICTURES = "pictures", "In pictures"
    DRAWING = "drawing", "In a drawing"


class Taken(TextChoices):
    """Who put it down."""

    THEMSELVES = "themselves", "They wrote it themselves"
    TYPED = "typed", "I typed it for them, as they said it"
    ON_PAPER = "on_paper", "They wrote or drew it on paper"


class ReadBack(TextChoices):
    """Whether what was put down for somebody was read to them again."""

    CONFIRMED = "confirmed", "Yes, and they said it is right"
    NOT_YET = "not_yet", "Not yet"
    NOT_NEEDED = "not_needed", "They put it down themselves"


class Safety(TextChoices):
    """What they say of being safe. Nothing is inferred: who says nothing of it has said nothing."""

    NOT_SAID = "not_said", "They said nothing about it"
    SAFE = "safe", "They say that they feel safe"
    NOT_SAFE = "not_safe", "They say that they are not safe"


class Secrecy(TextChoices):
    """Whether they asked for a secret to be kept. It is never promised (rulebook E26)."""

    NOT_ASKED = "not_asked", "No"
    EXPLAINED = "explained", "Yes. I said that I cannot promise it, and what I would do"


class Shown(TextChoices):
    """Whether what a practitioner put down is safe to show on the speaker's own page: others may look over a shoulder."""

    YES = "yes", "Yes. They say that it is safe"
    NO = "no", "No"
    NOT_ASKED = "not_asked", "I have not asked them"


class Picture(TextChoices):
    """Pictures to choose from, each with its word."""

    HAPPY = "happy", "Happy"
    CALM = "calm", "OK"
    SAD = "sad", "Sad"
    WORRIED = "worried", "Worried"
    CROSS = "cross", "Cross"
    SCARED = "scared", "Scared"
    SUNNY = "sunny", "Sunny"
    CLOUDY = "cloudy", "Cloudy"
    RAINY = "rainy", "Rainy"
    STORMY = "stormy", "Stormy"
    HOME = "home", "Home"
    SCHOOL = "school", "School"
    OUTSIDE = "outside", "Outside"
    BED = "bed", "In bed"


class Answer(TextChoices):
    """What became of a correction. The record is never deleted (rulebook 5.9)."""

    PUT_RIGHT = "put_right", "It is put right"
    BOTH_KEPT = "both_kept", "Both are kept, side by side"
    NOT_CHANGED = "not_changed", "It is not changed"


class Right(StrEnum):
    WORDS_KEEP = "words:keep"
    WORDS_SAY = "words:say"
    WORDS_READ = "words:read"
    WORDS_READ_OWN = "words:read_own"
    SAFETY_ANSWER = "safety:answer"
    CORRECTION_KEEP = "correction:keep"
    CORRECTION_SAY = "correction:say"
    CORRECTION_ANSWER = "correction:answer"
    FAMILY_QUESTION_SAY = "family_question:say"
    FAMILY_QUESTION_ANSWER = "family_question:answer"
    COMPLAINT_KEEP = "complaint:keep"
    COMPLAINT_SAY = "complaint:say"
    COMPLAINT_ANSWER = "complaint:answer"


class Leaf(StrEnum):
    WORDS_KEPT = "words:kept"
    WORDS_READ_BACK = "words:read_back"
    CHILD_SAID_NOT_SAFE = "child:said_not_safe"
    SAFETY_ANSWERED = "safety:answered"
    CORRECTION_SAID = "correction:said"
    CORRECTION_ANSWERED = "correction:answered"
    FAMILY_QUESTION_ASKED = "family_question:asked"
    FAMILY_QUESTION_ANSWERED = "family_question:answered"
    COMPLAINT_MADE = "complaint:made"
    COMPLAINT_ANSWERED = "complaint:answered"
