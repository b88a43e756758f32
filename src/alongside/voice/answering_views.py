"""What is owed to a child and their family for what they said: an answer to it, whatever it was."""

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse

from alongside.access.request import Request
from alongside.access.words import NotThere
from alongside.design.pages import ask
from alongside.involvement import queries as involvement
from alongside.involvement.queries import NoticeCard
from alongside.voice import commands, queries
from alongside.voice.forms import AnswerComplaint, AnswerCorrection, AnswerNotSafe, AnswerQuestion
from alongside.voice.queries import CorrectionCard
from alongside.voice.words import Answer


def answer_not_safe(request: Request, said_id: UUID) -> HttpResponse:
    """Somebody says that they are not safe: what was said, and what was done."""
    said = queries.open_said(request.ctx, said_id=said_id)
    return ask(
        request,
        template="voice/answer_not_safe.html",
        make=lambda typed, initial: AnswerNotSafe(typed, initial=initial),
        save=lambda form: _answer_not_safe(request, said_id, form),
        page={"said": said},
    )


def _answer_not_safe(request: Request, said_id: UUID, form: AnswerNotSafe) -> str:
    commands.answer_not_safe(request.ctx, said_id=said_id, **form.cleaned_data)
    return reverse("voice:answer_not_safe", args=[said_id])


def answer_correction(request: Request, correction_id: UUID) -> HttpResponse:
    """What somebody says is wrong, in what that was written to them, and what becomes of it."""
    correction = queries.open_correction(request.ctx, correction_id=correction_id)
    return ask(
        request,
        template="voice/answer_correction.html",
        make=lambda typed, initial: AnswerCorrection(typed, initial=initial),
        save=lambda form: _answer_correction(request, correction_id, form),
        page={"correction": correction, "notice": _called_wrong(request, correction)},
    )


def _called_wrong(request: Request, correction: CorrectionCard) -> NoticeCard | None:
    """The notice that they call wrong; None where they mean none, or one that this reader does not find."""
    if correction.arising_from.kind != "notice":
        return None
    try:
        return involvement.open_notice(request.ctx, notice_id=correction.arising_from.id)
    except NotThere:
        return None


def _answer_correction(request: Request, correction_id: UUID, form: AnswerCorrection) -> str:
    answer, words = Answer(form.cleaned_data["answer"]), form.cleaned_data["words"]
    commands.answer_correction(request.ctx, correction_id=correction_id, answer=answer, words=words)
    return reverse("voice:answer_correction", args=[correction_id])


def answer_question(request: Request, question_id: UUID) -> HttpResponse:
    """What somebody of a family asks, and the answer."""
    return ask(
        request,
        template="voice/answer_question.html",
        make=lambda typed, initial: AnswerQuestion(typed, initial=initial),
        save=lambda form: _answer_question(request, question_id, form),
        page={"question": queries.open_question(request.ctx, question_id=question_id)},
    )


def _answer_question(request: Request, question_id: UUID, form: AnswerQuestion) -> str:
    commands.answer_question(request.ctx, question_id=question_id, words=form.cleaned_data["words"])
    return reverse("voice:answer_question", args=[question_id])


def answer_complaint(request: Request, complaint_id: UUID) -> HttpResponse:
    """A complaint, and its answer."""
    complaint = queries.open_complaint(request.ctx, complaint_id=complaint_id)
    instead = commands.who_answers_instead(request.ctx, child_id=complaint.child_id)
    return ask(
        request,
        template="voice/answer_complaint.html",
        make=lambda typed, initial: AnswerComplaint(typed, initial=initial),
        save=lambda form: _answer_complaint(request, complaint_id, form),
        page={"complaint": complaint, "instead": instead.get(complaint_id, ())},
    )


def _answer_complaint(request: Request, complaint_id: UUID, form: AnswerComplaint) -> str:
    commands.answer_complaint(request.ctx, complaint_id=complaint_id, words=form.cleaned_data["words"])
    return reverse("voice:answer_complaint", args=[complaint_id])
