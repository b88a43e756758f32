"""Addresses of the consent ledger."""

from django.urls import path

from alongside.consent import views

app_name = "consent"
urlpatterns = [
    path("children/<uuid:child_id>/", views.ledger, name="ledger"),
    path("children/<uuid:child_id>/assess/<uuid:matter_id>/", views.assess, name="assess"),
    path("disagreements/<uuid:disagreement_id>/", views.disagreement, name="disagreement"),
    path("disagreements/<uuid:disagreement_id>/resolve/", views.resolve, name="resolve"),
    path("disagreements/<uuid:disagreement_id>/orders/", views.look_for_orders, name="look_for_orders"),
    path("<uuid:consent_id>/", views.open_record, name="open_record"),
    path("<uuid:consent_id>/receipt.json", views.receipt, name="receipt"),
    path("<uuid:consent_id>/withdraw/", views.withdraw, name="withdraw"),
    path("<uuid:consent_id>/renew/", views.renew, name="renew"),
    path("<uuid:consent_id>/found-invalid/", views.found_invalid, name="found_invalid"),
    path("<uuid:consent_id>/no-reply/", views.no_reply, name="no_reply"),
    path("<uuid:consent_id>/read/", views.heed, name="heed"),
]
