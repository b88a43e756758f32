"""Addresses of consultations: beginning one, its tasks, the record."""

from django.urls import path

from alongside.consultations import asking_views, concluding_views, views
from alongside.consultations.sharing_urls import urlpatterns as sharing_urls

app_name = "consultations"

urlpatterns = [
    path("", views.list_consultations, name="list"),
    path("begin/", views.begin, name="begin"),
    *sharing_urls,
    path("<uuid:consultation_id>/", views.open_consultation, name="open"),
    path("<uuid:consultation_id>/whom/", asking_views.whom, name="whom"),
    path("<uuid:consultation_id>/why/", asking_views.why, name="why"),
    path("<uuid:consultation_id>/what/", asking_views.what, name="what"),
    path("<uuid:consultation_id>/family/", asking_views.family, name="family"),
    path("<uuid:consultation_id>/talk/", concluding_views.talk, name="talk"),
    path("<uuid:consultation_id>/outcome/", concluding_views.outcome, name="outcome"),
    path("<uuid:consultation_id>/telling/", concluding_views.telling, name="telling"),
    path("<uuid:consultation_id>/done/", views.done, name="done"),
]
