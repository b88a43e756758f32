"""What one person agreed to: the receipt, changing their mind, answering what they were asked, with their name under it."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect

from alongside.access.words import NotThere
from alongside.consent import commands as consent
from alongside.consent import queries as consents
from alongside.consent.queries import MyAnswer
from alongside.consent.words import Status
from alongside.portal import commands
from alongside.portal.forms import Answer, Withdraw
from alongside.portal.queries import MyPage
from alongside.portal.showing import mark, my_page, shown
from alongside.portal.texts import CATEGORIES, stands
from alongside.portal.visits import FamilyRequest
from alongside.portal.words import Part

TEXTS = {"categories": CATEGORIES, "stands": stands}


def agreed(request: FamilyRequest) -> HttpResponse:
    """Everything that they were asked or said about sharing, newest first; each is its own receipt."""
    mine = my_page(request, Part.AGREED)
    answers = tuple(enumerate(reversed(_mine(request)), 1))
    page = {"mine": mine, "answers": tuple(reversed(answers)), **TEXTS}
    return shown(request, "portal/agreed.html", page)


def change_my_mind(request: FamilyRequest, number: int) -> HttpResponse:
    """Take an agreement back: one button, and no reason needed."""
    mine, answer = my_page(request, Part.AGREED), _meant(request, number)
    form = Withdraw(request.POST if request.method == "POST" else None)
    if form.is_valid():
        consent.withdraw_my_consent(request.ctx, consent_id=answer.id, words=form.cleaned_data["words"])
        return redirect("portal:agreed")
    return shown(request, "portal/change_my_mind.html", _one(request, mine, answer))


def answer_request(request: FamilyRequest, number: int) -> HttpResponse:
    """Answer what they were asked: yes to all, to some, or no; signed with a typed name, or a drawn one.

    A name that is not theirs is asked about once: somebody may have typed another's, or goes by it.
    """
    mine, answer = my_page(request, Part.AGREED), _meant(request, number)
    form = Answer(request.POST if request.method == "POST" else None)
    page = {**_one(request, mine, answer), "form": form, "unsure": ""}
    if not form.is_valid():
        return shown(request, "portal/answer_request.html", page, status=422 if form.errors else 200)
    if form.is_another(mine.person):
        return shown(request, "portal/answer_request.html", {**page, "unsure": form.cleaned_data["name"]})
    _sign(request, mine, answer, form)
    return redirect("portal:agreed")


def _sign(request: FamilyRequest, mine: MyPage, answer: MyAnswer, form: Answer) -> None:
    words = form.cleaned_data
    commands.answer_and_sign(
        request.ctx,
        link_id=mine.link_id,
        request_id=answer.id,
        status=Status(words["status"]),
        allowed=form.chosen(),
        words=words["words"],
        signed=form.signed(),
    )


def _one(request: FamilyRequest, mine: MyPage, answer: MyAnswer) -> dict[str, Any]:
    return {"mine": mine, "answer": answer, "mark": mark(request, answer.id), **TEXTS}


def _meant(request: FamilyRequest, number: int) -> MyAnswer:
    """One of one's own answers by its place among them, the oldest first: no address carries a key.

    Of a form that was sent it is the one that the form showed, wherever that stands now: others come on the page and
    leave it. Raises NotThere, also where it has left the page; what was typed is given back.
    """
    mine = _mine(request)
    if request.method == "POST":
        meant = (each for each in mine if mark(request, each.id) == request.POST.get("shown"))
        found = next(meant, None)
    else:
        found = mine[len(mine) - number] if 1 <= number <= len(mine) else None
    if found is None:
        raise NotThere
    return found


def _mine(request: FamilyRequest) -> tuple[MyAnswer, ...]:
    return consents.list_my_answers(request.ctx, stands=consent.weigh_my_answers(request.ctx))
