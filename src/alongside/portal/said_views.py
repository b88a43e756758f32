"""What one person says at their own page: their words and pictures, that they are not safe, what is wrong, a complaint."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from alongside.access.words import Ref
from alongside.involvement.queries import MyNotice
from alongside.portal.forms import NotSafe, Questions, Said
from alongside.portal.showing import mark, my_notices, my_page, places, shown
from alongside.portal.texts import PICTURES
from alongside.portal.visits import FamilyRequest
from alongside.portal.words import Part
from alongside.voice import commands as voice
from alongside.voice import queries as voices
from alongside.voice.words import Safety


def said(request: FamilyRequest) -> HttpResponse:
    """What they have said, and a place to say more. What was typed is read back before it is kept.

    Who goes back to the start meanwhile takes the words along.
    """
    mine = my_page(request, Part.SAID)
    form = Said(request.POST if request.method == "POST" else None)
    if form.is_valid() and "keep" in request.POST:
        words, language = form.cleaned_data["words"], request.visit.language
        voice.say_for_myself(request.ctx, words=words, pictures=form.chosen(), language=language)
        return redirect(reverse("portal:said", query={"sent": "yes"}))
    page = {"mine": mine, "form": form, "texts": PICTURES}
    if "start" in request.POST:
        return shown(request, "portal/home.html", {**page, "places": places(mine), "unsent": "yes"})
    if form.is_valid() and "change" not in request.POST:
        return shown(request, "portal/read_back.html", {**page, "chosen": form.chosen()})
    mistaken = form.says_nothing() and "change" not in request.POST
    page |= {"voices": voices.list_my_words(request.ctx, readable=()), "mistaken": mistaken}
    page["sent"] = "yes" if request.GET.get("sent") == "yes" and not mistaken else ""
    return shown(request, "portal/said.html", page, status=422 if form.errors else 200)


def not_safe(request: FamilyRequest) -> HttpResponse:
    """What happens when they say that they are not safe; sending it makes it happen."""
    mine = my_page(request)
    form = NotSafe(request.POST if request.method == "POST" else None)
    if form.is_valid():
        words, language = form.cleaned_data["words"], request.visit.language
        voice.say_for_myself(request.ctx, words=words, safety=Safety.NOT_SAFE, language=language)
        return redirect("portal:not_safe_said")
    page = {"mine": mine, "said": "", "typed": form.data.get("words", "")}
    return shown(request, "portal/not_safe.html", page, status=422 if form.errors else 200)


def not_safe_said(request: FamilyRequest) -> HttpResponse:
    """That it was sent, and what happens now."""
    return shown(request, "portal/not_safe.html", {"mine": my_page(request), "said": "yes"})


def questions(request: FamilyRequest) -> HttpResponse:
    """Ask, say that something is wrong, complain; and what they were answered. What is not sent stays in its box."""
    mine = my_page(request, Part.QUESTIONS)
    form = Questions(request.POST if request.method == "POST" else None)
    if form.is_valid():
        SENDING[form.cleaned_data["send"]](request, form.cleaned_data)
        if not form.left():
            return redirect(reverse("portal:questions", query={"sent": "yes"}))
    page = {
        "mine": mine,
        "voices": voices.list_my_words(request.ctx, readable=voice.weigh_my_answered(request.ctx)),
        "notices": _marked(request) if Part.TOLD in mine.parts else (),
        "missing": form.missing(),
        "typed": form.left() if form.is_bound else {},
        "sent": "yes" if form.is_valid() or (request.GET.get("sent") == "yes" and not form.errors) else "",
    }
    return shown(request, "portal/questions.html", page, status=422 if form.errors else 200)


def _call_wrong(request: FamilyRequest, typed: dict[str, Any]) -> None:
    """Say that something is wrong, and what would be right."""
    notice = _notice(request, typed["about"])
    voice.say_this_is_wrong(
        request.ctx,
        about=Ref("notice", notice.id) if notice else None,
        words=typed["wrong"],
        should_be=typed["should_be"],
        written_by_membership_id=notice.written_by_membership_id if notice else None,
        language=request.visit.language,
    )


def _complain(request: FamilyRequest, typed: dict[str, Any]) -> None:
    voice.complain(request.ctx, words=typed["complaint"], language=request.visit.language)


def _ask(request: FamilyRequest, typed: dict[str, Any]) -> None:
    """Ask something: whoever gave the page owes the answer."""
    voice.ask(request.ctx, words=typed["question"], language=request.visit.language)


SENDING = {"wrong": _call_wrong, "question": _ask, "complaint": _complain}


def _notice(request: FamilyRequest, chosen: str) -> MyNotice | None:
    """What they mean among what they were told; None where they mean none, or one that has left their page."""
    marked = _marked(request) if chosen else ()
    return next((each for its_mark, each in marked if its_mark == chosen), None)


def _marked(request: FamilyRequest) -> tuple[tuple[str, MyNotice], ...]:
    """What they were told, newest first, each with what stands for it in a form."""
    return tuple((mark(request, each.id), each) for each in my_notices(request))
