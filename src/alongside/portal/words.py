"""The closed words of the family's own pages and of the private link that opens them."""

from dataclasses import dataclass
from enum import StrEnum

from django.db.models import TextChoices


class Way(TextChoices):
    """How a person comes to their page."""

    TAKEN_AWAY = "taken_away", "By a private link that they keep"
    TOGETHER = "together", "Together now, on this screen"


class Reader(TextChoices):
    """For whom the page is written. Chosen with the person when the link is given, never inferred from an age."""

    ADULT = "adult", "An adult"
    YOUNG_WORDS = "young_words", "The child or young person, with words"
    YOUNG_PICTURES = "young_pictures", "The child, with pictures and few words"


class SecondThing(TextChoices):
    """What only this person knows or holds, agreed with them face to face."""

    PHRASE = "phrase", "A few words that they chose"
    NUMBER = "number", "A number that they chose, at least six figures"
    ANSWER = "answer", "An answer that we agreed face to face"


class Part(TextChoices):
    """What a private link may be used for: a closed list, chosen for each person."""

    TOLD = "told", "Read who has spoken with whom and why, and what came of it"
    AGREED = "agreed", "See what they agreed to, answer, and change their mind"
    SAID = "said", "Say something in their own words"
    QUESTIONS = "questions", "Ask, say that something is wrong, complain"


class Ending(TextChoices):
    """Why a private link ended before its day."""

    REVOKED = "revoked", "Ended by a practitioner"
    REPLACED = "replaced", "Replaced by a new one"
    GUESSED = "guessed", "Closed after too many wrong tries"
    UNSENT = "unsent", "Ended, because it was not sent"


class Delivery(TextChoices):
    """Where a private link stands that goes by e-mail."""

    WAITING = "waiting", "Waits to be sent at a safe time"
    LEAVING = "leaving", "Is being sent"
    SENT = "sent", "Sent"
    UNKNOWN = "unknown", "May have been sent"
    NOT_SENT = "not_sent", "Not sent"


class WhyNotSent(TextChoices):
    """Why a private link that waited was not sent."""

    ENDED = "ended", "the link ended before it went"
    HELD = "held", "nothing may reach this person now"
    UNSAFE = "unsafe", "the safe contact has ended or may not be used any more"
    REFUSED = "refused", "the mail server did not take it, however often it was tried"
    UNREADABLE = "unreadable", "the house could not open the address: ask whoever runs it"


class State(StrEnum):
    """How a private link stands today."""

    RUNNING = "Can be used"
    HELD = "Does not open now: nothing may reach this person"
    CUT = "Does not open any more: their pages were cut. Give a new one"
    WAITS = "Not sent yet"
    RESTS = "Rests for a while after wrong tries"
    EXPIRED = "Its time has run out"
    REVOKED = "Ended by a practitioner"
    REPLACED = "Replaced by a new one"
    GUESSED = "Closed after too many wrong tries"
    UNSENT = "Ended, because it was not sent"


class Right(StrEnum):
    FAMILY_LINK_GIVE = "family_link:give"
    FAMILY_LINK_READ = "family_link:read"
    FAMILY_LINK_REVOKE = "family_link:revoke"
    FAMILY_LINK_WEIGH = "family_link:weigh"
    FAMILY_LINK_HEED = "family_link:heed"
    FAMILY_LINK_SEND = "family_link:send"
    FAMILY_PAGE_TRY = "family_page:try"
    FAMILY_PAGE_ENTER = "family_page:enter"
    FAMILY_PAGE_OPEN = "family_page:open"
    FAMILY_PAGE_SIGN = "family_page:sign"
    RECEIPT_CHECK = "receipt:check"


class Leaf(StrEnum):
    FAMILY_LINK_GIVEN = "family_link:given"
    FAMILY_LINK_REVOKED = "family_link:revoked"
    FAMILY_LINK_HEEDED = "family_link:heeded"
    FAMILY_LINK_QUEUED = "family_link:queued"
    FAMILY_LINK_ADDRESSED = "family_link:addressed"
    FAMILY_LINK_SENT = "family_link:sent"
    FAMILY_LINK_DELAYED = "family_link:delayed"
    FAMILY_LINK_SENT_UNSURELY = "family_link:sent_unsurely"
    FAMILY_LINK_NOT_SENT = "family_link:not_sent"
    FAMILY_LINK_RESEALED = "family_link:resealed"
    FAMILY_PAGE_ENTERED = "family_page:entered"
    FAMILY_PAGE_HANDED_OVER = "family_page:handed_over"
    FAMILY_PAGE_REFUSED = "family_page:refused"
    FAMILY_PAGE_CLOSED = "family_page:closed"
    FAMILY_PAGE_SIGNED = "family_page:signed"


@dataclass(frozen=True, slots=True)
class InventedKeys:
    """What opens the page of one invented person; printed in a demonstration, and given by nothing else."""

    name: str
    who: str
    code: str
    second: str


INVENTED = (
    InventedKeys("Folake Adeyemi", "Ayo’s mother, at her own page", "FK7E 2MAY 9DEM", "seven yellow ducks"),
    InventedKeys(
        "Ayo Adeyemi", "Seven years old, at his own page with pictures", "AY7E 4KDS 2HEM", "the green rocket"
    ),
)
