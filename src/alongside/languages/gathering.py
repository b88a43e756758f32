"""Finds every text that reaches a family in our own source: what `say` and `wording` are called with.

A text is a literal, in Python or in a page. Anything else as the first word of `say` is refused, unless it is a plain
name or attribute whose text was marked by `wording` where it was written.
"""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from jinja2 import Environment, nodes

HOUSE = Path(__file__).resolve().parents[1]
SAYING = frozenset({"say", "wording"})


class NotALiteral(ValueError):  # noqa: N818 - a refusal, said as one
    """A text that is put together where it is said: no catalogue can hold it."""


@cache
def texts() -> frozenset[str]:
    """Every English text of the house that reaches a family. Raises NotALiteral."""
    found: set[str] = set()
    for path in sorted(HOUSE.glob("*/**/*.py")):
        if "migrations" not in path.parts:
            found.update(
                texts_in_python(path.read_text(encoding="utf-8"), where=str(path.relative_to(HOUSE)))
            )
    for path in sorted(HOUSE.glob("*/templates/**/*.html")):
        found.update(texts_in_page(path.read_text(encoding="utf-8"), where=str(path.relative_to(HOUSE))))
    return frozenset(found)


def texts_in_python(source: str, *, where: str) -> Iterator[str]:
    """The texts said in one file of Python."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if name not in SAYING:
            continue
        first = node.args[0]
        if isinstance(first, ast.Constant) and isinstance(first.value, str):
            yield first.value
        elif name == "wording" or not isinstance(first, ast.Name | ast.Attribute | ast.Subscript | ast.Call):
            raise NotALiteral(f"{where}:{node.lineno} puts a text together. Write it whole, with {{places}}.")


def texts_in_page(source: str, *, where: str) -> Iterator[str]:
    """The texts said in one page template, where `say` already knows the language."""
    if "say(" not in source:
        return
    for call in Environment(autoescape=True).parse(source).find_all(nodes.Call):
        if not isinstance(call.node, nodes.Name) or call.node.name != "say" or not call.args:
            continue
        first = call.args[0]
        if isinstance(first, nodes.Const) and isinstance(first.value, str):
            yield first.value
        elif not isinstance(first, nodes.Name | nodes.Getattr | nodes.Getitem):
            raise NotALiteral(f"{where}:{call.lineno} puts a text together. Write it whole, with {{places}}.")
