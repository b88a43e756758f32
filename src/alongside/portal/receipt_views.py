"""What one person agreed to, in the words of their own page, for a practitioner to print and hand to them."""

from functools import partial
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from alongside.access.request import Request
from alongside.consent import queries as consents
from alongside.consent.queries import ReceiptPage
from alongside.contacts import queries as contacts
from alongside.contacts.queries import Writing
from alongside.languages import rules as languages
from alongside.languages.words import Language
from alongside.portal import commands
from alongside.portal.showing import Whose, whom_to_ring
from alongside.portal.texts import CATEGORIES, stands


def receipt(request: Request, consent_id: UUID) -> HttpResponse:
    """One answer as the person reads it at their own page; a sentence where nothing is to be printed for them."""
    page = consents.open_receipt(request.ctx, consent_id=consent_id)
    language = _spoken(request, page)
    shown = {
        "page": page,
        "whose": Whose(page.giver, page.child, page.adult_id, whom_to_ring(request.ctx)),
        "why_not": _why_not(request, page),
        "language": language,
        "languages": tuple(Language),
        "approved": languages.is_approved(language),
        "say": partial(languages.say, language=language),
        "day_of": partial(languages.day, language=language),
        "categories": CATEGORIES,
        "stands": stands,
    }
    return render(request, "portal/paper_receipt.html", shown)


def _why_not(request: Request, page: ReceiptPage) -> str:
    """Why nothing is printed, as a sentence; empty where nothing refuses it, and then the log says that it was opened."""
    if page.answer is None:
        return page.why_not
    why_not = commands.why_no_receipt(
        request.ctx,
        child_id=page.child_id,
        adult_id=page.adult_id,
        arising_from=page.matter,
        state=page.answer.state,
        printed=(page.answer.recipient, page.answer.purpose, page.answer.text_shown),
    )
    if not why_not:
        consents.opens_receipt(request.ctx, consent_id=page.id)
    return why_not


def _spoken(request: Request, page: ReceiptPage) -> Language:
    """The language chosen on the page; else the one in which this person is written to."""
    asked = request.GET.get("language", "")
    if asked in Language.values:
        return Language(asked)
    writings = contacts.list_how_to_write(request.ctx, child_id=page.child_id)
    return writings.get(page.adult_id, Writing()).language
