"""Django finds the room by this name."""

from django.apps import AppConfig


class VoiceConfig(AppConfig):
    name = "alongside.voice"
    label = "voice"
