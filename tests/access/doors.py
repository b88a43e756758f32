"""A few deeds of the tests' own, and a count of everything, for the tests of the frame."""

import json
from uuid import UUID

from django.apps import apps
from django.db import connections

from alongside.access import frame
from alongside.access.gate import Act, writes
from alongside.access.routing import WRITER
from alongside.access.words import Ref
from alongside.cases import commands as cases
from alongside.families import commands as families
from alongside.families.models import Child


@writes("test:nothing_noted")
def add_without_a_word(act: Act, *, case_id: UUID) -> UUID:
    """Does something and writes nothing down: the gate must undo it."""
    Child.objects.create(
        agency_id=act.ctx.agency_id,
        case_id=case_id,
        author_membership_id=act.ctx.membership_id,
        name="Nobody",
    )
    return case_id


@writes("test:family")
def open_with_child(act: Act, *, name: str) -> UUID:
    """One deed made of two others."""
    case_id = cases.open_case(act)
    families.add_child(act, case_id=case_id, name=name, born_on=None)
    act.note("test:family", about=Ref("case", case_id))
    return case_id


def rows() -> dict[str, int]:
    """How many rows every table of the house holds."""
    connection = connections[WRITER]
    with frame.doing(), connection.cursor() as cursor:
        counted = {}
        for model in apps.get_models(include_auto_created=True):
            cursor.execute(f'SELECT count(*) FROM "{model._meta.db_table}"')
            counted[model._meta.label] = cursor.fetchone()[0]
        return counted


def added(before: dict[str, int]) -> dict[str, int]:
    """By how many rows each table has grown since."""
    return {label: number - before[label] for label, number in rows().items() if number != before[label]}


def last_leaf() -> dict[str, object]:
    """What the newest entry of the log says."""
    with frame.doing(), connections[WRITER].cursor() as cursor:
        cursor.execute("SELECT body FROM audit_leaf ORDER BY seq DESC LIMIT 1")
        said: dict[str, object] = json.loads(bytes(cursor.fetchone()[0]))
        return said
