"""What stood when a page was opened, what stands now, and how what was typed differs from it."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from alongside.design.forms import PageForm, Rows
from alongside.design.jinja import day, moment
from alongside.design.parts import KeptWords
from alongside.design.times import Day, Moment, Typed

Asking = PageForm | Rows[Any]
Recorded = Mapping[str, Any] | Sequence[Mapping[str, Any]] | None


def digest_of(recorded: Recorded) -> str:
    """Name what stands on a page, so that a form can say later on what its words rest.

    A day that the page itself put into the boxes (`Typed`) is a proposal and no record: it does not count, or a page
    left open over midnight would seem to have been changed by somebody.
    """
    stands = [_without_proposals(one) for one in _rows(recorded)]
    text = json.dumps([one for one in stands if one], sort_keys=True, default=_as_text)
    return hashlib.sha256(text.encode()).hexdigest()


def differing(form: Asking, recorded: Recorded) -> Iterator[KeptWords]:
    """Give each question whose judged answer is another than the recorded one, both texts as the page shows them."""
    rows = [_without_proposals(one) for one in _rows(recorded)]
    if isinstance(form, PageForm):
        yield from _texts(form, rows[0] if rows else {}, after="")
        return
    for number, one in enumerate(form.judged):
        yield from _texts(one, rows[number] if number < len(rows) else {}, after=f" ({number + 1})")
    asked = form.blank_form.fields
    for number, row in enumerate(rows[len(form.judged) :], start=len(form.judged) + 1):
        there = (_shown(field, row.get(name)) for name, field in asked.items())
        yield KeptWords(label=f"Row {number}", here="", there=", ".join(text for text in there if text))


def as_asked(form: Asking, first: Mapping[str, Any]) -> Recorded:
    """Give the words of the deed that this page did first under the names of its questions."""
    if isinstance(form, PageForm):
        return form.recorded(first)
    rows = next((value for value in first.values() if isinstance(value, list)), [])
    return tuple(form.blank_form.recorded(one) for one in rows)


def _rows(recorded: Recorded) -> Sequence[Mapping[str, Any]]:
    if recorded is None:
        return ()
    return (recorded,) if isinstance(recorded, Mapping) else recorded


def _without_proposals(recorded: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in recorded.items() if not isinstance(value, Typed)}


def _as_text(value: Any) -> Any:
    return sorted(map(str, value)) if isinstance(value, set | frozenset) else str(value)


def _texts(form: PageForm, recorded: Mapping[str, Any], *, after: str) -> Iterator[KeptWords]:
    for name, field in form.fields.items():
        here, there = _shown(field, form.cleaned_data.get(name)), _shown(field, recorded.get(name))
        if here != there:
            yield KeptWords(label=f"{field.label or name}{after}", here=here, there=there)


def _shown(field: Any, value: Any) -> str:
    """A value as the page showed it: of an answer its words, not its code."""
    if isinstance(field, Day) and value:
        at = datetime.fromisoformat(str(value))
        return moment(at) if isinstance(field, Moment) else day(at.date())
    said = {option.value: option.label for option in getattr(field, "options", ())}
    if isinstance(value, list | tuple):
        return ", ".join(said.get(str(one), str(one)) for one in value)
    return str(said.get(str(value), _printed(value)))


def _printed(value: Any) -> str:
    return "" if value is None else str(value)
