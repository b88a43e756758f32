"""Addresses of decisions."""

from django.urls import path

from alongside.sharing import comparison_views, views

app_name = "sharing"
urlpatterns = [
    path("<uuid:decision_id>/", views.open_decision, name="open_decision"),
    path("<uuid:decision_id>/countersign/", views.countersign, name="countersign"),
    path("<uuid:decision_id>/review/", views.review, name="review"),
    path("<uuid:decision_id>/look-again/", comparison_views.look_again, name="look_again"),
]
