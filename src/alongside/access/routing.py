"""Which connection a statement takes: reads to the walled reader, deeds to the writer."""

from typing import Any

from alongside.access import frame

WRITER = "default"
READER = "reader"


class Router:
    """Reads go to the reader, inside a deed's frame to the writer; writes and tables always to the writer."""

    def db_for_read(self, model: Any, **hints: Any) -> str:  # noqa: ARG002 - Django's signature
        return WRITER if frame.is_open() else READER

    def db_for_write(self, model: Any, **hints: Any) -> str:  # noqa: ARG002
        return WRITER

    def allow_relation(self, one: Any, other: Any, **hints: Any) -> bool:  # noqa: ARG002
        return True

    def allow_migrate(self, alias: str, app_label: str, **hints: Any) -> bool:  # noqa: ARG002
        return alias == WRITER
