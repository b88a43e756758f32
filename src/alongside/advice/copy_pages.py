"""A sealed copy as it is read and printed by either agency: its words in order, whatever version of them was sealed."""

from datetime import datetime
from typing import Any

from alongside.advice.queries import CopyPage
from alongside.advice.words import Heard, NoteState
from alongside.consent.words import Category
from alongside.design.jinja import moment
from alongside.design.parts import SummaryRow
from alongside.sharing.words import ItemKind


def told(page: CopyPage) -> tuple[SummaryRow, ...]:
    """The copy in rows: who asked whom, what was asked and shared, what was asked back and answered."""
    words = page.words
    shared = "\n".join(
        f"{each['text']} ({ItemKind(each['kind']).label}; {Category(each['category']).label}; "
        f"from: {each['source'] or 'not said'})"
        for each in words["shared"]
    )
    rows = (
        ("About", words["about"]),
        ("Asked by", f"{words['asked_by']}, {_at(words['shared_at'])}"),
        ("Asked of", words["asked_of"]),
        ("The question", words["question"]),
        ("What was shared", shared),
        ("On what basis", words["basis"]),
        ("The asker’s note of what was said", words["note_of_talk"]),
        *_asked_back(words),
        ("Answered by", f"{words['answered_by']}, {_at(words['answered_at'])}"),
        ("On the note", NoteState(words["note_state"]).label),
        ("What was said, as corrected", words["correction"]),
        ("The adviser’s own view", words["view"]),
        ("What they could offer", words["offer"]),
        ("May this child be suffering significant harm?", Heard(words["heard"]).label),
    )
    return tuple(SummaryRow(question, answer) for question, answer in rows if answer)


def _asked_back(words: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    return tuple(
        (f"{each['by']} asked back", f"{each['words']}\n{each['reply'] or 'Not answered then.'}")
        for each in words.get("asked_back", ())
    )


def _at(text: str) -> str:
    return moment(datetime.fromisoformat(text))
