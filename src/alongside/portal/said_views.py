"""What one person says at their own page: their words and pictures, that they are not safe, what is wrong, a complaint."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from alongside.access.words import Ref
from alongside.involvement import queries as involvement
from alongside.involvement.queries import MyNotice
from alongside.portal.forms import Complaint, NotSafe, Said, Wrong
from alongside.portal.showing import my_page, shown
from alongside.portal.texts import PICTURES
from alongside.portal.visits import FamilyRequest
from alongside.portal.words import Part
from alongside.voice import commands as voice
from alongside.voice import queries as voices
from alongside.voice.words import Safety


def said(request: FamilyRequest) -> HttpResponse:
    """What they have said, and a place to say more. What was typed is read back before it is kept."""
    mine = my_page(request, Part.SAID)
    form = Said(request.POST if request.method == "POST" else None)
    if form.is_valid() and "keep" in request.POST:
        words, language = form.cleaned_data["words"], request.visit.language
        voice.say_for_myself(request.ctx, words=words, pictures=form.chosen(), language=language)
        return redirect(reverse("portal:said", query={"sent": "yes"}))
    page = {"mine": mine, "form": form, "texts": PICTURES}
    if form.is_valid() and "change" not in request.POST:
        return shown(request, "portal/read_back.html", {**page, "chosen": form.chosen()})
    mistaken = bool(form.errors) and "change" not in request.POST
    page |= {"voices": voices.list_my_words(request.ctx), "mistaken": mistaken}
    page["sent"] = "yes" if request.GET.get("sent") == "yes" and not mistaken else ""
    return shown(request, "portal/said.html", page, status=422 if mistaken else 200)


def not_safe(request: FamilyRequest) -> HttpResponse:
    """What happens when they say that they are not safe; sending it makes it happen."""
    mine = my_page(request)
    form = NotSafe(request.POST if request.method == "POST" else None)
    if form.is_valid():
        words, language = form.cleaned_data["words"], request.visit.language
        voice.say_for_myself(request.ctx, words=words, safety=Safety.NOT_SAFE, language=language)
        return redirect("portal:not_safe_said")
    return shown(request, "portal/not_safe.html", {"mine": mine, "said": ""})


def not_safe_said(request: FamilyRequest) -> HttpResponse:
    """That it was sent, and what happens now."""
    return shown(request, "portal/not_safe.html", {"mine": my_page(request), "said": "yes"})


def questions(request: FamilyRequest) -> HttpResponse:
    """Ask, say that something is wrong, complain; and what they were answered."""
    mine = my_page(request, Part.QUESTIONS)
    page = {
        "mine": mine,
        "voices": voices.list_my_words(request.ctx),
        "notices": involvement.list_my_notices(request.ctx) if Part.TOLD in mine.parts else (),
        "missing": request.GET.get("missing", ""),
        "sent": "yes" if request.GET.get("sent") == "yes" else "",
    }
    return shown(request, "portal/questions.html", page)


def wrong(request: FamilyRequest) -> HttpResponse:
    """Say that something is wrong, and what would be right."""
    my_page(request, Part.QUESTIONS)
    form = Wrong(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return _to_questions(missing="wrong")
    words = form.cleaned_data
    notice = _notice(request, words["about"])
    voice.say_this_is_wrong(
        request.ctx,
        about=Ref("notice", notice.id) if notice else None,
        words=words["words"],
        should_be=words["should_be"],
        written_by_membership_id=notice.written_by_membership_id if notice else None,
        language=request.visit.language,
    )
    return _to_questions(sent="yes")


def complain(request: FamilyRequest) -> HttpResponse:
    """Complain."""
    my_page(request, Part.QUESTIONS)
    form = Complaint(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return _to_questions(missing="complaint")
    voice.complain(request.ctx, words=form.cleaned_data["words"], language=request.visit.language)
    return _to_questions(sent="yes")


def ask(request: FamilyRequest) -> HttpResponse:
    """Ask something: it reaches whoever gave the page, as words of their own."""
    my_page(request, Part.QUESTIONS)
    form = Complaint(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return _to_questions(missing="question")
    voice.say_for_myself(request.ctx, words=form.cleaned_data["words"], language=request.visit.language)
    return _to_questions(sent="yes")


def _to_questions(**what: str) -> HttpResponse:
    return redirect(reverse("portal:questions", query=what))


def _notice(request: FamilyRequest, number: int | None) -> MyNotice | None:
    """What they mean, by its place among what they were told, the oldest first; None where they mean none."""
    told = involvement.list_my_notices(request.ctx) if number else ()
    if not number or number > len(told):
        return None
    return told[len(told) - number]
