"""The ways by which code reaches a row without asking: each answers whether it learned anything of one child.

A path answers True where the protected thing could be told apart from nothing. Refusing (a row that is not
there, a statement that the guard stops) is learning nothing.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import chain
from typing import Any
from uuid import UUID

from django.apps import apps
from django.core.exceptions import ValidationError
from django.core.management import CommandError
from django.db import connections, models
from django.db.models import Count, Exists, F, Max, OuterRef, QuerySet, Subquery
from django.forms import ModelChoiceField
from django.http import Http404
from django.shortcuts import get_list_or_404, get_object_or_404

from alongside.access.routing import READER
from alongside.access.sqlite.wall import ProtectedName

Child = apps.get_model("families.Child")
Relationship = apps.get_model("families.Relationship")
Case = apps.get_model("cases.Case")
Agency = apps.get_model("directory.Agency")
NAME = "Ayo Adeyemi"
REFUSALS = (Child.DoesNotExist, ProtectedName, Http404, CommandError)


@dataclass(frozen=True, slots=True)
class Prey:
    """The rows that a path tries to reach."""

    child_id: UUID
    case_id: UUID
    adult_id: UUID
    agency_id: UUID
    membership_id: UUID


Path = Callable[[Prey], Any]
PATHS: dict[str, Path] = {}


def path(reach: Path) -> Path:
    PATHS[reach.__name__] = reach
    return reach


def learned(reach: Path, prey: Prey) -> bool:
    """Walk a path; True where it told the child from nothing."""
    try:
        return bool(reach(prey))
    except REFUSALS:
        return False


def says(text: object) -> bool:
    return NAME in str(text)


def sql(statement: str, *, alias: str = READER) -> list[tuple[Any, ...]]:
    with connections[alias].cursor() as cursor:
        cursor.execute(statement)
        return list(cursor.fetchall())


# Managers and instances


@path
def the_manager(prey):
    return Child.objects.filter(pk=prey.child_id).exists()


@path
def the_default_manager(prey):
    return list(Child._default_manager.all())


@path
def the_base_manager(prey):
    return list(Child._base_manager.all())


@path
def a_queryset_of_ones_own(prey):
    return list(QuerySet(Child))


@path
def a_manager_of_ones_own(prey):
    own = models.Manager()
    own.model = Child
    return list(own.all())


@path
def a_foreign_key(prey):
    return Relationship(child_id=prey.child_id).child


@path
def refresh_from_db(prey):
    child = Child(pk=prey.child_id)
    child.refresh_from_db()
    return child.name


@path
def a_deferred_field(prey):
    child = Child.from_db(READER, ["id"], [prey.child_id])
    return child.name


@path
def in_bulk(prey):
    return Child.objects.in_bulk([prey.child_id])


@path
def get_or_create(prey):
    child, _ = Child.objects.get_or_create(pk=prey.child_id)
    return child


@path
def iterator(prey):
    return list(Child.objects.iterator(chunk_size=10))


@path
def get_object_or_not_found(prey):
    return get_object_or_404(Child, pk=prey.child_id)


@path
def get_list_or_not_found(prey):
    return get_list_or_404(Child)


# Joins


@path
def select_related(prey):
    return [r.child.name for r in Relationship.objects.select_related("child")]


@path
def prefetch_related(prey):
    loose = [Relationship(child_id=prey.child_id)]
    models.prefetch_related_objects(loose, "child")
    return loose[0]._state.fields_cache.get("child")


@path
def values_over_a_join(prey):
    return list(Relationship.objects.values("child__name"))


@path
def values_list(prey):
    return list(Child.objects.values_list("name", flat=True))


@path
def annotate_over_a_join(prey):
    return list(Relationship.objects.annotate(named=F("child__name")).values_list("named"))


@path
def a_filter_over_a_join(prey):
    return Relationship.objects.filter(child__name__startswith=NAME[:1]).exists()


@path
def a_union(prey):
    open_names = Agency.objects.filter(pk=UUID(int=0)).values_list("name")
    return list(open_names.union(Child.objects.values_list("name")))


@path
def a_subquery_from_an_open_table(prey):
    name = Child.objects.filter(agency_id=OuterRef("pk")).values("name")[:1]
    return Agency.objects.annotate(named=Subquery(name)).filter(named__isnull=False)


@path
def existence_from_an_open_table(prey):
    return Agency.objects.filter(Exists(Child.objects.filter(agency_id=OuterRef("pk"))))


@path
def a_list_within_an_open_table(prey):
    return Agency.objects.filter(pk__in=Child.objects.values("agency_id"))


# Oracles: nothing is shown, and yet something is told


@path
def a_filter_on_a_prefix(prey):
    return Child.objects.filter(name__startswith=NAME[:1]).exists()


@path
def the_order(prey):
    return Child.objects.order_by("name").values_list("pk", flat=True).first()


@path
def a_count(prey):
    return Child.objects.count()


@path
def an_aggregate(prey):
    return Child.objects.aggregate(last=Max("name"))["last"]


@path
def a_grouped_count(prey):
    return list(Child.objects.values("agency_id").annotate(number=Count("pk")))


@path
def a_foreign_key_that_validates(prey):
    loose = Relationship(child_id=prey.child_id)
    try:
        Relationship._meta.get_field("child").validate(prey.child_id, loose)
    except ValidationError:
        return False
    return True


@path
def a_unique_constraint_that_validates(prey):
    try:
        Relationship(child_id=prey.child_id, adult_id=prey.adult_id).validate_constraints()
    except ValidationError:
        return True
    return False


@path
def a_choice_in_a_form(prey):
    try:
        return ModelChoiceField(Child.objects.all()).clean(str(prey.child_id))
    except ValidationError:
        return False


def all_learned(prey: Prey, *, among: Iterable[str] = ()) -> set[str]:
    """The names of the paths that learn something."""
    return {name for name in (among or chain(PATHS)) if learned(PATHS[name], prey)}
