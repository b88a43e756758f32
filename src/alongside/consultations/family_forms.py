"""What a person may type about the family's answers: who agreed to what, who said no, who was not asked."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from alongside.consent.commands import Said
from alongside.consent.words import (
    ASKING_ADDS_DANGER,
    REASONS_FOR_NOT_ASKING,
    AbsentReason,
    Category,
    ConsentKind,
    Form,
    Interpreted,
    Presence,
    Status,
)
from alongside.consultations.asked_how_forms import HowAsked
from alongside.consultations.asking_forms import SOMEONE_ELSE, THE_CHILD
from alongside.consultations.queries import PersonCard
from alongside.consultations.words import Narrower
from alongside.design.choices import Option
from alongside.design.fields import Choice, Choices, Day, Line, Words
from alongside.families.words import ParentalResponsibility

WANTED_WHERE_DANGER = {
    "advice_from": "Say whose advice you took, or that you took none and why.",
    "told_later": "Say whether they will be told, and when.",
}


class RecordFamilyAnswer(HowAsked):
    """What one person of the family said about sharing this with this person; or why nobody asked them."""

    giver = Choice(label="Whose answer is this?", missing="Say whose answer this is.")
    giver_name = Line(
        label="Their name and who they are to the child",
        missing="Write their name, and who they are to the child.",
        max_length=160,
    )
    giver_responsibility = Choice(
        label="Do they have parental responsibility?",
        missing="Say whether they have parental responsibility. You may say that it is not known.",
        options=ParentalResponsibility.choices,
        why="It decides who can agree for a child. Not knowing is no barrier to protecting a child.",
    )
    about = Choices(
        label="Whom did you ask them about?",
        missing="Tick the people you asked them about. Agreeing to one is not agreeing to another.",
    )
    status = Choice(
        label="What did they say?",
        missing="Say what they said. Silence is not agreement: choose “not asked” if you have no answer.",
        options=(
            Option(
                Status.GIVEN,
                "They agreed",
                reveals=(
                    "allowed",
                    "exclusions",
                    "form",
                    "agreed_on",
                    "review_by",
                    "agreed_words",
                    "consent_kind",
                ),
            ),
            Option(Status.REFUSED, "They said no", reveals=("refused_on", "refused_words", "narrower")),
            Option(
                Status.NOT_ASKED,
                "I have not asked them",
                reveals=("absent_reason", "not_asked_words", "who_decided", "advice_from", "told_later"),
            ),
        ),
    )
    allowed = Choices(
        label="What did they agree may be shared?",
        missing="Tick what they agreed may be shared. Anything not ticked is not covered.",
    )
    exclusions = Choice(
        label="Did they say that anything must not be shared?",
        missing="Say whether they wanted anything left out.",
        options=(Option("no", "No"), Option("yes", "Yes", reveals=("excluded",))),
    )
    excluded = Choices(
        label="What must not be shared?",
        missing="Tick what they do not want shared.",
        options=Category.choices,
    )
    form = Choice(label="How did they say it?", missing="Say how they told you.", options=Form.choices)
    agreed_on = Day(
        label="On which day did they agree?",
        missing="Give the day on which they agreed.",
        hint="For example, 2 11 2026.",
    )
    review_by = Day(
        label="Look at this agreement again by",
        missing="Say by when this agreement is looked at again.",
        hint="The next review that is planned, or at most six months from that day.",
    )
    agreed_words = Words(
        label="Their own words", missing=None, hint="You may leave this empty.", max_length=2000, rows=2
    )
    consent_kind = Choice(
        label="Is it about more than that?",
        missing=None,
        options=(
            Option(ConsentKind.OPENNESS_AGREEMENT, "No: I told them what I would share, and they agreed"),
            Option(
                ConsentKind.CONFIDENTIALITY_CONSENT,
                "They told us something in confidence, and agree that we pass it on",
            ),
            Option(ConsentKind.SERVICE_AGREEMENT, "They also agree to take part in the help that is offered"),
        ),
    )
    refused_on = Day(label="On which day did they say no?", missing="Give the day on which they said no.")
    refused_words = Words(
        label="What they said, and why",
        missing="Write what they said and why. Saying no is no concern in itself, and reasons count.",
        max_length=2000,
        rows=3,
    )
    narrower = Choice(
        label="Would they agree to less?",
        missing=None,
        hint="You may leave this open. What you typed is saved, and the page for it comes next.",
        options=Narrower.choices,
    )
    absent_reason = Choice(
        label="Why not?",
        missing="Say why they were not asked.",
        options=((reason, reason.label) for reason in REASONS_FOR_NOT_ASKING),
    )
    not_asked_words = Words(
        label="What makes you think so?",
        missing="Say in a sentence what this rests on, so that a reader can follow it.",
        max_length=2000,
        rows=3,
    )
    who_decided = Line(
        label="Who decided this?",
        missing=None,
        hint="Name and role. Leave this empty if you did.",
        max_length=160,
    )
    advice_from = Line(
        label="Whose advice did you take, and when?",
        missing=None,
        hint="Needed where asking could bring danger or harm an enquiry. If you took none, say why.",
        max_length=300,
    )
    told_later = Line(
        label="Will they be told, and when?",
        missing=None,
        hint="Needed where asking could bring danger or harm an enquiry.",
        max_length=300,
    )

    def __init__(
        self,
        *args: Any,
        people: tuple[Option, ...],
        about: tuple[Option, ...],
        categories: tuple[Category, ...],
        today: date,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        if len(about) > 1:
            self.fields["about"].offer(about)  # type: ignore[attr-defined]
        else:
            del self.fields["about"]
        someone = Option(SOMEONE_ELSE, "Someone else", reveals=("giver_name", "giver_responsibility"))
        self.fields["giver"].offer((*people, someone))  # type: ignore[attr-defined]
        self.fields["allowed"].offer((c, c.label) for c in categories or tuple(Category))  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Nobody has answered on a day that is still to come."""
        cleaned = super().clean()
        for name in ("agreed_on", "refused_on"):
            if (on := cleaned.get(name)) and on > self.today:
                self.add_error(name, "Give the day on which they answered: it cannot be later than today.")
        if cleaned.get("absent_reason") in ASKING_ADDS_DANGER:
            for name, sentence in WANTED_WHERE_DANGER.items():
                if not cleaned.get(name):
                    self.add_error(name, sentence)
        return cleaned

    @property
    def offered(self) -> Narrower | None:
        """What is offered to them after a no; None where the consultation goes on."""
        return Narrower(self.cleaned_data["narrower"]) if self.cleaned_data["narrower"] else None

    @property
    def counts_for_nothing(self) -> bool:
        """Whether what sounds like a yes is none by how it was said (rulebook 4.3, E25)."""
        typed = self.cleaned_data
        bad = typed["interpreted"] == Interpreted.RELATIVE or typed["feared_present"] == Presence.YES
        return bool(typed["status"] == Status.GIVEN and bad)

    def recipients(self, asked: Sequence[PersonCard]) -> tuple[str, ...]:
        """Those of the people asked whom the answer is about, as pages print them."""
        chosen = self.cleaned_data.get("about")
        return tuple(each.title for each in asked if chosen is None or str(each.recipient_id) in chosen)

    def said(self, *, recipient: str, purpose: str) -> Said:
        """Give the answer as the deed takes it. What was not asked was not asked today."""
        typed = self.cleaned_data
        status, giver = Status(typed["status"]), typed["giver"]
        named = {option.value: option.label for option in self.fields["giver"].options}  # type: ignore[attr-defined]
        return Said(
            giver_adult_id=None if giver in {THE_CHILD, SOMEONE_ELSE} else UUID(giver),
            giver=typed["giver_name"] or named[giver],
            status=status,
            words=typed["agreed_words"] or typed["refused_words"] or typed["not_asked_words"],
            recipient=recipient,
            purpose=purpose,
            answered_on=typed["agreed_on"] or typed["refused_on"] or self.today,
            absent_reason=AbsentReason(typed["absent_reason"]) if typed["absent_reason"] else None,
            allowed=tuple(map(Category, typed["allowed"])),
            excluded=tuple(map(Category, typed["excluded"])),
            form=Form(typed["form"]) if typed["form"] else None,
            review_by=typed["review_by"],
            giver_responsibility=_responsibility(typed["giver_responsibility"]),
            kind=ConsentKind(typed["consent_kind"] or ConsentKind.OPENNESS_AGREEMENT),
            who_decided=typed["who_decided"],
            advice_from=typed["advice_from"],
            told_later=typed["told_later"],
            **({} if status is Status.NOT_ASKED else self.how()),
        )

    def recorded(self, first: Mapping[str, Any]) -> Mapping[str, Any]:
        """Give the recorded answer under this page's names."""
        said: Mapping[str, Any] = first.get("said", {})
        stem = {"given": "agreed", "refused": "refused", "not_asked": "not_asked"}[said["status"]]
        usual = said["kind"] == ConsentKind.OPENNESS_AGREEMENT
        return {
            **said,
            **self.how_recorded(said),
            "giver": said["giver_adult_id"] or said["giver"],
            "giver_name": "",
            "exclusions": ("yes" if said["excluded"] else "no") if said["status"] == Status.GIVEN else "",
            f"{stem}_words": said["words"],
            f"{stem}_on": said["answered_on"],
            "consent_kind": "" if usual else said["kind"],
        }


def _responsibility(typed: str) -> ParentalResponsibility | None:
    return ParentalResponsibility(typed) if typed else None
