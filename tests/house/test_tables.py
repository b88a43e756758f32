"""Law 5, the database says no first; law 2, every table is classified; law 16, everything has an end."""

from collections.abc import Iterator

import pytest
from django.apps import apps
from django.db import connections, models
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ProjectState
from django.db.models import CheckConstraint, F, Q, UniqueConstraint
from django.test.utils import isolate_apps

from alongside.access import policy
from alongside.access.words import Class
from tests.house.source import Breach, refuse

Table = type[models.Model]
GUARDED = frozenset({Class.PROTECTED, Class.PRIVATE, Class.CLOSED})


def ours() -> list[Table]:
    """Every table of the house."""
    return [table for table in apps.get_models() if table.__module__.startswith("alongside.")]


def where(table: Table) -> str:
    return f"src/{table.__module__.replace('.', '/')}.py {table.__name__}"


def columns(table: Table) -> dict[str, models.Field]:
    return {field.name: field for field in table._meta.concrete_fields}


def mentioned(condition: object) -> set[str]:
    """The columns that a condition speaks of."""
    if isinstance(condition, F):
        return {condition.name.split("__")[0]}
    if isinstance(condition, tuple):
        return {condition[0].split("__")[0]} | mentioned(condition[1])
    if isinstance(condition, Q):
        return {name for child in condition.children for name in mentioned(child)}
    parts = getattr(condition, "get_source_expressions", list)()
    return {name for part in parts if part is not None for name in mentioned(part)}


def both_or_neither(table: Table) -> Iterator[Breach]:
    fields = columns(table)
    for name, by in fields.items():
        if not name.endswith("_by") or isinstance(by, models.DateField):
            continue
        stem = name.removesuffix("_by")
        at = fields.get(f"{stem}_at") or fields.get(f"{stem}_on")
        if at is None:
            yield Breach(where(table), f"{name} does not say when", f"Put {stem}_at beside it")
        elif (by.null or at.null) and not any(
            {by.name, at.name} <= mentioned(c.condition) or {by.attname, at.name} <= mentioned(c.condition)
            for c in table._meta.constraints
            if isinstance(c, CheckConstraint)
        ):
            yield Breach(
                where(table),
                f"{at.name} and {name} may be set one without the other",
                "Add a CheckConstraint: both or neither",
            )


def test_who_and_when_are_both_known_or_neither():
    refuse("Law 5: both or neither is a constraint.", (b for table in ours() for b in both_or_neither(table)))


@isolate_apps("alongside.access")
def test_a_pair_without_its_constraint_is_caught():
    class Settled(models.Model):
        settled_at = models.DateTimeField(null=True)
        settled_by = models.UUIDField(null=True)

        class Meta:
            app_label = "access"

    class Kept(models.Model):
        kept_at = models.DateTimeField(null=True)
        kept_by = models.UUIDField(null=True)

        class Meta:
            app_label = "access"
            constraints = [
                CheckConstraint(
                    name="it_is_kept_by_someone_at_some_time",
                    condition=Q(kept_at__isnull=True, kept_by__isnull=True)
                    | Q(kept_at__isnull=False, kept_by__isnull=False),
                )
            ]

    class Lonely(models.Model):
        done_by = models.UUIDField()

        class Meta:
            app_label = "access"

    assert list(both_or_neither(Settled))
    assert list(both_or_neither(Lonely))
    assert not list(both_or_neither(Kept))


def is_sentence(name: str) -> bool:
    words = name.split("_")
    return (
        len(words) >= 3
        and all(words)
        and name == name.lower()
        and words[-1] not in {"check", "unique", "uniq", "ck", "uq"}
    )


def test_constraints_are_named_as_sentences():
    found = (
        Breach(
            where(table),
            f"the constraint {c.name} does not say what it keeps",
            "Name it as the sentence: a_release_is_approved_by_another_person",
        )
        for table in ours()
        for c in table._meta.constraints
        if isinstance(c, CheckConstraint | UniqueConstraint) and not is_sentence(c.name)
    )
    refuse("Law 5: constraints are named as sentences.", found)


@pytest.mark.parametrize("bad", ["grant_check", "ck_grant", "a_b_unique", "Grant_ends_after_start"])
def test_a_name_that_is_no_sentence_is_caught(bad):
    assert not is_sentence(bad)


def test_no_two_constraints_share_a_name():
    names = [c.name for table in ours() for c in table._meta.constraints]
    assert len(names) == len(set(names)), (
        "The database reports a constraint by its name alone: give each its own."
    )


def classified(label: str) -> Class | None:
    kept = policy.TABLES.get(label)
    return kept.kept if kept else None


def test_every_table_is_classified():
    lost = [
        t._meta.label for t in apps.get_models(include_auto_created=True) if classified(t._meta.label) is None
    ]
    assert not lost, (
        f"Say in access/policy.py TABLES how {', '.join(lost)} is kept: nothing is open by forgetting."
    )


def test_every_classified_table_exists():
    there = {t._meta.label for t in apps.get_models(include_auto_created=True)}
    # A room whose tables are not laid yet has nothing to classify; one with tables must have all it names.
    begun = {label.split(".")[0] for label in there}
    gone = [label for label in policy.TABLES if label not in there and label.split(".")[0] in begun]
    assert not gone, f"Take {', '.join(gone)} out of TABLES in access/policy.py: no such table."


def test_our_own_tables_are_no_framework():
    called = [t._meta.label for t in ours() if classified(t._meta.label) is Class.FRAMEWORK]
    assert not called, f"{', '.join(called)}: only Django's own tables stand outside the gate."


def leads_inside(table: Table) -> Iterator[Breach]:
    """A table that points at a guarded one tells of it, so it is guarded too."""
    if classified(table._meta.label) in GUARDED:
        return
    for field in table._meta.concrete_fields:
        target = field.related_model
        if isinstance(target, type) and classified(target._meta.label) in GUARDED:
            yield Breach(
                where(table),
                f"{field.name} leads to {target._meta.label}, which is guarded",
                "Guard this table too (access/policy.py)",
            )


def test_a_way_to_a_guarded_table_is_guarded():
    refuse(
        "Law 2: a table with a path to a protected one is protected.",
        (b for t in apps.get_models() for b in leads_inside(t)),
    )


@isolate_apps("alongside.access")
def test_an_open_way_to_a_guarded_table_is_caught():
    guarded = apps.get_model("access.Grant")

    class Note(models.Model):
        grant = models.ForeignKey(guarded, on_delete=models.PROTECT, related_name="+")

        class Meta:
            app_label = "access"

    assert list(leads_inside(Note))


NEEDED = {
    Class.PROTECTED: {"agency_id", "author_membership_id"},
    Class.OWN_AGENCY: {"agency_id"},
    Class.PRIVATE: {"author_membership_id", "until_at"},
}


def test_guarded_tables_carry_what_the_policy_reads():
    def found() -> Iterator[Breach]:
        for table in ours():
            kept = policy.TABLES.get(table._meta.label)
            if kept is None:
                continue
            needed = NEEDED.get(kept.kept, set()) | (
                {kept.case_column} if kept.kept is Class.PROTECTED else set()
            )
            there = {field.column for field in table._meta.concrete_fields}
            if missing := needed - there:
                yield Breach(
                    where(table),
                    f"lacks {', '.join(sorted(missing))}",
                    "Make it a ProtectedRow (access/rows.py)",
                )

    refuse("Settled: every protected row carries agency, case and author.", found())


def ends(table: Table) -> Iterator[Breach]:
    for name, field in columns(table).items():
        if isinstance(field, models.CharField | models.TextField) and not field.max_length:
            yield Breach(where(table), f"{name} has no max_length", "Say how long the text may be")
    if {"from_at", "from_on"} & set(columns(table)):
        last = columns(table).get("until_at") or columns(table).get("until_on")
        if last is not None and last.null:
            yield Breach(
                where(table), f"{last.name} may be empty", "Give it an end; a far one where there is none"
            )


def test_every_text_and_every_grant_has_an_end():
    refuse("Law 16: everything has an end.", (b for table in ours() for b in ends(table)))


@isolate_apps("alongside.access")
def test_a_text_without_an_end_is_caught():
    class Letter(models.Model):
        words = models.TextField()

        class Meta:
            app_label = "access"

    assert list(ends(Letter))


def test_nothing_is_deleted_along_a_key():
    found = (
        Breach(
            where(table),
            f"{name} deletes or empties along the key",
            "on_delete=models.PROTECT: records go by a command",
        )
        for table in ours()
        for name, field in columns(table).items()
        if field.remote_field is not None and field.remote_field.on_delete is not models.PROTECT
    )
    refuse("Law 14: a cascade deletes behind your back.", found)


def test_tables_point_one_way():
    """A reverse name on a row is a way around the query that guards the other table."""
    found = (
        Breach(where(table), f"{name} puts a way back on {field.related_model.__name__}", 'related_name="+"')
        for table in ours()
        for name, field in columns(table).items()
        if field.remote_field is not None and not field.remote_field.hidden
    )
    refuse("Law 2: no traversal.", found)


def test_no_migration_is_missing():
    loader = MigrationLoader(None)
    now = ProjectState.from_apps(apps)
    differing = MigrationAutodetector(loader.project_state(), now).changes(graph=loader.graph)
    assert not differing, (
        f"Tables and migrations differ in {', '.join(sorted(differing))}: run makemigrations."
    )


def test_every_constraint_stands_in_the_database(empty_house):
    with connections["default"].cursor() as cursor:
        cursor.execute("SELECT group_concat(sql, ' ') FROM sqlite_master")
        (laid,) = cursor.fetchone()
    missing = [c.name for table in ours() for c in table._meta.constraints if f'"{c.name}"' not in laid]
    assert not missing, f"The tables do not keep {', '.join(missing)}: look at the migrations."


def test_every_table_of_ours_is_strict(empty_house):
    with connections["default"].cursor() as cursor:
        cursor.execute("SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 1")
        strict = {name for (name,) in cursor.fetchall()}
    loose = [table._meta.db_table for table in ours() if table._meta.db_table not in strict]
    assert not loose, f"{', '.join(loose)} would take a text for a number."
