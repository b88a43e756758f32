"""The closed words of the access rule, and the refusals that every room raises."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class Class(StrEnum):
    """How a table is kept. An unclassified table fails the checks."""

    FRAMEWORK = "framework"  # Django's own: logins, sessions; no content
    PUBLIC = "public"  # anyone signed in: agencies, practitioners, settings
    OWN_AGENCY = "own_agency"  # anyone in post in the agency that owns the row
    PROTECTED = "protected"  # the access rule, row by row
    PRIVATE = "private"  # its author alone, not even oversight: unsubmitted drafts
    CLOSED = "closed"  # nobody on a page: grants, the log, the outbox


class GrantKind(StrEnum):
    """What lets someone in. Nothing is inferred from seniority or agency alone."""

    IN_POST = "in_post"  # the membership works for the agency; without it every other grant sleeps
    FAMILY_PAGE = "family_page"  # a private link of one person of a family runs; without it what is addressed to them sleeps
    ADMITTED = "admitted"  # to one case
    ADDRESSEE = "addressee"  # to one row: a disclosure, a duty, an adviser's view
    AUDIENCE = "audience"  # an agency's people admitted to a case may see one row, or every row, of it; without a case, its leads one
    OVERSIGHT = "oversight"  # a named safeguarding lead sees the agency's own consultations and decisions
    LAWFUL_ANSWERS = "lawful_answers"  # keeps an agency's lawful answers and procedure; sees no record by it
    NAMED = "named"  # named in a seal: may still see a restricted case


class Purpose(StrEnum):
    """Why a grant is given, or a record opened: a closed list."""

    DIRECT_WORK = "direct_work"
    EARLY_HELP = "early_help"
    CHILD_IN_NEED = "s17"
    CHILD_PROTECTION = "s47"
    CONSULTATION = "consultation"
    OVERSIGHT = "oversight"
    EMPLOYMENT = "employment"
    LAWFUL_ANSWERS = "lawful_answers"
    RESTRICTION = "restriction"
    FAMILY_PAGES = "family_pages"


class Standing(StrEnum):
    """As what someone acts. An administrator keeps accounts and never content."""

    PRACTITIONER = "practitioner"
    ADMINISTRATOR = "administrator"
    FAMILY = (
        "family"  # one person of a family, by a private link: sees what is addressed to them and nothing else
    )
    UPKEEP = "upkeep"  # the installation itself: bootstrap and demonstration, named in the log


class Answered(StrEnum):
    """A plain yes or no, as a word (law 8)."""

    YES = "yes"
    NO = "no"


class Right(StrEnum):
    DRAFT_KEEP = "draft:keep"
    DRAFT_DROP = "draft:drop"
    DRAFT_FIND = "draft:find"
    RECEIPT_FIND = "receipt:find"
    REASON_ASK = "reason:ask"
    OVERSIGHT_ASK = "oversight:ask"
    OFFICE_ASK = "office:ask"


class Leaf(StrEnum):
    """What the page frame writes into the log."""

    PAGE_OPENED = "page:opened"


@dataclass(frozen=True, slots=True)
class Ref:
    """A thing in some room, as a value: `Ref("consultation", id)`. It carries an upward link without an import."""

    kind: str
    id: UUID

    def __str__(self) -> str:
        return f"{self.kind}:{self.id}"

    @classmethod
    def parse(cls, text: str) -> "Ref":
        """Read `kind:uuid`. Raises ValueError for anything else."""
        kind, _, key = text.partition(":")
        return cls(kind, UUID(key))


@dataclass(frozen=True, slots=True, repr=False)
class Unsaid:
    """Words that a deed needs and that no log may hold: an address, a secret. The log knows them by a keyed mark."""

    words: str

    def __repr__(self) -> str:
        return "Unsaid()"


class Tray:
    """What a deed hands over once and nothing keeps, neither the log nor the receipt: a printed letter."""

    __slots__ = ("held",)

    def __init__(self) -> None:
        self.held: bytes | None = None  # None until the deed has put something in


class NotThere(Exception):  # noqa: N818 - the sentence a page says
    """The row does not exist, or not for this person: one answer for both (law 3)."""


class Refused(Exception):  # noqa: N818
    """A deed that a rule forbids. The sentence says what is missing, why it is asked and what to do."""

    def __init__(self, sentence: str, *, field: str | None = None) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.field = field


class SavedWithOtherWords(Exception):  # noqa: N818
    """The same command id came with different words (back button, edited). `first` is what was saved then."""

    def __init__(self, first: dict[str, object]) -> None:
        super().__init__("This page was already saved with other words.")
        self.first = first


class NothingNoted(Exception):  # noqa: N818
    """A command wrote no leaf, so it is undone (law 4). A fault of ours, never shown."""


class NoContext(Exception):  # noqa: N818
    """Somebody called a command or query without saying who asks. A fault of ours, never shown."""
