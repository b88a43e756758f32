"""What one person of a family may type at their own page. The pages say in their language what is missing."""

import base64
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from alongside.consent.words import Category, Status
from alongside.portal import rules
from alongside.portal.commands import Signed
from alongside.voice.words import LONGEST, Picture

NOTHING = "nothing"


class Keys(forms.Form):
    """The code from the paper, and what only they know or hold. Whatever is wrong is refused in one way."""

    code = forms.CharField(max_length=120)
    second = forms.CharField(max_length=200)


class Said(forms.Form):
    """Words, or pictures chosen; one of the two at least."""

    words = forms.CharField(max_length=LONGEST, required=False)
    pictures = forms.MultipleChoiceField(choices=Picture.choices, required=False)

    def clean(self) -> dict[str, Any]:
        """Refuse what says nothing."""
        cleaned = super().clean() or self.cleaned_data
        if not self.errors and not cleaned.get("words") and not cleaned.get("pictures"):
            self.add_error(
                "words", ValidationError("Write something first, or choose a picture.", code=NOTHING)
            )
        return cleaned

    def says_nothing(self) -> bool:
        """Whether it was sent with nothing in it."""
        return self.has_error("words", NOTHING)

    def chosen(self) -> tuple[Picture, ...]:
        """The pictures chosen."""
        return tuple(Picture(each) for each in self.cleaned_data["pictures"])


class NotSafe(forms.Form):
    """What is happening, if they want to say it."""

    words = forms.CharField(max_length=LONGEST, required=False)


class Questions(forms.Form):
    """Three things that can be sent from one page; the button says which. What stands in the other boxes stays there."""

    send = forms.ChoiceField(choices=tuple((each, "") for each in ("wrong", "question", "complaint")))
    wrong = forms.CharField(max_length=LONGEST, required=False)
    should_be = forms.CharField(max_length=LONGEST, required=False)
    about = forms.CharField(max_length=64, required=False)
    question = forms.CharField(max_length=LONGEST, required=False)
    complaint = forms.CharField(max_length=LONGEST, required=False)

    def clean(self) -> dict[str, Any]:
        """Refuse what is sent without a word."""
        cleaned = super().clean() or self.cleaned_data
        sent = cleaned.get("send", "")
        if sent and sent not in self.errors and not cleaned.get(sent):
            self.add_error(sent, "Write something first, then send it.")
        return cleaned

    def missing(self) -> str:
        """The box that was sent without a word; empty where there is none."""
        sent = str(self.data.get("send", ""))
        return sent if self.errors and not self.data.get(sent, "").strip() else ""

    def left(self) -> dict[str, str]:
        """What was typed and is not sent: everything before it is sent, and the other boxes afterwards."""
        sent = self.cleaned_data.get("send", "") if self.is_valid() else ""
        gone = {"wrong": ("wrong", "should_be", "about")}.get(sent, (sent,))
        boxes = (name for name in self.fields if name != "send" and name not in gone)
        return {name: self.data[name] for name in boxes if self.data.get(name, "").strip()}


class Withdraw(forms.Form):
    """Why they change their mind, if they want to say it."""

    words = forms.CharField(max_length=LONGEST, required=False)


class Answer(forms.Form):
    """Yes or no, to what, and their name under it: typed always, drawn if they like."""

    status = forms.ChoiceField(choices=((Status.GIVEN, ""), (Status.REFUSED, "")))
    allowed = forms.MultipleChoiceField(choices=Category.choices, required=False)
    words = forms.CharField(max_length=LONGEST, required=False)
    name = forms.CharField(max_length=160)
    asked_about = forms.CharField(max_length=160, required=False)
    drawn = forms.CharField(max_length=400_000, required=False)

    def clean(self) -> dict[str, Any]:
        """Refuse a yes to nothing, and what is no drawing."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("status") == Status.GIVEN and not cleaned.get("allowed"):
            self.add_error("allowed", "Tick what may be told, or say no.")
        return cleaned

    def is_another(self, person: str) -> bool:
        """Whether the typed name is not this person's, and nobody has asked them about it yet."""
        typed = self.cleaned_data["name"]
        return typed != self.cleaned_data["asked_about"] and not rules.is_named(typed, name=person)

    def chosen(self) -> tuple[Category, ...]:
        """What may be told."""
        return tuple(Category(each) for each in self.cleaned_data["allowed"])

    def signed(self) -> Signed:
        """The name as typed, and the picture of it where they drew one too."""
        drawn = self.cleaned_data["drawn"].removeprefix("data:image/png;base64,")
        try:
            picture = base64.b64decode(drawn, validate=True) if drawn else b""
        except ValueError:
            picture = b""
        return Signed(self.cleaned_data["name"], picture or None)
