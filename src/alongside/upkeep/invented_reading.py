"""Reads a file of the invented town into its shapes: every fault at once, each with file, entry and what is wrong.

Everything in these files is a text to YAML, so that a bare yes is the word. What a text becomes is said by the
shape: a closed word, a number, a `Moment`. A list of things with keys is written as key: thing, and the key goes
into the first field of the shape.
"""

from collections.abc import Mapping
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from types import MappingProxyType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

import yaml
from django.db.models import TextChoices

Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong: the file, the entry with its field, and a sentence."""

    file: str
    entry: str
    wrong: str

    def sentence(self) -> str:
        """The fault on one line."""
        return f"{self.file}: {self.entry}: {self.wrong}"


class TownRefused(Exception):  # noqa: N818 - a refusal, said as one
    """A town that may not be told. `faults` holds everything found wrong, not only the first."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        self.faults = faults
        super().__init__("\n".join(fault.sentence() for fault in faults))


@cache
def _hints(shape: type) -> Mapping[str, Any]:
    return MappingProxyType(get_type_hints(shape))


@cache
def longest(shape: type) -> Mapping[str, int]:
    """How many characters the texts of a shape may have, by field."""
    hints = get_type_hints(shape, include_extras=True)
    said = {name: getattr(hint, "__metadata__", ()) for name, hint in hints.items()}
    return MappingProxyType({name: most[0].characters for name, most in said.items() if most})


@cache
def _fields(shape: type) -> tuple["Field[Any]", ...]:
    return fields(shape)


class Reading:
    """One file on its way into shapes. Gathers faults; what could not be read is None and never leaves with faults."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.faults: list[Fault] = []

    def entries(self, path: Path, *, shape: type) -> dict[str, Any]:
        """Everything in a file of key: thing, in its order."""
        try:
            node = yaml.compose(path.read_text(encoding="utf-8"), Loader=Loader)
        except (OSError, UnicodeDecodeError, yaml.YAMLError) as broken:
            self._fault("the file", f"cannot be read: {' '.join(str(broken).split())}")
            return {}
        if not isinstance(node, yaml.MappingNode):
            self._fault("the file", "write entries as key: thing")
            return {}
        return {key: self._one(shape, value, key, key=key) for key, value in self._pairs(node, "the file")}

    def _fault(self, entry: str, wrong: str) -> Any:
        """Keep a fault, and answer nothing in place of the value."""
        self.faults.append(Fault(self.file, entry, wrong))

    def _pairs(self, node: yaml.MappingNode, entry: str) -> list[tuple[str, yaml.Node]]:
        seen: dict[str, yaml.Node] = {}
        for key, value in node.value:
            if key.value in seen:
                self._fault(entry, f"the key {key.value!r} stands twice")
            seen[key.value] = value
        return list(seen.items())

    def _one(self, shape: type, node: yaml.Node, entry: str, *, key: str | None = None) -> Any:
        """A thing with fields. `key` fills the first of them."""
        if not isinstance(node, yaml.MappingNode):
            return self._fault(entry, "write it as field: value")
        found: dict[str, Any] = {} if key is None else {_fields(shape)[0].name: key}
        hints, known = _hints(shape), {f.name: f for f in _fields(shape)}
        for name, value in self._pairs(node, entry):
            if name not in known or name in found:
                self._fault(f"{entry}: {name}", f"is no field here; fields are {', '.join(known)}")
                continue
            found[name] = self._value(hints[name], value, f"{entry}: {name}")
            if name in longest(shape):
                self._keep_length(known[name], found[name], longest(shape)[name], f"{entry}: {name}")
        for name, each in known.items():
            if name not in found and each.default is MISSING:
                self._fault(f"{entry}: {name}", "is missing")
        if self.faults:
            return None
        return shape(**found)

    def _keep_length(self, about: "Field[Any]", text: str | None, most: int, entry: str) -> None:
        if text is not None and len(text) > most:
            self._fault(entry, f"has {len(text)} characters; at most {most} fit")
        if text == "" and about.default is MISSING:
            self._fault(entry, "must say something")

    def _value(self, wanted: Any, node: yaml.Node, entry: str) -> Any:
        if isinstance(wanted, UnionType):
            wanted = next(each for each in get_args(wanted) if each is not type(None))
        if get_origin(wanted) is tuple:
            return self._many(get_args(wanted)[0], node, entry)
        if get_origin(wanted) is Mapping:
            if not isinstance(node, yaml.MappingNode):
                return self._fault(entry, "write it as key: word")
            pairs = self._pairs(node, entry)
            return MappingProxyType({key: self._text(str, value, f"{entry}: {key}") for key, value in pairs})
        if is_dataclass(wanted) and not hasattr(wanted, "read"):
            return self._one(wanted, node, entry)  # type: ignore[arg-type]
        return self._text(wanted, node, entry)

    def _many(self, wanted: Any, node: yaml.Node, entry: str) -> tuple[Any, ...]:
        if isinstance(node, yaml.MappingNode) and is_dataclass(wanted):
            pairs = self._pairs(node, entry)
            return tuple(self._one(wanted, value, f"{entry}: {key}", key=key) for key, value in pairs)  # type: ignore[arg-type]
        if isinstance(node, yaml.SequenceNode):
            numbered = enumerate(node.value, 1)
            return tuple(self._value(wanted, value, f"{entry}: {number}") for number, value in numbered)
        self._fault(entry, "write a list")
        return ()

    def _text(self, wanted: Any, node: yaml.Node, entry: str) -> Any:
        """A text, or what is written as one."""
        if not isinstance(node, yaml.ScalarNode):
            return self._fault(entry, "write one text")
        text = node.value.strip()
        if wanted is str:
            return text
        try:
            return self._read(wanted, text)
        except ValueError as wrong:
            return self._fault(entry, f"{text!r}: {wrong}")

    @staticmethod
    def _read(wanted: Any, text: str) -> Any:
        if wanted is int:
            return int(text)
        if issubclass(wanted, StrEnum | TextChoices):
            words = [str(word.value) for word in wanted]
            if text not in words:
                raise ValueError(f"is none of {', '.join(words)}")
            return wanted(text)
        return wanted.read(text)
