"""Django finds the room by this name."""

from django.apps import AppConfig


class LanguagesConfig(AppConfig):
    name = "alongside.languages"
    label = "languages"
