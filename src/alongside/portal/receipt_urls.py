"""Addresses at which a practitioner prints what a person agreed to, beside the records of consent."""

from django.urls import path

from alongside.portal import receipt_views as views

app_name = "receipts"
urlpatterns = [path("<uuid:consent_id>/receipt/", views.receipt, name="receipt")]
