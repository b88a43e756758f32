"""Addresses of what is done for each person asked: choosing another, deciding whether to share, the conversation."""

from django.urls import path

from alongside.consultations import asking_views, concluding_views, sending_views, sharing_views

_person = "<uuid:consultation_id>/people/<uuid:person_id>"

urlpatterns = [
    path(f"{_person}/whom/", asking_views.whom_instead, name="whom_instead"),
    path(f"{_person}/leave/", asking_views.leave_person, name="leave_person"),
    path(f"{_person}/may-i-share/", sharing_views.may_i_share, name="may_i_share"),
    path(f"{_person}/may-i-share/<slug:pack_id>/<slug:node_id>/", sharing_views.question, name="question"),
    path(f"{_person}/check/", sharing_views.check, name="check"),
    path(f"{_person}/procedure/", sharing_views.procedure, name="procedure"),
    path(f"{_person}/talk/", concluding_views.talk, name="talk"),
    path(f"{_person}/send/", sending_views.send, name="send"),
]
