"""A decision as it was made, the second person's word on it, and looking at a refusal again."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from alongside.access.request import Request
from alongside.access.words import Answered, Ref
from alongside.design.pages import ask
from alongside.duties import queries as duties
from alongside.reliance import queries as reliance
from alongside.sharing import commands, queries
from alongside.sharing.forms import Countersign, ReviewRefusal
from alongside.sharing.pages import (
    AFTER_THE_FACT,
    WORDS_OF_OUTCOME,
    figures_of,
    missing_of,
    rows_of,
    statements,
)
from alongside.sharing.words import Countersignature, Included, Reviewed


def _shown(decision: queries.DecisionPage) -> dict[str, object]:
    return {
        "decision": decision,
        "outcome_in_words": WORDS_OF_OUTCOME[decision.outcome],
        "figures": figures_of(decision),
        "rows": rows_of(decision),
        "shared": statements(decision.items, included=Included.SHARE),
        "left_out": statements(decision.items, included=Included.LEAVE_OUT),
    }


def open_decision(request: Request, decision_id: UUID) -> HttpResponse:
    """The path drawn, answers with reasons and evidence, edition with digest, who and when; prints on one page."""
    decision = queries.open_decision(request.ctx, decision_id=decision_id)
    more = {
        "may_countersign": queries.may_countersign(request.ctx, decision_id=decision_id),
        "may_decide_again": queries.may_decide_again(request.ctx, decision_id=decision_id),
        "may_review": queries.may_review(request.ctx, decision_id=decision_id),
        "reviews": queries.list_reviews(request.ctx, decision_id=decision_id),
        "asked": duties.list_duties_from(request.ctx, arising_from=Ref("decision", decision_id)),
        "missing": missing_of(decision),
        "changes": reliance.list_changes_of(request.ctx, things=[decision_id]),
        "run_out": queries.list_run_out(request.ctx, decision_id=decision_id),
        "after": AFTER_THE_FACT,
    }
    return render(request, "sharing/open_decision.html", {**_shown(decision), **more})


def countersign(request: Request, decision_id: UUID) -> HttpResponse:
    """Guard G1: a safeguarding lead reads the refusal and gives or declines their word."""
    decision = queries.open_decision(request.ctx, decision_id=decision_id)
    may = queries.may_countersign(request.ctx, decision_id=decision_id)
    if request.method == "GET" and may is Answered.NO:  # its page says what stands, and for whom it waits
        return redirect("sharing:open_decision", decision_id)
    return ask(
        request,
        template="sharing/countersign.html",
        make=lambda typed, initial: Countersign(typed, initial=initial),
        save=lambda form: _countersign(request, decision_id, form),
        page=_shown(decision),
    )


def _countersign(request: Request, decision_id: UUID, form: Countersign) -> str:
    words = form.cleaned_data
    verdict = Countersignature(words["verdict"])
    commands.countersign_refusal(request.ctx, decision_id=decision_id, verdict=verdict, words=words["words"])
    return reverse("sharing:open_decision", args=[decision_id])


def review(request: Request, decision_id: UUID) -> HttpResponse:
    """Look again at a decision not to share: it stands, until when; or decide again on its own pages."""
    decision = queries.open_refusal(request.ctx, decision_id=decision_id)
    return ask(
        request,
        template="sharing/review.html",
        make=lambda typed, initial: ReviewRefusal(typed, initial=initial),
        save=lambda form: _review(request, decision_id, form),
        page={
            **_shown(decision),
            "reviews": queries.list_reviews(request.ctx, decision_id=decision_id),
        },
        initial={"review_on": queries.next_review(request.ctx)},
    )


def _review(request: Request, decision_id: UUID, form: ReviewRefusal) -> str:
    words = form.cleaned_data
    verdict = Reviewed(words.pop("verdict"))
    commands.review_refusal(request.ctx, decision_id=decision_id, verdict=verdict, **words)
    return reverse("sharing:open_decision", args=[decision_id])
