"""Numbers that keep rooms human. The ten largest are printed; only what is clearly too big fails."""

import ast
from collections.abc import Iterator

import pytest

from tests.house.source import Breach, Page, at, catches, functions, keep, pages

FUNCTION_WANTED, FUNCTION_MOST = 40, 60
FILE_WANTED, FILE_MOST = 300, 450
NESTING_WANTED, NESTING_MOST = 3, 5
INSTEAD = "Split by what the parts are for; a split named helpers, utils or base is none"


def lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


_DEEPER = (ast.If, ast.For, ast.While, ast.With, ast.Try, ast.Match, ast.AsyncFor, ast.AsyncWith)


def nesting(node: ast.AST, *, depth: int = 0) -> int:
    """How deep blocks stand in one another; `elif` is not deeper than its `if`."""
    deepest = depth
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.Lambda):
            continue
        is_elif = isinstance(node, ast.If) and isinstance(child, ast.If) and node.orelse == [child]
        deeper = depth + 1 if isinstance(child, _DEEPER) and not is_elif else depth
        deepest = max(deepest, nesting(child, depth=deeper))
    return deepest


def human(page: Page) -> Iterator[Breach]:
    if (size := len(page.text.splitlines())) > FILE_MOST:
        yield at(page, page.tree, f"the file has {size} lines", instead=INSTEAD)
    for function in functions(page):
        if lines(function) > FUNCTION_MOST:
            yield at(page, function, f"{function.name} has {lines(function)} lines", instead=INSTEAD)
        if nesting(function) > NESTING_MOST:
            yield at(
                page,
                function,
                f"{function.name} is nested {nesting(function)} deep",
                instead="Return early; push ifs up",
            )


def test_rooms_stay_human():
    keep(f"Function ≤ {FUNCTION_MOST} lines, file ≤ {FILE_MOST}, nesting ≤ {NESTING_MOST}.", human)


@pytest.mark.parametrize(
    "bad",
    [
        "def f():\n" + "    a = 1\n" * 60,
        "a = 1\n" * 451,
        "def f():\n" + "".join(" " * 4 * n + "if a:\n" for n in range(1, 7)) + " " * 28 + "b = 1",
    ],
)
def test_what_is_too_big_is_caught(bad):
    assert catches(human, "cases/rules.py", bad)


def test_the_ten_largest_are_printed(capsys):
    sized = [(lines(f), f"{page.path} {f.name}") for page in pages() for f in functions(page)]
    files = [(len(page.text.splitlines()), page.path) for page in pages()]
    deep = [(nesting(f), f"{page.path} {f.name}") for page in pages() for f in functions(page)]
    with capsys.disabled():
        for title, measured, wanted in (
            ("functions", sized, FUNCTION_WANTED),
            ("files", files, FILE_WANTED),
            ("nesting", deep, NESTING_WANTED),
        ):
            over = sum(1 for size, _ in measured if size > wanted)
            largest = ", ".join(f"{name} {size}" for size, name in sorted(measured, reverse=True)[:10])
            print(f"\n{title} ({over} over {wanted}): {largest}")  # noqa: T201 - this test prints
    assert sized
    assert files
