"""Law 14, nothing happens behind your back; law 15, tell the world after the commit; law 8, words not flags."""

import ast
import re
from collections.abc import Iterator

import pytest

from tests.house.source import Breach, Page, at, catches, decorators, dotted, functions, imports, keep, named

SIGNALS = re.compile(r"^django\.(dispatch|db\.models\.signals|core\.signals|db\.backends\.signals)\b")


def in_the_open(page: Page) -> Iterator[Breach]:
    for node, name in imports(page):
        if SIGNALS.match(name):
            yield at(page, node, f"imports {name}", instead="Call the command where it is owed")
    for node in ast.walk(page.tree):
        if isinstance(node, ast.ClassDef) and any(
            dotted(b).endswith(("Manager", "QuerySet")) for b in node.bases
        ):
            yield at(
                page,
                node,
                f"{node.name} filters out of sight",
                instead="Filter in the query, where one reads it",
            )
    for function in functions(page):
        for node in ast.walk(function):
            if isinstance(node, ast.Import | ast.ImportFrom):
                yield at(
                    page,
                    node,
                    f"{function.name} imports something",
                    instead="Import at the top, through a door",
                )


def test_nothing_happens_behind_your_back():
    keep("Law 14: go to definition must lead to what runs.", in_the_open)


@pytest.mark.parametrize(
    "bad",
    [
        "from django.dispatch import receiver",
        "from django.db.models.signals import post_save",
        "class Open(models.Manager): ...",
        "def f():\n    import json",
        "def f():\n    from alongside.cases import queries",
    ],
)
def test_what_happens_out_of_sight_is_caught(bad):
    assert catches(in_the_open, "cases/models.py", bad)


TABLE_METHODS = frozenset(
    {"save", "delete", "clean", "full_clean", "asave", "from_db", "refresh_from_db", "__init__"}
)


def no_deeds_in_tables(page: Page) -> Iterator[Breach]:
    for node in ast.walk(page.tree):
        if not isinstance(node, ast.ClassDef):
            continue
        for method in node.body:
            if isinstance(method, ast.FunctionDef) and method.name in TABLE_METHODS:
                yield at(
                    page,
                    method,
                    f"{node.name}.{method.name} is overridden",
                    instead="Write in a command, decide in rules",
                )


def test_tables_do_nothing_of_their_own():
    keep("Law 14: no save() overrides.", no_deeds_in_tables, over=named("models"))


def test_a_table_that_does_something_is_caught():
    assert catches(no_deeds_in_tables, "cases/models.py", "class Case(Row):\n    def save(self): ...")


# Django's own hooks that code may be hung on without being called by name, and why each is there.
HOOKS = {"access/sqlite/base.py": "execute_wrappers: the guard on the writer is the wall itself"}


def no_hooks(page: Page) -> Iterator[Breach]:
    if page.path in HOOKS:
        return
    for node in ast.walk(page.tree):
        if isinstance(node, ast.Call) and dotted(node.func).split(".")[-1] in {
            "on_commit",
            "execute_wrapper",
        }:
            yield at(
                page,
                node,
                f"hangs code on {dotted(node.func)}",
                instead="act.after_commit(…) says it in the deed",
            )


def test_what_follows_a_deed_is_said_in_the_deed():
    keep("Law 15: only after the commit, and said in the deed.", no_hooks)


def test_a_hook_is_caught():
    assert catches(no_hooks, "cases/commands.py", "transaction.on_commit(tell)")


POST = re.compile(r"^(django\.core\.mail|smtplib|imaplib|http\.client|requests|httpx|urllib3)\b")
POSTMEN = {"notify/channels.py": "the one place that sends mail"}


def no_own_post(page: Page) -> Iterator[Breach]:
    if page.path in POSTMEN:
        return
    for node, name in imports(page):
        if POST.match(name):
            yield at(
                page, node, f"imports {name}", instead="notify.commands.tell(…): by reference, never a name"
            )


def test_the_world_is_told_through_the_outbox():
    keep("Law 15: mail leaves through the outbox, after the commit.", no_own_post)


@pytest.mark.parametrize(
    "bad", ["from django.core.mail import send_mail", "import smtplib", "import requests"]
)
def test_a_letter_of_ones_own_is_caught(bad):
    assert catches(no_own_post, "duties/commands.py", bad)


# Each page with a BooleanField, and the reason why no third answer can exist. None so far.
TRULY_TWO: dict[str, str] = {}


def words_not_flags(page: Page) -> Iterator[Breach]:
    if page.path in TRULY_TWO:
        return
    for node in ast.walk(page.tree):
        if isinstance(node, ast.Call) and dotted(node.func).endswith(("BooleanField", "NullBooleanField")):
            yield at(
                page,
                node,
                "keeps a yes or no",
                instead="Use a closed vocabulary: refused, withdrawn, not asked",
            )


def test_tables_say_it_with_a_word():
    keep("Law 8: no boolean where a third answer exists.", words_not_flags, over=named("models"))


def test_a_flag_is_caught():
    assert catches(words_not_flags, "consent/models.py", "given = models.BooleanField(default=False)")


def no_flag_to_a_command(page: Page) -> Iterator[Breach]:
    for function in functions(page):
        if not decorators(function) & {"writes", "keeps", "reads"}:  # type: ignore[arg-type]
            continue
        for arg in function.args.kwonlyargs:
            if arg.annotation is not None and re.search(r"\bbool\b", ast.unparse(arg.annotation)):
                yield at(
                    page,
                    arg,
                    f"{function.name} takes {arg.arg} as a flag",
                    instead="Give it a word of words.py",
                )


def test_commands_and_queries_take_words():
    doors = (page for door in ("commands", "queries") for page in named(door))
    keep("Law 8: no boolean parameters.", no_flag_to_a_command, over=doors)


def test_a_flag_given_to_a_command_is_caught():
    assert catches(
        no_flag_to_a_command, "cases/commands.py", "@writes(R.X)\ndef close(act: Act, *, sealed: bool): ..."
    )


def assumes_nothing(page: Page) -> Iterator[Breach]:
    """Law 9: a question about a person has no answer chosen for them."""
    for node in ast.walk(page.tree):
        if isinstance(node, ast.Call) and dotted(node.func).split(".")[-1].endswith(("Field", "Choice")):
            for word in node.keywords:
                if word.arg == "initial":
                    yield at(
                        page,
                        node,
                        "answers its own question",
                        instead="Leave it unanswered: unknown is unknown",
                    )


def test_no_form_answers_its_own_question():
    keep("Law 9: nothing is inferred about people.", assumes_nothing, over=named("forms"))


def test_a_chosen_answer_is_caught():
    assert catches(assumes_nothing, "consent/forms.py", "said = forms.ChoiceField(initial='yes')")
