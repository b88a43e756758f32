"""Law 5, the database says no first: each constraint refuses a row that differs in one value from one it takes.

`refused/` has a line for every constraint, room by room: its name, the table, the values of a good row that matter,
and what makes it bad. The other columns are filled with anything of their type. A constraint without a line fails.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import uuid4

import pytest
from django.apps import apps
from django.db import IntegrityError, models, transaction
from django.db.models import CheckConstraint, UniqueConstraint

from alongside.access import frame
from tests.house.refused import consent, consulting, families, ground, sharing, telling
from tests.house.refused.values import ANOTHER, NOW, SOMEONE, Told, Values

ROOMS = (ground, families, consent, telling, sharing, consulting)
CHECKS: Told = {name: told for room in ROOMS for name, told in room.CHECKS.items()}
# A second row like the first is refused; changing the one value named here makes it welcome.
ONLY_ONCE: Told = {name: told for room in ROOMS for name, told in room.ONLY_ONCE.items()}
OF_A_RECEIPT = {
    "a_record_is_closed_by_one_adoption": {"later_child_id": ANOTHER},
    "a_record_is_begun_by_one_adoption": {"earlier_child_id": ANOTHER},
    "a_command_id_is_done_once_by_one_actor": {"leaf_seq": 2},
    "a_leaf_belongs_to_one_receipt": {"actor": "another"},
    "a_code_opens_one_link": {"token_digest": "c", "link_id": ANOTHER},
    "a_token_opens_one_link": {"code_digest": "c", "link_id": ANOTHER},
}

# Where a trigger of the log speaks before the constraint can.
SAID_FIRST = {"a_leaf_counts_from_nought": "takes the next number and no other"}


def anything(field: models.Field) -> Any:
    """A value of the field's type that says nothing."""
    if field.choices:
        return field.choices[0][0]
    kinds: tuple[tuple[type[models.Field], Any], ...] = (
        (models.UUIDField, SOMEONE),
        (models.DateTimeField, NOW),
        (models.DateField, NOW.date()),
        (models.IntegerField, 1),
        (models.BinaryField, b"0"),
        (models.JSONField, {}),
    )
    return next((value for kind, value in kinds if isinstance(field, kind)), "words")


def lay(label: str, values: Values) -> None:
    """Write one row as a deed would, every column filled."""
    table = apps.get_model(label)
    row: Values = {}
    for field in table._meta.concrete_fields:
        if field.primary_key and isinstance(field, models.UUIDField):
            row[field.attname] = uuid4()
        elif field.remote_field is not None:
            row[field.attname] = SOMEONE
        elif not field.null:
            row[field.attname] = anything(field)
    table(**{**row, **values}).save(force_insert=True)


@contextmanager
def undone() -> Iterator[None]:
    """A deed whose rows are taken back: the people and things they point at need not exist."""
    with transaction.atomic(using="default"), frame.doing():
        yield
        transaction.set_rollback(True, using="default")


@pytest.mark.parametrize("name", sorted(CHECKS))
def test_a_row_that_breaks_the_sentence_is_refused(name, empty_house):
    label, good, bad = CHECKS[name]
    with undone():
        lay(label, good)
    with pytest.raises(IntegrityError, match=SAID_FIRST.get(name, name)), undone():
        lay(label, {**good, **bad})


@pytest.mark.parametrize("name", sorted(ONLY_ONCE))
def test_what_is_there_once_is_refused_twice(name, empty_house):
    label, good, other = ONLY_ONCE[name]
    apart = OF_A_RECEIPT.get(name, {})
    with undone():
        lay(label, good)
        lay(label, {**good, **apart, **other})
    with undone():
        lay(label, good)
        with pytest.raises(IntegrityError, match="UNIQUE"):
            lay(label, {**good, **apart})


def test_every_constraint_is_seen_to_refuse():
    ours = [table for table in apps.get_models() if table.__module__.startswith("alongside.")]
    kept = {
        c.name for t in ours for c in t._meta.constraints if isinstance(c, CheckConstraint | UniqueConstraint)
    }
    told = set(CHECKS) | set(ONLY_ONCE)
    assert kept - told == set(), "Add a line for each: a good row, and the one value that makes it bad."
    assert told - kept == set(), "These constraints are gone: take their lines out."
