"""Every test of the portal meets the door as if nobody had tried it before."""

import pytest

from alongside.portal import trying


@pytest.fixture(autouse=True)
def _nobody_tried_yet(monkeypatch):
    monkeypatch.setattr("alongside.portal.views.TRIED", trying.Tries())
