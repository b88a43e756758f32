"""Turns a Django form into frozen questions ready to print, and its errors into links to an input."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField

from alongside.design.choices import Choice, Choices, Option
from alongside.design.forms import Rows
from alongside.design.questions import FieldKind, Question
from alongside.design.times import Day

Judged = forms.Form | Rows[Any]


@dataclass(frozen=True, slots=True)
class AskedOption:
    """One answer as printed, with the questions it reveals."""

    id: str
    value: str
    label: str
    hint: str
    checked: str  # "checked" or empty, as the attribute wants it
    reveals: tuple["Asked", ...]


@dataclass(frozen=True, slots=True)
class Box:
    """One box of a date: its id, name, label and what stands in it."""

    id: str
    name: str
    label: str
    value: str
    wrong: str  # "wrong" or empty
    width: str


@dataclass(frozen=True, slots=True)
class Asked:
    """One question as printed. `focus_id` is the first input that can take the focus."""

    id: str
    name: str
    kind: FieldKind
    label: str
    hint: str
    why: str
    error: str
    focus_id: str
    value: str = ""
    options: tuple[AskedOption, ...] = ()
    boxes: tuple[Box, ...] = ()
    max_length: int | None = None
    rows: int = 5
    width: str = ""
    autocomplete: str = ""
    empty: str = ""

    @property
    def described_by(self) -> str:
        """Name the elements that explain the question, in the order in which they are read."""
        hint = f"{self.id}-hint" if self.hint else ""
        error = f"{self.id}-error" if self.error else ""
        return " ".join(one for one in (hint, error) if one)


@dataclass(frozen=True, slots=True)
class SummaryLine:
    """One line of the error summary: what to do, and where."""

    sentence: str
    href: str


def asked_of(form: forms.Form) -> tuple[Asked, ...]:
    """Give every question of a form in order, those that an answer reveals inside that answer."""
    revealed = {
        name
        for field in form.fields.values()
        if isinstance(field, Choice | Choices)
        for option in field.options
        for name in option.reveals
    }
    return tuple(asked(form, name) for name in form.fields if name not in revealed)


def asked(form: forms.Form, name: str) -> Asked:
    """Give one question of a form.

    Raises KeyError where the form has none of that name, TypeError for a field we cannot print.
    """
    bound = form[name]
    question = Asked(
        id=bound.auto_id or bound.html_name,
        name=bound.html_name,
        kind=_kind(bound.field),
        label=str(bound.label),
        hint=str(bound.help_text),
        why=getattr(bound.field, "why", ""),
        error=str(bound.errors[0]) if bound.errors else "",
        focus_id=bound.auto_id or bound.html_name,
        max_length=getattr(bound.field, "max_length", None),
        rows=getattr(bound.field, "rows", 5),
        width=getattr(bound.field, "width", ""),
        autocomplete=getattr(bound.field, "autocomplete", "")
        or str(bound.field.widget.attrs.get("autocomplete", "")),
        empty=getattr(bound.field, "empty", ""),
    )
    if isinstance(bound.field, Day):
        return _with_boxes(question, field=bound.field, form=form, bound=bound)
    if isinstance(bound.field, Choice | Choices):
        return replace(
            question, options=_options(question, field=bound.field, form=form, given=bound.value())
        )
    secret = question.kind in {FieldKind.PASSWORD, FieldKind.PHOTO} or bound.value() is None
    return replace(question, value="" if secret else str(bound.value()))


def summary_of(*judged: Judged) -> tuple[SummaryLine, ...]:
    """Give the lines of the error summary for forms and rows, each linked to an input that takes the focus.

    What is wrong with no field in particular, or with a hidden one, leads to the first question.
    """
    lines: list[SummaryLine] = []
    for form in _forms_of(judged):
        if not form.is_bound or not form.errors:
            continue
        questions = {one.name: one for one in _all_of(asked_of(form))}
        first = next((one.focus_id for one in questions.values() if one.kind is not FieldKind.HIDDEN), "main")
        for name, sentences in form.errors.items():
            question = questions.get(form.add_prefix(name))
            visible = question is not None and question.kind is not FieldKind.HIDDEN
            focus = question.focus_id if question is not None and visible else first
            lines += [SummaryLine(str(sentence), f"#{focus}") for sentence in sentences]
    return tuple(lines)


def _forms_of(judged: Iterable[Judged]) -> Iterable[forms.Form]:
    for one in judged:
        yield from one.judged if isinstance(one, Rows) else (one,)


def _all_of(questions: Iterable[Asked]) -> Iterable[Asked]:
    for question in questions:
        yield question
        for option in question.options:
            yield from _all_of(option.reveals)


def _kind(field: forms.Field) -> FieldKind:
    if isinstance(field, Question):
        return field.kind
    if field.widget.is_hidden:
        return FieldKind.HIDDEN
    if isinstance(field.widget, forms.PasswordInput):
        return FieldKind.PASSWORD
    if isinstance(field.widget, forms.Textarea):
        return FieldKind.WORDS
    if isinstance(field.widget, forms.TextInput):
        return FieldKind.LINE
    raise TypeError(f"{type(field).__name__} cannot be printed: use the fields of alongside.design.fields.")


def _with_boxes(question: Asked, *, field: Day, form: forms.Form, bound: BoundField) -> Asked:
    typed = field.boxes_of(bound.value())
    wrong = _wrong_parts(form.errors.as_data().get(bound.name, ()) if form.is_bound else ())
    parts = {"day": ("Day", "2"), "month": ("Month", "2"), "year": ("Year", "4"), "clock": ("Time", "5")}
    boxes = tuple(
        Box(
            id=f"{question.id}_{part}",
            name=f"{question.name}_{part}",
            label=parts[part][0],
            value=getattr(typed, part),
            wrong="wrong" if question.error and part in (wrong or parts) else "",
            width=parts[part][1],
        )
        for part in field.widget.parts
    )
    first = next((box.id for box in boxes if box.wrong), boxes[0].id)
    return replace(question, boxes=boxes, focus_id=first)


def _wrong_parts(errors: Iterable[ValidationError]) -> set[str]:
    return {
        error.params["part"] for error in errors if isinstance(error.params, dict) and "part" in error.params
    }


def _options(
    question: Asked, *, field: Choice | Choices, form: forms.Form, given: Any
) -> tuple[AskedOption, ...]:
    chosen = set(map(str, given)) if isinstance(given, list | tuple | set | frozenset) else {str(given)}
    return tuple(
        _option(option, number=number, question=question, form=form, chosen=chosen)
        for number, option in enumerate(field.options, 1)
    )


def _option(
    option: Option, *, number: int, question: Asked, form: forms.Form, chosen: set[str]
) -> AskedOption:
    # The first option carries the question's own id, so that the error summary's link focuses an input.
    return AskedOption(
        id=question.id if number == 1 else f"{question.id}-{number}",
        value=option.value,
        label=option.label,
        hint=option.hint,
        checked="checked" if option.value in chosen else "",
        reveals=tuple(asked(form, name) for name in option.reveals),
    )


__all__ = ["Asked", "AskedOption", "Box", "SummaryLine", "asked", "asked_of", "summary_of"]
