"""Django finds the room by this name."""

from django.apps import AppConfig


class CasesConfig(AppConfig):
    name = "alongside.cases"
    label = "cases"
