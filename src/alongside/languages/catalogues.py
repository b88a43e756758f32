"""Reads and writes the catalogues: one .po file a language, read as it stands, never compiled.

A speaker's approval stands in the file's header with the digest of the texts that were approved. A text that was
changed, added or taken away since has another digest: the catalogue is then not approved until a speaker has read
it again. An installation may keep catalogues of its own in a folder named by ALONGSIDE_CATALOGUES.
"""

import hashlib
import json
import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from babel.messages.pofile import normalize, read_po

from alongside.languages.words import Language

SHIPPED = Path(__file__).parent / "catalogues"
_FIELD = re.compile(r'^"X-Approved-(By|On|Digest): (.*)\\n"$', re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Approval:
    """That a speaker of the language read these very texts."""

    by: str
    on: date
    digest: str


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The texts of one language by their English; an empty translation is one still missing."""

    language: Language
    texts: Mapping[str, str]
    approval: Approval | None

    @property
    def digest(self) -> str:
        """What an approval is given to: every text with its translation."""
        said = json.dumps(sorted(self.texts.items()), ensure_ascii=False)
        return hashlib.sha256(said.encode()).hexdigest()

    @property
    def missing(self) -> tuple[str, ...]:
        """The texts that have no translation yet."""
        return tuple(text for text, said in self.texts.items() if not said)

    @property
    def is_approved(self) -> bool:
        """Whether a speaker approved all of it, as it stands."""
        return not self.missing and self.approval is not None and self.approval.digest == self.digest


def folder() -> Path:
    """Where the catalogues are: an installation's own folder, or those that are shipped."""
    own = os.environ.get("ALONGSIDE_CATALOGUES", "")
    return Path(own) if own else SHIPPED


def catalogue(language: Language) -> Catalogue:
    """The catalogue of one language; English is its own."""
    if language is Language.EN:
        return Catalogue(language, MappingProxyType({}), None)
    return _read(folder() / f"{language}.po", language)


def approve(language: Language, *, by: str, on: date) -> Catalogue:
    """Write into a catalogue that a speaker approved it as it stands. Raises ValueError where texts are missing."""
    now = catalogue(language)
    if now.missing:
        raise ValueError(f"{len(now.missing)} texts have no translation yet, so nobody can approve them.")
    approved = replace(now, approval=Approval(" ".join(by.split()), on, now.digest))
    write(approved)
    return approved


def bring_up_to_date(language: Language, texts: Iterable[str]) -> Catalogue:
    """Give a catalogue exactly these texts: new ones without a translation, those no longer said taken out."""
    now = catalogue(language)
    fresh = replace(now, texts=MappingProxyType({text: now.texts.get(text, "") for text in sorted(texts)}))
    write(fresh)
    return fresh


def write(words: Catalogue) -> None:
    """Write a catalogue in the order of its English texts, so that two people's changes seldom meet."""
    head = [
        "Content-Type: text/plain; charset=UTF-8",
        "Content-Transfer-Encoding: 8bit",
        f"Language: {words.language}",
    ]
    if words.approval:
        head += [
            f"X-Approved-By: {words.approval.by}",
            f"X-Approved-On: {words.approval.on.isoformat()}",
            f"X-Approved-Digest: {words.approval.digest}",
        ]
    parts = ['msgid ""\nmsgstr ""\n' + "\n".join(f'"{line}\\n"' for line in head)]
    parts += [f"msgid {_quoted(text)}\nmsgstr {_quoted(words.texts[text])}" for text in sorted(words.texts)]
    (folder() / f"{words.language}.po").write_text("\n\n".join(parts) + "\n", encoding="utf-8")
    _read.cache_clear()


def _quoted(text: str) -> str:
    return normalize(text, width=100)


@lru_cache(maxsize=16)
def _read(path: Path, language: Language) -> Catalogue:
    if not path.exists():
        return Catalogue(language, MappingProxyType({}), None)
    with path.open("rb") as file:
        read = read_po(file, locale=language.value, abort_invalid=True)
    texts = {str(entry.id): str(entry.string or "") for entry in read if entry.id}
    return Catalogue(language, MappingProxyType(texts), _approval(path.read_text(encoding="utf-8")))


def _approval(text: str) -> Approval | None:
    said = dict(_FIELD.findall(text))
    if set(said) != {"By", "On", "Digest"}:
        return None
    return Approval(said["By"], date.fromisoformat(said["On"]), said["Digest"])
