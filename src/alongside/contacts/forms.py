"""What a practitioner may type about how a person can be reached."""

from datetime import date
from typing import Any
from uuid import UUID

from alongside.access.words import Unsaid
from alongside.contacts.commands import LONGEST_PLACE, NewContact
from alongside.contacts.queries import Writing
from alongside.contacts.words import Channel, Hiding, Never, SafeTime, Wanted
from alongside.design.choices import Choice, Choices, Option
from alongside.design.fields import Line, Words
from alongside.design.forms import PageForm
from alongside.design.times import Day
from alongside.languages.words import Language

REVEALS = {Channel.EMAIL: ("safe_times",)}
FROM_WHOM = (
    Option(Hiding.SOME, Hiding.SOME.label, reveals=("hidden_from",)),
    Option(Hiding.NOBODY, Hiding.NOBODY.label),
    Option(Hiding.UNSURE, Hiding.UNSURE.label, hint="Nothing is sent by it until somebody knows."),
)


class Hidden(PageForm):
    """Where a person is reached, and from whom of the family that is kept."""

    unsaid_where = Words(
        label="Where",
        missing="Write the address, number or name through which this person is reached.",
        max_length=LONGEST_PLACE,
        rows=5,
        hint="An address line by line without the name, a telephone number, an e-mail address, or through whom. It is "
        "shown on no page again and kept in no draft, so finish this page in one go.",
        why="It is kept encrypted and apart. Nobody sees it again, not even you: it stands on a letter or over a message "
        "to this person and nowhere else.",
    )
    hiding = Choice(
        label="From whom must this be kept?",
        missing="Say from whom this must be kept. You may say that you do not know yet.",
        options=FROM_WHOM,
    )
    hidden_from = Choices(label="From whom of the family?", missing="Choose from whom this must be kept.")

    def __init__(self, *args: Any, others: tuple[Option, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["hidden_from"].offer(others)  # type: ignore[attr-defined]

    def where(self) -> Unsaid:
        """The place, as no log may hold it."""
        return Unsaid(self.cleaned_data["unsaid_where"])

    def from_whom(self) -> tuple[UUID, ...]:
        """The people from whom it is kept."""
        return tuple(UUID(each) for each in self.cleaned_data["hidden_from"] or ())


class AddContact(Hidden):
    """A way to reach a person, in their words."""

    channel = Choice(
        label="How do they want to be reached?",
        missing="Say how they want to be reached.",
        options=tuple(Option(each, each.label, reveals=REVEALS.get(each, ())) for each in Channel),
    )
    safe_times = Choices(
        label="At which times may a message arrive?",
        missing="Choose the times at which a message may arrive. Ask who else is near the screen then.",
        options=SafeTime.choices,
        hint="A message waits for one of these times. At no other time does one leave.",
    )
    times = Line(
        label="When, if it matters",
        missing=None,
        hint="For example: Weekdays before 3 pm, never at the weekend.",
    )
    sender = Line(
        label="Which name may stand on the outside, if any?",
        missing=None,
        max_length=60,
        hint="A name that gives nothing away, such as “Mrs J Smith”. Left empty, no sender stands on the outside.",
    )
    never = Choices(
        label="What must never be sent?",
        missing=None,
        options=Never.choices,
        hint="It holds for every safe contact of this person.",
    )
    never_words = Line(label="Anything else that must be heeded", missing=None, max_length=500)

    field_order = (
        "channel",
        "safe_times",
        "unsaid_where",
        "hiding",
        "hidden_from",
        "times",
        "sender",
        "never",
        "never_words",
    )

    def contact(self) -> NewContact:
        """The contact as the deed takes it."""
        typed = self.cleaned_data
        return NewContact(
            channel=Channel(typed["channel"]),
            where=self.where(),
            hiding=Hiding(typed["hiding"]),
            hidden_from=self.from_whom(),
            times=typed["times"],
            safe_times=tuple(SafeTime(each) for each in typed["safe_times"] or ()),
            sender=typed["sender"],
            never=tuple(Never(each) for each in typed["never"] or ()),
            never_words=typed["never_words"],
        )


class VerifyContact(PageForm):
    """That somebody made sure that a way is safe."""

    verified_on = Day(label="When did you make sure?", missing="Write the day on which you made sure.")
    how = Line(
        label="How?",
        missing="Say how you made sure, for instance: she said so when we spoke alone.",
        max_length=300,
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._today = today

    def clean(self) -> dict[str, Any]:
        """Refuse a day that has not come yet."""
        cleaned = super().clean()
        day = cleaned.get("verified_on")
        if day and day > self._today:
            self.add_error("verified_on", "Check the day: it has not come yet.")
        return cleaned


class EndContact(PageForm):
    """Why a way to reach a person ends."""

    why = Line(
        label="Why does it end?",
        missing="Say why it ends, for instance: she has moved.",
        max_length=300,
        hint="Do not write the address here.",
    )


class SayHowToWrite(PageForm):
    """In which language and print a person reads, and whether they need an interpreter."""

    language = Choice(
        label="In which language do they read best?",
        missing="Say in which language they read best.",
        options=tuple((each.value, each.in_english) for each in Language),
        hint="What is written to them has its fixed parts in it. Your own words stay as you type them.",
    )
    large_print = Choice(
        label="Do they want large print?",
        missing="Say whether they want large print.",
        options=Wanted.choices,
    )
    interpreter = Choice(
        label="Do they need an interpreter when you speak with them?",
        missing="Say whether they need an interpreter.",
        options=Wanted.choices,
        hint="Never a relative, a friend or a child of the family.",
    )

    def writing(self) -> Writing:
        """What was said, as the deed takes it."""
        typed = self.cleaned_data
        return Writing(
            Language(typed["language"]), Wanted(typed["large_print"]), Wanted(typed["interpreter"])
        )
