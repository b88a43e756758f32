"""Addresses of safe contacts."""

from django.urls import path

from alongside.contacts import views

app_name = "contacts"
urlpatterns = [
    path("child/<uuid:child_id>/", views.list_contacts, name="list"),
    path("child/<uuid:child_id>/add/<uuid:person_id>/", views.add_contact, name="add"),
    path("child/<uuid:child_id>/writing/<uuid:person_id>/", views.say_how_to_write, name="how_to_write"),
    path("<uuid:contact_id>/correct/", views.correct_contact, name="correct"),
    path("<uuid:contact_id>/verify/", views.verify_contact, name="verify"),
    path("<uuid:contact_id>/end/", views.end_contact, name="end"),
]
