"""The wall on SQLite: TEMP views on the reader shadow every table that the policy does not leave open.

The visible sets are filled once a request from the grants, under a token. The views ask for the token of the
person looking; nobody looking, or a set filled for someone else, shows no row.
"""

import re
from functools import cache
from typing import Any
from uuid import UUID

from django.apps import apps

from alongside.access import frame, policy
from alongside.access.words import Class


class ProtectedName(RuntimeError):  # noqa: N818
    """SQL outside a deed named a protected table on the writer. A fault of ours."""


def stored(key: UUID) -> str:
    """A UUID as SQLite keeps it."""
    return key.hex


def _now() -> str | None:
    eyes = frame.sight()
    # As Django writes instants: naive UTC text, so that text order is time order.
    return None if eyes is None else str(eyes.at.replace(tzinfo=None))


FUNCTIONS = {
    "wall_token": lambda: eyes.token if (eyes := frame.sight()) else None,
    "wall_actor": lambda: stored(eyes.membership_id) if (eyes := frame.sight()) else None,
    "wall_practitioner": lambda: stored(eyes.practitioner_id) if (eyes := frame.sight()) else None,
    "wall_agency": lambda: stored(eyes.agency_id) if (eyes := frame.sight()) else None,
    "wall_now": _now,
}


def register_functions(connection: Any) -> None:
    """Give a connection the functions by which the policy's SQL asks who is looking."""
    for name, answer in FUNCTIONS.items():
        connection.create_function(name, 0, answer)


@cache
def tables() -> dict[str, policy.Table]:
    """Every classified table by its name in the database."""
    return {apps.get_model(label)._meta.db_table: kept for label, kept in policy.TABLES.items()}  # noqa: SLF001


_GUARDED = frozenset({Class.PROTECTED, Class.PRIVATE, Class.OWN_AGENCY, Class.CLOSED})
# The log is closed to every page, but not refused to the writer outside a deed: `alongside audit verify` and whoever
# asks for the log's head must read it when nobody does anything. Its triggers let nobody change it, and it refuses to
# be appended to outside a transaction.
_READ_BY_ITS_VERIFIER = "audit"


@cache
def _protected_names() -> re.Pattern[str]:
    names = [
        apps.get_model(label)._meta.db_table  # noqa: SLF001
        for label, table in policy.TABLES.items()
        if table.kept in _GUARDED and not label.startswith(f"{_READ_BY_ITS_VERIFIER}.")
    ]
    return re.compile(r"\b(" + "|".join(map(re.escape, names)) + r")\b", re.IGNORECASE)


def refuse_protected_names(sql: str) -> None:
    """Raise ProtectedName if the statement names a protected table."""
    if found := _protected_names().search(sql):
        raise ProtectedName(
            f"A statement named {found.group(1)} on the writer outside a deed. Read through a query, "
            "write through a command."
        )


# A name behind the wall (main.x, "temp".x), or a statement that would change the wall itself.
_BEHIND = re.compile(
    r"""(?:\b|["'`\[])(?:main|temp)["'`\]]?\s*\.|^\s*(?:create|drop|alter|attach|detach|insert|update|delete|replace)\b""",
    re.IGNORECASE,
)


def refuse_names_behind(sql: str) -> None:
    """Raise ProtectedName if a statement on the reader names a table behind its view, or is no reading."""
    if found := _BEHIND.search(sql):
        raise ProtectedName(
            f"A statement on the reader said {found.group(0).strip()!r}. Read through a query."
        )


def _temp_sets() -> dict[str, str]:
    return {name: f"SELECT w.id FROM temp.wall_{name} w WHERE w.token = wall_token()" for name in policy.SETS}


def raise_wall(connection: Any) -> None:
    """Shadow every table that is not open on this reader connection."""
    for name in (*policy.SETS, "in_post"):
        connection.execute(
            f"CREATE TEMP TABLE wall_{name} (token TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (token, id))"
            " WITHOUT ROWID"
        )
    for name, table in tables().items():
        if (rule := view_rule(table)) is not None:
            connection.execute(f'CREATE TEMP VIEW "{name}" AS SELECT r.* FROM main."{name}" r WHERE {rule}')


def view_rule(table: policy.Table, clauses: tuple[policy.Clause, ...] | None = None) -> str | None:
    """The condition under which the reader shows a row of this table; None for a table left open."""
    in_post = "EXISTS (SELECT 1 FROM temp.wall_in_post w WHERE w.token = wall_token())"
    if table.kept is Class.CLOSED:
        return "0"
    if table.kept is Class.OWN_AGENCY:
        return f"r.agency_id = wall_agency() AND {in_post}"
    if table.kept in {Class.PROTECTED, Class.PRIVATE}:
        return f"{in_post} AND {policy.predicate(table, sets=_temp_sets(), clauses=clauses)}"
    return None


def fill(connection: Any) -> None:
    """Compile the visible sets of the person looking into the reader's TEMP sets, replacing any older filling."""
    eyes = frame.sight()
    if eyes is None or getattr(connection, "wall_token", None) == eyes.token:
        return
    connection.wall_token = None
    made: dict[str, str] = {}
    connection.ensure_connection()
    raw = connection.connection  # past the guard: the sets are compiled from the tables behind the views
    for name, sql in policy.SETS.items():
        raw.execute(f"DELETE FROM temp.wall_{name}")
        raw.execute(
            f"INSERT OR IGNORE INTO temp.wall_{name} (token, id) SELECT wall_token(), x.* FROM"
            f" ({sql.format(**made)}) x"
        )
        made[name] = f"SELECT w.id FROM temp.wall_{name} w WHERE w.token = wall_token()"
    raw.execute("DELETE FROM temp.wall_in_post")
    raw.execute(f"INSERT INTO temp.wall_in_post SELECT wall_token(), '-' WHERE {policy.IN_POST}")
    connection.wall_token = eyes.token


def direct_rule(table: policy.Table, clauses: tuple[policy.Clause, ...] | None = None) -> str:
    """The same rule for one look at the writer inside a deed: the sets as plain subqueries."""
    if table.kept in {Class.PROTECTED, Class.PRIVATE}:
        return f"{policy.IN_POST} AND {policy.predicate(table, sets=policy.inlined_sets(), clauses=clauses)}"
    if table.kept is Class.OWN_AGENCY:
        return f"r.agency_id = wall_agency() AND {policy.IN_POST}"
    return "0" if table.kept is Class.CLOSED else "1"


def reasons(connection: Any, label: str, *, key: UUID) -> tuple[str, ...]:
    """The sentences of the rule by which a filled reader shows a row; none where it shows no such row."""
    table = policy.TABLES[label]
    name = apps.get_model(label)._meta.db_table  # noqa: SLF001
    found = []
    for clause in policy.clauses_for(table):
        rule = view_rule(table, clauses=(clause,)) or clause.sql
        sql = f'SELECT 1 FROM main."{name}" r WHERE r.id = ? AND {rule}'
        # Past the guard, on the connection itself: the views' own conditions name the tables behind them.
        if connection.connection.execute(sql, (stored(key),)).fetchone():
            found.append(clause.why)
    return tuple(found)


def is_in_set(connection: Any, name: str, *, key: UUID) -> bool:
    """Say whether one of the visible sets of the person looking, as filled on this reader, holds an id."""
    sql = f"SELECT 1 FROM temp.wall_{name} w WHERE w.token = wall_token() AND w.id = ?"
    connection.ensure_connection()
    # Past the guard, which refuses to name a set: it stands behind the views.
    return connection.connection.execute(sql, (stored(key),)).fetchone() is not None
