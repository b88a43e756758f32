"""Addresses of what is done with a whole record."""

from django.urls import path

from alongside.cases import views

app_name = "cases"

urlpatterns = [
    path("<uuid:child_id>/people/adoption/", views.seal_adoption, name="seal_adoption"),
    path("sealed/<uuid:command_id>/", views.sealed, name="sealed"),
]
