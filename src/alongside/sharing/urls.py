"""Addresses of decisions, and of what an agency keeps for them."""

from django.urls import path

from alongside.sharing import comparison_views, kept_views, views

app_name = "sharing"
urlpatterns = [
    path("lawful/", kept_views.open_profile, name="own_profile"),
    path("lawful/change/", kept_views.keep_profile, name="keep_profile"),
    path("lawful/<uuid:profile_id>/", kept_views.open_profile, name="open_profile"),
    path("procedure/", kept_views.open_procedure, name="own_procedure"),
    path("procedure/change/", kept_views.keep_procedure, name="keep_procedure"),
    path("procedure/<uuid:procedure_id>/", kept_views.open_procedure, name="open_procedure"),
    path("<uuid:decision_id>/", views.open_decision, name="open_decision"),
    path("<uuid:decision_id>/countersign/", views.countersign, name="countersign"),
    path("<uuid:decision_id>/review/", views.review, name="review"),
    path("<uuid:decision_id>/look-again/", comparison_views.look_again, name="look_again"),
]
