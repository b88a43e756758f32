"""How a picture leaves the house: as itself, under a name that says nothing, and able to do nothing."""

from django.http import HttpResponse

from alongside.papers.queries import PaperPage
from alongside.papers.words import Kept

NAMES = {Kept.PNG: "picture.png", Kept.JPEG: "picture.jpg"}


def served(paper: PaperPage) -> HttpResponse:
    """The answer that carries a picture: a browser shows it inside a page, and opens it nowhere else."""
    return HttpResponse(
        paper.content,
        content_type=str(paper.kept_as),
        headers={
            "Content-Disposition": f'attachment; filename="{NAMES[paper.kept_as]}"',
            "X-Content-Type-Options": "nosniff",
            "Content-Security-Policy": "default-src 'none'; sandbox",
            "Cache-Control": "no-store",
        },
    )
