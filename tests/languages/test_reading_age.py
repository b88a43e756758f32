"""What a family reads can be read at eleven: the figure, and each longer text on its own.

The measure is the Automated Readability Index, from textstat: letters to a word and words to a sentence. It needs no
dictionary of syllables, which textstat would have to download for the Flesch measures, so it gives the same figure on
every machine. It answers a school grade of the United States; a child in grade g is g + 5 to g + 6 years old, and the
older of the two is counted here. Run it for the figure: script/test tests/languages/test_reading_age.py
"""

import re
from pathlib import Path

import pytest
import textstat

from alongside.languages import gathering

OLDEST = 11.0
LONG = 20  # words: below that a single long word decides, and says little about reading
FOR_FAMILIES = Path(__file__).resolve().parents[2] / "docs" / "for-families"


def reading_age(text: str) -> float:
    """The age in years at which a text can be read by most."""
    return float(textstat.automated_readability_index(text)) + 6


def family_texts() -> dict[str, str]:
    """Everything in English that reaches a family, by where it stands."""
    said = {text: _filled(text) for text in sorted(gathering.texts())}
    pages = {path.name: _plain(path.read_text()) for path in sorted(FOR_FAMILIES.glob("*.md"))}
    return said | pages


def _filled(text: str) -> str:
    """A place is filled with a short name, as it mostly is; a line without an end ends."""
    filled = re.sub(r"\{[a-z_]+\}", "Sam", text).replace("\n", " ")
    return filled if filled[-1:] in ".?!:" else filled + "."


def _plain(page: str) -> str:
    """A page without its marks: headings and points end as sentences do."""
    lines = [re.sub(r"\]\([^)]*\)|[#*_>`\[]|^- ", "", line).strip() for line in page.splitlines()]
    return " ".join(line if line[-1:] in ".?!:," else line + "." for line in lines if line)


def test_family_texts_can_be_read_at_eleven(capsys):
    texts = family_texts()
    if not texts:
        pytest.skip("Nothing reaches a family yet.")
    age = reading_age(" ".join(texts.values()))
    with capsys.disabled():
        print(f"\nreading age of {len(texts)} family texts: {age:.1f} years (at most {OLDEST:g})")  # noqa: T201
    assert age <= OLDEST


def test_each_longer_text_can_be_read_at_eleven():
    ages = {name: reading_age(text) for name, text in family_texts().items() if len(text.split()) >= LONG}
    hard = {name: round(age, 1) for name, age in ages.items() if age > OLDEST}
    assert not hard, "Shorter sentences, shorter words."


def test_a_hard_text_is_found():
    hard = (
        "Practitioners will subsequently consider whether proportionate information sharing arrangements "
        "necessitate supplementary authorisation notwithstanding previously recorded parental preferences."
    )
    assert reading_age(hard) > OLDEST
