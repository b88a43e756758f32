"""The invented town, read once: as written by hand, and with its generated past."""

import pytest

from alongside.upkeep import invented, invented_past
from tests.upkeep.town import SEED


@pytest.fixture(scope="session")
def town():
    return invented.marlbrook()


@pytest.fixture(scope="session")
def past(town):
    return invented_past.generated(SEED, town=town)


@pytest.fixture(scope="session")
def told(town, past):
    """Everything that is told: written by hand and generated."""
    return (*town.consultations.values(), *past)
