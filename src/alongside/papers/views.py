"""A picture, for those who may see it."""

from uuid import UUID

from django.http import HttpResponse

from alongside.access.request import Request
from alongside.papers import queries
from alongside.papers.pages import served


def open_paper(request: Request, paper_id: UUID) -> HttpResponse:
    """One picture on a case."""
    return served(queries.open_paper(request.ctx, paper_id=paper_id))
