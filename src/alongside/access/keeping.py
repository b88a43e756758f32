"""Words that were typed and could not be saved: kept as a draft of the person who typed them, and nobody else."""

from uuid import UUID

from django.core import signing
from django.http import HttpRequest

from alongside.access import commands, context
from alongside.access.context import Context
from alongside.access.words import Standing

_SALT = "alongside.author"
_NOT_TYPED = frozenset({"csrfmiddlewaretoken", "command_id", "author", "password"})
MOST_FIELDS = 200
LONGEST_WORDS = 20_000


def author_mark(membership_id: UUID) -> str:
    """A signed mark of who is typing, put into every form: it proves whose words come back after a login ended."""
    return signing.Signer(salt=_SALT).sign(str(membership_id))


def typed(request: HttpRequest) -> dict[str, list[str]]:
    """What a person typed into a form, without what the page itself put there."""
    return {
        name: [value[:LONGEST_WORDS] for value in request.POST.getlist(name)]
        for name in list(request.POST)[:MOST_FIELDS]
        if name not in _NOT_TYPED
    }


def keep_lost_words(request: HttpRequest) -> UUID | None:
    """Keep what was posted under an ended login as a draft of its author; None where nothing proves an author.

    Only the holder of a page made for this membership has its mark. The draft is visible to that author alone.
    """
    words = typed(request)
    try:
        membership_id = UUID(signing.Signer(salt=_SALT).unsign(request.POST.get("author", "")))
    except (signing.BadSignature, ValueError):
        return None
    if words:
        commands.keep_draft(_typist(membership_id), page=request.path[:200], words=words)
    return membership_id


def _typist(membership_id: UUID) -> Context:
    nobody = UUID(int=0)
    return Context(
        membership_id=membership_id,
        practitioner_id=nobody,
        agency_id=nobody,
        standing=Standing.PRACTITIONER,
        now=context.clock(),
        session="-",
    )
