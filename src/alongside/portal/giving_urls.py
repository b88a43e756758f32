"""Addresses at which a practitioner gives a family its own pages."""

from django.urls import path

from alongside.portal import giving_views as views

app_name = "giving"
urlpatterns = [
    path("children/<uuid:child_id>/", views.links, name="links"),
    path("children/<uuid:child_id>/give/", views.give, name="give"),
    path("<uuid:link_id>/end/", views.revoke, name="revoke"),
    path("<uuid:link_id>/look/", views.heed, name="heed"),
]
