"""One record as rows of a page, as buttons, and as a receipt in the terms of ISO/IEC TS 27560. Pure."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from alongside.access.words import Answered, NotThere
from alongside.consent.forms import THE_CHILD
from alongside.consent.queries import DisagreementPage, LedgerPage, RecordPage
from alongside.consent.rules import Answer, Event, taken_back
from alongside.consent.words import RUNNING, Category, Change, Form, Invalid, Recorder, State, Status
from alongside.design.choices import Option
from alongside.design.parts import SummaryRow, Tag, Tone
from alongside.reliance import words as relied

RECEIPT_SCHEMA = "ISO/IEC TS 27560:2023"


@dataclass(frozen=True, slots=True)
class Heading:
    """What a page about one change of an agreement says above its questions."""

    title: str
    lede: str


WITHDRAW = Heading(
    "They changed their mind",
    "It counts from the moment at which they said so. What was shared before stays as it was, and is listed.",
)
RENEW = Heading("Look at this agreement again", "Until then it is not used past its day.")
FOUND_INVALID = Heading(
    "Say that this does not count as consent",
    "For a yes that was not free, not informed, or not theirs to give. The record is kept, and it never counts. "
    "Then ask again, or ask somebody who may agree.",
)
NO_REPLY = Heading("They have not replied", "No reply is no consent, and no refusal either.")
HEED = Heading("I have read this", "They wrote it themselves. Look at the risk again.")


@dataclass(frozen=True, slots=True)
class Action:
    """One thing that can be done with a record, and the name of its page."""

    label: str
    page: str


def own(page: RecordPage) -> RecordPage:
    """The record, for whoever may change it. Raises NotThere for everybody else."""
    if page.may_change != "yes":
        raise NotThere
    return page


def waiting(page: RecordPage) -> RecordPage:
    """The request, while nobody has answered it. Raises NotThere."""
    if page.waits != "yes":
        raise NotThere
    return page


def to_resolve(page: DisagreementPage) -> DisagreementPage:
    """The disagreement, for a safeguarding lead. Raises NotThere for everybody else."""
    if page.oversees is not Answered.YES:
        raise NotThere
    return page


def to_tell(page: DisagreementPage) -> DisagreementPage:
    """The disagreement, for whoever works on the case. Raises NotThere for everybody else."""
    if page.may_tell != "yes":
        raise NotThere
    return page


def actions_of(page: RecordPage) -> tuple[Action, ...]:
    """What can be done with a record as it stands: taking back is as near as giving was."""
    if page.may_change != "yes":
        return ()
    found = []
    is_own = page.state is State.NOT_VALID and page.invalid_reason is Invalid.GIVER_LACKS_AUTHORITY
    if page.state in RUNNING or (is_own and page.reader_id):
        found.append(Action("They changed their mind", "consent:withdraw"))
    if page.state in RUNNING:
        found.append(Action("Look at it again", "consent:renew"))
    if page.answer.status is Status.GIVEN and page.state is not State.FOUND_INVALID:
        found.append(Action("This does not count as consent", "consent:found_invalid"))
    if page.waits == "yes":
        found.append(Action("They have not replied", "consent:no_reply"))
    by_themselves = any(e.recorder is Recorder.GIVER for e in page.answer.events)
    if page.recorder is Recorder.GIVER or (by_themselves and page.state is State.WITHDRAWN):
        found.append(Action("I have read this", "consent:heed"))
    return tuple(found)


# What a practitioner reads beside an agreement that was taken back: what is done already, and what comes next.
_NEXT = {
    relied.Became.WAITS: "Nothing more is shared on this, and whoever it was shared with through Alongside was told "
    "to use it no further. Next: look again at what you decided. It stands on Today and in the consultation.",
    relied.Became.UNTOLD: "It was looked at again, and is kept on another ground. "
    "Next: tell {giver}. They do not know it yet.",
    relied.Became.KEPT: "It was looked at again, and is kept on another ground. {giver} was told.",
    relied.Became.ENDED: "It was looked at again, and stopped: whoever it was shared with uses it no further.",
}


def next_of(page: RecordPage) -> str:
    """What comes next after an agreement was taken back; empty where it was not."""
    if page.state is not State.WITHDRAWN:
        return ""
    if page.became is None:
        return "Nothing that you may see was decided or shared on this yet. Nothing will be, unless they say yes again."
    return _NEXT[page.became].format(giver=page.answer.giver)


def tag_of(state: State) -> Tag:
    """A state as a word in a box."""
    tone = Tone.OK if state is State.GIVEN else Tone.DUE if state in _TO_LOOK_AT else Tone.CALM
    return Tag(state.value, tone)


_TO_LOOK_AT = frozenset(
    {State.NO_AUTHORITY, State.UNDER_REVIEW, State.NOT_VALID, State.FOUND_INVALID, State.REQUESTED}
)


def rows_of(page: RecordPage) -> tuple[SummaryRow, ...]:
    """Everything that a record says, as far as it says anything."""
    said = page.answer
    due = said.review if page.state in RUNNING else None
    rows = (
        ("Where it stands", f"{page.state.value}. {page.why}".strip()),
        ("Whose answer it is", said.giver),
        ("About", page.child),
        ("With whom", said.recipient),
        ("What for", said.purpose),
        ("What kind", said.kind.label),
        (_ALLOWED.get(page.state, "They said yes to"), _names(said.allowed)),
        ("Must not be shared", _names(said.excluded)),
        ("Their words", said.words),
        ("On which day", _day(said.answered_on)),
        ("How they said it", page.form.label if page.form else ""),
        ("Witness", page.witness),
        ("On what their word rests", f"{page.authority.label}. {page.authority_reason}"),
        ("Explained by", page.explained_by),
        ("Explained how", page.explained_how.label if page.explained_how else ""),
        ("Language", page.language),
        ("Interpreter", _interpreter(page)),
        ("Was anybody there whom they may fear?", page.feared_present.label if page.feared_present else ""),
        ("What they were told", page.text_shown),
        ("Which version of it", str(page.text_version or "")),
        ("Where the paper is", page.evidence_ref),
        ("Why it does not count", page.invalid_reason.label if page.invalid_reason else ""),
        ("What was new when they were asked again", page.new_facts),
        ("Who decided not to ask", page.who_decided),
        ("Whose advice was taken", page.advice_from),
        ("Whether and when they are told", page.told_later),
        ("Look at it again by", f"{_day(due.on)}: {due.cause.value}" if due else ""),
        ("Written down by", _by(page)),
    )
    return tuple(SummaryRow(name, words) for name, words in rows if words)


# What is no agreement now lets nothing be shared, and no page says that it does.
_ALLOWED = {
    State.GIVEN: "May be shared",
    State.REQUESTED: "Asked about",
    State.ANSWERED: "Asked about",
}


@dataclass(frozen=True, slots=True)
class Became:
    """One thing that became of an agreement. `new` is what it is shared with and for beyond it, where that is said."""

    label: str
    words: str
    new_is: str
    new: tuple[Event, ...]
    how: Form | None  # how they said it
    effective_at: datetime
    recorded_at: datetime


def became_of(page: RecordPage) -> tuple[Became, ...]:
    """What became of an agreement, oldest first; a renewal names what was new until then, and is covered by it."""
    found: list[Became] = []
    waits: tuple[Event, ...] = ()
    for event in page.answer.events:
        new: tuple[Event, ...] = ()
        new_is = ""
        if event.cause:
            waits, new, new_is = (*waits, event), (event,), "Also shared"
        elif event.change is Change.RENEWED:
            waits, new, new_is = (), waits, "Asked again, with what was new: shared"
        found.append(
            Became(
                event.change.label, event.words, new_is, new, event.how, event.effective_at, event.recorded_at
            )
        )
    return tuple(found)


def new_since_asked(page: RecordPage) -> tuple[Event, ...]:
    """What is shared beyond an agreement since its person was last asked: to be told when they are asked again."""
    renewed = [n for n, event in enumerate(page.answer.events, 1) if event.change is Change.RENEWED]
    return tuple(event for event in page.answer.events[max(renewed, default=0) :] if event.cause)


def _by(page: RecordPage) -> str:
    who = f"{page.recorded_by}, {page.agency}"
    return f"{page.answer.giver}, on their own page" if page.recorder is Recorder.GIVER else who


def _interpreter(page: RecordPage) -> str:
    parts = (page.interpreted.label if page.interpreted else "", page.interpreter)
    return ": ".join(filter(None, parts))


def _names(categories: tuple[Category, ...]) -> str:
    return ", ".join(category.label for category in categories)


def _day(on: date) -> str:
    return f"{on.day} {on:%B %Y}"


def people_of(page: LedgerPage) -> tuple[Option, ...]:
    """Everybody who could be asked whether they can decide: the child and the adults, each with what is known."""
    return tuple(
        Option(str(p.adult_id or THE_CHILD), p.name, hint=p.reason)
        for p in page.who_may
        if p.who != "authority"
    )


@dataclass(frozen=True, slots=True)
class SaidThere:
    """One side of a disagreement."""

    name: str
    tag: Tag
    words: str
    on: date


def said_of(page: DisagreementPage) -> tuple[SaidThere, ...]:
    """Both answers as they were given: neither is hidden by the other."""
    return tuple(SaidThere(a.giver, _side(a, page.at), a.words, a.answered_on) for a in page.answers)


def _side(answer: Answer, at: datetime) -> Tag:
    if taken_back(answer, at=at):
        return Tag(State.WITHDRAWN.value, Tone.DUE)
    return Tag("Agreed", Tone.OK) if answer.status is Status.GIVEN else Tag("Said no", Tone.DUE)


def receipt_of(page: RecordPage) -> dict[str, Any]:
    """The record as a receipt: record id, whose, controller, purposes, recipients, events with their states."""
    said = page.answer
    return {
        "schema_version": RECEIPT_SCHEMA,
        "record_id": str(said.id),
        "pii_principal_id": said.giver,
        "record_metadata": {"language": page.language or "en", "recorded_at": page.recorded_at.isoformat()},
        "hl7_consent_status": page.code.value,
        "notice": {"text": page.text_shown, "version": page.text_version},
        "pii_processing": {
            "pii_controllers": [{"name": page.agency, "contact": page.recorded_by}],
            "kind_of_consent": said.kind.value,
            "purposes": [
                {
                    "purpose": said.purpose,
                    "pii_categories": [c.value for c in said.allowed],
                    "excluded_categories": [c.value for c in said.excluded],
                    "recipients": [said.recipient],
                    "subject": page.child,
                }
            ],
        },
        "consent_events": [
            {
                "event_time": page.recorded_at.isoformat(),
                "effective_on": said.answered_on.isoformat(),
                "event_state": said.status.value,
                "entity_id": said.giver,
                "expression": page.form.value if page.form else "",
            },
            *(
                {
                    "event_time": e.recorded_at.isoformat(),
                    "effective_at": e.effective_at.isoformat(),
                    "event_state": e.change.value,
                    "entity_id": e.person,
                }
                for e in said.events
            ),
        ],
        "review_by": said.review.on.isoformat() if said.review and page.state in RUNNING else None,
        "withdrawal": "Tell the person who asked you, or use your own page. It is as easy as agreeing.",
    }
