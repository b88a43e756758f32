"""Django finds the room by this name."""

from django.apps import AppConfig


class LettersConfig(AppConfig):
    name = "alongside.letters"
    label = "letters"
