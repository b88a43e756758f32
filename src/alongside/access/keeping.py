"""Words that were typed and could not be saved: kept as a draft of the person who typed them, and nobody else."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

from django.core import signing
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from alongside.access import commands, context
from alongside.access.context import Context
from alongside.access.words import Standing

_SALT = "alongside.author"
_WHOSE_SALT = "alongside.whose"
DISCARD = "discard_draft"  # the button that throws a draft away
UNSAID = "unsaid_"  # how the name of a question begins whose answer is kept in no draft: an address, a secret
_NOT_TYPED = frozenset({"csrfmiddlewaretoken", "command_id", "author", "password", DISCARD})
MOST_FIELDS = 200
LONGEST_WORDS = 20_000
# Twice the longest login: a page left open overnight still gives its words back, one found next week does not.
MARK_LIFE = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Mark:
    """Who is typing, and when the page that says so was made or last heard from."""

    membership_id: UUID
    made_at: datetime


def author_mark(membership_id: UUID, *, at: datetime) -> str:
    """A signed mark of who is typing, put into every form: it proves whose words come back after a login ended.

    `at` is the moment that it is made. It proves so for 24 hours, and never against words kept after that moment.
    """
    return signing.Signer(salt=_SALT).sign(f"{membership_id} {at.isoformat()}")


def whose_mark(membership_id: UUID) -> str:
    """Who is signed in, as a word that says nothing: a browser keeps words on its machine for this person alone.

    It is the same at every login, and proves nothing: no page takes it for a sign-in.
    """
    return salted_hmac(_WHOSE_SALT, str(membership_id), algorithm="sha256").hexdigest()[:32]


def read_mark(text: str, *, now: datetime) -> Mark | None:
    """Who was typing, by a mark from a form; None for one that is forged, from the future, or past its life.

    The signed moment is the house's own clock, so Django's TimestampSigner, which looks at another, is not used.
    """
    try:
        membership_id, made_at = signing.Signer(salt=_SALT).unsign(text).split(" ")
        mark = Mark(UUID(membership_id), datetime.fromisoformat(made_at).astimezone(UTC))
    except (signing.BadSignature, ValueError):
        return None
    return mark if mark.made_at <= now <= mark.made_at + MARK_LIFE else None


def typed(request: HttpRequest) -> dict[str, list[str]]:
    """What a person typed into a form, without what the page itself put there and what no draft may hold."""
    return {
        name: [value[:LONGEST_WORDS] for value in request.POST.getlist(name)]
        for name in list(request.POST)[:MOST_FIELDS]
        if name not in _NOT_TYPED and not name.startswith(UNSAID)
    }


def keep_lost_words(request: HttpRequest) -> UUID | None:
    """Keep what was posted under an ended login as a draft of its author; None where it was not kept.

    That is where nothing proves an author, nothing was typed, it was to be thrown away, or the author has kept other
    words of this page since the mark was made. Only the holder of a page made for this membership has its mark. The
    draft is visible to that author alone.
    """
    words, mark = typed(request), read_mark(request.POST.get("author", ""), now=context.clock())
    if mark is None or not words or DISCARD in request.POST:
        return None
    kept_at = commands.keep_lost_draft(
        _typist(mark.membership_id), page=request.path[:200], words=words, made_at=mark.made_at
    )
    return mark.membership_id if kept_at else None


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
