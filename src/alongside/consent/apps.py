"""Django finds the room by this name."""

from django.apps import AppConfig


class ConsentConfig(AppConfig):
    name = "alongside.consent"
    label = "consent"
