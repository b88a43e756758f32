"""The closed words of consultations."""

from enum import StrEnum

from django.db.models import TextChoices


class Kind(TextChoices):
    """Derived from the memberships, never typed (rulebook s.1)."""

    INTERNAL = "internal", "Inside one agency"
    EXTERNAL = "external", "Between agencies"


class Direction(TextChoices):
    """Who asks whom for information (2018 S0): a practitioner who wishes to ask, or who was asked."""

    WISH = "wish", "No: I would like to ask them"
    ASKED = "asked", "Yes: they asked me for information"


class Mode(TextChoices):
    """Whether the child is named (rulebook s.1). No names: nothing that identifies the family is said."""

    NAMED = "named", "By name"
    NO_NAMES = "no_names", "Without names"


class Beginning(TextChoices):
    """How the record began: with a question, or after the talk had been held."""

    QUESTION = "question", "With a question"
    ALREADY_SPOKEN = "already_spoken", "Recorded after it was held"


class Urgency(TextChoices):
    """How urgent a talk was that is recorded afterwards (S0, N0)."""

    EMERGENCY = "emergency", "An emergency: a child was in danger"
    NOT_URGENT = "not_urgent", "Not an emergency"


class Checked(TextChoices):
    """How the practitioner knows that this is the right person (rulebook S0, H3)."""

    DIRECTORY = "directory", "Chosen from the directory"
    NUMBER_LOOKED_UP = "number_looked_up", "I looked the number up myself"
    KNOWN = "known", "I know them from working together"
    NOT_SAID = "not_said", "Not written down yet"


class Medium(TextChoices):
    """How the two spoke, or wrote. Best by speaking (practice guide)."""

    TELEPHONE = "telephone", "Telephone"
    VIDEO = "video", "Video call"
    IN_PERSON = "in_person", "In person"
    SECURE_MAIL = "secure_mail", "Secure e-mail only"
    OTHER_WRITTEN = "other_written", "Ordinary e-mail or message only"


# How a question travels that is sent to an inbox or a line here before anybody spoke.
SENT_THROUGH = "alongside"

WRITTEN_ONLY = frozenset({Medium.SECURE_MAIL, Medium.OTHER_WRITTEN})


class OutcomeKind(TextChoices):
    """What was decided together (the practice guide: not a referral unless that is decided)."""

    ADVICE = "advice", "Advice, and I carry on"
    NO_FURTHER_ACTION = "no_further_action", "Nothing further for now"
    ANOTHER_CONSULTATION = "another_consultation", "Talk to someone else too"
    TAF = "taf", "A Team Around the Family"
    REFERRAL = "referral", "A referral"
    NOT_HELD = "not_held", "The consultation was not held"


CHOSEN_OUTCOMES = tuple(kind for kind in OutcomeKind if kind is not OutcomeKind.NOT_HELD)


class ChildView(TextChoices):
    """How the child’s own view counted in what was decided, or why it was not sought (rulebook 5.7)."""

    WEIGHED = "weighed", "I asked, and this is how it counted"
    DID_NOT_WANT = "did_not_want", "I asked, and they did not want to say"
    TOO_YOUNG = "too_young", "I did not ask: too young to say"
    NOT_SAFE_TO_ASK = "not_safe_to_ask", "I did not ask: asking could put them at risk"
    COULD_NOT_WAIT = "could_not_wait", "I did not ask: it could not wait"
    OTHER = "other", "I did not ask, for another reason"


class NextStepKind(TextChoices):
    """A next step that has no room of its own yet: nothing here sends it, so a person says that it was taken."""

    REFERRAL_RUNG = "referral_rung", "Children’s social care was rung"
    REFERRAL_WRITTEN = "referral_written", "The referral was confirmed in writing"
    REFERRAL_ANSWERED = "referral_answered", "Children’s social care said what they decided"
    TAF_CALLED = "taf_called", "The Team Around the Family was called together"
    ASKED_ELSEWHERE = "asked_elsewhere", "Somebody else was asked"
    AGREED_STEP_TAKEN = "agreed_step_taken", "What was agreed was done"


class Task(TextChoices):
    """The tasks of a consultation, in the order in which they chain."""

    WHOM = "whom", "Whom you want to ask"
    WHY = "why", "Why it would help"
    WHAT = "what", "What exactly"
    FAMILY = "family", "What the family says"
    MAY_I_SHARE = "may_i_share", "May I share?"
    PROCEDURE = "procedure", "Our own procedure"
    TALK = "talk", "The conversation"
    OUTCOME = "outcome", "What was decided"
    TELLING = "telling", "Telling the family"


class Whose(TextChoices):
    """Whose consultations a list shows. My team’s exists for those alone who oversee safeguarding in their agency."""

    MINE = "mine", "Mine"
    TEAM = "team", "My team’s"
    ALL = "all", "All that I may see"


class Part(TextChoices):
    """What part the reader of a list has in one of its consultations."""

    ASKED = "asked", "I asked"
    WAS_ASKED = "was_asked", "I was asked"
    BESIDE = "beside", "A colleague asked"


class State(TextChoices):
    """How far a consultation has come, as lists say it. Begun: nobody may be spoken with yet.

    To be looked at again: what something in it rested on has changed. Finished: decided, and nothing is owed for it
    any more.
    """

    OPEN = "open", "Open"
    BEGUN = "begun", "Begun"
    WAITING_FOR_TALK = "waiting_for_talk", "Waiting for the talk"
    WAITING_FOR_OUTCOME = "waiting_for_outcome", "Waiting for what was decided"
    OVERDUE = "overdue", "Overdue"
    LOOK_AGAIN = "look_again", "To be looked at again"
    FINISHED = "finished", "Finished"


# Of these there is one for each person asked.
FOR_EACH_PERSON = (Task.MAY_I_SHARE, Task.PROCEDURE, Task.TALK)


class Narrower(TextChoices):
    """What can be offered to somebody who said no (rulebook 4.7). Each leads to the page on which it is done."""

    FEWER_PEOPLE = "fewer_people", "Ask fewer people"
    FEWER_THINGS = "fewer_things", "Share fewer things"
    WITHOUT_NAMES = "without_names", "Ask without names"
    PRESENT = "present", "They are there when we talk"


class Right(StrEnum):
    CONSULTATION_BEGIN = "consultation:begin"
    CONSULTATION_CONTINUE = "consultation:continue"
    CONSULTATION_OPEN = "consultation:open"
    CONSULTATION_LIST = "consultation:list"
    LIST_EXPORT = "list:export"
    WITHHOLDING_ANSWER = "withholding:answer"


class Leaf(StrEnum):
    CONSULTATION_BEGUN = "consultation:begun"
    SPOKEN_RECORDED = "spoken:recorded"
    PERSON_ASKED_CHOSEN = "person_asked:chosen"
    PERSON_ASKED_LEFT = "person_asked:left"
    REASONS_GIVEN = "reasons:given"
    TALK_RECORDED = "talk:recorded"
    QUESTION_SENT = "question:sent"
    SLIP_RETURNED = "slip:returned"
    OUTCOME_RECORDED = "outcome:recorded"
    STEP_TAKEN = "step:taken"
    NO_NAMES_LINKED = "no_names:linked"
    NO_NAMES_NAMED = "no_names:named"
    LIST_EXPORTED = "list:exported"
