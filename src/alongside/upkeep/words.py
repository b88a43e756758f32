"""The closed words of looking after an installation, and those in which the demonstration's town is written."""

from enum import StrEnum


class Right(StrEnum):
    LOGIN_OPEN = "login:open"


class YesOrNo(StrEnum):
    """A plain answer in a file that people write."""

    YES = "yes"
    NO = "no"


class Past(StrEnum):
    """Whether the past of an invented family is combined by the seed, or every consultation of it is written."""

    GENERATED = "generated"
    WRITTEN = "written"


class Way(StrEnum):
    """Whether an invented consultation was walked beforehand, or written down after an emergency (S08)."""

    GUIDED = "guided"
    AFTERWARDS = "afterwards"


class Slip(StrEnum):
    """The printed note for an adviser who is not on Alongside."""

    NONE = "none"
    PRINTED = "printed"
    CONFIRMED = "confirmed"


class NextStep(StrEnum):
    """Whether the ring that an outcome asks for was made: nothing is sent by recording it."""

    NONE = "none"
    AWAITED = "awaited"
    DONE = "done"


class Stop(StrEnum):
    """Where an invented consultation stands on the day the demonstration is filled."""

    BEGUN = "begun"
    DECIDED = "decided"
    REFUSED = "refused"
    WAITING = "waiting"
    TAKEN = "taken"
    ASKED_BACK = "asked_back"
    TO_CONFIRM = "to_confirm"
    OUTCOME_DUE = "outcome_due"
    TELLING_DUE = "telling_due"
    WITHHELD = "withheld"
    FINISHED = "finished"
