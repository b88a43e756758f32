"""Catalogues of a test's own, in a temporary folder."""

import pytest

from alongside.languages import catalogues
from alongside.languages.words import Language


@pytest.fixture
def own_catalogues(tmp_path, monkeypatch):
    """A folder with no catalogue in it; `fill(language, texts)` writes one."""
    monkeypatch.setenv("ALONGSIDE_CATALOGUES", str(tmp_path))
    catalogues._read.cache_clear()

    def fill(language: Language, texts: dict[str, str]) -> None:
        catalogues.write(catalogues.Catalogue(language, texts, None))

    yield fill
    catalogues._read.cache_clear()
