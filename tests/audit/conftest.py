"""The log under test is that of an empty house."""

from pathlib import Path

import pytest


@pytest.fixture
def log_file(empty_house: Path) -> Path:
    """The database file whose log is still empty; the writer's alias points at it."""
    return empty_house
