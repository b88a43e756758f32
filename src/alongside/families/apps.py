"""Django finds the room by this name."""

from django.apps import AppConfig


class FamiliesConfig(AppConfig):
    name = "alongside.families"
    label = "families"
