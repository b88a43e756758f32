"""The form every page asks with, and rows of the same questions asked as often as needed."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Generic, TypeVar

from django import forms
from django.forms.utils import ErrorDict
from django.http import QueryDict

from alongside.design.choices import Choice, Choices


class PageForm(forms.Form):
    """A form whose revealed questions count only when they are revealed.

    A question named in an option's `reveals` is judged when that option was chosen; otherwise its cleaned
    value is empty and it cannot be wrong. A subclass with its own `clean` calls this one first.
    """

    use_required_attribute = False

    def clean(self) -> dict[str, Any]:
        """Leave aside the questions that no chosen answer reveals."""
        cleaned = super().clean() or self.cleaned_data
        for name in unrevealed(self, answers=cleaned):
            self.errors.pop(name, None)
            cleaned[name] = self.fields[name].to_python(None)
        return cleaned

    def keep(self) -> None:
        """Give back what was typed without judging it: the page is shown again for a row added or removed."""
        self._errors = ErrorDict()
        self.cleaned_data = {}

    def refuse(self, sentence: str, *, field: str | None = None) -> None:
        """Put a refusal of the deed beside the question it names, or above all. Call `is_valid` first."""
        self.add_error(field if field in self.fields else None, sentence)

    def recorded(self, first: Mapping[str, Any]) -> Mapping[str, Any]:
        """Give the words of the deed that this page did first under this question's names.

        Words of one part of the deed stand beside those of the deed itself. A form that asks with other names
        than its deed uses says here which is which.
        """
        flat: dict[str, Any] = {}
        for name, value in first.items():
            flat |= self.recorded(value) if isinstance(value, Mapping) else {name: value}
        return flat


def unrevealed(form: forms.Form, *, answers: Mapping[str, Any]) -> tuple[str, ...]:
    """Name the fields that the given answers leave hidden, including those behind a hidden question."""
    hidden: list[str] = []
    for name, field in form.fields.items():
        if not isinstance(field, Choice | Choices):
            continue
        chosen = answers.get(name) or ()
        chosen = {chosen} if isinstance(chosen, str) else set(chosen)
        shown = {r for option in field.options if option.value in chosen for r in option.reveals}
        open_ones = () if name in hidden else shown
        hidden += [
            r for option in field.options for r in option.reveals if r not in open_ones and r not in hidden
        ]
    return tuple(hidden)


F = TypeVar("F", bound=PageForm)


class Rows(Generic[F]):
    """The same questions several times over: what exactly is shared, who was asked.

    Works without JavaScript: *Add another* and *Remove* are buttons that submit; then `changes_asked` is
    true, the page is shown again with everything typed, and nothing is saved. Empty rows are left out; with
    fewer than `at_least` filled rows the first empty ones are judged, so that their own sentences say what is
    missing. Where another form stands on the same page, the view calls its `keep()` too.
    """

    def __init__(
        self,
        form_class: Callable[..., F],
        *,
        name: str,
        typed: QueryDict | Mapping[str, Any] | None = None,
        initial: Sequence[Mapping[str, Any]] = (),
        at_least: int = 1,
        at_most: int = 20,
    ) -> None:
        self.name, self.at_least, self.at_most = name, at_least, at_most
        self._form_class = form_class
        if typed is None:
            begun = list(initial[:at_most]) or [{}]
            self.forms = [
                form_class(initial=dict(one), prefix=self._prefix(n)) for n, one in enumerate(begun)
            ]
        else:
            self.forms = self._bound(typed)
        self.changes_asked = typed is not None and (f"{name}-add" in typed or f"{name}-remove" in typed)
        if self.changes_asked:
            self.keep()

    @property
    def can_grow(self) -> bool:
        """Say whether another row may be added."""
        return len(self.forms) < self.at_most

    @property
    def blank_form(self) -> F:
        """Give an empty row, for the script that adds rows without a round trip."""
        return self._form_class(prefix=self._prefix("new"))

    @property
    def judged(self) -> tuple[F, ...]:
        """Give the rows that count: those with words in them, and empty ones up to `at_least`."""
        filled = [form for form in self.forms if not _is_blank(form)]
        blank = [form for form in self.forms if _is_blank(form)]
        counted = {id(form) for form in (*filled, *blank[: max(0, self.at_least - len(filled))])}
        return tuple(form for form in self.forms if id(form) in counted)

    @property
    def cleaned(self) -> tuple[dict[str, Any], ...]:
        """Give the cleaned values of each counted row, in order; call `is_valid` first."""
        return tuple(form.cleaned_data for form in self.judged)

    def keep(self) -> None:
        """Give back what was typed in every row without judging it."""
        for form in self.forms:
            form.keep()

    def refuse(self, sentence: str, *, field: str | None = None) -> None:
        """Put a refusal of the deed above the rows. Call `is_valid` first."""
        self.judged[0].refuse(sentence, field=field)

    @property
    def errors(self) -> tuple[Mapping[str, Any], ...]:
        """Give what is wrong in each row that has something wrong."""
        return tuple(form.errors for form in self.judged if form.is_bound and form.errors)

    def is_valid(self) -> bool:
        """Judge every counted row, so that all that is wrong is shown at once."""
        return not self.changes_asked and all([form.is_valid() for form in self.judged])  # noqa: C419

    def _bound(self, typed: QueryDict | Mapping[str, Any]) -> list[F]:
        count = min(max(_number(typed.get(f"{self.name}-count")), self.at_least, 1), self.at_most)
        kept = [n for n in range(count) if typed.get(f"{self.name}-remove") != str(n)] or [count]
        if f"{self.name}-add" in typed and len(kept) < self.at_most:
            kept.append(count)
        return [
            self._form_class(self._moved(typed, was=was, now=now), prefix=self._prefix(now))
            for now, was in enumerate(kept)
        ]

    def _moved(self, typed: QueryDict | Mapping[str, Any], *, was: int, now: int) -> QueryDict:
        # A removed row closes the gap: what stood in row 3 is then asked as row 2.
        moved = QueryDict(mutable=True)
        for key, values in _lists(typed):
            if key.startswith(f"{self._prefix(was)}-"):
                moved.setlist(key.replace(self._prefix(was), self._prefix(now), 1), values)
        return moved

    def _prefix(self, number: int | str) -> str:
        return f"{self.name}-{number}"


def _lists(typed: QueryDict | Mapping[str, Any]) -> Iterable[tuple[str, list[Any]]]:
    if isinstance(typed, QueryDict):
        return typed.lists()
    return ((key, value if isinstance(value, list) else [value]) for key, value in typed.items())


def _is_blank(form: forms.Form) -> bool:
    return not any(
        str(value).strip() if isinstance(value, str) else value
        for bound in form
        for value in (bound.value(),)
    )


def _number(text: Any) -> int:
    return int(text) if isinstance(text, str) and text.isascii() and text.isdigit() and len(text) < 4 else 0
