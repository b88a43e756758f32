"""Addresses of consultations: beginning one, its tasks, the record."""

from django.urls import path

from alongside.consultations import (
    asking_views,
    changed_views,
    concluding_views,
    keeping_views,
    list_views,
    nameless_views,
    objection_views,
    part_views,
    request_views,
    sending_views,
    spoken_views,
    step_views,
    told_views,
    views,
    withholding_views,
)
from alongside.consultations.person_urls import urlpatterns as person_urls

app_name = "consultations"

urlpatterns = [
    path("", list_views.list_consultations, name="list"),
    path("export/", list_views.export_list, name="export"),
    path("begin/", views.begin, name="begin"),
    path("without-names/", nameless_views.begin_no_names, name="begin_no_names"),
    path("already-spoken/", spoken_views.already_spoken, name="already_spoken"),
    path("<uuid:consultation_id>/", views.open_consultation, name="open"),
    path("<uuid:consultation_id>/whom/", asking_views.whom, name="whom"),
    path("<uuid:consultation_id>/why/", asking_views.why, name="why"),
    path("<uuid:consultation_id>/what/", asking_views.what, name="what"),
    path("<uuid:consultation_id>/family/", asking_views.family, name="family"),
    path("<uuid:consultation_id>/name/", nameless_views.name, name="name"),
    path("withheld/<uuid:telling_id>/", withholding_views.authorise, name="authorise"),
    path("withheld/<uuid:telling_id>/review/", withholding_views.review, name="review_withheld"),
    path("objections/<uuid:disagreement_id>/", objection_views.answer_objection, name="answer_objection"),
    path("changed/<uuid:changed_id>/", changed_views.changed, name="changed"),
    path("changed/<uuid:changed_id>/told/", changed_views.told_what_became, name="told_what_became"),
    path("<uuid:consultation_id>/family/part/", part_views.part, name="part"),
    path("<uuid:consultation_id>/family/ask/", request_views.ask_family, name="ask_family"),
    path("<uuid:consultation_id>/told/", told_views.told, name="told"),
    path("about/<uuid:child_id>/told/", told_views.told_about, name="told_about"),
    path("about/<uuid:child_id>/nothing/<slug:who>/", keeping_views.keep_from, name="keep_from"),
    path("about/<uuid:child_id>/told/<slug:who>/", keeping_views.told_after_all, name="told_after_all"),
    path("<uuid:consultation_id>/notices/<uuid:notice_id>/", told_views.open_notice, name="open_notice"),
    path(
        "<uuid:consultation_id>/write/<slug:kind>/<slug:who>/",
        told_views.write_notice,
        name="write_notice",
    ),
    *person_urls,
    path("<uuid:consultation_id>/talks/<uuid:talk_id>/slip/", sending_views.slip, name="slip"),
    path("<uuid:consultation_id>/asked-back/<uuid:asked_back_id>/", sending_views.reply, name="reply"),
    path("<uuid:consultation_id>/outcome/", concluding_views.outcome, name="outcome"),
    path("<uuid:consultation_id>/step/<slug:kind>/", step_views.step, name="step"),
    path("<uuid:consultation_id>/not-held/", concluding_views.not_held, name="not_held"),
    path("<uuid:consultation_id>/telling/", concluding_views.telling, name="telling"),
    path("<uuid:consultation_id>/done/", views.done, name="done"),
]
