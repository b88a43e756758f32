"""Where a web server finds Alongside. It refuses an unsafe installation here too, whoever starts it."""

import os

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.wsgi import get_wsgi_application

os.umask(0o077)
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "alongside.web.settings")
application = get_wsgi_application()

from django.db import connections  # noqa: E402 - the settings must stand first

from alongside.upkeep import doctor  # noqa: E402

if found := doctor.unsafe(
    settings.PLACE, bind=os.environ.get("ALONGSIDE_SERVE_AT", "127.0.0.1:8000").rpartition(":")[0]
):
    raise ImproperlyConfigured(" ".join(found))
connections.close_all()
