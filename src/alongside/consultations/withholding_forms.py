"""A safeguarding lead's word on withholding."""

from alongside.design.choices import Option
from alongside.design.fields import Choice, Words
from alongside.design.forms import PageForm
from alongside.involvement.words import Authorisation


class AuthoriseWithholding(PageForm):
    """Whether a person may go untold for now."""

    verdict = Choice(
        label="May they go untold for now?",
        missing="Say whether they may go untold for now.",
        options=(
            Option(Authorisation.GIVEN, "Yes, I authorise it until the day it is looked at again"),
            Option(Authorisation.DECLINED, "No: they are to be told"),
        ),
    )
    words = Words(
        label="What you looked at, and why you agree or do not",
        missing="Say what you looked at, and why you agree or do not.",
        max_length=2000,
        rows=3,
    )
