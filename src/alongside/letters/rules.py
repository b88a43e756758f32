"""What stands on a letter, in the reader's language. Pure."""

from dataclasses import dataclass
from datetime import date

from alongside.languages import rules as languages
from alongside.languages.rules import say
from alongside.languages.words import Language
from alongside.letters.words import Print

NOT_APPROVED = (
    "Nobody who speaks {language} has approved its texts yet, so no letter is sent in it. Write in English, and go "
    "through it with an interpreter."
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A letter as it is printed, but for what is drawn in: address, private link, picture."""

    name: str
    title: str
    paragraphs: tuple[str, ...]
    language: Language
    size: Print
    signed_by: str
    signed_for: str
    telephone: str
    written_on: date


def why_no_letter(language: Language) -> str:
    """Why no letter is sent in this language, as a sentence; empty where one may be."""
    return "" if languages.is_approved(language) else NOT_APPROVED.format(language=language.in_english)


def lines_of(sheet: Sheet) -> dict[str, str]:
    """What the house itself says on a letter, by place, in the reader's language."""
    spoken = sheet.language
    ring = (
        say("To talk about this letter, ring {telephone}.", spoken, telephone=sheet.telephone)
        if sheet.telephone
        else ""
    )
    return {
        "subject": say("Letter", spoken),
        "day": languages.day(sheet.written_on, language=spoken),
        "greeting": say("Dear {name}", spoken, name=sheet.name),
        "from": say(
            "This letter is from {name} at {agency}.", spoken, name=sheet.signed_by, agency=sheet.signed_for
        ),
        "ring": ring,
        "other_ways": say(
            "You can ask for it in large print or in another language, or have it read to you.", spoken
        ),
        "not_for_you": say("If this letter is not for you, please do not read on. Please tell us.", spoken),
    }


def words_of(sheet: Sheet) -> str:
    """Everything that a letter says, as one text: for looking through it before it goes."""
    return "\n".join((sheet.title, *sheet.paragraphs, *lines_of(sheet).values()))
