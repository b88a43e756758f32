"""Addresses of the family's own pages. They carry no key of any record."""

from django.urls import path

from alongside.portal import agreed_views, said_views, views

app_name = "portal"
urlpatterns = [
    path("", views.door, name="door"),
    path("home/", views.home, name="home"),
    path("told/", views.told, name="told"),
    path("agreed/", agreed_views.agreed, name="agreed"),
    path("agreed/<int:number>/change/", agreed_views.change_my_mind, name="change_my_mind"),
    path("agreed/<int:number>/answer/", agreed_views.answer_request, name="answer_request"),
    path("said/", said_views.said, name="said"),
    path("not-safe/", said_views.not_safe, name="not_safe"),
    path("not-safe/said/", said_views.not_safe_said, name="not_safe_said"),
    path("questions/", said_views.questions, name="questions"),
    path("close/", views.close, name="close"),
]
