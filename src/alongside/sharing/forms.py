"""What a safeguarding lead may type."""

from alongside.design.choices import Option
from alongside.design.fields import Choice, Words
from alongside.design.forms import PageForm
from alongside.sharing.words import Countersignature


class Countersign(PageForm):
    """The second person's word on a decision not to share."""

    verdict = Choice(
        label="Do you countersign this decision?",
        missing="Say whether you countersign it.",
        options=(
            Option(Countersignature.GIVEN, "Yes, I countersign it", hint="The record is closed."),
            Option(
                Countersignature.DECLINED,
                "No, think again",
                hint="It goes back to whoever decided, with your words.",
            ),
        ),
    )
    words = Words(
        label="What you looked at, and why you agree or do not",
        missing="Say what you looked at, and why you agree or do not.",
        max_length=2000,
    )
