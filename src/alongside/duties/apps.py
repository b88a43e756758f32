"""Django finds the room by this name."""

from django.apps import AppConfig


class DutiesConfig(AppConfig):
    name = "alongside.duties"
    label = "duties"
