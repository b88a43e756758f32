"""The address of a picture."""

from django.urls import path

from alongside.papers import views

app_name = "papers"
urlpatterns = [path("<uuid:paper_id>/", views.open_paper, name="open_paper")]
