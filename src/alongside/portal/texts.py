"""The words of the house's own lists, as a family reads them."""

from collections.abc import Mapping

from alongside.consent.queries import MyAnswer
from alongside.consent.words import Category, State
from alongside.languages.rules import wording
from alongside.reliance.words import Became
from alongside.voice.words import Picture

PICTURES = {
    Picture.HAPPY: wording("Happy"),
    Picture.CALM: wording("OK"),
    Picture.SAD: wording("Sad"),
    Picture.WORRIED: wording("Worried"),
    Picture.CROSS: wording("Cross"),
    Picture.SCARED: wording("Scared"),
    Picture.SUNNY: wording("Sunny"),
    Picture.CLOUDY: wording("Cloudy"),
    Picture.RAINY: wording("Rainy"),
    Picture.STORMY: wording("Stormy"),
    Picture.HOME: wording("Home"),
    Picture.SCHOOL: wording("School"),
    Picture.OUTSIDE: wording("Outside"),
    Picture.BED: wording("In bed"),
}

CATEGORIES = {
    Category.ATTENDANCE: wording("Being at school or nursery"),
    Category.LEARNING: wording("Learning and growing"),
    Category.BEHAVIOUR: wording("How they act, and friends"),
    Category.FEELINGS: wording("Wishes and feelings"),
    Category.CARE_AT_HOME: wording("Daily life at home"),
    Category.HOUSING: wording("Where you live"),
    Category.MONEY: wording("Money and work"),
    Category.FAMILY_RELATIONSHIPS: wording("How the family gets on"),
    Category.PHYSICAL_HEALTH: wording("Health of the body"),
    Category.MENTAL_HEALTH: wording("Health of the mind"),
    Category.GP_HISTORY: wording("What the doctor has written down"),
    Category.DISABILITY: wording("Disability and extra needs"),
    Category.SUBSTANCE_USE: wording("Alcohol and drugs"),
    Category.DOMESTIC_ABUSE: wording("Hurt or fear at home"),
    Category.SAFETY: wording("Harm or danger to a child"),
    Category.OFFENDING: wording("Police and courts"),
    Category.CULTURE_AND_FAITH: wording("Language, faith and background"),
    Category.OTHER: wording("Something else"),
}

STATES = {
    State.REQUESTED: wording("You were asked. You have not answered yet."),
    State.ANSWERED: wording("You were asked, and you have answered."),
    State.GIVEN: wording("You said yes."),
    State.NO_AUTHORITY: wording("You said yes. We need a yes from somebody else as well."),
    State.UNDER_REVIEW: wording("You said yes. We ask you again before we use it."),
    State.LAPSED: wording("Your yes has run out. It does not count any more."),
    State.WITHDRAWN: wording("You changed your mind. Your yes does not count any more."),
    State.SUPERSEDED: wording("You have answered again since. The new answer counts."),
    State.FOUND_INVALID: wording("This does not count as a yes. It is not used."),
    State.REFUSED: wording("You said no."),
    State.NO_REPLY: wording("You were asked. There was no answer."),
    State.NOT_ASKED: wording("You were not asked."),
    State.NOT_VALID: wording("This does not count as a yes. It is not used."),
}

# What became of what rested on a yes that was taken back. Until somebody has told them that it is kept, nothing is
# said beyond their answer: it would be news, and a page is no place to learn it first.
BECAME: Mapping[Became, str] = {
    Became.WAITS: wording("We have stopped using it while we look at this again."),
    Became.KEPT: wording("What was shared before may still be used. You can ask us why."),
    Became.ENDED: wording("It is not used any more."),
}


def stands(answer: MyAnswer) -> tuple[str, ...]:
    """Where one answer stands, in sentences: the same at their own page and on the paper handed to them."""
    became = BECAME.get(answer.became) if answer.became else None
    return (STATES[answer.state], *((became,) if became else ()))
