"""Django finds the room by this name."""

from django.apps import AppConfig


class PapersConfig(AppConfig):
    name = "alongside.papers"
    label = "papers"
