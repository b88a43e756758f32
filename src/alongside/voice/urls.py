"""Addresses of what a child and their family say."""

from django.urls import path

from alongside.voice import answering_views, views

app_name = "voice"
urlpatterns = [
    path("children/<uuid:child_id>/", views.child_voice, name="child_voice"),
    path("children/<uuid:child_id>/keep/", views.keep, name="keep"),
    path("children/<uuid:child_id>/correct/", views.correct, name="correct"),
    path("children/<uuid:child_id>/complain/", views.complain, name="complain"),
    path("said/<uuid:said_id>/read-back/", views.confirm, name="confirm"),
    path("said/<uuid:said_id>/safety/", answering_views.answer_not_safe, name="answer_not_safe"),
    path("corrections/<uuid:correction_id>/", answering_views.answer_correction, name="answer_correction"),
    path("questions/<uuid:question_id>/", answering_views.answer_question, name="answer_question"),
    path("complaints/<uuid:complaint_id>/", answering_views.answer_complaint, name="answer_complaint"),
]
