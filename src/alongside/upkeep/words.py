"""The closed words of looking after an installation."""

from enum import StrEnum


class Right(StrEnum):
    LOGIN_OPEN = "login:open"
