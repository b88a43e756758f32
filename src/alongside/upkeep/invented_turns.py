"""What became of an invented consultation afterwards: minds changed, words given, withholdings looked at again. Pure."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from alongside.consent.words import Category
from alongside.upkeep.invented_shapes import Moment, Most


class Turn(StrEnum):
    """What somebody did then. Each is one deed of a room."""

    REFUSED = "refused"  # another person of the family said no to the same
    AGREED = "agreed"  # somebody agreed, whether they may or not
    REQUESTED = "requested"
    NO_REPLY = "no_reply"
    WITHDRAWN = "withdrawn"
    LAPSED = "lapsed"
    RENEWED = "renewed"
    NOT_TOLD_ENOUGH = "not_told_enough"  # found to be no consent
    KEPT = "kept"  # the owner looked again at what rested on it
    RETRACTED = "retracted"
    CONFIRMED = "confirmed"  # a recipient let go of what was taken back
    AUTHORISED = "authorised"  # a lead's word on what is withheld
    DECLINED = "declined"
    HELD_AGAIN = "held_again"  # withheld for longer, with fresh reasons
    LEFT_OUT = "left_out"  # for good
    RELEASED = "released"
    OBJECTOR_TOLD = "objector_told"  # whoever said no was told what was decided
    SAID = "said"
    PICTURES = "pictures"
    DRAWN = "drawn"
    NOT_SAFE = "not_safe"
    MADE_SAFE = "made_safe"  # what was done for somebody not safe
    WRONG = "wrong"  # somebody of the family says that this is wrong
    PUT_BESIDE = "put_beside"  # and is answered
    PUT_RIGHT = "put_right"
    NOT_CHANGED = "not_changed"
    COMPLAINED = "complained"
    COMPLAINT_ANSWERED = "complaint_answered"


@dataclass(frozen=True, slots=True)
class InventedTurn:
    """One deed on a consultation (`matter`, by key), about one person of the family (`who`), by its asker or by `by`.

    `about`: what somebody is asked for, where it is more than was shared. `answer`: what somebody not safe was told.
    """

    key: str
    matter: str
    who: str
    deed: Turn
    when: Moment
    words: Annotated[str, Most(2000)]
    by: str = ""
    about: tuple[Category, ...] = ()
    answer: Annotated[str, Most(2000)] = ""


@dataclass(frozen=True, slots=True)
class InventedResolution:
    """What a safeguarding lead (`by`) decided between two who disagree, before sharing was decided: one may act alone."""

    by: str
    childs_view: Annotated[str, Most(2000)]
    orders: Annotated[str, Most(2000)]
    reasons: Annotated[str, Most(2000)]
