"""Look again: a decision under another edition, for comparison only. An address is all that it writes."""

from uuid import UUID

from django.http import HttpResponse, QueryDict
from django.shortcuts import render

from alongside.access.request import Request
from alongside.guidance import packs
from alongside.sharing import queries
from alongside.sharing.comparing import editions_to_compare
from alongside.sharing.comparison_forms import EDITION, AnswerHere, ChooseEdition
from alongside.sharing.comparison_pages import STAYS, comparison_page

SENT = "sent"  # which question the reader sent, so that an empty answer is told from a first visit


def look_again(request: Request, decision_id: UUID) -> HttpResponse:
    """Choose an edition; answer what nobody answered; see both walks, and what differs, side by side."""
    decision = queries.open_decision(request.ctx, decision_id=decision_id)
    shown = {"decision": decision, "stays": STAYS}
    offered = {pack.id: pack for pack in editions_to_compare(decision.trace)}
    other = offered.get(request.GET.get(EDITION, ""))
    if other is None:
        choosing = ChooseEdition(_sent(request, EDITION), offered=tuple(offered.values()))
        return render(request, "sharing/choose_edition.html", {**shown, "form": choosing})
    in_force = packs.load(queries.edition_in_force(request.ctx))
    page = comparison_page(decision, other=other, typed=request.GET, edition_in_force=in_force)
    form = AnswerHere(_sent(request, page.asked.node.id), asked=page.asked) if page.asked else None
    again = queries.may_decide_again(request.ctx, decision_id=decision_id)
    shown |= {"page": page, "form": form, "may_decide_again": again}
    return render(request, "sharing/look_again.html", shown)


def _sent(request: Request, name: str) -> QueryDict | None:
    """The address as typed words where this question was sent, with or without an answer; None at a first visit."""
    return request.GET if name in request.GET or request.GET.get(SENT) == name else None
