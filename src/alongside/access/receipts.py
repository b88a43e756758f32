"""That a command was done: read and written once by every deed, in plain SQL, because every deed waits for it."""

import json
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import connections

from alongside.access.routing import WRITER
from alongside.access.rows import new_id
from alongside.access.sqlite import wall


@dataclass(frozen=True, slots=True)
class Done:
    """What a deed left behind the first time: of which words, with which result, under which leaf of the log."""

    digest: str
    result: Any
    leaf_seq: int


def find(*, actor: str, command_id: UUID) -> Done | None:
    """The receipt of this command of this actor; None where it was not done before."""
    with connections[WRITER].cursor() as cursor:
        cursor.execute(
            "SELECT digest, result, leaf_seq FROM access_receipt WHERE actor = %s AND command_id = %s",
            [actor, wall.stored(command_id)],
        )
        found = cursor.fetchone()
    return Done(found[0], None if found[1] is None else json.loads(found[1]), found[2]) if found else None


def keep(done: Done, *, actor: str, command_id: UUID, command: str) -> None:
    """Write the receipt, in the transaction of the deed."""
    result = None if done.result is None else json.dumps(done.result)
    with connections[WRITER].cursor() as cursor:
        cursor.execute(
            "INSERT INTO access_receipt (id, command_id, actor, command, digest, result, leaf_seq)"
            " VALUES (%s, %s, %s, %s, %s, %s, %s)",
            [
                wall.stored(new_id()),
                wall.stored(command_id),
                actor,
                command,
                done.digest,
                result,
                done.leaf_seq,
            ],
        )
