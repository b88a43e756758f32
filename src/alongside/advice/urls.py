"""Addresses of the side that is asked: what was shared with me, and one matter of it."""

from django.urls import path

from alongside.advice import views

app_name = "advice"

urlpatterns = [
    path("", views.inbox, name="inbox"),
    path("<uuid:disclosure_id>/", views.inbox_item, name="inbox_item"),
]
