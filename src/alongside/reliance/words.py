"""The closed words of what happens when a fact changes on which something rested."""

from enum import StrEnum

from django.db.models import TextChoices


class Change(TextChoices):
    """How a fact changed (rulebook 4.5)."""

    CONSENT_WITHDRAWN = "consent_withdrawn", "Somebody changed their mind about sharing"
    CONSENT_LAPSED = "consent_lapsed", "An agreement has run out"
    CONSENT_INVALID = "consent_invalid", "An agreement was found not to be valid"
    CONSENT_OUTWEIGHED = (
        "consent_outweighed",
        "Somebody else whose word counts has said no, or decides now in place of whoever agreed",
    )
    ORDER_RECORDED = "order_recorded", "A court order was recorded"
    ORDER_BESIDE = "order_beside", "A court order was recorded, and whoever agreed may agree still"
    RESPONSIBILITY_CHANGED = "responsibility_changed", "What is known of parental responsibility has changed"
    BIRTHDAY = "birthday", "The child has reached an age at which others decide"
    FACT_CORRECTED = "fact_corrected", "A fact was put right"
    BIRTH = "birth", "The child was born"
    LOSS = "loss", "The pregnancy ended"
    DEATH = "death", "The child has died"


class Cause(TextChoices):
    """Why an agreement is looked at again on a day (rulebook 4.5): the earliest counts."""

    PLANNED = "planned", "the review that was planned"
    SIX_MONTHS = "six_months", "six months have passed"
    NEW_PURPOSE = "new_purpose", "something is shared for a purpose that they were not told of"
    NEW_AGENCY = "new_agency", "something is shared with somebody of whom they were not told"
    SIXTEEN = "sixteen", "the 16th birthday: from then on the young person decides"
    EIGHTEEN = "eighteen", "the 18th birthday: adult rules"
    RESPONSIBILITY = "responsibility", "parental responsibility changed"
    ORDER = "order", "a court order was made or ended"


# An agreement holds until the end of a day that was set for it; a day of the family's facts stops it on that very day.
HOLDS_THROUGH = frozenset({Cause.PLANNED, Cause.SIX_MONTHS, Cause.NEW_PURPOSE, Cause.NEW_AGENCY})
BIRTHDAYS = frozenset({Cause.SIXTEEN, Cause.EIGHTEEN})


class Settled(TextChoices):
    """What the owner decides about what rested on the fact."""

    KEEP = "keep", "Kept: it goes on as it was"
    STOP = "stop", "Stopped: nothing more is shared on it, and what was shared is not used further"
    RETRACT = "retract", "Taken back: stopped, and those who have it say what they have done with it"


class Basis(TextChoices):
    """On what something is kept once the agreement under it holds no longer: a closed list (rulebook 3.5, 4.1, 4.2).

    An agreement given since is a new record: whoever took theirs back is not talked round.
    """

    PUBLIC_INTEREST = "public_interest", "Somebody could come to serious harm without it: the public interest"
    STATUTE = "statute", "A law requires or allows it"
    COURT_ORDER = "court_order", "A court has ordered it"
    AGREED_SINCE = "agreed_since", "Somebody who may agree has agreed since"
    ONE_MAY_ACT = "one_may_act", "A safeguarding lead has decided that whoever agreed may act alone"
    NOT_CONFIDENTIAL = "not_confidential", "It was never told in confidence"


class Became(StrEnum):
    """What became of what rested on an agreement that its giver took back; of several the first here counts."""

    WAITS = "waits"
    UNTOLD = "untold"  # it is kept, and they have not been told so
    KEPT = "kept"
    ENDED = "ended"


class Answer(TextChoices):
    """What a recipient says to being asked to let go of what was shared."""

    DELETED = "deleted", "I have deleted it"
    NOT_USED = "not_used", "I keep a record that must be kept, and do not use it"
    CANNOT = "cannot", "I cannot: I say why"


# A fact happens once: told again, it is no new change. The others may come again, once what they asked is settled.
ONCE = frozenset(
    {
        Change.CONSENT_WITHDRAWN,
        Change.CONSENT_INVALID,
        Change.BIRTH,
        Change.LOSS,
        Change.DEATH,
    }
)
# These come on a day of their own, and again on a later one, whatever became of the first.
ON_A_DAY = frozenset({Change.CONSENT_LAPSED, Change.BIRTHDAY})
# After these nothing more is shared on what rested on the fact until its owner has looked again.
HOLDS = frozenset(
    {
        Change.CONSENT_WITHDRAWN,
        Change.CONSENT_LAPSED,
        Change.CONSENT_INVALID,
        Change.CONSENT_OUTWEIGHED,
        Change.ORDER_RECORDED,
    }
)
# Of these each recipient is told at once. What was shared while an agreement ran stays usable when it runs out.
TOLD_AT_ONCE = HOLDS - {Change.CONSENT_LAPSED}


class Right(StrEnum):
    CHANGE_READ = "change:read"
    CHANGE_SETTLE = "change:settle"
    STOP_ACKNOWLEDGE = "stop:acknowledge"
    RETRACTION_CONFIRM = "retraction:confirm"
    LAPSE_NOTICE = "lapse:notice"


class Leaf(StrEnum):
    RELIED_FACT_CHANGED = "relied_fact:changed"
    CHANGE_SETTLED = "change:settled"
    CHANGE_TOLD = "change:told"
    STOP_NOTICED = "stop:noticed"
    STOP_ACKNOWLEDGED = "stop:acknowledged"
    RETRACTION_ASKED = "retraction:asked"
    RETRACTION_CONFIRMED = "retraction:confirmed"
    LAPSES_NOTICED = "lapses:noticed"
