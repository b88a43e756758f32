"""The closed words of safe contacts (rulebook s.8.3, E39)."""

from enum import StrEnum

from django.db.models import TextChoices


class Channel(TextChoices):
    """By what a person wants to be reached."""

    POST = "post", "By post"
    HAND = "hand", "Given by hand"
    THROUGH = "through", "Through their school or somebody else"
    TEXT = "text", "By text message"
    EMAIL = "email", "By e-mail"
    TELEPHONE = "telephone", "By telephone"


ON_PAPER = frozenset({Channel.POST, Channel.HAND, Channel.THROUGH})
BY_MAIL = frozenset({Channel.EMAIL})


class SafeTime(TextChoices):
    """When nobody else is likely to see a message that arrives. At no other time does one leave."""

    WEEKDAY_MORNING = "weekday_9_12", "Monday to Friday, 9 am to noon"
    WEEKDAY_AFTERNOON = "weekday_12_15", "Monday to Friday, noon to 3 pm"
    WEEKDAY_LATE = "weekday_15_18", "Monday to Friday, 3 pm to 6 pm"
    WEEKDAY_EVENING = "weekday_18_21", "Monday to Friday, 6 pm to 9 pm"
    WEEKEND_MORNING = "weekend_9_12", "Saturday and Sunday, 9 am to noon"
    WEEKEND_AFTERNOON = "weekend_12_18", "Saturday and Sunday, noon to 6 pm"
    WEEKEND_EVENING = "weekend_18_21", "Saturday and Sunday, 6 pm to 9 pm"


class Never(TextChoices):
    """What must never be sent to a person, because somebody else would see or hear it."""

    NO_POST = "no_post", "No post to where they live"
    NO_VOICEMAIL = "no_voicemail", "No message on an answering machine"
    NO_PREVIEWS = "no_previews", "No message whose words show on a locked screen"
    NO_TEXT = "no_text", "No text messages"
    NO_EMAIL = "no_email", "No e-mail"
    NO_CALLS = "no_calls", "No telephone calls"


class Hiding(TextChoices):
    """From whom it is kept where this person can be reached. Not knowing holds everything until it is known."""

    NOBODY = "nobody", "From nobody in the family"
    SOME = "some", "From some of the family"
    UNSURE = "unsure", "I do not know yet"


class Wanted(TextChoices):
    """Whether a person wants something, as a word."""

    YES = "yes", "Yes"
    NO = "no", "No"


class Right(StrEnum):
    CONTACT_ADD = "contact:add"
    CONTACT_CORRECT = "contact:correct"
    CONTACT_VERIFY = "contact:verify"
    CONTACT_END = "contact:end"
    CONTACT_READ = "contact:read"
    HOW_TO_WRITE_SAY = "how_to_write:say"
    HOW_TO_WRITE_READ = "how_to_write:read"
    CONTACT_REWRAP = "contact:rewrap"


class Leaf(StrEnum):
    CONTACT_ADDED = "contact:added"
    CONTACT_CORRECTED = "contact:corrected"
    CONTACT_VERIFIED = "contact:verified"
    CONTACT_ENDED = "contact:ended"
    CONTACT_RESOLVED = "contact:resolved"
    CONTACT_REWRAPPED = "contact:rewrapped"
    HOW_TO_WRITE_SAID = "how_to_write:said"
