"""The plain words of one notice, and its language; that whoever said no was told what was decided."""

from alongside.consultations.concluding_forms import PREVIEW
from alongside.design.fields import Day, Line, Pick, Words
from alongside.design.forms import PageForm
from alongside.languages.words import Language


class WriteNotice(PageForm):
    """What one person reads in a practitioner's own plain words; the rest of a notice is the same for everybody."""

    words = Words(
        label="Your own words to them",
        missing=None,
        hint="Short sentences, as you would say it. Name no other relative. They stay as you type them.",
        max_length=2000,
        rows=5,
    )
    language = Pick(
        label="In which language?",
        missing="Choose the language in which they read it.",
        hint="No speaker may have checked a translation yet: a letter is then sent in English only.",
        options=tuple((each.value, each.in_english) for each in Language),
    )

    own_language = Pick(
        label="In which language are your own words?",
        missing=None,
        hint="Where it is another than above, they read that nobody has translated your words.",
        empty="English",
        options=tuple((each.value, each.in_english) for each in Language if each is not Language.EN),
    )

    def is_valid(self) -> bool:
        """Judge it, unless one only wants to see what they will read."""
        if PREVIEW in self.data:
            self.keep()
            return False
        return super().is_valid()

    @staticmethod
    def language_of(typed: str, *, otherwise: Language) -> str:
        """The language that was chosen, or another where none was."""
        return typed if typed in Language.values else otherwise.value


class AnswerObjection(PageForm):
    """That whoever said no was told what was decided, and what they read of it."""

    told_on = Day(label="When did you tell them?", missing="Give the day on which you told them.")
    how = Line(
        label="How did you tell them, and how to complain?",
        missing="Say how you told them, and that you said how to complain.",
        max_length=300,
    )
    words = Words(
        label="Why it was decided, in plain words to them",
        missing=None,
        hint="It stands in the notice that they get. Name no other relative. You may leave it empty.",
        max_length=2000,
        rows=3,
    )

    def is_valid(self) -> bool:
        """Judge it, unless one only wants to see what they will read."""
        if PREVIEW in self.data:
            self.keep()
            return False
        return super().is_valid()
