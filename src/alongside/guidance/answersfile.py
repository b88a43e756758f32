"""Reads an answers file: node to answer, or to successive answers, with optional `facts` and `records`."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from alongside.guidance.engine import Said
from alongside.guidance.faults import Findings
from alongside.guidance.reading import read_plain_words


class AnswersRefused(Exception):  # noqa: N818 - a refusal, said as one
    """An answers file that cannot be read; its text says everything that is wrong with it."""


@dataclass(frozen=True, slots=True)
class AnswersFile:
    """What somebody said, knows and wrote down."""

    answers: Mapping[str, Said]
    facts: Mapping[str, Any]
    records: Mapping[str, Any]


def read_answers(path: Path) -> AnswersFile:
    """The answers, facts and records of a file. Raises AnswersRefused with a sentence for each fault."""
    findings = Findings(path.name)
    raw: Any = None
    try:
        raw = read_plain_words(path.read_text(encoding="utf-8"), findings=findings)
    except (OSError, UnicodeDecodeError) as unreadable:
        findings.add(f"cannot be read: {unreadable}")
    if raw is not None and not isinstance(raw, Mapping):
        findings.add("an answers file is a mapping of nodes to answers.")
    parts = raw if isinstance(raw, Mapping) else {}
    facts, records = (_mapping(parts, part, findings=findings) for part in ("facts", "records"))
    answers = {str(node): said for node, said in parts.items() if node not in {"facts", "records"}}
    for node, said in answers.items():
        successive = said if isinstance(said, list) else [said]
        if not all(word is None or isinstance(word, str) for word in successive):
            findings.add(f"the answer must be a word or a list of words, not {said!r}.", node=node)
    if findings.faults:
        raise AnswersRefused("\n".join(fault.sentence() for fault in findings.faults))
    return AnswersFile(answers, facts, records)


def _mapping(parts: Mapping[str, Any], part: str, *, findings: Findings) -> Mapping[str, Any]:
    value = parts.get(part)
    if value is None:
        return {}
    if not isinstance(value, Mapping):
        findings.add(f"{part!r} must be a mapping.")
        return {}
    return {str(key): found for key, found in value.items()}
