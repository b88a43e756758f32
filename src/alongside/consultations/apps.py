"""Django finds the room by this name."""

from django.apps import AppConfig


class ConsultationsConfig(AppConfig):
    name = "alongside.consultations"
    label = "consultations"
