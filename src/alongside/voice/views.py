"""What a child and their family say, and keeping it."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from alongside.access.context import day_in_london
from alongside.access.request import Request
from alongside.access.words import NotThere
from alongside.design.pages import ask
from alongside.families import queries as families
from alongside.involvement import queries as involvement
from alongside.voice import commands, pages, queries, rules
from alongside.voice.forms import KeepWords, RecordComplaint, RecordCorrection
from alongside.voice.words import Form


def child_voice(request: Request, child_id: UUID) -> HttpResponse:
    """What the child and the family said for themselves, what they say is wrong, what they complain of."""
    page = families.open_child(request.ctx, child_id=child_id)
    voice = queries.list_child_voice(request.ctx, child_id=child_id)
    written = involvement.list_notices_about(request.ctx, child_id=child_id)
    notices = {notice.id: notice for notice in written}
    instead = commands.who_answers_instead(request.ctx, child_id=child_id) if voice.complaints else {}
    shown = {"child": page.child, "voice": voice, "notices": notices, "instead": instead}
    return render(request, "voice/child_voice.html", shown)


def keep(request: Request, child_id: UUID) -> HttpResponse:
    """Keep what somebody said for themselves: in words, pictures or a drawing."""
    page, today = families.open_child(request.ctx, child_id=child_id), day_in_london(request.ctx.now)
    age = rules.age_on(today, born_on=page.child.born_on)
    people, offered = pages.people(page), rules.pictures_for(age)
    return ask(
        request,
        template="voice/keep.html",
        make=lambda typed, initial: KeepWords(
            typed, request.FILES or None, initial=initial, people=people, today=today, offered=offered
        ),
        save=lambda form: _keep(request, child_id, form),
        page={"child": page.child, "prompt": rules.prompt_for(age), "offered": offered},
    )


def _keep(request: Request, child_id: UUID, form: KeepWords) -> str:
    typed, heard, ctx = form.cleaned_data, form.heard(), request.ctx
    if typed["form"] == Form.DRAWING:
        picture, words = typed["picture"], typed["of_drawing"]
        commands.keep_drawing(ctx, child_id=child_id, picture=picture, words=words, heard=heard)
    elif typed["form"] == Form.PICTURES:
        pictures, words = form.chosen(), typed["of_pictures"]
        commands.keep_pictures(ctx, child_id=child_id, pictures=pictures, words=words, heard=heard)
    else:
        commands.keep_words(ctx, child_id=child_id, words=typed["words"], heard=heard)
    return reverse("voice:child_voice", args=[child_id])


def confirm(request: Request, said_id: UUID) -> HttpResponse:
    """Say that it was read back to them, and that they said it is right."""
    said = queries.open_said(request.ctx, said_id=said_id)
    if request.method != "POST":
        raise NotThere
    commands.confirm_words(request.ctx, said_id=said_id)
    return redirect("voice:child_voice", said.child_id)


def correct(request: Request, child_id: UUID) -> HttpResponse:
    """Write down what somebody says is wrong."""
    page, today = families.open_child(request.ctx, child_id=child_id), day_in_london(request.ctx.now)
    people = pages.people(page)
    return ask(
        request,
        template="voice/correct.html",
        make=lambda typed, initial: RecordCorrection(typed, initial=initial, people=people, today=today),
        save=lambda form: _correct(request, child_id, form),
        page={"child": page.child},
    )


def _correct(request: Request, child_id: UUID, form: RecordCorrection) -> str:
    typed = form.cleaned_data
    commands.record_correction(
        request.ctx,
        child_id=child_id,
        adult_id=form.adult_id,
        about=None,
        words=typed["words"],
        should_be=typed["should_be"],
        said_on=typed["said_on"],
    )
    return reverse("voice:child_voice", args=[child_id])


def complain(request: Request, child_id: UUID) -> HttpResponse:
    """Write down a complaint."""
    page, today = families.open_child(request.ctx, child_id=child_id), day_in_london(request.ctx.now)
    people = pages.people(page)
    return ask(
        request,
        template="voice/complain.html",
        make=lambda typed, initial: RecordComplaint(typed, initial=initial, people=people, today=today),
        save=lambda form: _complain(request, child_id, form),
        page={"child": page.child},
    )


def _complain(request: Request, child_id: UUID, form: RecordComplaint) -> str:
    words, said_on = form.cleaned_data["words"], form.cleaned_data["said_on"]
    commands.record_complaint(
        request.ctx, child_id=child_id, adult_id=form.adult_id, words=words, said_on=said_on
    )
    return reverse("voice:child_voice", args=[child_id])
