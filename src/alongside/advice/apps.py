"""Django finds the room by this name."""

from django.apps import AppConfig


class AdviceConfig(AppConfig):
    name = "alongside.advice"
    label = "advice"
