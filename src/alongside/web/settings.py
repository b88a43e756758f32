"""Django's settings. What differs between installations is read from the environment in `place.py`."""

import os
from pathlib import Path

from alongside.web.place import read_place

PLACE = read_place(os.environ)
ROOMS = Path(__file__).resolve().parent.parent

SECRET_KEY = PLACE.secret_key
CONTACTS_KEYS = PLACE.contacts_keys
DEBUG = PLACE.mode == "debugging"
ALLOWED_HOSTS = list(PLACE.hosts)

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "alongside.audit",
    "alongside.access",
    "alongside.design",
    "alongside.notify",
    "alongside.papers",
    "alongside.languages",
    "alongside.directory",
    "alongside.duties",
    "alongside.reliance",
    "alongside.families",
    "alongside.contacts",
    "alongside.cases",
    "alongside.consent",
    "alongside.voice",
    "alongside.sharing",
    "alongside.involvement",
    "alongside.letters",
    "alongside.advice",
    "alongside.consultations",
    "alongside.portal",
    "alongside.web",
    "alongside.upkeep",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "alongside.web.middleware.Headers",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "alongside.web.middleware.PageFrame",
]

ROOT_URLCONF = "alongside.web.urls"
WSGI_APPLICATION = "alongside.upkeep.wsgi.application"

_EMBEDDED = {"ENGINE": "alongside.access.sqlite", "NAME": PLACE.database, "CONN_MAX_AGE": None}
# A statement with the wall's rule in it costs far more to prepare than to run: keep more of them than the usual 128.
_WAYS = {"timeout": 10, "cached_statements": 256}
DATABASES = {
    "default": {**_EMBEDDED, "OPTIONS": {"transaction_mode": "IMMEDIATE", **_WAYS}},
    "reader": {**_EMBEDDED, "OPTIONS": _WAYS, "TEST": {"MIRROR": "default"}},
}
DATABASE_ROUTERS = ["alongside.access.routing.Router"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [folder for room in sorted(ROOMS.iterdir()) if (folder := room / "templates").is_dir()],
        "APP_DIRS": False,
        "OPTIONS": {
            "environment": "alongside.design.jinja.environment",
            "context_processors": ["alongside.web.surround.page_context"],
        },
    }
]

AUTHENTICATION_BACKENDS = ["django.contrib.auth.backends.ModelBackend"]
if PLACE.mode != "real":
    AUTHENTICATION_BACKENDS += ["alongside.web.choosing.ChosenInDemonstration"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 15}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "web:sign_in"
LOGIN_REDIRECT_URL = "web:today"

SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "alongside.web.refusals.csrf_failed"
# Behind a demonstration's loopback there is no TLS; a real installation is served only over it.
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = PLACE.mode == "real"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if PLACE.mode == "real" else None
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if PLACE.mode == "real" else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = PLACE.mode == "real"
SECURE_SSL_REDIRECT = PLACE.mode == "real"
# Not "no-referrer": browsers then send a form with the origin "null", which is refused as forged.
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 500
# A picture that is handed in stays in memory until it is kept as a row, never in a file; one that is larger is left.
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]
FILE_UPLOAD_MAX_MEMORY_SIZE = 5_500_000

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True
USE_I18N = False

STATIC_URL = "/static/"
STATIC_ROOT = PLACE.home / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = False

# Mail: into files of a demonstration's own folder; from a real installation by its mail server, or not at all.
EMAIL_BACKEND = (
    "django.core.mail.backends.smtp.EmailBackend"
    if PLACE.mode == "real"
    else "django.core.mail.backends.filebased.EmailBackend"
)
EMAIL_FILE_PATH = PLACE.home / "mail"
DEFAULT_FROM_EMAIL = PLACE.mail.sender if PLACE.mail else "alongside@localhost"
FAMILY_MAIL_FROM = PLACE.family_sender
FAMILY_ADDRESS = PLACE.family_address
FAMILY_HOST = PLACE.family_host
EMAIL_HOST = PLACE.mail.host if PLACE.mail else ""
EMAIL_PORT = PLACE.mail.port if PLACE.mail else 0
EMAIL_HOST_USER = PLACE.mail.login if PLACE.mail else ""
EMAIL_HOST_PASSWORD = PLACE.mail.password if PLACE.mail else ""
EMAIL_USE_TLS = PLACE.mail is not None and PLACE.mail.security == "starttls"
EMAIL_USE_SSL = PLACE.mail is not None and PLACE.mail.security == "tls"
EMAIL_TIMEOUT = 20

# Content never reaches the server's log: no SQL, no tracebacks with locals, no addresses with keys.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"without_addresses": {"()": "alongside.web.quiet.WithoutAddresses"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "filters": ["without_addresses"]}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
