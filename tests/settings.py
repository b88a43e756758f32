"""The product's own settings, for a house that every test makes for itself and nothing outside it."""

import os
import tempfile
from pathlib import Path

os.environ["ALONGSIDE_MODE"] = "demonstration"
os.environ["ALONGSIDE_HOME"] = str(Path(tempfile.gettempdir()) / f"alongside-tests-{os.getuid()}")

from alongside.web.settings import *  # noqa: F403
from alongside.web.settings import MIDDLEWARE, STORAGES

# Static files by their own names, served by the test server: hashed ones exist only where they were collected.
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
MIDDLEWARE = [each for each in MIDDLEWARE if not each.startswith("whitenoise.")]
PASSWORD_HASHERS = ["tests.hashing.Quick"]
