"""How the ORM's statements become SQL: as Django does it, except that the words of an insert are put together once.

A deed lays many rows of few tables. For each Django asks every column anew how it is quoted and how its place is
written; here that is remembered for a table and its columns, and only the values are made ready each time.
"""

from functools import cache
from typing import Any

from django.db.models.sql import compiler
from django.db.models.sql.compiler import (
    SQLAggregateCompiler,
    SQLCompiler,
    SQLDeleteCompiler,
    SQLUpdateCompiler,
)

__all__ = [
    "SQLAggregateCompiler",
    "SQLCompiler",
    "SQLDeleteCompiler",
    "SQLInsertCompiler",
    "SQLUpdateCompiler",
]

# Fields that write their place as anything but %s say so by one of these.
_OWN_WORDS = ("get_placeholder", "get_placeholder_sql")


class SQLInsertCompiler(compiler.SQLInsertCompiler):
    """One row of plain values is written with remembered words; anything else is left to Django."""

    def as_sql(self) -> list[tuple[str, tuple[Any, ...]]]:  # type: ignore[override]  # django-stubs has another's
        query: Any = self.query
        plain = len(query.objs) == 1 and query.fields and not (query.raw or query.on_conflict)
        if self.returning_fields or not plain:
            return super().as_sql()
        fields = tuple(query.fields)
        values = [self.pre_save_val(field, query.objs[0]) for field in fields]
        if any(hasattr(value, "resolve_expression") for value in values):
            return super().as_sql()
        sql = _words(query.get_meta().db_table, fields)
        if sql is None:
            return super().as_sql()
        made = (f.get_db_prep_save(v, self.connection) for f, v in zip(fields, values, strict=True))
        return [(sql, tuple(made))]


@cache
def _words(table: str, fields: tuple[Any, ...]) -> str | None:
    """The words of an insert into these columns; None where a field writes its place in its own way."""
    if any(hasattr(field, own) for field in fields for own in _OWN_WORDS):
        return None
    columns = ", ".join(f'"{field.column}"' for field in fields)
    places = ", ".join(["%s"] * len(fields))
    return f'INSERT INTO "{table}" ({columns}) VALUES ({places})'
