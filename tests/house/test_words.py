"""Law 10, words come from the practitioner; law 8, closed vocabularies; law 18, docstrings say what for."""

import ast
import importlib
import re
from collections import Counter
from collections.abc import Iterator
from enum import Enum

import pytest

from tests.house.source import (
    Breach,
    Page,
    at,
    catches,
    decorators,
    dotted,
    functions,
    keep,
    named,
    pages,
    public_functions,
    rooms,
)

NOT_USED = frozenset(
    {
        "user", "client", "professional", "data", "info", "manager", "service", "helper", "util", "handle",
        "process", "misc", "perpetrator",
    }
)  # fmt: skip
INSTEAD = "Use the rulebook's word: practitioner, child, parent, agency, person alleged to have caused harm …"

# Framework words, and the rulebook's own record keys, which win over the list.
FRAMEWORK = frozenset(
    {
        "cleaned_data", "data_types", "DATA_TYPES", "value_omitted_from_data", "value_from_datadict",
        "get_user_model", "EMAIL_HOST_USER", "AUTH_USER_MODEL", "AUTH_USER", "process_view", "process_exception", "process_template_response", "user_passes_test", "AnonymousUser", "urlconf_data",
        "DATA_UPLOAD_MAX_MEMORY_SIZE", "DATA_UPLOAD_MAX_NUMBER_FIELDS", "AUTH_PASSWORD_VALIDATORS",
    }
)  # fmt: skip
RECORD_KEYS = frozenset(
    {"service_agreement", "named_professional", "professional_opinion", "info_identifiable"}
)


def words_of(name: str) -> set[str]:
    """The words in an identifier, in lower case and without a plural."""
    parts = re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+", name)
    return {part.lower() for part in parts} | {part.lower().removesuffix("s") for part in parts}


def defined(page: Page) -> Iterator[tuple[ast.AST, str]]:
    # What Django's own method calls its parameters is not ours to choose.
    lent = {id(arg) for f in functions(page) if f.name in FRAMEWORK for arg in f.args.args}
    for node in ast.walk(page.tree):
        if id(node) in lent:
            continue
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node, node.name
        elif isinstance(node, ast.arg):
            yield node, node.arg
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node, node.id
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            yield node, node.attr


def practitioners_words(page: Page) -> Iterator[Breach]:
    if bad := words_of(page.path.rsplit("/", 1)[-1].removesuffix(".py")) & NOT_USED:
        yield at(page, page.tree, f"the file is called {', '.join(bad)}", instead=INSTEAD)
    for node, name in defined(page):
        if name in FRAMEWORK or name.lower() in RECORD_KEYS:
            continue
        if bad := words_of(name) & NOT_USED:
            yield at(page, node, f"{name} says {', '.join(sorted(bad))}", instead=INSTEAD)


def test_names_are_the_practitioners_words():
    keep("Law 10: one word, one meaning, never a synonym.", practitioners_words)


@pytest.mark.parametrize(
    "bad",
    [
        "class ClientNote: ...",
        "user_id = 1",
        "def process_share(): ...",
        "def f(patient_info): ...",
        "class CaseManager: ...",
        "self.helpers = 1",
    ],
)
def test_a_word_not_used_is_caught(bad):
    assert catches(practitioners_words, "cases/rules.py", bad)


def test_a_word_that_only_contains_one_is_welcome():
    assert not catches(
        practitioners_words, "cases/rules.py", "date_of_database = 1\nclass Informed: ...\ncleaned_data = 2"
    )


def vocabularies(kind: str | None = None) -> Iterator[tuple[str, type[Enum]]]:
    for page in named("words"):
        module = importlib.import_module(
            "alongside." + page.path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
        )
        for each in vars(module).values():
            is_own = isinstance(each, type) and issubclass(each, Enum) and each.__module__ == module.__name__
            if is_own and kind in {None, each.__name__}:
                yield page.room, each


@pytest.mark.parametrize("kind", ["Right", "Leaf", "Owed"])
def test_a_word_of_the_house_is_said_by_one_room(kind):
    said = Counter(str(word.value) for _, each in vocabularies(kind) for word in each)
    twice = [word for word, times in said.items() if times > 1]
    assert not twice, f"{kind}: {', '.join(twice)} is said by two rooms; the log could not tell them apart."


@pytest.mark.parametrize("kind", ["Right", "Leaf"])
def test_rights_and_leaves_are_noun_and_verb(kind):
    odd = [
        f"{room}.words.{kind}.{word.name} = {word.value!r}"
        for room, each in vocabularies(kind)
        for word in each
        if not re.fullmatch(r"[a-z_]+:[a-z_]+", str(word.value))
        or word.name != str(word.value).replace(":", "_").upper()
    ]
    assert not odd, "NOUN_VERB = 'noun:verb' (architecture, names):\n" + "\n".join(odd)


def test_every_vocabulary_is_used():
    elsewhere = {page.path: page.text for page in pages() if page.kind != "words"}
    in_words = [page.text for page in named("words")]
    idle = [
        f"{room}.words.{each.__name__}"
        for room, each in vocabularies()
        if not any(re.search(rf"\b{each.__name__}\b", text) for text in elsewhere.values())
        and sum(len(re.findall(rf"\b{each.__name__}\b", text)) for text in in_words) < 2
    ]
    assert not idle, f"Nobody says {', '.join(idle)}: use it or take it out."


@pytest.mark.parametrize("kind", ["Right", "Leaf", "Owed"])
def test_every_right_leaf_and_duty_is_used(kind):
    text = "\n".join(page.text for page in pages())
    idle = [
        f"{room}.words.{kind}.{word.name}"
        for room, each in vocabularies(kind)
        for word in each
        if not re.search(rf"\b{kind}\.{word.name}\b", text)
    ]
    assert not idle, f"Nobody says {', '.join(idle)}: use it or take it out."


def said_as_a_word(page: Page) -> Iterator[Breach]:
    for node in ast.walk(page.tree):
        if not isinstance(node, ast.Call):
            continue
        name = dotted(node.func).split(".")[-1]
        if name in {"writes", "reads", "keeps"} and node.args and isinstance(node.args[0], ast.Constant):
            yield at(
                page,
                node,
                f"@{name} names its right with a text",
                instead="Right.NOUN_VERB of the room's words.py",
            )
        if name == "note" and node.args and isinstance(node.args[0], ast.Constant | ast.JoinedStr):
            yield at(page, node, "notes a text", instead="Leaf.NOUN_PARTICIPLE of the room's words.py")


def test_rights_and_leaves_are_words_of_their_room():
    keep("Settled 16: the vocabulary of each room lives in its words.py.", said_as_a_word)


@pytest.mark.parametrize(
    "bad", ["@reads('case:open')\ndef f(look): ...", "act.note('case:opened', about=None)"]
)
def test_a_right_said_as_a_text_is_caught(bad):
    assert catches(said_as_a_word, "cases/queries.py", bad)


def says_what_for(page: Page) -> Iterator[Breach]:
    for node in page.tree.body:
        if (
            isinstance(node, ast.FunctionDef | ast.ClassDef)
            and not node.name.startswith("_")
            and not ast.get_docstring(node)
        ):
            yield at(
                page,
                node,
                f"{node.name} does not say what it is for",
                instead="One sentence in the domain's words",
            )
    if not ast.get_docstring(page.tree) and page.text.strip():
        yield at(page, page.tree, "the file does not say what it is for", instead="One sentence at its top")


def test_public_doors_say_what_they_are_for():
    doors = (page for door in ("commands", "queries", "rules", "models") for page in named(door))
    keep("Law 18: docstrings say what for.", says_what_for, over=doors)


def test_a_door_that_says_nothing_is_caught():
    assert catches(says_what_for, "cases/commands.py", '"""Writes."""\ndef close(act): ...')


def says_when_it_answers_none(page: Page) -> Iterator[Breach]:
    for function in public_functions(page):
        answer = ast.unparse(function.returns) if function.returns else ""
        if not re.search(r"\|\s*None$", answer.strip("'\"")):
            continue
        if "none" not in (ast.get_docstring(function) or "").lower():
            yield at(
                page,
                function,
                f"{function.name} may answer None and does not say when",
                instead="… ; None where …",
            )


def test_a_query_says_when_it_answers_none():
    keep("Law 18: and says when it answers None.", says_when_it_answers_none, over=named("queries"))


def test_a_silent_none_is_caught():
    assert catches(
        says_when_it_answers_none,
        "cases/queries.py",
        'def find_case(look) -> Card | None:\n    """A case."""',
    )


def test_every_room_has_a_name_of_its_own():
    assert all(re.fullmatch(r"[a-z]+", room) for room in rooms())


def test_no_function_is_defined_twice_in_a_page():
    def twice(page: Page) -> Iterator[Breach]:
        seen = Counter(f.name for f in page.tree.body if isinstance(f, ast.FunctionDef))
        for function in functions(page):
            if (
                seen[function.name] > 1
                and function in page.tree.body
                and "overload" not in decorators(function)
            ):  # type: ignore[arg-type]
                yield at(
                    page,
                    function,
                    f"{function.name} is defined twice",
                    instead="The first is never called: take it out",
                )

    assert catches(twice, "cases/rules.py", "def a(): ...\ndef a(): ...")
    keep("One name, one thing.", twice)
