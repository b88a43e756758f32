"""Django finds the room by this name."""

from django.apps import AppConfig


class ContactsConfig(AppConfig):
    name = "alongside.contacts"
    label = "contacts"
