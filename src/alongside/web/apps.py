"""Django finds the room by this name."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "alongside.web"
    label = "web"
