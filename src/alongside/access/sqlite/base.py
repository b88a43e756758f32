"""The two connections of the embedded database.

`default` is the writer: one transaction at a time, durable to the disk. `reader` cannot write, and sees only
what the wall of TEMP views lets the person of the current request see.
"""

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

from alongside.access import frame
from alongside.access.sqlite import driver, schema, wall

base = driver.import_backend(driver.choose())

PRAGMAS_OF_THE_WRITER = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",  # NORMAL loses acknowledged commits on a power cut
    "PRAGMA foreign_keys=ON",
    "PRAGMA secure_delete=ON",  # pysqlite3 is built without it; deleted text must not stay in free pages
    "PRAGMA trusted_schema=OFF",
    "PRAGMA cell_size_check=ON",
    "PRAGMA temp_store=MEMORY",
)
PRAGMAS_OF_THE_READER = ("PRAGMA trusted_schema=ON", "PRAGMA cell_size_check=ON", "PRAGMA temp_store=MEMORY")


class Cursor(base.SQLiteCursorWrapper):  # type: ignore[name-defined,misc]
    """Django's cursor, which writes the places of a statement in SQLite's way: once for each statement."""

    def convert_query(self, query: str, *, param_names: list[str] | None = None) -> str:
        return _converted(query) if param_names is None else self._by_names(query, param_names)

    def _by_names(self, query: str, names: list[str]) -> str:
        converted: str = super().convert_query(query, param_names=names)
        return converted


@lru_cache(maxsize=512)
def _converted(query: str) -> str:
    converted: str = base.FORMAT_QMARK_REGEX.sub("?", query).replace("%%", "%")
    return converted


class DatabaseWrapper(base.DatabaseWrapper):  # type: ignore[name-defined,misc]
    """Django's SQLite connection with strict tables, the wall on the reader and the guard on the writer."""

    SchemaEditorClass = schema.StrictSchemaEditor
    data_types = schema.DATA_TYPES

    @property
    def is_reader(self) -> bool:
        return bool(self.alias == "reader")

    def get_connection_params(self) -> dict[str, Any]:
        params: dict[str, Any] = super().get_connection_params()
        if self.is_reader:
            path = quote(str(Path(params["database"]).absolute()))
            params["database"] = f"file:{path}?mode=ro"
        return params

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        connection = super().get_new_connection(conn_params)
        for pragma in PRAGMAS_OF_THE_READER if self.is_reader else PRAGMAS_OF_THE_WRITER:
            connection.execute(pragma)
        wall.register_functions(connection)
        if self.is_reader:
            wall.raise_wall(connection)
        return connection

    def create_cursor(self, name: str | None = None) -> Any:  # noqa: ARG002 - Django's signature
        return self.connection.cursor(factory=Cursor)

    def init_connection_state(self) -> None:
        super().init_connection_state()
        keeper = guard_reader if self.is_reader else guard
        if keeper not in self.execute_wrappers:
            self.execute_wrappers.append(keeper)


def guard_reader(execute: Callable[..., Any], sql: str, params: Any, *rest: Any) -> Any:
    """Refuse a statement on the reader that goes behind the views, or is no reading. Mistakes, not hostile code."""
    wall.refuse_names_behind(sql)
    return execute(sql, params, *rest)


def guard(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:  # noqa: FBT001 - Django's signature
    """Refuse, outside a frame, any statement on the writer that names a protected table.

    This stops mistakes (ours and the ORM's), not hostile code inside the process.
    """
    if not frame.is_open() and not getattr(context["connection"], "is_laying_tables", False):
        wall.refuse_protected_names(sql)
    return execute(sql, params, many, context)
