"""Django finds the room by this name."""

from django.apps import AppConfig


class InvolvementConfig(AppConfig):
    name = "alongside.involvement"
    label = "involvement"
