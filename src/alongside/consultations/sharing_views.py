"""May I share? Only what the tasks have not answered, one question a page; then everything once, to decide."""

from collections.abc import Callable
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from alongside.access.request import Request
from alongside.consultations import chaining, commands, queries
from alongside.consultations.sharing_forms import AnswerQuestion, DecideNotToShare, DecideToShare
from alongside.consultations.sharing_pages import CheckPage, check_page, question_page
from alongside.design.pages import ask
from alongside.sharing.commands import Answered, Judged
from alongside.sharing.queries import SharingPage
from alongside.sharing.rules import Lawful


def may_i_share(request: Request, consultation_id: UUID) -> HttpResponse:
    """Go to the next open question, or to the page where one decides."""
    return redirect(_next(request, consultation_id))


def question(request: Request, consultation_id: UUID, pack_id: str, node_id: str) -> HttpResponse:
    """One question of the chart, beside the chart."""
    page = queries.sharing_of(request.ctx, consultation_id=consultation_id)
    asked = question_page(page, pack_id=pack_id, node_id=node_id)
    if asked is None:
        return redirect(_next(request, consultation_id))
    walked = next(w for w in page.way.walks if w.pack.id == pack_id)
    given = page.given.get((pack_id, node_id))

    def save(form: AnswerQuestion) -> str:
        answered = Answered(pack_id=pack_id, node=node_id, **form.cleaned_data)
        commands.answer_question(request.ctx, consultation_id=consultation_id, answered=answered)
        return _next(request, consultation_id)

    return ask(
        request,
        template="consultations/question.html",
        make=lambda data, initial: AnswerQuestion(data, initial=initial, node=asked.node, given=given),
        save=save,
        page={"asked": asked, "matter": page.record.matter, "walked": walked, "consultation_id": consultation_id},
        initial={"answer": given.answers[-1], "reason": given.reason} if given else None,
    )


def check(request: Request, consultation_id: UUID) -> HttpResponse:
    """Check your answers, once, and decide."""
    page = queries.sharing_of(request.ctx, consultation_id=consultation_id)
    if not page.way.is_ready:
        return redirect(_next(request, consultation_id))
    checked = check_page(page, address=_question_address(consultation_id))

    def save(form: DecideToShare | DecideNotToShare) -> str:
        judged = _judged(form.cleaned_data, checked)
        commands.decide_sharing(request.ctx, consultation_id=consultation_id, judged=judged)
        return chaining.after(request.ctx, consultation_id=consultation_id)

    return ask(
        request,
        template="consultations/check.html",
        make=_decide_form(page, checked),
        save=save,
        page={"checked": checked, "matter": page.record.matter, "consultation_id": consultation_id},
    )


def _decide_form(page: SharingPage, checked: CheckPage) -> Callable[..., DecideToShare | DecideNotToShare]:
    if checked.outcome == "SHARE":
        rests = "yes" if page.way.last.trace.state.get("share_mode") == "with_consent" else "no"
        return lambda data, initial: DecideToShare(data, initial=initial, rests_on_consent=rests)
    needs = "yes" if checked.countersign_because else "no"
    return lambda data, initial: DecideNotToShare(data, initial=initial, needs_countersignature=needs)


def _judged(words: dict[str, str], checked: CheckPage) -> Judged:
    lawful = checked.lawful
    if different := words.get("different"):
        lawful = Lawful(lawful.power, lawful.art6, lawful.art9_and_sch1, f"{lawful.confidentiality}. But: {different}"[:400])
    return Judged(
        outcome=checked.outcome,
        reasons=words["reasons"],
        necessity=words.get("necessity", ""),
        lawful=lawful,
        review_trigger=words.get("review_trigger", ""),
        alternative_action=words.get("alternative_action", ""),
    )


def _next(request: Request, consultation_id: UUID) -> str:
    way = queries.sharing_of(request.ctx, consultation_id=consultation_id).way
    if way.asked:
        return _question_address(consultation_id)(way.last.pack.id, way.asked)
    return reverse("consultations:check", args=[consultation_id])


def _question_address(consultation_id: UUID) -> Callable[[str, str], str]:
    return lambda pack_id, node: reverse("consultations:question", args=[consultation_id, pack_id, node])
