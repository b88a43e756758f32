"""A second person's word on withholding, and looking at it again."""

from datetime import date
from typing import Any

from alongside.design.choices import Option
from alongside.design.fields import Choice, Day, Line, Words
from alongside.design.forms import PageForm
from alongside.involvement.commands import Authority, Review
from alongside.involvement.words import Authorisation, Office, Permanence, Reviewed

NO_DAY = "No day is set on which it is looked at again."


class _OnAuthority(PageForm):
    """On whose authority: one's own as safeguarding lead, or another office's, confirmed here with who said so."""

    office = Choice(
        label="On whose authority?",
        missing="Say on whose authority.",
        hint="What the police or a court need is for the police to say, with children’s social care.",
        options=(
            Option(Office.SAFEGUARDING_LEAD, Office.SAFEGUARDING_LEAD.label),
            Option(
                Office.POLICE, Office.POLICE.label, reveals=("police_officer", "social_worker", "police_how")
            ),
            Option(Office.HEALTH_LEAD, Office.HEALTH_LEAD.label, reveals=("health_officer", "health_how")),
            Option(Office.CONFERENCE_CHAIR, Office.CONFERENCE_CHAIR.label, reveals=("chair", "chair_how")),
        ),
    )
    police_officer = Line(
        label="Which police officer?", missing="Name the police officer, with rank and force."
    )
    social_worker = Line(label="Who in children’s social care?", missing="Name the social worker.")
    police_how = Line(label="When and how did they say so?", missing="Say when and how they said so.")
    health_officer = Line(label="Who, and of which agency?", missing="Name them and their agency.")
    health_how = Line(label="When and how did they say so?", missing="Say when and how they said so.")
    chair = Line(label="Who, and of which agency?", missing="Name them and their agency.")
    chair_how = Line(label="When and how did they say so?", missing="Say when and how they said so.")

    def authority(self) -> Authority:
        """Give the authority as the deed takes it."""
        typed = self.cleaned_data
        if not typed.get("office"):
            return Authority()
        return Authority(
            Office(typed["office"]),
            typed["police_officer"] or typed["health_officer"] or typed["chair"],
            typed["social_worker"],
            typed["police_how"] or typed["health_how"] or typed["chair_how"],
        )


class AuthoriseWithholding(_OnAuthority):
    """Whether a person may go untold until it is looked at again; or, of what is to be left out for good, ever."""

    verdict = Choice(
        label="May they go untold for now?",
        missing="Say whether they may go untold for now.",
        options=(
            Option(
                Authorisation.GIVEN,
                "Yes, I authorise it until the day it is looked at again",
                reveals=("office",),
            ),
            Option(Authorisation.DECLINED, "No: they are to be told"),
        ),
    )
    words = Words(
        label="What you looked at, and why you agree or do not",
        missing="Say what you looked at, and why you agree or do not.",
        max_length=2000,
        rows=3,
    )
    field_order = ("verdict", "words")

    def __init__(self, *args: Any, permanence: Permanence, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if permanence is Permanence.FOR_GOOD:
            self.fields["verdict"] = Choice(
                label="May they never be told?",
                missing="Say whether they may never be told.",
                options=(
                    Option(
                        Authorisation.GIVEN, "Yes, I authorise it for good", hint=NO_DAY, reveals=("office",)
                    ),
                    Option(Authorisation.DECLINED, "No: they are to be told"),
                ),
            )


class ReviewWithholding(_OnAuthority):
    """What comes of looking again: tell them, not yet, or never."""

    verdict = Choice(
        label="What comes of it?",
        missing="Say what comes of looking again.",
        options=(
            Option(Reviewed.RELEASED, Reviewed.RELEASED.label, hint="Telling them is owed today."),
            Option(Reviewed.RENEWED, Reviewed.RENEWED.label, reveals=("review_on",)),
            Option(Reviewed.REDACTED, Reviewed.REDACTED.label, hint=f"{NO_DAY} A second person must agree."),
        ),
    )
    words = Words(
        label="What you looked at today, and why",
        missing="Say what you looked at, and why: the old reasons are not enough.",
        max_length=2000,
        rows=3,
    )
    review_on = Day(label="Look at this again on", missing="Give the day on which this is looked at again.")
    field_order = ("verdict", "words")

    def __init__(self, *args: Any, is_own: bool, begins: date | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["review_on"].initial = begins
        if is_own:  # whoever withheld has no office: a second person gives the word on it
            for name in ("office", "police_officer", "social_worker", "police_how"):
                del self.fields[name]
            for name in ("health_officer", "health_how", "chair", "chair_how"):
                del self.fields[name]

    def review(self) -> Review:
        """Give the review as the deed takes it."""
        typed = self.cleaned_data
        return Review(Reviewed(typed["verdict"]), typed["words"], typed["review_on"], self.authority())
