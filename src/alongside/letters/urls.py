"""Addresses of letters."""

from django.urls import path

from alongside.letters import views

app_name = "letters"
urlpatterns = [
    path("child/<uuid:child_id>/", views.list_letters, name="list"),
    path("notice/<uuid:notice_id>/", views.write_letter, name="write"),
    path("<uuid:letter_id>/", views.open_letter, name="open"),
    path("<uuid:letter_id>/print/", views.print_letter, name="print"),
]
