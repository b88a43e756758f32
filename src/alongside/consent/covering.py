"""Whether what people said covers a sharing: this recipient, this purpose, every item, at this time. Pure."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from alongside.consent.lasting import NO_WORD, Noes, alike, latest_with, noes_to, who
from alongside.consent.standing import Answer, counts_for_own, says_no, state_of, taken_back
from alongside.consent.words import Category, ConsentKind, May, State, Status, Verdict

# What something can rest on: for one who may not decide, what is about themselves.
_CARRIES = frozenset({State.GIVEN, State.NO_AUTHORITY, State.NOT_VALID})


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

    `without_authority` agreed, and what is known of them lets nobody rely on it (E2). `refused` said no, or took a yes
    back. `overruled` did so and cannot decide this: heard, and no bar. `disagreeing` are a yes and a no between two
    who may each decide (E1).
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
    overruled: tuple[Answer, ...] = ()
    disagreeing: tuple[Answer, ...] = ()
    settled: Settled | None = None
    own: tuple[Answer, ...] = ()  # what adults agreed to about themselves
    carrying: tuple[Answer, ...] = ()  # the agreements on which sharing all of it could rest
    helping: tuple[
        Answer, ...
    ] = ()  # who agreed to take part in help: another question than sharing (rulebook 4.1)

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


def coverage(
    answers: Sequence[Answer],
    *,
    recipient: str,
    purpose: str,
    items: Collection[Piece],
    at: datetime,
    settled: Sequence[Settled] = (),
    elsewhere: Sequence[Answer] = (),
) -> Coverage:
    """Weigh what everybody said about sharing these things with one recipient, for one purpose, at an instant.

    Agreeing to take part in help is no consent to share and counts for nothing here (rulebook 4.1). An agreement
    for another purpose than the one now stated does not reach (G3). Silence is not consent (G7): a person without
    an answer appears nowhere. Past its review an agreement may not be relied on (rulebook 4.5). Taken back it is a
    no; found invalid it never counts. What anybody excluded, refused or took back and has not agreed to since, but one
    who may not decide, is not covered, whoever else allowed it (`noes_to`). Whoever may not decide gives no authority
    (E2, E4), and no parent's yes is a way round the no of a child who decides (E27). What is about an adult is for that
    adult alone (E1). `elsewhere` is what was said of this child in other matters: a no to this recipient for this
    purpose counts here too, to whichever kinds of thing; a yes there is no yes here.
    """
    others = alike(elsewhere, purpose=purpose)
    said = latest_with(answers, others, recipient=recipient, at=at)
    current = [a for a in said if a.kind is not ConsentKind.SERVICE_AGREEMENT]
    state = {a.id: state_of(a, at=at) for a in said}
    agreed = [a for a in current if state[a.id] is State.GIVEN]
    given = tuple(a for a in agreed if a.purpose == purpose)
    noes = [a for a in current if says_no(a, at=at)]
    bars = tuple(a for a in noes if a.may is not May.MAY_NOT)
    disagreeing = _disagreeing(given, bars)
    found = Coverage(
        given=given,
        without_authority=tuple(a for a in current if state[a.id] is State.NO_AUTHORITY),
        refused=bars,
        overruled=tuple(a for a in noes if a.may is May.MAY_NOT),
        not_asked=tuple(a for a in current if a.status is Status.NOT_ASKED),
        no_reply=tuple(a for a in current if a.status in NO_WORD),
        not_valid=tuple(a for a in current if state[a.id] in {State.NOT_VALID, State.FOUND_INVALID}),
        lapsed=tuple(a for a in current if state[a.id] in {State.UNDER_REVIEW, State.LAPSED}),
        other_purpose=tuple(a for a in agreed if a.purpose != purpose),
        uncovered=(),
        disagreeing=disagreeing,
        settled=_settling(settled, disagreeing, at),
        own=tuple(a for a in current if a.purpose == purpose and counts_for_own(a, at=at)),
        helping=tuple(a for a in said if a not in current and state[a.id] is State.GIVEN),
    )
    kinds = {piece.category for piece in items}
    said_no = {
        each: noes_to((*answers, *others), category=each, recipient=recipient, at=at) for each in kinds
    }
    return _with_gaps(found, items, current, said_no, at)


def carried(
    answers: Sequence[Answer],
    *,
    at: datetime,
    settled: Sequence[Settled] = (),
    elsewhere: Sequence[Answer] = (),
) -> frozenset[tuple[UUID, Piece]]:
    """Each agreement of one matter with every kind of thing that may go on it at an instant, child and giver apart."""
    found: set[tuple[UUID, Piece]] = set()
    for yes in answers:
        pieces = {Piece(each, about) for each in yes.allowed for about in (None, yes.giver_adult_id)}
        for piece in pieces if state_of(yes, at=at) in _CARRIES else ():
            weighed = coverage(
                answers,
                recipient=yes.recipient,
                purpose=yes.purpose,
                items=(piece,),
                at=at,
                settled=settled,
                elsewhere=elsewhere,
            )
            if weighed.is_complete and yes in weighed.carrying:
                found.add((yes.id, piece))
    return frozenset(found)


def _disagreeing(given: Sequence[Answer], bars: Sequence[Answer]) -> tuple[Answer, ...]:
    """A yes and a no between two people. Whoever says both, to two kinds of question, does not disagree with anybody."""
    no = {who(a) for a in bars}
    return (*given, *bars) if bars and any(who(a) not in no for a in given) else ()


def _settling(settled: Sequence[Settled], disagreeing: Sequence[Answer], at: datetime) -> Settled | None:
    """The resolution that weighed everybody who disagrees now; None where somebody spoke anew since."""
    now = {a.id for a in disagreeing}
    back = [event.recorded_at for a in disagreeing if (event := taken_back(a, at=at))]
    fit = [
        s
        for s in settled
        if s.resolved_at <= at and now and now <= s.weighed and all(day <= s.resolved_at for day in back)
    ]
    return max(fit, key=lambda s: s.resolved_at, default=None)


def _with_gaps(
    found: Coverage,
    items: Collection[Piece],
    current: Sequence[Answer],
    noes: Mapping[Category, Noes],
    at: datetime,
) -> Coverage:
    gaps = {piece: _gap(found, piece, current, noes[piece.category], at) for piece in items}
    ordered = sorted(gaps, key=lambda p: (p.category, str(p.about_adult_id or "")))
    return replace(
        found,
        uncovered=tuple(gap for piece in ordered if (gap := gaps[piece]) is not None),
        carrying=_carrying(found, {piece.about_adult_id for piece in items}),
    )


def _carrying(found: Coverage, about: Collection[UUID | None]) -> tuple[Answer, ...]:
    """What sharing rests on: what was agreed about the child, and of each adult in it what they agreed themselves."""
    own = tuple(a for a in found.own if a.giver_adult_id in about)
    if about and None not in about:
        return own
    return tuple({a.id: a for a in (*found.given, *own)}.values()) if found.given else ()


def _gap(found: Coverage, piece: Piece, current: Sequence[Answer], noes: Noes, at: datetime) -> Gap | None:
    """Why one thing is not covered; None where it is, or where nobody has agreed to anything about the child."""
    if piece.about_adult_id is not None:
        return _gap_about_adult(found, piece, current, noes, at)
    if not found.given:
        return None
    ruled_out = [(a, no) for a, no in noes if a.may is not May.MAY_NOT]
    if ruled_out:
        answer, no = ruled_out[0]
        return Gap(piece.category, None, f"{answer.giver} {no}.", "Leave it out.")
    if any(piece.category in a.allowed for a in found.given):
        return None
    return Gap(piece.category, None, "Nobody agreed to it.", "Leave it out, or ask again about it.")


def _whom(theirs: Sequence[Answer]) -> str:
    """An adult by name where they answered, so that whoever agreed about the child is not called another adult (E1)."""
    if not theirs:
        return "another adult, who has not agreed"
    return f"{theirs[0].giver}, who has not agreed to that"


def _gap_about_adult(
    found: Coverage, piece: Piece, current: Sequence[Answer], noes: Noes, at: datetime
) -> Gap | None:
    own_no = next((no for a, no in noes if a.giver_adult_id == piece.about_adult_id), None)
    theirs = [a for a in current if a.giver_adult_id == piece.about_adult_id]
    if any(says_no(a, at=at) for a in theirs):
        why = "The person whom it is about said no. Nobody else can agree for them."
    elif own_no is not None:
        why = f"The person whom it is about {own_no}."
    elif any(piece.category in a.allowed for a in found.own if a in theirs):
        return None
    else:
        why = f"It is about {_whom(theirs)}. Nobody else can agree for them."
    return Gap(piece.category, piece.about_adult_id, why, "Leave it out, or ask that person.")
