"""Addresses of deciding whether to share, and of the adviser's side."""

from django.urls import path

from alongside.consultations import inbox_views, sharing_views

urlpatterns = [
    path("<uuid:consultation_id>/may-i-share/", sharing_views.may_i_share, name="may_i_share"),
    path(
        "<uuid:consultation_id>/may-i-share/<slug:pack_id>/<slug:node_id>/",
        sharing_views.question,
        name="question",
    ),
    path("<uuid:consultation_id>/check/", sharing_views.check, name="check"),
    path("shared-with-me/", inbox_views.inbox, name="inbox"),
    path("shared-with-me/<uuid:disclosure_id>/", inbox_views.inbox_item, name="inbox_item"),
]
