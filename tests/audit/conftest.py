"""A fresh log in a file of its own for every test that asks for one."""

import shutil
from contextlib import contextmanager

import pytest
from django.db import connections
from django.db.migrations.executor import MigrationExecutor


@contextmanager
def pointed_at(path):
    writer = connections["default"]
    writer.close()
    before = writer.settings_dict["NAME"]
    writer.settings_dict["NAME"] = str(path)
    try:
        yield writer
    finally:
        writer.close()
        writer.settings_dict["NAME"] = before


@pytest.fixture(scope="session")
def laid_log(tmp_path_factory, django_db_blocker):
    """The tables of the log, laid once by the migrations."""
    path = tmp_path_factory.mktemp("log") / "laid.sqlite3"
    with django_db_blocker.unblock(), pointed_at(path) as writer:
        executor = MigrationExecutor(writer)
        executor.migrate(executor.loader.graph.leaf_nodes("audit"))
    return path


@pytest.fixture
def log_file(laid_log, tmp_path, django_db_blocker):
    """The path of an empty log; the writer's alias points at it."""
    path = tmp_path / "log.sqlite3"
    shutil.copyfile(laid_log, path)
    with django_db_blocker.unblock(), pointed_at(path):
        yield path
