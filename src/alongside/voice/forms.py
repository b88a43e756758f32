"""What a practitioner may type of what a child and their family say."""

from datetime import date
from typing import Any
from uuid import UUID

from alongside.design.choices import Option
from alongside.design.fields import Choice, Choices, Day, Photo, Words
from alongside.design.forms import PageForm
from alongside.papers.rules import SIZE_BYTES_MOST, TOO_LARGE
from alongside.voice.commands import Heard
from alongside.voice.words import Answer, Form, Picture, ReadBack, Safety, Secrecy, Shown, Taken

THE_CHILD = "child"
WHO_MISSING = "Say whose words they are."
NO_PROMISE = (
    "Never promise it. You can say: “I cannot promise to keep this a secret. If you or somebody else could be hurt, I "
    "will tell the people who can help. I will tell you first whom I tell, and why.”"
)


def _adult(typed: str) -> UUID | None:
    return None if typed == THE_CHILD else UUID(typed)


class _SaidByOne(PageForm):
    """Something that one person of the family says, on a day that has come."""

    who = Choice(label="Whose words are these?", missing=WHO_MISSING)
    said_on = Day(label="On which day?", missing="Give the day on which they said it.")

    def __init__(self, *args: Any, people: tuple[Option, ...], today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.fields["who"].offer(people)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Nobody has said anything on a day that is still to come."""
        cleaned = super().clean()
        if (on := cleaned.get("said_on")) and on > self.today:
            self.add_error("said_on", "Give the day on which they said it: it cannot be later than today.")
        return cleaned

    @property
    def adult_id(self) -> UUID | None:
        """Whose words they are; None for the child."""
        return _adult(self.cleaned_data["who"])


class KeepWords(_SaidByOne):
    """What a child or one of the family says for themselves: in words, in pictures or in a drawing."""

    form = Choice(
        label="How did they say it?",
        missing="Say how they said it.",
        options=(
            Option(Form.WORDS, Form.WORDS.label, reveals=("words",)),
            Option(Form.PICTURES, Form.PICTURES.label, reveals=("pictures", "of_pictures")),
            Option(Form.DRAWING, Form.DRAWING.label, reveals=("picture", "of_drawing")),
        ),
    )
    words = Words(
        label="Their own words",
        missing="Write what they said, in their own words.",
        hint="As they said it, not as you would. It is kept as theirs.",
        rows=4,
    )
    pictures = Choices(
        label="Which pictures did they choose?", missing="Choose the pictures they pointed to."
    )
    of_pictures = Words(label="What they said of them", missing=None, max_length=2000, rows=2)
    picture = Photo(
        label="A photo of the drawing",
        missing="Choose the photo of their drawing.",
        too_large=TOO_LARGE,
        max_bytes=SIZE_BYTES_MOST,
        hint="A .jpg or .png of at most 5 MB. Where and when it was taken is left out.",
    )
    of_drawing = Words(label="What they said of it", missing=None, max_length=2000, rows=2)
    taken = Choice(label="Who put it down?", missing="Say who put it down.", options=Taken.choices)
    read_back = Choice(
        label="Was it read back to them?",
        missing="Say whether it was read back to them.",
        options=ReadBack.choices,
    )
    safety = Choice(
        label="Do they say whether they are safe?",
        missing="Say whether they said anything of being safe.",
        options=(
            Option(Safety.NOT_SAID, Safety.NOT_SAID.label),
            Option(Safety.SAFE, Safety.SAFE.label),
            Option(
                Safety.NOT_SAFE,
                Safety.NOT_SAFE.label,
                hint="In danger now? Ring 999 first. You and the safeguarding leads owe an answer today.",
            ),
        ),
    )
    secrecy = Choice(
        label="Did they ask you to keep a secret?",
        missing="Say whether they asked you to keep a secret.",
        hint=NO_PROMISE,
        options=Secrecy.choices,
    )

    shown = Choice(
        label="Is it safe to show this on their own page?",
        missing="Say whether it is safe to show this on their own page.",
        hint="Somebody whom they fear may see that page. Without a yes it is kept here and not shown there.",
        options=Shown.choices,
    )

    def __init__(self, *args: Any, offered: tuple[Picture, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["pictures"].offer(tuple((p.value, p.label) for p in offered))  # type: ignore[attr-defined]

    def heard(self) -> Heard:
        """Give how it was heard, as the deeds take it."""
        typed = self.cleaned_data
        return Heard(
            adult_id=self.adult_id,
            taken=Taken(typed["taken"]),
            read_back=ReadBack(typed["read_back"]),
            said_on=typed["said_on"],
            safety=Safety(typed["safety"]),
            secrecy=Secrecy(typed["secrecy"]),
            shown=Shown(typed["shown"]),
        )

    def chosen(self) -> tuple[Picture, ...]:
        """Give the pictures that were chosen."""
        return tuple(Picture(each) for each in self.cleaned_data["pictures"])


class RecordCorrection(_SaidByOne):
    """What one of the family says is wrong in what is written."""

    words = Words(label="What is wrong?", missing="Write what they say is wrong.", max_length=4000, rows=3)
    should_be = Words(
        label="What would be right?",
        missing=None,
        hint="As they say it. You may leave this empty.",
        max_length=4000,
        rows=3,
    )


class RecordComplaint(_SaidByOne):
    """What one of the family complains of."""

    words = Words(
        label="What do they complain of?",
        missing="Write what they complain of.",
        hint="As they say it. A safeguarding lead of your agency answers.",
        max_length=4000,
        rows=4,
    )


class AnswerNotSafe(PageForm):
    """What was done for somebody who says that they are not safe, and what they were told."""

    what_was_done = Words(
        label="What have you done?",
        missing="Say what you did, and when.",
        hint="For example: rang children’s social care at 2 pm, spoke with the safeguarding lead.",
        max_length=2000,
        rows=3,
    )
    told_back = Words(
        label="What did you tell them will happen now?",
        missing="Say what you told them will happen now, in words for them.",
        hint="Tell them yourself, at a safe time, and write it here to them: “We have …”. It stands on their own page only "
        "where you wrote down for them that this is safe.",
        max_length=2000,
        rows=3,
    )


class AnswerCorrection(PageForm):
    """What becomes of what somebody says is wrong."""

    answer = Choice(
        label="What becomes of it?",
        missing="Say what becomes of it.",
        options=(
            Option(Answer.PUT_RIGHT, Answer.PUT_RIGHT.label, hint="Put it right on its own page first."),
            Option(Answer.BOTH_KEPT, Answer.BOTH_KEPT.label),
            Option(Answer.NOT_CHANGED, Answer.NOT_CHANGED.label),
        ),
    )
    words = Words(
        label="What you did, or why not",
        missing="Say what you did, or why it is not changed: they read this.",
        hint="They read these words on their own page.",
        max_length=2000,
        rows=3,
    )


class AnswerQuestion(PageForm):
    """The answer to what somebody of a family asks."""

    words = Words(
        label="Your answer",
        missing="Write your answer: they read it.",
        hint="They read these words on their own page.",
        max_length=2000,
        rows=4,
    )


class AnswerComplaint(PageForm):
    """The answer to a complaint."""

    words = Words(
        label="Your answer",
        missing="Write your answer: they read it.",
        hint="They read these words on their own page. Say whom they can turn to next.",
        max_length=2000,
        rows=4,
    )
