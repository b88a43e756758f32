"""Addresses of the family's own pages. They carry no key of any record.

They are numbers, because a browser keeps the addresses that were opened in it: whoever reads its list is not to learn
that somebody opened the page on which one says that one is not safe (E39).
"""

from django.urls import path

from alongside.portal import agreed_views, said_views, views

app_name = "portal"
urlpatterns = [
    path("", views.door, name="door"),
    path("1/", views.home, name="home"),
    path("2/", views.told, name="told"),
    path("3/", agreed_views.agreed, name="agreed"),
    path("3/<int:number>/1/", agreed_views.change_my_mind, name="change_my_mind"),
    path("3/<int:number>/2/", agreed_views.answer_request, name="answer_request"),
    path("4/", said_views.said, name="said"),
    path("5/", said_views.not_safe, name="not_safe"),
    path("5/1/", said_views.not_safe_said, name="not_safe_said"),
    path("6/", said_views.questions, name="questions"),
    path("7/", views.close, name="close"),
]
