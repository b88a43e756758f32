"""Addresses of the side that is asked: what was shared with me, one matter of it, and the lines that I answer."""

from django.urls import path

from alongside.advice import line_views, stop_views, views

app_name = "advice"

urlpatterns = [
    path("", views.inbox, name="inbox"),
    path("lines/<uuid:line_id>/", line_views.line, name="line"),
    path("lines/<uuid:line_id>/<uuid:question_id>/take/", line_views.take, name="take"),
    path("lines/<uuid:line_id>/<uuid:question_id>/hand-on/", line_views.hand_on, name="hand_on"),
    path("<uuid:disclosure_id>/", views.inbox_item, name="inbox_item"),
    path("<uuid:disclosure_id>/ask-back/", views.ask_back, name="ask_back"),
    path("<uuid:disclosure_id>/stop/<uuid:notice_id>/", stop_views.acknowledge, name="stop"),
    path("<uuid:disclosure_id>/taken-back/<uuid:notice_id>/", stop_views.taken_back, name="taken_back"),
    path("<uuid:disclosure_id>/copy/", views.copy, name="copy"),
]
