"""Law 17, a refusal is a sentence; and views of a few lines over forms that touch no row."""

import ast
import re
from collections.abc import Iterator

import pytest

from tests.house.source import HOUSE, Breach, Page, at, catches, dotted, functions, keep, named

VIEW_LINES = 15
TEMPLATE_LINES = 120


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """The lines of a function without its docstring, blank lines left in."""
    first = function.body[0]
    said = (
        isinstance(first, ast.Expr)
        and isinstance(first.value, ast.Constant)
        and isinstance(first.value.value, str)
    )
    start = function.body[1].lineno if said and len(function.body) > 1 else first.lineno
    return (function.end_lineno or start) - start + 1


def short_views(page: Page) -> Iterator[Breach]:
    for function in functions(page):
        if (lines := length(function)) > VIEW_LINES:
            yield at(
                page,
                function,
                f"{function.name} has {lines} lines",
                instead="HTTP in, HTTP out: a query or command does the rest",
            )


def test_views_are_short():
    keep(f"A view has at most {VIEW_LINES} lines.", short_views, over=named("views"))


def test_a_long_view_is_caught():
    body = "\n".join("    a = 1" for _ in range(16))
    assert catches(short_views, "cases/views.py", f"def record(request):\n{body}")


def plain_forms(page: Page) -> Iterator[Breach]:
    for node in ast.walk(page.tree):
        if isinstance(node, ast.ClassDef) and any(dotted(base).endswith("ModelForm") for base in node.bases):
            yield at(
                page, node, f"{node.name} is a ModelForm", instead="forms.Form: a form may not touch a row"
            )
        if isinstance(node, ast.FunctionDef) and node.name == "save":
            yield at(page, node, "a form saves", instead="The view gives cleaned_data to a command")


def test_forms_touch_no_row():
    keep("A form is what a person may type.", plain_forms, over=named("forms"))


@pytest.mark.parametrize(
    "bad", ["class F(forms.ModelForm): ...", "class F(forms.Form):\n    def save(self): ..."]
)
def test_a_form_that_touches_a_row_is_caught(bad):
    assert catches(plain_forms, "cases/forms.py", bad)


STOCK = re.compile(r"this field is required|invalid|enter a valid|error|oops|please", re.IGNORECASE)


def sentences(page: Page) -> Iterator[Breach]:
    """What a person is told: at least four words, a full stop, and not the framework's phrase."""
    for node in ast.walk(page.tree):
        for text in _told(node):
            if (
                len(text.value.split()) < 4
                or not text.value.rstrip().endswith((".", "?", "”"))
                or STOCK.search(text.value)
            ):
                yield at(
                    page,
                    text,
                    f"says {text.value!r}",
                    instead="Say what is missing, why it is asked and what to do, in a sentence",
                )


def _told(node: ast.AST) -> Iterator[ast.Constant]:
    if isinstance(node, ast.keyword) and node.arg == "error_messages" and isinstance(node.value, ast.Dict):
        yield from (v for v in node.value.values if isinstance(v, ast.Constant) and isinstance(v.value, str))
    if isinstance(node, ast.Call) and dotted(node.func).split(".")[-1] in {
        "ValidationError",
        "add_error",
        "Refused",
    }:
        yield from (a for a in node.args[-1:] if isinstance(a, ast.Constant) and isinstance(a.value, str))


def test_a_refusal_is_a_sentence():
    keep("Law 17: errors say what is missing, why it is asked and what to do next.", sentences)


@pytest.mark.parametrize(
    "bad",
    [
        "a = CharField(error_messages={'required': 'This field is required.'})",
        "raise Refused('Not allowed')",
        "raise ValidationError('Invalid choice of this kind.')",
        "self.add_error('question', 'Too long')",
    ],
)
def test_a_refusal_without_a_sentence_is_caught(bad):
    assert catches(sentences, "cases/forms.py", bad)


def test_a_proper_refusal_is_welcome():
    assert not catches(
        sentences, "cases/forms.py", "raise Refused('Say how this helps the child or family.')"
    )


def test_templates_are_short():
    long = [
        f"src/alongside/{file.relative_to(HOUSE).as_posix()}: {lines} lines"
        for file in HOUSE.glob("*/templates/**/*.html")
        if (lines := len(file.read_text().splitlines())) > TEMPLATE_LINES
    ]
    assert not long, (
        f"Templates have at most {TEMPLATE_LINES} lines; split by what the parts are for:\n" + "\n".join(long)
    )


def test_templates_neither_query_nor_decide_what_is_right():
    reach = re.compile(r"\.(objects|all\(\)|filter\(|_meta|get_queryset|select_related)|\brequest\.ctx\b")
    found = [
        f"src/alongside/{file.relative_to(HOUSE).as_posix()}:{number}: {line.strip()[:80]}"
        for file in HOUSE.glob("*/templates/**/*.html")
        for number, line in enumerate(file.read_text().splitlines(), 1)
        if reach.search(line)
    ]
    assert not found, "Law 12: templates print, branch on presence and loop:\n" + "\n".join(found)


# Templates that print something as it is, once, and why nobody can have typed it.
OUR_OWN_MARKUP = {
    "design/templates/design/records.html": "a figure is our own drawing; its words are escaped when drawn"
}


def test_templates_print_no_typed_words_as_markup():
    open_wide = re.compile(r"\|\s*safe\b|autoescape\s+false")
    counted = {
        file.relative_to(HOUSE).as_posix(): len(
            open_wide.findall(re.sub(r"{#.*?#}", "", file.read_text(), flags=re.DOTALL))
        )
        for file in HOUSE.glob("*/templates/**/*.html")
    }
    found = [path for path, times in counted.items() if times > (1 if path in OUR_OWN_MARKUP else 0)]
    assert not found, f"Typed words are never markup; escape them where they are printed: {', '.join(found)}"
