"""Signing in by choosing a person: in a demonstration, on the machine that runs it, and nowhere else."""

import ipaddress
from datetime import date
from typing import Any

from django.conf import settings
from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import User
from django.http import HttpRequest

from alongside.access.context import upkeep_context
from alongside.directory import queries as directory
from alongside.directory.queries import LoginCard
from alongside.directory.words import Setting
from alongside.web.words import INTRODUCTIONS, Choosing

FORWARDED = ("HTTP_FORWARDED", "HTTP_X_FORWARDED_FOR", "HTTP_X_REAL_IP")


def choosing(request: HttpRequest) -> Choosing:
    """Say whether people may be chosen here; a request that came through a proxy is not from this machine."""
    from_here = _is_loopback(request.META.get("REMOTE_ADDR", "")) and not any(
        name in request.META for name in FORWARDED
    )
    if settings.PLACE.mode == "real" or not from_here:
        return Choosing.NOT_OFFERED
    decided = directory.setting(Setting.DEMONSTRATION, on=date.max)
    return Choosing.OFFERED if decided else Choosing.NOT_OFFERED


def cast() -> tuple[LoginCard, ...]:
    """The people who can be chosen: the introduced ones in their order, then everybody else by agency and name."""
    order = list(INTRODUCTIONS)
    people = directory.list_logins(upkeep_context())
    introduced = (each for each in people if each.login_name in INTRODUCTIONS)
    others = (each for each in people if each.login_name not in INTRODUCTIONS)
    return (*sorted(introduced, key=lambda each: order.index(each.login_name)), *others)


class ChosenInDemonstration(ModelBackend):
    """Lets one sign in as a person whose login has no password, where choosing is offered."""

    def authenticate(
        self,
        request: HttpRequest | None,
        username: str | None = None,  # noqa: ARG002 - Django's signature
        password: str | None = None,  # noqa: ARG002
        **words: Any,
    ) -> User | None:
        """Answer the chosen login; None where choosing is not offered, or the login has a password."""
        chosen = words.get("chosen")
        if request is None or chosen is None or choosing(request) is Choosing.NOT_OFFERED:
            return None
        login = User.objects.filter(username=chosen, is_active=True).first()
        return login if login is not None and not login.has_usable_password() else None


def _is_loopback(address: str) -> bool:
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False
