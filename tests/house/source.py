"""Our own source as the keepers of the laws read it: every file once, as a tree."""

import ast
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HOUSE = ROOT / "src" / "alongside"
FURNITURE = frozenset({"words", "rules", "models", "commands", "queries", "forms", "views", "urls"})


@dataclass(frozen=True)
class Page:
    """One file of the house. `path` is `room/file.py`; a folder that stands for a file counts as that file."""

    path: str
    text: str
    tree: ast.Module

    @property
    def room(self) -> str:
        return self.path.split("/")[0]

    @property
    def door(self) -> str:
        """The name under which the room knows this file: `commands` for commands.py and for commands/….py."""
        return self.path.split("/")[1].removesuffix(".py")

    @property
    def kind(self) -> str:
        """Which furniture it is: `views` for views.py, for views/….py and for inbox_views.py."""
        last = self.door.rsplit("_", 1)[-1]
        return last if last in FURNITURE else self.door

    def named(self) -> str:
        return f"src/alongside/{self.path}"


def page_of(path: str, text: str) -> Page:
    """A page from words: how each keeper is shown something bad."""
    return Page(path, text, ast.parse(text))


@cache
def pages() -> tuple[Page, ...]:
    """Every Python file in a room, migrations apart: Django writes those."""
    found = []
    for file in sorted(HOUSE.glob("*/**/*.py")):
        path = file.relative_to(HOUSE).as_posix()
        if "/migrations/" not in path:
            found.append(page_of(path, file.read_text()))
    return tuple(found)


@cache
def rooms() -> tuple[str, ...]:
    """Every folder of the house: a room that is not placed on a floor fails."""
    return tuple(sorted(p.name for p in HOUSE.iterdir() if p.is_dir() and p.name != "__pycache__"))


def named(kind: str) -> tuple[Page, ...]:
    """Every room's page of this kind."""
    return tuple(page for page in pages() if page.kind == kind)


@dataclass(frozen=True)
class Breach:
    """Where a law is broken, and what to do instead."""

    where: str
    what: str
    instead: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}. {self.instead}"


Keeper = Callable[[Page], Iterable[Breach]]


def at(page: Page, node: ast.AST, what: str, *, instead: str) -> Breach:
    """A breach at a line."""
    return Breach(f"{page.named()}:{getattr(node, 'lineno', 1)}", what, instead)


def refuse(law: str, found: Iterable[Breach]) -> None:
    """Fail with the law and every place that breaks it."""
    broken = [str(breach) for breach in found]
    assert not broken, f"{law}\n  " + "\n  ".join(broken)


def keep(law: str, keeper: Keeper, *, over: Iterable[Page] | None = None) -> None:
    """Hold every page to one law."""
    refuse(law, (breach for page in (pages() if over is None else over) for breach in keeper(page)))


def catches(keeper: Keeper, path: str, text: str) -> bool:
    """Whether a keeper refuses this text at this place."""
    return any(True for _ in keeper(page_of(path, text)))


def public_functions(page: Page) -> Iterator[ast.FunctionDef]:
    """The functions of a page that others may call."""
    for node in page.tree.body:
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
            yield node


def functions(page: Page) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function and method of a page."""
    for node in ast.walk(page.tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def dotted(node: ast.AST) -> str:
    """`a.b.c` of an expression, or its last names where it starts with something else."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value)}.{node.attr}"
    if isinstance(node, ast.Call):
        return dotted(node.func)
    return ""


def decorators(function: ast.FunctionDef) -> set[str]:
    """The names of a function's decorators, without their arguments."""
    return {dotted(each).split(".")[-1] for each in function.decorator_list}


def imports(page: Page) -> Iterator[tuple[ast.Import | ast.ImportFrom, str]]:
    """Every import of a page with each full name it brings: `alongside.cases.models.Case`."""
    for node in ast.walk(page.tree):
        if isinstance(node, ast.Import):
            yield from ((node, name.name) for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = "." * node.level + (node.module or "")
            yield from ((node, f"{base}.{name.name}") for name in node.names)
