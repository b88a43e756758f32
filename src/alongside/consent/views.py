"""The ledger of a child, one record with its receipt, and what becomes of it."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from alongside.access.context import day_in_london
from alongside.access.request import Request
from alongside.access.words import NotThere, Ref
from alongside.consent import commands, pages, queries
from alongside.consent.forms import (
    AssessCompetence,
    FindInvalid,
    HeedAnswer,
    RecordNoReply,
    RenewConsent,
    ResolveConflict,
    WithdrawConsent,
)
from alongside.consent.queries import RecordPage
from alongside.consent.rules import Event
from alongside.consent.words import Change, Form, Invalid
from alongside.design.forms import PageForm
from alongside.design.pages import ask


def ledger(request: Request, child_id: UUID) -> HttpResponse:
    """Everything that was said about sharing about a child, and what is allowed on a day, and why."""
    on = _day(request.GET.get("on", ""))
    known = "now" if request.GET.get("known") == "now" else "then"
    page = queries.open_ledger(request.ctx, child_id=child_id, on=on, known=known)
    today = day_in_london(request.ctx.now)
    is_odd = bool(request.GET.get("on")) and (on is None or on > today)
    shown = {"page": page, "today": today, "odd_day": "yes" if is_odd else ""}
    return render(request, "consent/ledger.html", shown)


def _day(typed: str) -> date | None:
    try:
        return date.fromisoformat(typed)
    except ValueError:
        return None


def open_record(request: Request, consent_id: UUID) -> HttpResponse:
    """One record: what was said, how, on what it rests, what became of it; it is for practitioners alone."""
    page = queries.open_record(request.ctx, consent_id=consent_id)
    shown = {
        "page": page,
        "rows": pages.rows_of(page),
        "actions": pages.actions_of(page),
        "became": pages.became_of(page),
        "next": pages.next_of(page),
    }
    return render(request, "consent/record.html", shown)


def receipt(request: Request, consent_id: UUID) -> HttpResponse:
    """The same in the terms of ISO/IEC TS 27560, for another system."""
    page = queries.open_record(request.ctx, consent_id=consent_id)
    answer = JsonResponse(pages.receipt_of(page), json_dumps_params={"ensure_ascii": False, "indent": 2})
    answer["Content-Disposition"] = 'attachment; filename="receipt.json"'
    return answer


def withdraw(request: Request, consent_id: UUID) -> HttpResponse:
    """Record that a person has taken an agreement back."""
    return _change(request, consent_id, form=WithdrawConsent, save=_withdraw, title=pages.WITHDRAW)


def _withdraw(request: Request, consent_id: UUID, form: WithdrawConsent) -> None:
    typed = form.cleaned_data
    commands.withdraw_consent(
        request.ctx,
        consent_id=consent_id,
        words=typed["words"],
        how=Form(typed["how"]),
        withdrawn_at=typed["withdrawn_at"],
    )


def renew(request: Request, consent_id: UUID) -> HttpResponse:
    """Look at an agreement again: they still agree, or it has run out."""
    return _change(
        request, consent_id, form=RenewConsent, save=_renew, title=pages.RENEW, new_of=pages.new_since_asked
    )


def _renew(request: Request, consent_id: UUID, form: RenewConsent) -> None:
    typed = form.cleaned_data
    if typed["outcome"] == Change.LAPSED:
        commands.let_lapse(request.ctx, consent_id=consent_id, words=typed["words"])
        return
    commands.renew_consent(
        request.ctx,
        consent_id=consent_id,
        review_by=typed["review_by"],
        words=typed["words"],
        how=Form(typed["how"]),
    )


def found_invalid(request: Request, consent_id: UUID) -> HttpResponse:
    """Record that what looked like an agreement was none."""
    return _change(request, consent_id, form=FindInvalid, save=_found_invalid, title=pages.FOUND_INVALID)


def _found_invalid(request: Request, consent_id: UUID, form: FindInvalid) -> None:
    typed = form.cleaned_data
    reason = Invalid(typed["reason"])
    commands.find_invalid(request.ctx, consent_id=consent_id, reason=reason, words=typed["words"])


def no_reply(request: Request, consent_id: UUID) -> HttpResponse:
    """Record that a person who was asked has not replied. Once they have answered there is no such page."""
    if request.method != "POST":
        pages.waiting(queries.open_record(request.ctx, consent_id=consent_id))
    return _change(request, consent_id, form=RecordNoReply, save=_no_reply, title=pages.NO_REPLY)


def _no_reply(request: Request, consent_id: UUID, form: RecordNoReply) -> None:
    commands.record_no_reply(request.ctx, request_id=consent_id, words=form.cleaned_data["words"])


def heed(request: Request, consent_id: UUID) -> HttpResponse:
    """Say that one has read what a person wrote on their own page."""
    return _change(request, consent_id, form=HeedAnswer, save=_heed, title=pages.HEED)


def _heed(request: Request, consent_id: UUID, form: HeedAnswer) -> None:
    commands.heed_answer(request.ctx, consent_id=consent_id, words=form.cleaned_data["words"])


def _change(
    request: Request,
    consent_id: UUID,
    *,
    form: type[PageForm],
    save: Callable[[Request, UUID, Any], None],
    title: pages.Heading,
    new_of: Callable[[RecordPage], tuple[Event, ...]] = lambda _: (),
) -> HttpResponse:
    page = pages.own(queries.open_record(request.ctx, consent_id=consent_id))
    return ask(
        request,
        template="consent/change.html",
        make=lambda typed, initial: form(typed, initial=initial),
        save=lambda filled: _changed(request, consent_id, filled, save),
        page={"page": page, "title": title, "new": new_of(page)},
    )


def _changed(
    request: Request, consent_id: UUID, form: PageForm, save: Callable[[Request, UUID, Any], None]
) -> str:
    save(request, consent_id, form)
    return reverse("consent:open_record", args=[consent_id])


def assess(request: Request, child_id: UUID, matter_id: UUID) -> HttpResponse:
    """Whether one person can decide one thing, in one matter."""
    page = queries.open_ledger(request.ctx, child_id=child_id)
    people = pages.people_of(page)
    return ask(
        request,
        template="consent/assess.html",
        make=lambda typed, initial: AssessCompetence(typed, initial=initial, people=people),
        save=lambda form: _assess(request, page.child_id, matter_id, form),
        page={"page": page, "matter_id": matter_id},
    )


def _assess(request: Request, child_id: UUID, matter_id: UUID, form: AssessCompetence) -> str:
    about = Ref("consultation", matter_id)
    commands.assess_competence(request.ctx, child_id=child_id, arising_from=about, assessed=form.assessed())
    return reverse("consultations:family", args=[matter_id])


def disagreement(request: Request, disagreement_id: UUID) -> HttpResponse:
    """Two people who do not agree: both answers, and what was decided."""
    page = queries.open_disagreement(request.ctx, disagreement_id=disagreement_id)
    return render(request, "consent/disagreement.html", {"page": page, "answers": pages.said_of(page)})


def look_for_orders(request: Request, disagreement_id: UUID) -> HttpResponse:
    """Write down with a disagreement what is on record of who may decide, and go on to deciding it."""
    if request.method != "POST":
        raise NotThere
    commands.look_for_orders(request.ctx, disagreement_id=disagreement_id)
    return redirect("consent:resolve", disagreement_id)


def resolve(request: Request, disagreement_id: UUID) -> HttpResponse:
    """A safeguarding lead decides where two people do not agree."""
    page = pages.to_resolve(queries.open_disagreement(request.ctx, disagreement_id=disagreement_id))
    return ask(
        request,
        template="consent/resolve.html",
        make=lambda typed, initial: ResolveConflict(typed, initial=initial),
        save=lambda form: _resolve(request, disagreement_id, form),
        page={"page": page, "answers": pages.said_of(page)},
    )


def _resolve(request: Request, disagreement_id: UUID, form: ResolveConflict) -> str:
    commands.resolve_conflict(request.ctx, disagreement_id=disagreement_id, resolved=form.resolved())
    return reverse("consent:disagreement", args=[disagreement_id])
