"""Three ways to ask who sees what in a random world, to be held against the oracle.

`walled` asks the reader's views, `ruled` asks the writer's direct rule for every table at once, and `through_orm`
and `through_act` ask for one actor as the product does: a queryset on the reader, and an Act inside a deed.
"""

from collections import defaultdict
from functools import cache
from uuid import UUID

from django.apps import apps
from django.db import connections

from alongside.access import context, frame, policy, queries
from alongside.access.context import Context
from alongside.access.gate import Act
from alongside.access.routing import READER, WRITER
from alongside.access.sqlite import wall
from alongside.access.words import Answered, Class, Standing
from tests.walls.worlds import LABELS, OFFICE, TABLES, Actor, Seen, World


def ctx_of(actor: Actor, world: World) -> Context:
    return Context(
        membership_id=actor.membership_id,
        practitioner_id=actor.practitioner_id,
        agency_id=actor.agency_id,
        standing=Standing.PRACTITIONER,
        now=world.at,
        session=context.pseudonym("-"),
    )


def key(stored: str) -> UUID:
    """An id as the database keeps it, as the product speaks of it."""
    return UUID(hex=stored)


@cache
def _every_view() -> str:
    return " UNION ALL ".join(
        f"SELECT '{label}', id FROM \"{apps.get_model(label)._meta.db_table}\"" for label in LABELS
    )


def walled(actor: Actor, world: World) -> Seen:
    """What the reader shows, of every table, in one statement over its views; and the offices it knows of."""
    with frame.looking(ctx_of(actor, world).eyes()):
        wall.fill(connections[READER])
        with connections[READER].cursor() as cursor:
            cursor.execute(_every_view())
            shown = frozenset(cursor.fetchall())
        kept = "SELECT w.id FROM temp.wall_lawful_kept w WHERE w.token = wall_token()"
        return shown | {(OFFICE, agency) for (agency,) in connections[READER].connection.execute(kept)}


def through_orm(actor: Actor, world: World) -> Seen:
    """The same through querysets, as every room's queries do."""
    seen = set()
    with frame.looking(ctx_of(actor, world).eyes()):
        wall.fill(connections[READER])
        for label in LABELS:
            keys = apps.get_model(label)._default_manager.values_list("id", flat=True)
            seen |= {(label, key.hex) for key in keys}
    if queries.keeps_lawful_answers(ctx_of(actor, world)) is Answered.YES:
        seen.add((OFFICE, actor.agency_id.hex))
    return frozenset(seen)


def _alike() -> dict[policy.Table, list[str]]:
    groups = defaultdict(list)
    for label, table in TABLES.items():
        groups[table].append(label)
    return groups


def ruled(actor: Actor, world: World) -> Seen:
    """What the writer's direct rule lets through. Tables kept alike have one rule, asked once for all of them."""
    seen: set[tuple[str, str]] = set()
    with frame.doing(), frame.looking(ctx_of(actor, world).eyes()), connections[WRITER].cursor() as cursor:
        for table, labels in _alike().items():
            case = "NULL" if table.kept is Class.OWN_AGENCY else f"t.{table.case_column}"
            named = "" if table.case_column == "id" else f", {case} AS case_id"
            named += f", t.{table.line_column}" if table.line_column else ""
            named += f", t.{table.barring_column}" if table.barring_column else ""
            every = " UNION ALL ".join(
                f"SELECT '{label}' AS label, t.id, t.agency_id{named}, {_author(label)} AS author_membership_id"
                f' FROM main."{apps.get_model(label)._meta.db_table}" t'
                for label in labels
            )
            cursor.execute(f"SELECT r.label, r.id FROM ({every}) r WHERE {wall.direct_rule(table)}")
            seen |= set(cursor.fetchall())
        cursor.execute(policy.inlined_sets()["lawful_kept"])
        seen |= {(OFFICE, agency) for (agency,) in cursor.fetchall()}
    return frozenset(seen)


def _author(label: str) -> str:
    return "NULL" if TABLES[label].kept is Class.OWN_AGENCY else "t.author_membership_id"


def through_act(actor: Actor, world: World, *, label: str) -> tuple[set[str], set[str]]:
    """For one table: the ids that `Act.among` leaves, and those of which `Act.sees` says yes."""
    act = Act(ctx_of(actor, world), world.at)
    keys = [row.id for at, row in world.rows if at == label]
    model = apps.get_model(label)
    with frame.doing(), frame.looking(act.ctx.eyes()):
        among = {key.hex for key in act.among(model._default_manager.all()).values_list("id", flat=True)}
        sees = {key for key in keys if act.sees(label, UUID(hex=key))}
    return among, sees
