"""The words of an insert are remembered; they are the words that Django would have written."""

import pytest
from django.apps import apps
from django.db import connections
from django.db.models import F
from django.db.models.sql import InsertQuery
from django.db.models.sql.compiler import SQLInsertCompiler as Djangos

from alongside.access.sqlite import compiler

TABLES = [model for model in apps.get_models() if model.__module__.startswith("alongside.")]


def inserts(model, row):
    query = InsertQuery(model)
    query.insert_values(model._meta.concrete_fields, [row])
    made = []
    for kind in (compiler.SQLInsertCompiler, Djangos):
        one = kind(query, connections["default"], "default")
        one.returning_fields = None
        made.append(one.as_sql())
    return made


@pytest.mark.parametrize("model", TABLES, ids=lambda model: model._meta.label)
def test_the_words_and_values_are_djangos(model, house):
    if model._meta.label.startswith("audit."):
        return  # the log writes its own
    ours, djangos = inserts(model, model())
    (words, values), (expected, its) = ours[0], djangos[0]
    assert " ".join(words.split()) == " ".join(expected.split())
    assert list(values) == list(its)


def test_the_backend_uses_them(house):
    assert connections["default"].ops.compiler("SQLInsertCompiler") is compiler.SQLInsertCompiler


def test_a_value_that_the_database_works_out_is_left_to_django(house):
    grant = apps.get_model("access.Grant")(reason="x")
    grant.kind = F("kind")
    with pytest.raises(ValueError, match="F\\(\\) expressions can only be used to update"):
        inserts(type(grant), grant)
