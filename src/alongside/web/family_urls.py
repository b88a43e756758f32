"""Every address that answers on a name of the families' own: their pages, and nothing else of the house."""

from django.urls import URLPattern, URLResolver, include, path

from alongside.portal import visits

urlpatterns: list[URLPattern | URLResolver] = [
    path(visits.PATH.removeprefix("/"), include("alongside.portal.urls")),
]

handler404 = "alongside.web.refusals.not_there"
handler500 = "alongside.web.refusals.broken"
