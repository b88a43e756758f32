"""Django finds the room by this name."""

from django.apps import AppConfig


class UpkeepConfig(AppConfig):
    name = "alongside.upkeep"
    label = "upkeep"
