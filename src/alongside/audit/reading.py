"""Verifies the log of this installation where it lies, as `verify` does for a file anywhere."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connections

from alongside.audit import log, rows
from alongside.audit.verify import Verdict, verify_connection


def verify_database() -> Verdict:
    """Read the whole log as it stands at one moment, in little memory, and answer the verdict."""
    with _one_moment() as connection:
        return verify_connection(connection)


@contextmanager
def _one_moment() -> Iterator[rows.Connection]:
    """Hold one snapshot for all three tables without holding up those who write meanwhile.

    Django would begin with a write lock here, so the connection below is asked for a reading transaction.
    """
    writer = connections[log.WRITER]
    writer.ensure_connection()
    connection = writer.connection
    if writer.in_atomic_block:
        yield connection
        return
    connection.execute("BEGIN")
    try:
        yield connection
    finally:
        connection.execute("ROLLBACK")
