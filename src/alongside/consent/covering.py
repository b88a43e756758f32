"""Whether what people said covers a sharing: this recipient, this purpose, every item, at this time. Pure."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from alongside.access.context import day_in_london
from alongside.consent.standing import Answer, state_of
from alongside.consent.words import Category, ConsentKind, Invalid, May, State, Status, Verdict


@dataclass(frozen=True, slots=True)
class Piece:
    """One thing that would be shared: its category, and whom it is about. None is the child."""

    category: Category
    about_adult_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Gap:
    """A thing that is not covered, why, and what can be done about it."""

    category: Category
    about_adult_id: UUID | None
    why: str
    instead: str


@dataclass(frozen=True, slots=True)
class Settled:
    """How a disagreement was resolved, by whom, and which answers were weighed. Newer answers open it again."""

    verdict: Verdict
    weighed: frozenset[UUID]
    resolved_at: datetime
    by: str
    reasons: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """Whether the consent that was given covers a sharing, and what it leaves out.

    `without_authority` agreed, and what is known of them lets nobody rely on it (E2). `overruled` said no and cannot
    decide this: heard, and no bar. `disagreeing` are a yes and a no between two who may each decide (E1).
    """

    given: tuple[Answer, ...]
    without_authority: tuple[Answer, ...]
    refused: tuple[Answer, ...]
    not_asked: tuple[Answer, ...]
    lapsed: tuple[Answer, ...]
    other_purpose: tuple[Answer, ...]
    uncovered: tuple[Gap, ...]
    not_valid: tuple[Answer, ...] = ()
    no_reply: tuple[Answer, ...] = ()
    withdrawn: tuple[Answer, ...] = ()
    overruled: tuple[Answer, ...] = ()
    disagreeing: tuple[Answer, ...] = ()
    settled: Settled | None = None
    own: tuple[Answer, ...] = ()  # what adults agreed to about themselves
    carrying: tuple[Answer, ...] = ()  # the agreements on which sharing all of it could rest

    @property
    def is_complete(self) -> bool:
        """Someone agreed, nobody whose no counts said no, and every item is covered."""
        return bool(self.carrying) and not self.bars and not self.uncovered

    @property
    def is_disputed(self) -> bool:
        """Whether two who may each decide disagree, and nobody has resolved it yet (E1)."""
        return bool(self.disagreeing) and self.settled is None

    @property
    def bars(self) -> tuple[Answer, ...]:
        """Every no that stands against sharing now."""
        allowed = self.settled is not None and self.settled.verdict is Verdict.ONE_MAY_ACT
        return () if allowed and self.given else self.refused


def latest(answers: Sequence[Answer], *, recipient: str) -> tuple[Answer, ...]:
    """Of each person the last answer to each question about one recipient: a later one supersedes, either way.

    What somebody says of one recipient leaves what they said of another as it was. What was asked and not yet
    answered leaves an earlier answer as it was too.
    """
    by_person: dict[tuple[str, str], Answer] = {}
    for answer in sorted(answers, key=lambda a: a.answered_on):
        if answer.recipient != recipient:
            continue
        key = (_who(answer), _speaks_for(answer))
        if answer.status in _NO_WORD and key in by_person:
            continue
        by_person[key] = answer
    return tuple(by_person.values())


_NO_WORD = frozenset({Status.REQUESTED, Status.NO_REPLY})


def _who(answer: Answer) -> str:
    return "child" if answer.is_child == "yes" else str(answer.giver_adult_id or answer.giver)


def _speaks_for(answer: Answer) -> str:
    return "help" if answer.kind is ConsentKind.SERVICE_AGREEMENT else "sharing"


def agreed_to_help(answers: Sequence[Answer], *, recipient: str) -> tuple[Answer, ...]:
    """What was last said about taking part in help (rulebook 4.1): another question than sharing."""
    return tuple(a for a in latest(answers, recipient=recipient) if _speaks_for(a) == "help")


def coverage(
    answers: Sequence[Answer],
    *,
    recipient: str,
    purpose: str,
    items: Collection[Piece],
    at: datetime,
    settled: Sequence[Settled] = (),
) -> Coverage:
    """Weigh what everybody said about sharing these things with one recipient, for one purpose, at an instant.

    Agreeing to take part in help is no consent to share and counts for nothing here (rulebook 4.1). An agreement
    for another purpose than the one now stated does not reach (G3). Silence is not consent (G7): a person without
    an answer appears nowhere. Past its review an agreement may not be relied on (rulebook 4.5); taken back or found
    invalid, it never counts. An excluded category is not covered, whoever else allowed it. Whoever may not decide
    gives no authority (E2, E4), and no parent's yes is a way round the no of a child who decides (E27). What is about
    an adult is for that adult alone (E1).
    """
    said = [a for a in answers if a.answered_on <= day_in_london(at)]
    current = [a for a in latest(said, recipient=recipient) if _speaks_for(a) == "sharing"]
    state = {a.id: state_of(a, at=at) for a in current}
    running = [a for a in current if state[a.id] is State.GIVEN]
    agreed = tuple(a for a in running if a.has_authority)
    given = tuple(a for a in agreed if a.purpose == purpose)
    refused = tuple(a for a in current if a.status is Status.REFUSED)
    bars = tuple(a for a in refused if a.may is not May.MAY_NOT)
    disagreeing = (*given, *bars) if given and bars else ()
    found = Coverage(
        given=given,
        without_authority=tuple(a for a in running if not a.has_authority),
        refused=bars,
        overruled=tuple(a for a in refused if a.may is May.MAY_NOT),
        not_asked=tuple(a for a in current if a.status is Status.NOT_ASKED),
        no_reply=tuple(a for a in current if a.status in _NO_WORD),
        not_valid=tuple(a for a in current if state[a.id] in {State.NOT_VALID, State.FOUND_INVALID}),
        withdrawn=tuple(a for a in current if state[a.id] is State.WITHDRAWN),
        lapsed=tuple(a for a in current if state[a.id] in {State.UNDER_REVIEW, State.LAPSED}),
        other_purpose=tuple(a for a in agreed if a.purpose != purpose),
        uncovered=(),
        disagreeing=disagreeing,
        settled=_settling(settled, disagreeing, at),
        own=tuple(a for a in current if _speaks_for_itself(a, state[a.id]) and a.purpose == purpose),
    )
    return _with_gaps(found, items, refused)


def _speaks_for_itself(answer: Answer, state: State) -> bool:
    """An adult's yes to what is about themselves; that they may not agree for the child takes nothing from it."""
    if answer.giver_adult_id is None or answer.may_own is not May.MAY:
        return False
    kept = state is State.NOT_VALID and answer.invalid_reason == Invalid.GIVER_LACKS_AUTHORITY
    return state is State.GIVEN or kept


def _settling(settled: Sequence[Settled], disagreeing: Sequence[Answer], at: datetime) -> Settled | None:
    """The resolution that weighed everybody who disagrees now; None where somebody answered anew since."""
    now = {a.id for a in disagreeing}
    fit = [s for s in settled if s.resolved_at <= at and now and now <= s.weighed]
    return max(fit, key=lambda s: s.resolved_at, default=None)


def _with_gaps(found: Coverage, items: Collection[Piece], refused: Sequence[Answer]) -> Coverage:
    gaps = {piece: _gap(found, piece, refused) for piece in items}
    only_adults = bool(items) and all(piece.about_adult_id is not None for piece in items)
    ordered = sorted(gaps, key=lambda p: (p.category, str(p.about_adult_id or "")))
    return replace(
        found,
        uncovered=tuple(gap for piece in ordered if (gap := gaps[piece]) is not None),
        carrying=found.own if only_adults else found.given,
    )


def _gap(found: Coverage, piece: Piece, refused: Sequence[Answer]) -> Gap | None:
    """Why one thing is not covered; None where it is, or where nobody has agreed to anything about the child."""
    if piece.about_adult_id is not None:
        return _gap_about_adult(found, piece, refused)
    if not found.given:
        return None
    ruled_out = [a for a in found.given if piece.category in a.excluded]
    if ruled_out:
        return Gap(
            piece.category,
            None,
            f"{ruled_out[0].giver} said that it must not be shared.",
            "Leave it out.",
        )
    if any(piece.category in a.allowed for a in found.given):
        return None
    return Gap(piece.category, None, "Nobody agreed to it.", "Leave it out, or ask again about it.")


def _gap_about_adult(found: Coverage, piece: Piece, refused: Sequence[Answer]) -> Gap | None:
    mine = [a for a in found.own if a.giver_adult_id == piece.about_adult_id]
    if any(a.giver_adult_id == piece.about_adult_id for a in refused):
        why = "The person whom it is about said no. Nobody else can agree for them."
    elif any(piece.category in a.excluded for a in mine):
        why = "The person whom it is about said that it must not be shared."
    elif any(piece.category in a.allowed for a in mine):
        return None
    else:
        why = "It is about another adult, who has not agreed. Nobody else can agree for them."
    return Gap(piece.category, piece.about_adult_id, why, "Leave it out, or ask that person.")
