"""The closed words of the side that is asked."""

from enum import StrEnum

from django.db.models import TextChoices


class NoteState(TextChoices):
    """What the adviser says of the asker's note of their advice."""

    CONFIRMED = "confirmed", "Yes, that is what I said"
    CORRECTED = "corrected", "Not quite: I correct it"
    ANSWERED = "answered", "Answered in writing: we have not spoken"


# What can be said of a note: a question that came without a talk has none.
ON_A_NOTE = (NoteState.CONFIRMED, NoteState.CORRECTED)


class Heard(TextChoices):
    """Whether what the adviser heard is more than a question (E14: no names never holds up protecting a child)."""

    NOTHING_MORE = "nothing_more", "No"
    SIGNIFICANT_HARM = "significant_harm", "Yes: this child may be suffering significant harm"


class Wanted(TextChoices):
    """By when the asker would like a line to ring back. Nothing here holds up an emergency call."""

    TODAY = "today", "Today"
    THIS_WEEK = "this_week", "This week"
    WHEN_YOU_CAN = "when_you_can", "When you can"


class Right(StrEnum):
    VIEW_GIVE = "view:give"
    INBOX_OPEN = "inbox:open"
    COPY_OPEN = "copy:open"
    QUESTION_ASK_BACK = "question:ask_back"
    QUESTION_REPLY = "question:reply"
    QUEUE_OPEN = "queue:open"
    QUESTION_QUEUE = "question:queue"
    QUESTION_TAKE = "question:take"
    QUESTION_HAND_ON = "question:hand_on"


class Leaf(StrEnum):
    VIEW_GIVEN = "view:given"
    COPY_SEALED = "copy:sealed"
    QUESTION_ASKED_BACK = "question:asked_back"
    QUESTION_REPLIED = "question:replied"
    QUESTION_QUEUED = "question:queued"
    QUESTION_TAKEN = "question:taken"
    QUESTION_HANDED_ON = "question:handed_on"
