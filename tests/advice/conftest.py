"""What the tests of the side that is asked share: the cast with Nia, who answers the school's line beside Cerys."""

import pytest

from tests import lines
from tests.people import Cast


@pytest.fixture
def cast(cast: Cast) -> Cast:
    """The cast and Nia."""
    return lines.with_nia(cast)
