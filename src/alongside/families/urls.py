"""Addresses of a child's people."""

from django.urls import path

from alongside.families import facts_views, stage_views, views

app_name = "families"

urlpatterns = [
    path("<uuid:child_id>/people/", views.people, name="people"),
    path("<uuid:child_id>/people/add/", views.add_adult, name="add_adult"),
    path(
        "<uuid:child_id>/adults/<uuid:adult_id>/", views.correct_responsibility, name="correct_responsibility"
    ),
    path("<uuid:child_id>/adults/<uuid:adult_id>/correct/", views.correct_adult, name="correct_adult"),
    path("<uuid:child_id>/people/couple/", facts_views.relate_adults, name="relate_adults"),
    path("<uuid:child_id>/people/siblings/", facts_views.relate_siblings, name="relate_siblings"),
    path("<uuid:child_id>/people/homes/", facts_views.add_home, name="add_home"),
    path("<uuid:child_id>/people/homes/<uuid:home_id>/", facts_views.keep_home, name="keep_home"),
    path("<uuid:child_id>/people/orders/", facts_views.record_order, name="record_order"),
    path("<uuid:child_id>/people/orders/<uuid:order_id>/", facts_views.end_order, name="end_order"),
    path("<uuid:child_id>/people/birth-date/", facts_views.say_birth_date, name="say_birth_date"),
    path("<uuid:child_id>/people/adopted/", facts_views.open_adoption, name="open_adoption"),
    path("<uuid:child_id>/people/birth/", stage_views.record_birth, name="record_birth"),
    path("<uuid:child_id>/people/loss/", stage_views.record_loss, name="record_loss"),
    path("<uuid:child_id>/people/death/", stage_views.record_death, name="record_death"),
    path("<uuid:child_id>/people/move/", stage_views.record_move, name="record_move"),
]
