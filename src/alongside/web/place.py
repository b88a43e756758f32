"""Where this installation lives and how it is to run, read from its environment once."""

import base64
import binascii
import re
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

MAIL = ("HOST", "PORT", "FROM", "SECURITY", "LOGIN", "PASSWORD")
PORTS = {"starttls": 587, "tls": 465, "none": 25}
# Words that tell whoever sees a mail or an address from what it comes.
TELLING = ("alongside", "safeguarding", "family")
LOOPBACK = ("127.0.0.1", "localhost", "[::1]")

NEW_KEY = "python3 -c 'import base64, secrets; print(base64.b64encode(secrets.token_bytes(32)).decode())'"


@dataclass(frozen=True, slots=True)
class MailServer:
    """The server that takes neutral mails, and the sender that they name. `login` is empty where none is needed."""

    host: str
    port: int
    sender: str
    security: str  # "starttls", "tls" or "none"
    login: str
    password: str


@dataclass(frozen=True, slots=True)
class Place:
    """The installation: its folder, its mode, its names on the network."""

    home: Path
    mode: str  # "real", "demonstration" or "debugging"
    hosts: tuple[str, ...]
    secret_key: str
    csc_telephone: str
    contacts_keys: tuple[
        bytes, ...
    ] = ()  # the key of protected contacts, and the one before while it is changed
    mail: MailServer | None = None  # None where no mail is sent: then nobody can be reminded
    family_sender: str = ""  # from whom a family gets e-mail; empty where none is sent to families
    family_address: str = (
        ""  # where families find their pages; empty where under the name that practitioners use
    )

    @property
    def database(self) -> Path:
        return self.home / "alongside.sqlite3"

    @property
    def family_host(self) -> str:
        """The name on which families find their pages and nobody finds anything else; empty where none is theirs alone.

        A name of this machine itself is for whoever looks after it, and does not make another one theirs alone.
        """
        name = urlsplit(self.family_address).hostname or ""
        return name if any(host not in {name, *LOOPBACK} for host in self.hosts) else ""


def read_place(environ: Mapping[str, str]) -> Place:
    """Read the installation from ALONGSIDE_* variables.

    Raises ImproperlyConfigured, saying which variable to set, where a real installation would be unsafe.
    """
    mode = environ.get("ALONGSIDE_MODE", "real")
    if mode not in {"real", "demonstration", "debugging"}:
        raise ImproperlyConfigured(
            f"ALONGSIDE_MODE is {mode!r}. Set it to real, demonstration or debugging, or leave it out for real."
        )
    home = Path(environ.get("ALONGSIDE_HOME", "var")).resolve()
    hosts = tuple(
        h.strip() for h in environ.get("ALONGSIDE_HOSTS", "127.0.0.1,localhost").split(",") if h.strip()
    )
    if mode != "real" and any(host not in LOOPBACK for host in hosts):
        raise ImproperlyConfigured(
            f"ALONGSIDE_MODE={mode} is for this machine alone, but ALONGSIDE_HOSTS names {', '.join(hosts)}. "
            "Take the outside names out, or set ALONGSIDE_MODE=real."
        )
    telephone = environ.get("ALONGSIDE_CSC_TELEPHONE", "")
    secret = _secret(environ, home, mode)
    mail = _mail(environ)
    sender, address = _family(environ, hosts, mode, mail)
    keys = _contacts_keys(environ, home, mode)
    return Place(home, mode, hosts, secret, telephone, keys, mail, sender, address)


def _family(
    environ: Mapping[str, str], hosts: tuple[str, ...], mode: str, mail: MailServer | None
) -> tuple[str, str]:
    """From whom a family gets e-mail, and where their pages are. Raises ImproperlyConfigured where either tells too much."""
    sender = environ.get("ALONGSIDE_FAMILY_MAIL_FROM", "").strip()
    address = environ.get("ALONGSIDE_FAMILY_ADDRESS", "").strip().rstrip("/")
    for name, said in (("ALONGSIDE_FAMILY_MAIL_FROM", sender), ("ALONGSIDE_FAMILY_ADDRESS", address)):
        told = next((word for word in TELLING if word in said.casefold()), None)
        if told:
            raise ImproperlyConfigured(
                f"{name} says “{told}”. Others may see it: choose a name that says nothing, also not of the agency."
            )
    if address and not re.fullmatch(r"https://[A-Za-z0-9.-]+(:\d+)?", address):
        raise ImproperlyConfigured(
            "ALONGSIDE_FAMILY_ADDRESS begins with https:// and has no path, such as https://pages.example.org."
        )
    if address and urlsplit(address).hostname not in hosts:
        raise ImproperlyConfigured(
            f"ALONGSIDE_FAMILY_ADDRESS is {address}, and ALONGSIDE_HOSTS does not name it: add it there."
        )
    if sender and not re.fullmatch(r"[^@\s<>,;]+@[^@\s<>,;]+", sender):
        raise ImproperlyConfigured(
            "ALONGSIDE_FAMILY_MAIL_FROM is one mailbox without a name, such as post@example.org."
        )
    if sender and mode == "real" and not (mail and address):
        raise ImproperlyConfigured(
            "A family gets e-mail only where a mail server is named (ALONGSIDE_MAIL_HOST) and their pages have a name "
            "that says nothing (ALONGSIDE_FAMILY_ADDRESS). Set both, or leave ALONGSIDE_FAMILY_MAIL_FROM out."
        )
    invented = "" if mode == "real" or mail else "post@page.example"
    return sender or invented, address


def _mail(environ: Mapping[str, str]) -> MailServer | None:
    """The mail server of an installation; None where none is named. Raises ImproperlyConfigured for half of one."""
    said = {name: environ.get(f"ALONGSIDE_MAIL_{name}", "").strip() for name in MAIL}
    if not any(said.values()):
        return None
    security = said["SECURITY"] or "starttls"
    if not (said["HOST"] and said["FROM"]):
        raise ImproperlyConfigured(
            "Mail is half set up: name both the server (ALONGSIDE_MAIL_HOST) and the sender (ALONGSIDE_MAIL_FROM), "
            "or leave out every ALONGSIDE_MAIL_ variable."
        )
    if bool(said["LOGIN"]) != bool(said["PASSWORD"]):
        raise ImproperlyConfigured("Set ALONGSIDE_MAIL_LOGIN and ALONGSIDE_MAIL_PASSWORD, or neither.")
    if security not in PORTS or (security == "none" and said["HOST"] not in LOOPBACK):
        raise ImproperlyConfigured(
            "ALONGSIDE_MAIL_SECURITY is starttls or tls; none is for a mail server on this machine alone."
        )
    if said["PORT"] and not said["PORT"].isdecimal():
        raise ImproperlyConfigured("ALONGSIDE_MAIL_PORT is a number, such as 587.")
    port = int(said["PORT"]) if said["PORT"] else PORTS[security]
    return MailServer(said["HOST"], port, said["FROM"], security, said["LOGIN"], said["PASSWORD"])


def _contacts_keys(environ: Mapping[str, str], home: Path, mode: str) -> tuple[bytes, ...]:
    """The key under which addresses are kept, then the one before it. Raises ImproperlyConfigured for a bad one."""
    given = environ.get("ALONGSIDE_CONTACTS_KEY", "").strip()
    before = environ.get("ALONGSIDE_CONTACTS_KEY_BEFORE", "").strip()
    if not given and mode == "real":
        raise ImproperlyConfigured(
            "ALONGSIDE_CONTACTS_KEY is missing. The addresses of families are kept under it, and without it none can "
            f"be read again: set it to 32 random bytes as base64, for instance from {NEW_KEY}."
        )
    if not given:
        given = _kept_in(
            home, "contacts-key-of-this-demonstration", lambda: base64.b64encode(secrets.token_bytes(32))
        )
    return tuple(
        _key(name, text)
        for name, text in (("ALONGSIDE_CONTACTS_KEY", given), ("ALONGSIDE_CONTACTS_KEY_BEFORE", before))
        if text
    )


def _key(name: str, text: str) -> bytes:
    try:
        key = base64.b64decode(text, validate=True)
    except binascii.Error:
        key = b""
    if len(key) != 32:
        raise ImproperlyConfigured(
            f"{name} is not 32 bytes as base64. Make one with: alongside contacts key."
        )
    return key


def _secret(environ: Mapping[str, str], home: Path, mode: str) -> str:
    given = environ.get("ALONGSIDE_SECRET_KEY", "")
    if len(given) >= 50:
        return given
    if mode == "real":
        raise ImproperlyConfigured(
            "ALONGSIDE_SECRET_KEY is missing or shorter than 50 characters. It signs sessions and forms: set it to "
            "a long random text that only this installation knows, for instance from "
            "python3 -c 'import secrets; print(secrets.token_urlsafe(64))'."
        )
    return _kept_in(home, "secret-of-this-demonstration", lambda: secrets.token_urlsafe(64).encode())


def _kept_in(home: Path, name: str, make: Callable[[], bytes]) -> str:
    """A secret that a demonstration makes for itself, in its own folder, for its owner alone."""
    home.mkdir(parents=True, exist_ok=True, mode=0o700)
    kept = home / name
    if not kept.exists():
        kept.touch(mode=0o600)
        kept.write_bytes(make())
    return kept.read_text()
