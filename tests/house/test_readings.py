"""Law 2, ask for the row and the right is asked; law 11, call with names; law 12, pages are frozen; law 16, ends."""

import ast
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
    keep,
    named,
    public_functions,
)

# Queries without @reads or @finds, each with its reason.
OUTSIDE = {
    "directory/queries.py:acting_membership": "asked before there is a context; reads public tables alone",
    "directory/queries.py:setting": "the partnership's public settings, asked by the installation itself",
    "directory/queries.py:card_of": "public tables alone, for the top of every page",
    "directory/queries.py:settings_on": "the partnership's public settings",
    "directory/queries.py:agency_card": "public tables alone",
    "directory/queries.py:line_card": "public tables alone",
    "audit/queries.py:detail_of": "called by the gate inside its own frame",
}


def asked(page: Page) -> Iterator[Breach]:
    for function in public_functions(page):
        if f"{page.path}:{function.name}" in OUTSIDE:
            continue
        if not decorators(function) & {"reads", "finds"}:
            yield at(
                page,
                function,
                f"{function.name} asks no right",
                instead="Decorate it with @reads(Right.…) for a page, or @finds for a command's look-up",
            )


def test_every_query_asks_a_right():
    keep("Law 2: no function returns a protected row without asking.", asked, over=named("queries"))


def test_a_query_that_asks_nothing_is_caught():
    assert catches(asked, "cases/queries.py", "def list_cases(look: Look) -> tuple[Card, ...]: ...")
    assert not catches(asked, "cases/queries.py", "@finds\ndef case(act: Act, *, case_id: UUID) -> Card: ...")


def test_every_query_outside_the_rule_still_exists():
    there = {
        f"{page.path}:{function.name}" for page in named("queries") for function in public_functions(page)
    }
    gone = [name for name in OUTSIDE if name not in there]
    assert not gone, f"Take {', '.join(gone)} out of OUTSIDE in {__name__}: no such query."


PLAIN = frozenset(
    {
        "UUID", "str", "int", "bool", "float", "bytes", "date", "datetime", "timedelta", "time", "None", "tuple",
        "frozenset", "Ref", "Mapping", "Literal", "Decimal",
    }
)  # fmt: skip
LIVE = frozenset(
    {"QuerySet", "Model", "list", "dict", "set", "Any", "object", "Iterator", "Iterable", "Manager"}
)


def _frozen_classes(page: Page) -> set[str]:
    return {
        node.name
        for node in page.tree.body
        if isinstance(node, ast.ClassDef)
        and any(
            "dataclass" in dotted(d) and {"frozen", "slots"} <= _true_words(d) for d in node.decorator_list
        )
    }


def _true_words(decorator: ast.expr) -> set[str]:
    if not isinstance(decorator, ast.Call):
        return set()
    return {
        k.arg
        for k in decorator.keywords
        if k.arg and isinstance(k.value, ast.Constant) and k.value.value is True
    }


def _names(annotation: ast.expr) -> set[str]:
    if isinstance(annotation, ast.Constant) and isinstance(annotation.value, str):
        annotation = ast.parse(annotation.value, mode="eval").body
    found = {node.id for node in ast.walk(annotation) if isinstance(node, ast.Name)}
    return found | {node.attr for node in ast.walk(annotation) if isinstance(node, ast.Attribute)}


def _model_names(page: Page) -> set[str]:
    return {
        name.asname or name.name
        for node in ast.walk(page.tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").endswith(".models")
        for name in node.names
    }


def frozen(page: Page) -> Iterator[Breach]:
    for function in public_functions(page):
        if not decorators(function) & {"reads", "finds"}:
            continue
        if function.returns is None:
            yield at(
                page, function, f"{function.name} does not say what it answers", instead="Annotate the answer"
            )
            continue
        names = _names(function.returns)
        if live := names & (LIVE | _model_names(page)):
            yield at(
                page,
                function,
                f"{function.name} answers {', '.join(sorted(live))}",
                instead="Answer a frozen dataclass, a tuple of them, or None; a template that can follow a key can leak",
            )
        thawed = {n for n in names - PLAIN if _is_own_class(page, n)} - _frozen_classes(page)
        if thawed:
            yield at(
                page,
                function,
                f"{function.name} answers {', '.join(sorted(thawed))}, which can change",
                instead="@dataclass(frozen=True, slots=True)",
            )


def _is_own_class(page: Page, name: str) -> bool:
    return any(isinstance(node, ast.ClassDef) and node.name == name for node in page.tree.body)


def test_queries_answer_frozen_things():
    keep("Law 12: pages are frozen.", frozen, over=named("queries"))


@pytest.mark.parametrize(
    "bad",
    [
        "from alongside.cases.models import Case\n@reads(R.X)\ndef open_case(look, *, k) -> Case: ...",
        "@reads(R.X)\ndef list_cases(look) -> 'QuerySet[Case]': ...",
        "@reads(R.X)\ndef list_cases(look) -> list[str]: ...",
        "@reads(R.X)\ndef open_case(look): ...",
        "@dataclass\nclass Card: ...\n@reads(R.X)\ndef open_case(look) -> Card: ...",
        "class Card: ...\n@finds\ndef case(act) -> Card | None: ...",
    ],
)
def test_an_answer_that_is_alive_is_caught(bad):
    assert catches(frozen, "cases/queries.py", bad)


def test_a_frozen_answer_is_welcome():
    good = "@dataclass(frozen=True, slots=True)\nclass Card: ...\n@reads(R.X)\ndef f(look) -> tuple[Card, ...]: ..."
    assert not catches(frozen, "cases/queries.py", good)


def frozen_values(page: Page) -> Iterator[Breach]:
    frozen_here = _frozen_classes(page)
    for node in page.tree.body:
        if not isinstance(node, ast.ClassDef) or node.name in frozen_here:
            continue
        if any("dataclass" in dotted(d) for d in node.decorator_list):
            yield at(page, node, f"{node.name} can change", instead="@dataclass(frozen=True, slots=True)")


def test_what_passes_between_pages_cannot_change():
    values = (page for door in ("queries", "rules", "words", "commands") for page in named(door))
    keep("Law 12: values are frozen and slotted.", frozen_values, over=values)


def test_a_dataclass_that_can_change_is_caught():
    assert catches(frozen_values, "cases/rules.py", "@dataclass(frozen=True)\nclass Answer: ...")


# A text and the language it is said in: no two things of one kind, and read aloud as it is written.
SAID_BY_PLACE = {("languages/rules.py", "say")}


def by_name(page: Page) -> Iterator[Breach]:
    for function in public_functions(page):
        if (page.path, function.name) in SAID_BY_PLACE:
            continue
        positional = function.args.posonlyargs + function.args.args
        if len(positional) > 1 or function.args.vararg:
            yield at(
                page,
                function,
                f"{function.name} takes {', '.join(a.arg for a in positional[1:]) or '*args'} by place",
                instead="Put * after the first argument; two UUIDs look alike",
            )


def test_commands_queries_and_rules_are_called_with_names():
    doors = (page for door in ("commands", "queries", "rules") for page in named(door))
    keep("Law 11: after the first argument everything is keyword-only.", by_name, over=doors)


def test_a_call_by_place_is_caught():
    assert catches(by_name, "cases/commands.py", "def disclose(act, about_child_id, to_membership_id): ...")
    assert not catches(by_name, "cases/commands.py", "def disclose(act, *, about_child_id): ...")


def few_words(page: Page) -> Iterator[Breach]:
    for function in public_functions(page):
        if decorators(function) & {"writes", "keeps"} and len(function.args.kwonlyargs) > 10:
            yield at(
                page,
                function,
                f"{function.name} takes over ten words",
                instead="Make them one frozen dataclass",
            )


def test_a_command_takes_at_most_ten_words():
    keep("Numbers: the parameters of a command.", few_words, over=named("commands"))


def test_a_command_with_too_many_words_is_caught():
    words = ", ".join(f"w{n}: str" for n in range(11))
    assert catches(few_words, "cases/commands.py", f"@writes(R.X)\ndef do(act: Act, *, {words}): ...")


# A queryset that a comprehension walks must have an end. `.get(`, `.first()`, a slice or a count is one.
ENDS = frozenset(
    {"first", "last", "get", "exists", "count", "aggregate", "in_bulk", "latest", "earliest", "none"}
)
STARTS = frozenset(
    {"objects", "filter", "exclude", "order_by", "select_related", "all", "distinct", "values_list", "among"}
)


def bounded(page: Page) -> Iterator[Breach]:
    for function in functions(page):
        for node in ast.walk(function):
            for source in _walked(node):
                if (
                    isinstance(source, ast.Call)
                    and isinstance(source.func, ast.Attribute)
                    and source.func.attr in STARTS
                ):
                    yield at(
                        page,
                        source,
                        f"{function.name} reads a list without an end",
                        instead="Slice it: […][:LISTED_MOST]",
                    )


def _walked(node: ast.AST) -> Iterator[ast.expr]:
    if isinstance(node, ast.comprehension | ast.For):
        yield node.iter
    elif (
        isinstance(node, ast.Call)
        and dotted(node.func) in {"tuple", "list", "set", "frozenset", "sorted"}
        and node.args
    ):
        yield node.args[0]


def test_every_list_that_is_read_has_an_end():
    keep("Law 16: everything has an end.", bounded, over=named("queries"))


@pytest.mark.parametrize(
    "bad",
    [
        "def f(look): return tuple(_card(r) for r in Case.objects.filter(a=1))",
        "def f(look): return tuple(Case.objects.order_by('a').values_list('id', flat=True))",
        "def f(look):\n    for row in Case.objects.all():\n        pass",
    ],
)
def test_a_list_without_an_end_is_caught(bad):
    assert catches(bounded, "cases/queries.py", bad)


def test_a_list_with_an_end_is_welcome():
    assert not catches(
        bounded, "cases/queries.py", "def f(look): return tuple(_c(r) for r in Case.objects.filter(a=1)[:9])"
    )
