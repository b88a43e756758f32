"""Which pictures and questions fit a child's age, and how something is put down. Pure."""

from datetime import date

from alongside.voice.words import Form, Picture, ReadBack, Taken

FACES = (Picture.HAPPY, Picture.CALM, Picture.SAD, Picture.WORRIED, Picture.CROSS, Picture.SCARED)
WEATHER = (Picture.SUNNY, Picture.CLOUDY, Picture.RAINY, Picture.STORMY)
PLACES = (Picture.HOME, Picture.SCHOOL, Picture.OUTSIDE, Picture.BED)

SMALL_UNTIL, WORDS_FROM = 8, 12


def age_on(day: date, *, born_on: date | None) -> int | None:
    """How old a child is on a day; None where the date of birth is not known, or they are not born."""
    if born_on is None or born_on > day:
        return None
    return day.year - born_on.year - ((day.month, day.day) < (born_on.month, born_on.day))


def pictures_for(age: int | None) -> tuple[Picture, ...]:
    """The pictures to choose from: faces for the small, weather and places besides for those who are older."""
    if age is not None and age < SMALL_UNTIL:
        return FACES
    return FACES + WEATHER + PLACES


def prompt_for(age: int | None) -> str:
    """One question that a child of this age can answer."""
    if age is not None and age < SMALL_UNTIL:
        return "What makes you happy? What makes you sad?"
    if age is None or age < WORDS_FROM:
        return "What is good? What worries you? What would you change?"
    return "What do you want people to know? What do you want to happen?"


def form_of(*, words: str, pictures: tuple[Picture, ...], has_drawing: bool) -> Form | None:
    """How it was said; None where nothing was."""
    if has_drawing:
        return Form.DRAWING
    if pictures:
        return Form.PICTURES
    return Form.WORDS if words else None


def read_back_of(taken: Taken, *, said: ReadBack) -> ReadBack:
    """Whoever put it down themselves needs no reading back; for everybody else it is done or waits."""
    if taken is Taken.THEMSELVES:
        return ReadBack.NOT_NEEDED
    return ReadBack.NOT_YET if said is ReadBack.NOT_NEEDED else said
