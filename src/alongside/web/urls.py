"""Root addresses: the rooms of the house, and the pages that compose them."""

from django.urls import URLPattern, URLResolver, include, path

from alongside.web import entry_views, family_urls, views

_web: list[URLPattern | URLResolver] = [
    path("", views.today, name="today"),
    path("children/", views.children, name="children"),
    path("children/add/", views.add_child, name="add_child"),
    path("children/<uuid:child_id>/", views.child, name="child"),
    path("children/<uuid:child_id>/correct/", views.correct_child, name="correct_child"),
    path("guidance/", views.guidance, name="guidance"),
    path("guidance/<slug:pack_id>/", views.pack, name="pack"),
    path("drafts/", views.keep_draft, name="keep_draft"),
    path("sign-in/", entry_views.sign_in, name="sign_in"),
    path("sign-out/", entry_views.sign_out, name="sign_out"),
    path("demonstration/", entry_views.demonstration, name="demonstration"),
    path("healthy/", entry_views.healthy, name="healthy"),
]

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include((_web, "web"))),
    path("children/", include("alongside.families.urls")),
    path("children/", include("alongside.cases.urls")),
    path("shared-with-me/", include("alongside.advice.urls")),
    path("consultations/", include("alongside.consultations.urls")),
    path("contacts/", include("alongside.contacts.urls")),
    path("letters/", include("alongside.letters.urls")),
    path("decisions/", include("alongside.sharing.urls")),
    path("voice/", include("alongside.voice.urls")),
    path("papers/", include("alongside.papers.urls")),
    *family_urls.urlpatterns,
    path("private-links/", include("alongside.portal.giving_urls")),
    path("consent/", include("alongside.consent.urls")),
    path("consent/", include("alongside.portal.receipt_urls")),
]

handler404 = "alongside.web.refusals.not_there"
handler500 = "alongside.web.refusals.broken"
