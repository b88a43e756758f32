"""Django finds the room by this name."""

from django.apps import AppConfig


class RelianceConfig(AppConfig):
    name = "alongside.reliance"
    label = "reliance"
