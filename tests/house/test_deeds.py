"""Law 1, one deed, one command; law 4, the gate; law 7, one instant; and where SQL may be written by hand."""

import ast
import re
from collections.abc import Iterator

import pytest

from tests.house.source import (
    Breach,
    Page,
    at,
    catches,
    decorators,
    dotted,
    functions,
    imports,
    keep,
    named,
    pages,
    public_functions,
)

WRITES = frozenset(
    {
        "save", "create", "update", "delete", "bulk_create", "bulk_update", "get_or_create", "update_or_create",
        "abulk_create", "acreate", "asave", "adelete", "aupdate", "create_user", "create_superuser", "set_password",
    }
)  # fmt: skip
# A name that a set, dict or digest has too: only a call on a row or a queryset counts.
SHARED_WITH_PYTHON = frozenset({"update"})
ROW_MAKERS = re.compile(r"(^|\.)(objects|all|filter|exclude|select_related|order_by|get)(\.|$)")

# Where rows are written outside commands.py, and why.
WRITERS = {
    "access/gate.py": "the frame keeps the receipt of the command it ran",
    "audit/log.py": "the log appends its leaf, its nodes and its details",
    "papers/rules.py": "a picture is painted anew into memory",
    "audit/rows.py": "the log's own rows, appended inside the frame",
}


def written_in_commands(page: Page) -> Iterator[Breach]:
    if page.kind == "commands" or page.path in WRITERS:
        return
    for node in ast.walk(page.tree):
        if not (
            isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in WRITES
        ):
            continue
        on = dotted(node.func.value)
        if node.func.attr in SHARED_WITH_PYTHON and not ROW_MAKERS.search(on):
            continue
        yield at(
            page, node, f"writes with .{node.func.attr}(", instead="Make it a command: commands.py, @writes"
        )


def test_rows_are_written_in_commands_only():
    keep("Law 1: everything that changes a row is a function in some commands.py.", written_in_commands)


@pytest.mark.parametrize(
    "bad",
    ["row.save()", "Case.objects.create(a=1)", "Case.objects.filter(a=1).update(b=2)", "Case.objects.all().delete()",
     "Case.objects.bulk_create([])", "user.set_password('x')"],
)  # fmt: skip
def test_a_write_outside_commands_is_caught(bad):
    assert catches(written_in_commands, "cases/views.py", bad)
    assert not catches(written_in_commands, "cases/commands.py", bad)


def test_a_dictionary_may_be_updated():
    assert not catches(written_in_commands, "cases/queries.py", "seen.update(other)\ndigest.update(b'x')")


def test_no_writer_is_excused_for_nothing():
    for path in WRITERS:
        page = next((p for p in pages() if p.path == path), None)
        assert (
            page is None
            or re.search(r"\.(create|save|update|bulk_create|delete)\(", page.text)
            or "execute" in page.text
        ), f"{path} writes no longer: take it out of WRITERS."


def _takes_an_act(function: ast.FunctionDef) -> bool:
    first = (function.args.posonlyargs + function.args.args)[:1]
    return (
        bool(first)
        and first[0].annotation is not None
        and ast.unparse(first[0].annotation).strip("\"'") == "Act"
    )


def gated(page: Page) -> Iterator[Breach]:
    for function in public_functions(page):
        if not decorators(function) & {"writes", "keeps"} and not _takes_an_act(function):
            yield at(
                page,
                function,
                f"{function.name} is a command without a frame",
                instead="Decorate it with @writes(Right.…), or take the Act of the deed it is part of",
            )


def test_every_command_stands_in_the_frame():
    keep(
        "Laws 1 and 4: a command is framed by the gate, or joins the frame of another.",
        gated,
        over=named("commands"),
    )


def test_a_command_without_a_frame_is_caught():
    assert catches(gated, "cases/commands.py", "def close(ctx, *, case_id): ...")
    assert not catches(
        gated, "cases/commands.py", "@writes(Right.CASE_CLOSE)\ndef close(act: Act, *, case_id): ..."
    )
    assert not catches(gated, "cases/commands.py", "def part(act: Act, *, case_id): ...")


def notes_something(page: Page) -> Iterator[Breach]:
    for function in public_functions(page):
        if "writes" not in decorators(function):
            continue
        called = {
            dotted(node.func).split(".")[-1] for node in ast.walk(function) if isinstance(node, ast.Call)
        }
        passes_on = any(
            isinstance(node, ast.Call)
            and any(isinstance(arg, ast.Name) and arg.id == "act" for arg in node.args)
            for node in ast.walk(function)
        )
        if "note" not in called and not passes_on:
            yield at(
                page,
                function,
                f"{function.name} notes nothing",
                instead="Say what was done: act.note(Leaf.…, about=…)",
            )


def test_every_deed_notes_what_was_done():
    keep("Law 4: a deed that leaves no leaf is undone.", notes_something, over=named("commands"))


def test_a_deed_that_notes_nothing_is_caught():
    assert catches(
        notes_something, "cases/commands.py", "@writes(R.X)\ndef close(act: Act, *, k): Case.objects.all()"
    )


CLOCKS = re.compile(
    r"(^|\.)(timezone\.(now|localdate|localtime)|datetime\.(now|utcnow|today)|date\.today|time\.(time|time_ns|localtime|gmtime))$"
)
CLOCK_KEEPER = "access/context.py"


def one_clock(page: Page) -> Iterator[Breach]:
    if page.path == CLOCK_KEEPER:
        return
    for node in ast.walk(page.tree):
        if isinstance(node, ast.Call) and CLOCKS.search(dotted(node.func)):
            yield at(
                page,
                node,
                f"looks at the clock with {dotted(node.func)}",
                instead="Use act.now, look.now or ctx.now",
            )
        if isinstance(node, ast.keyword) and node.arg in {"auto_now", "auto_now_add"}:
            yield at(page, node.value, f"sets {node.arg}", instead="Pass act.now")


def test_one_deed_has_one_instant():
    keep(f"Law 7: nobody but {CLOCK_KEEPER} looks at the clock.", one_clock)


@pytest.mark.parametrize(
    "bad",
    [
        "timezone.now()",
        "datetime.now(UTC)",
        "datetime.datetime.now()",
        "date.today()",
        "time.time()",
        "F(auto_now=True)",
    ],
)
def test_a_second_look_at_the_clock_is_caught(bad):
    assert catches(one_clock, "cases/commands.py", bad)


RULE_MAY_NOT_CALL = frozenset({"clock"})


def test_rules_are_given_their_instant():
    def asks_no_clock(page: Page) -> Iterator[Breach]:
        for node in ast.walk(page.tree):
            if isinstance(node, ast.Call) and dotted(node.func).split(".")[-1] in RULE_MAY_NOT_CALL:
                yield at(page, node, "a rule asks for the time", instead="Pass the instant in")

    assert catches(asks_no_clock, "duties/rules.py", "due = context.clock() + LIFE")
    keep("Law 6: rules take values.", asks_no_clock, over=named("rules"))


# Rooms that may write SQL by hand: they are the wall and the log.
BY_HAND = frozenset({"access", "audit"})
ALSO_BY_HAND = {"upkeep/doctor.py": "asks the database about itself with two pragmas that name no table"}
RAW = frozenset({"execute", "executemany", "executescript", "raw", "extra", "RawSQL", "callproc"})


def no_sql_by_hand(page: Page) -> Iterator[Breach]:
    if page.room in BY_HAND or page.path in ALSO_BY_HAND:
        return
    for node in ast.walk(page.tree):
        if (
            isinstance(node, ast.Call)
            and dotted(node.func).split(".")[-1] in RAW
            and "." in f".{dotted(node.func)}"
        ):
            yield at(
                page,
                node,
                f"writes SQL by hand with {dotted(node.func)}(",
                instead="Use the ORM behind the wall",
            )
    for node, name in imports(page):
        if name.split(".")[0] in {"sqlite3", "pysqlite3"}:
            yield at(page, node, f"imports {name}", instead="Connections belong to access/")


def test_sql_is_written_by_hand_only_in_the_wall_and_the_log():
    keep("Law 2: search and every other reading goes through the wall.", no_sql_by_hand)


@pytest.mark.parametrize(
    "bad",
    [
        "cursor.execute('SELECT 1')",
        "Child.objects.raw('SELECT 1')",
        "rows.extra(where=['1'])",
        "import sqlite3",
    ],
)
def test_sql_by_hand_is_caught(bad):
    assert catches(no_sql_by_hand, "families/queries.py", bad)


def test_writes_happen_on_the_connections_of_the_gate():
    def no_own_transaction(page: Page) -> Iterator[Breach]:
        if page.room in BY_HAND:
            return
        for node, name in imports(page):
            if name == "django.db.transaction":
                yield at(
                    page, node, "opens a transaction of its own", instead="The gate opens one for each deed"
                )
        for function in functions(page):
            for node in ast.walk(function):
                if isinstance(node, ast.Call) and dotted(node.func).endswith(".using"):
                    yield at(page, node, "chooses a connection", instead="The router knows which to take")

    assert catches(no_own_transaction, "cases/commands.py", "from django.db import transaction")
    assert catches(no_own_transaction, "cases/queries.py", "def f(): Case.objects.using('default')")
    keep("Law 4: rows, duties, outbox and leaf commit together.", no_own_transaction)
