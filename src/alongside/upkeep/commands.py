"""The writes of the installation itself: accounts with which people sign in."""

from django.contrib.auth import get_user_model

from alongside.access.gate import Act, keeps
from alongside.access.words import Refused, Standing
from alongside.upkeep.words import Right


@keeps(Right.LOGIN_OPEN, to=(Standing.UPKEEP,))
def open_login(act: Act, *, login_name: str, email: str, password: str | None) -> int:  # noqa: ARG001
    """Open an account, and answer its number. Without a password nobody signs in with it but by another door.

    Accounts are the framework's own tables: they leave no leaf, so that no password comes near the log. Raises
    Refused where the name is taken.
    """
    logins = get_user_model().objects
    if logins.filter(username=login_name).exists():
        raise Refused(f"Somebody signs in as {login_name} already. Choose another sign-in name.")
    return int(logins.create_user(username=login_name, email=email, password=password).pk)
