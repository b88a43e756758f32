"""Tables as SQLite should keep them: strict types, and no hidden row numbers behind UUID keys."""

from typing import Any, Self

from django.db import models

from alongside.access.sqlite import driver

base = driver.import_backend(driver.choose())
django_schema = base.DatabaseWrapper.SchemaEditorClass

# STRICT tables know five type names. Django's converters parse the text forms on the way out.
_STRICT_NAMES = {
    "AutoField": "integer",
    "BigAutoField": "integer",
    "SmallAutoField": "integer",
    "BigIntegerField": "integer",
    "IntegerField": "integer",
    "PositiveBigIntegerField": "integer",
    "PositiveIntegerField": "integer",
    "PositiveSmallIntegerField": "integer",
    "SmallIntegerField": "integer",
    "BooleanField": "integer",
    "DurationField": "integer",
    "FloatField": "real",
    "BinaryField": "blob",
}
DATA_TYPES = {name: _STRICT_NAMES.get(name, "text") for name in base.DatabaseWrapper.data_types}


class StrictSchemaEditor(django_schema):  # type: ignore[misc,valid-type]
    """Lays tables as STRICT, and WITHOUT ROWID unless the key is a counted integer (Django's own tables)."""

    def __enter__(self) -> Self:
        self.connection.is_laying_tables = True
        return super().__enter__()  # type: ignore[no-any-return]

    def __exit__(self, *raised: object) -> None:
        try:
            super().__exit__(*raised)
        finally:
            self.connection.is_laying_tables = False

    def table_sql(self, model: type[models.Model]) -> tuple[str, list[Any]]:
        sql, params = super().table_sql(model)
        counted = isinstance(model._meta.pk, models.IntegerField)  # noqa: SLF001 - Django's public-by-use name
        return sql + (" STRICT" if counted else " WITHOUT ROWID, STRICT"), params
