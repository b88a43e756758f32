"""The same through Django's own tools and through SQL written by hand. Importing this adds to `PATHS`."""

from io import StringIO

from django.contrib.contenttypes.models import ContentType
from django.core import serializers
from django.core.management import call_command

from alongside.access.routing import WRITER
from tests.walls.paths import Agency, Child, path, says, sql

# Frameworks


@path
def a_content_type(prey):
    return ContentType(app_label="families", model="child").get_object_for_this_type(pk=prey.child_id)


@path
def all_of_a_content_type(prey):
    return list(ContentType(app_label="families", model="child").get_all_objects_for_this_type())


@path
def serialize(prey):
    return says(serializers.serialize("json", Child.objects.all()))


@path
def dumpdata(prey):
    # Of the reader it dumps nothing: no table is laid there (the router says so).
    out = StringIO()
    call_command("dumpdata", "families.Child", database=WRITER, stdout=out)
    return says(out.getvalue())


# SQL by hand


@path
def raw(prey):
    return list(Child.objects.raw("SELECT * FROM families_child"))


@path
def a_cursor(prey):
    return sql("SELECT name FROM families_child")


@path
def a_table_expression_named_like_the_view(prey):
    return sql("WITH families_child AS (SELECT name FROM main.families_child) SELECT * FROM families_child")


@path
def a_plain_table_expression(prey):
    return sql("WITH x AS (SELECT name FROM families_child) SELECT * FROM x")


@path
def a_name_behind_the_view(prey):
    return sql('SELECT name FROM main."families_child"')


@path
def a_quoted_name_behind_the_view(prey):
    return sql('SELECT name FROM "main" . [families_child]')


@path
def an_extra_table(prey):
    return list(Agency.objects.extra(tables=["families_child"], select={"n": "families_child.name"}))


@path
def the_view_thrown_down(prey):
    sql("DROP VIEW temp.families_child")
    return sql("SELECT name FROM families_child")


@path
def the_writer_by_name(prey):
    return list(Child.objects.using(WRITER))


@path
def a_cursor_on_the_writer(prey):
    return sql("SELECT name FROM families_child", alias=WRITER)
