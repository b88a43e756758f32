"""What stands on a letter, in the reader's language. Pure."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

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

    reference: str
    name: str
    title: str
    paragraphs: tuple[str, ...]
    language: Language
    size: Print
    own_words: tuple[int, ...]  # places of paragraphs that nobody put into the letter's language
    own_language: Language | None
    signed_by: str
    signed_as: str
    signed_for: str
    telephone: str
    written_on: date

    def language_at(self, place: int) -> Language:
        """In which language the paragraph at a place is."""
        return self.own_language if self.own_language and place in self.own_words else self.language


def reference_of(letter_id: UUID) -> str:
    """What a reader quotes on the telephone: short, on the paper and beside the letter on its pages, and says nothing."""
    ends = letter_id.hex[-8:].upper()
    return f"{ends[:4]} {ends[4:]}"


def why_no_letter(language: Language) -> str:
    """Why no letter is sent in this language, as a sentence; empty where one may be."""
    return "" if languages.is_approved(language) else NOT_APPROVED.format(language=language.in_english)


def lines_of(sheet: Sheet) -> dict[str, str]:
    """What the house itself says on a letter, by place, in the reader's language; nothing that its words say already."""
    spoken = sheet.language
    ring = say("To talk about this letter, ring {telephone}.", spoken, telephone=sheet.telephone)
    other_ways = say(
        "You can have this in another language, in large print, or read to you. Ask {asker}.",
        spoken,
        asker=sheet.signed_by,
    )
    says = any(sheet.telephone in each for each in sheet.paragraphs)
    return {
        "subject": say("Letter", spoken),
        "day": languages.day(sheet.written_on, language=spoken),
        "reference": say("Our reference: {reference}", spoken, reference=sheet.reference),
        "greeting": say("Dear {name}", spoken, name=sheet.name),
        "ring": ring if sheet.telephone and not says else "",
        "other_ways": "" if other_ways in sheet.paragraphs else other_ways,
        "closing": say("Yours sincerely", spoken),
        "not_for_you": say("If this letter is not for you, please do not read on. Please tell us.", spoken),
    }


def words_of(sheet: Sheet) -> str:
    """Everything that a letter says, as one text: for looking through it before it goes."""
    signed = (sheet.signed_by, sheet.signed_as, sheet.signed_for)
    return "\n".join((sheet.title, *sheet.paragraphs, *signed, *lines_of(sheet).values()))
