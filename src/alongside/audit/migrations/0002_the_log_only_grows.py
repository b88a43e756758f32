"""Triggers by which the database itself refuses to change the log.

An INSERT OR REPLACE deletes without waking a delete trigger, so the insert triggers refuse a taken place too.
"""

from django.core.exceptions import ImproperlyConfigured
from django.db import migrations

KEEP = "An entry of the log is never changed or removed"
REFUSALS = {
    "audit_leaf_is_never_changed": ("UPDATE ON audit_leaf", "1", f"{KEEP}."),
    "audit_leaf_is_never_removed": ("DELETE ON audit_leaf", "1", f"{KEEP}."),
    "audit_leaf_follows_the_last": (
        "INSERT ON audit_leaf",
        "NEW.seq IS NOT COALESCE((SELECT MAX(seq) + 1 FROM audit_leaf), 0)",
        "An entry of the log takes the next number and no other.",
    ),
    "audit_node_is_never_changed": ("UPDATE ON audit_node", "1", f"{KEEP}; nor is its tree."),
    "audit_node_is_never_removed": ("DELETE ON audit_node", "1", f"{KEEP}; nor is its tree."),
    "audit_node_is_written_once": (
        "INSERT ON audit_node",
        'EXISTS (SELECT 1 FROM audit_node WHERE level = NEW.level AND "index" = NEW."index")',
        "A node of the log''s tree is written once.",
    ),
    "audit_detail_is_never_changed": (
        "UPDATE ON audit_detail",
        "1",
        "A detail of the log is kept or lawfully erased, never edited.",
    ),
    "audit_detail_is_written_once": (
        "INSERT ON audit_detail",
        "EXISTS (SELECT 1 FROM audit_detail WHERE leaf_seq = NEW.leaf_seq AND position = NEW.position)",
        "A detail of the log is written once.",
    ),
}


def sqlite_triggers():
    for name, (deed, condition, sentence) in REFUSALS.items():
        yield (
            f"CREATE TRIGGER {name} BEFORE {deed} WHEN {condition} "
            f"BEGIN SELECT RAISE(ABORT, '{sentence}'); END"
        )


# PostgreSQL comes with its own entry here: the same refusals as trigger functions, and REVOKE UPDATE, DELETE.
LAY = {"sqlite": sqlite_triggers}
LIFT = {"sqlite": lambda: (f"DROP TRIGGER {name}" for name in REFUSALS)}


def run(by_vendor, schema_editor):
    vendor = schema_editor.connection.vendor
    if vendor not in by_vendor:
        raise ImproperlyConfigured(
            f"The log cannot be kept on {vendor} yet: nothing there would refuse a change to an entry."
        )
    for sql in by_vendor[vendor]():
        schema_editor.execute(sql, params=None)


def lay(apps, schema_editor):
    run(LAY, schema_editor)


def lift(apps, schema_editor):
    run(LIFT, schema_editor)


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]

    operations = [migrations.RunPython(lay, lift)]
