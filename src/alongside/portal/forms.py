"""What one person of a family may type at their own page. The pages say in their language what is missing."""

from typing import Any

from django import forms

from alongside.voice.words import Picture

LONGEST = 4000


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
        if not cleaned.get("words") and not cleaned.get("pictures"):
            self.add_error("words", "Write something first, or choose a picture.")
        return cleaned

    def chosen(self) -> tuple[Picture, ...]:
        """The pictures chosen."""
        return tuple(Picture(each) for each in self.cleaned_data["pictures"])


class NotSafe(forms.Form):
    """What is happening, if they want to say it."""

    words = forms.CharField(max_length=LONGEST, required=False)


class Wrong(forms.Form):
    """What is wrong, what would be right, and in which of the things that they were told."""

    words = forms.CharField(max_length=LONGEST)
    should_be = forms.CharField(max_length=LONGEST, required=False)
    about = forms.IntegerField(min_value=1, max_value=1000, required=False)


class Complaint(forms.Form):
    """What they complain of, or ask."""

    words = forms.CharField(max_length=LONGEST)
