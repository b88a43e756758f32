"""Reads YAML strictly: no key twice, no bare yes or no as a key, and where each fault stands in the file."""

from typing import Any

import yaml

from alongside.guidance.faults import Findings

_BOOLEAN = "tag:yaml.org,2002:bool"
_TIMESTAMP = "tag:yaml.org,2002:timestamp"
Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # libyaml is ten times quicker where it is there


class PlainWordsLoader(yaml.SafeLoader):
    """For files people write (answers, cases): a bare yes or no is the word, and a moment stays a text."""


PlainWordsLoader.yaml_implicit_resolvers = {
    first: [
        (tag, pattern)
        for tag, pattern in resolvers
        if tag != _TIMESTAMP and not (tag == _BOOLEAN and first in "yYnNoO")
    ]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def read_strictly(text: str, *, findings: Findings) -> Any:
    """The parsed document, or None where it cannot be parsed; every fault of form goes to `findings`."""
    return _read(text, loader=Loader, findings=findings, bare_words="refused")


def read_plain_words(text: str, *, findings: Findings) -> Any:
    """The parsed document with yes, no and moments as texts; None where it cannot be parsed."""
    return _read(text, loader=PlainWordsLoader, findings=findings, bare_words="kept")


def _read(text: str, *, loader: Any, findings: Findings, bare_words: str) -> Any:
    reader = loader(text)
    try:
        root = reader.get_single_node()
        if root is None:
            findings.add("the file is empty.")
            return None
        _inspect(root, findings=findings, bare_words=bare_words, inside=())
        return reader.construct_document(root)
    except yaml.YAMLError as broken:
        findings.add(f"is not YAML: {' '.join(str(broken).split())}")
        return None
    finally:
        reader.dispose()


def _inspect(node: yaml.Node, *, findings: Findings, bare_words: str, inside: tuple[str, ...]) -> None:
    """Look for keys that stand twice and for bare booleans as keys; both would be lost silently otherwise."""
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            _inspect(item, findings=findings, bare_words=bare_words, inside=inside)
    if not isinstance(node, yaml.MappingNode):
        return
    seen: set[str] = set()
    for key, value in node.value:
        word = str(key.value)
        where = inside[1] if len(inside) > 1 and inside[0] == "nodes" else None
        line = key.start_mark.line + 1
        if word in seen:
            findings.add(f"line {line}: the key {word!r} stands twice.", node=where)
        if key.tag == _BOOLEAN and bare_words == "refused":
            findings.add(
                f'line {line}: write "{word}" in quotes; bare, YAML reads it as true or false.', node=where
            )
        seen.add(word)
        _inspect(value, findings=findings, bare_words=bare_words, inside=(*inside, word))
