"""Law 13, knock at the door: imports go down, through commands, queries and words. And what a page may not hold."""

from collections.abc import Iterator

import pytest

from tests.house.floors import FLOORS, height, may_open
from tests.house.source import HOUSE, Breach, Page, at, catches, imports, keep, named, page_of, pages, rooms

LAW = "Law 13: of a lower room only its door is used, and nothing of a higher one or of a neighbour."
INSTEAD = (
    "Go through commands, queries or words of a lower room; upwards pass a Ref, owe a duty or give a grant"
)


def through_doors(page: Page) -> Iterator[Breach]:
    for node, name in imports(page):
        if name.startswith("."):
            yield at(page, node, f"imports {name} by dots", instead="Write the whole name")
        parts = name.split(".")
        if parts[0] != "alongside" or len(parts) < 2:
            continue
        if len(parts) < 3:
            yield at(page, node, f"imports the whole room {parts[1]}", instead=INSTEAD)
        elif parts[1] not in rooms():
            yield at(page, node, f"imports {name}, which is no room", instead=INSTEAD)
        elif reason := may_open(page.room, other=parts[1], page=parts[2]):
            yield at(page, node, f"imports {name}, but {reason}", instead=INSTEAD)


def test_imports_go_down_and_through_doors():
    keep(LAW, through_doors)


@pytest.mark.parametrize(
    ("path", "bad"),
    [
        ("families/queries.py", "from alongside.cases import queries"),
        ("consultations/commands.py", "from alongside.families.models import Child"),
        ("duties/commands.py", "from alongside.reliance import commands"),
        ("cases/views.py", "import alongside.directory.models"),
        ("cases/views.py", "from .models import Case"),
        ("cases/commands.py", "def f():\n    from alongside.web import place"),
        ("web/views.py", "from alongside.access.sqlite import wall"),
    ],
)
def test_a_wrong_import_is_caught(path, bad):
    assert catches(through_doors, path, bad)


def test_every_room_stands_on_a_floor():
    lost = [room for room in rooms() if not any(room in floor for floor in FLOORS)]
    assert not lost, (
        f"Place {', '.join(lost)} in tests/house/floors.py, so that imports are kept for them too."
    )


def test_a_room_stands_on_one_floor_only():
    placed = [room for floor in FLOORS for room in floor]
    assert len(placed) == len(set(placed))


def test_a_room_that_was_not_placed_is_refused():
    with pytest.raises(KeyError):
        height("common")


def test_no_room_is_a_cupboard():
    cupboards = {"core", "common", "utils", "helpers", "base", "misc", "shared", "lib"}
    found = cupboards & {part for page in pages() for part in page.path.removesuffix(".py").split("/")[:2]}
    assert not found, f"{found}: say what it is for, and put each thing where it belongs."


# What a page of each name may not hold besides.
MAY_NOT = {
    "words": ("alongside.", "Vocabularies know no other room: import nothing of the house"),
    "rules": (
        "django",
        "Rules take values and return values: do it in commands or queries and pass the values",
    ),
    "models": ("alongside.*.commands", "A table knows no deeds: write in commands.py"),
    "forms": ("alongside.*.models", "A form is what a person may type: give it its choices"),
    "views": ("alongside.*.models", "HTTP in, HTTP out: ask a query, call a command"),
    "urls": ("alongside.*.models", "An address names a view"),
}
ALSO_NOT = {
    "commands": (
        ("django.http", "django.shortcuts", "django.template"),
        "A command knows no request and no HTML",
    ),
    "queries": (
        ("django.http", "django.shortcuts", "django.template"),
        "A query knows no request and no HTML",
    ),
    "forms": (("django.db", "django.forms.ModelForm"), "Use forms.Form; a form may not touch a row"),
    "views": (
        ("django.db", "alongside.access.policy"),
        "Ask a query or call a command; rights are asked there",
    ),
}


def _matches(name: str, pattern: str) -> bool:
    if "*" not in pattern:
        return name == pattern or name.startswith(pattern if pattern.endswith(".") else pattern + ".")
    first, last = pattern.split(".*.")
    parts = name.split(".")
    return parts[0] == first and len(parts) > 2 and parts[2] == last


def furniture(page: Page) -> Iterator[Breach]:
    refused = []
    if page.kind in MAY_NOT:
        pattern, instead = MAY_NOT[page.kind]
        refused.append((pattern, instead))
    if page.kind in ALSO_NOT:
        patterns, instead = ALSO_NOT[page.kind]
        refused += [(pattern, instead) for pattern in patterns]
    for node, name in imports(page):
        if page.kind == "words" and name.startswith(f"alongside.{page.room}."):
            continue
        for pattern, instead in refused:
            if _matches(name, pattern):
                yield at(page, node, f"{page.kind} import {name}", instead=instead)


def test_a_page_holds_only_what_its_name_says():
    keep("The furniture of a room: each page holds one kind of thing.", furniture)


@pytest.mark.parametrize(
    ("path", "bad"),
    [
        ("cases/words.py", "from alongside.access.words import Ref"),
        ("cases/rules.py", "from django.db.models import Q"),
        ("cases/rules.py", "import django"),
        ("cases/forms.py", "from alongside.cases.models import Case"),
        ("cases/forms.py", "from django.forms import ModelForm"),
        ("cases/views.py", "from alongside.cases import models"),
        ("cases/commands.py", "from django.http import HttpRequest"),
        ("cases/inbox_views.py", "from alongside.cases.models import Case"),
        ("cases/commands/open.py", "from django.shortcuts import redirect"),
    ],
)
def test_a_misplaced_import_is_caught(path, bad):
    assert catches(furniture, path, bad)


PURE = ("guidance",)


def pure(page: Page) -> Iterator[Breach]:
    for node, name in imports(page):
        if name.split(".")[0] == "django":
            yield at(page, node, f"imports {name}", instead="This room walks a chart and knows no Django")


def test_the_guidance_room_knows_no_django():
    keep("Law 6: guidance is pure.", pure, over=(p for p in pages() if p.room in PURE))


def test_django_in_a_pure_room_is_caught():
    assert catches(pure, "guidance/engine.py", "from django.conf import settings")


def test_rules_import_rules_words_and_nothing_that_reads():
    """A rule that imports a query would read a row while deciding."""

    def reads_nothing(page: Page) -> Iterator[Breach]:
        for node, name in imports(page):
            parts = name.split(".")
            if (
                parts[0] == "alongside"
                and len(parts) > 2
                and parts[2] in {"queries", "commands", "models", "gate"}
            ):
                yield at(page, node, f"rules.py imports {name}", instead="Pass the value in")

    assert catches(reads_nothing, "sharing/rules.py", "from alongside.consent import queries")
    keep("Law 6: decide in rules.py, act in commands.py.", reads_nothing, over=named("rules"))


def test_the_first_page_of_a_room_is_one_sentence():
    def one_sentence(page: Page) -> Iterator[Breach]:
        if page.path.count("/") == 1 and page.door == "__init__":
            only = page.tree.body
            sentence = (len(only) == 1 and page.text.strip().startswith('"""')) and page.text.strip().strip(
                '"'
            )
            if not sentence or not sentence.endswith(".") or "\n" in sentence:
                yield at(
                    page,
                    page.tree,
                    "is not one sentence",
                    instead="Say what the room is for, and nothing else",
                )

    assert catches(one_sentence, "cases/__init__.py", "from alongside.cases import commands")
    assert not catches(one_sentence, "cases/__init__.py", '"""Work about one child."""\n')
    keep("A room's first page says what the room is for.", one_sentence)
    assert all((HOUSE / room / "__init__.py").exists() for room in rooms())


def test_page_of_reads_a_folder_as_the_file_it_stands_for():
    assert page_of("cases/commands/open.py", "").door == "commands"
