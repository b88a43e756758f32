"""What a safeguarding lead meets first: what waits in their agency, counted by what it is. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from alongside.design.parts import DutyRow
from alongside.duties.queries import DutyLine
from alongside.duties.words import Owed

SHOWN_MOST = 10
# Under which words something of the agency is counted: from the moment it is owed, or from the day on which it is due.
AT_ONCE = {
    "Children and others who say that they are not safe": frozenset({Owed.CHILD_NOT_SAFE}),
    "Children whom somebody asked thinks may be suffering significant harm": frozenset(
        {Owed.HEED_HARM, Owed.NAME_CHILD}
    ),
    "Decisions not to share that wait for a countersignature": frozenset({Owed.COUNTERSIGN}),
    "Decisions not to share that were sent back, to be decided again": frozenset({Owed.DECIDE_AGAIN}),
    "Families not told for now, to be authorised": frozenset({Owed.AUTHORISE_WITHHOLDING}),
    "Disagreements in a family, to be decided": frozenset({Owed.RESOLVE_DISAGREEMENT}),
}
WHEN_DUE = {
    "Outcomes not recorded in time": frozenset({Owed.OUTCOME, Owed.COMPLETE_RECORD}),
    "Referrals to ring, write or hear of": frozenset(
        {Owed.RING_REFERRAL, Owed.CONFIRM_REFERRAL, Owed.HEAR_BACK}
    ),
    "Questions that a line has not answered": frozenset({Owed.RING_LINE}),
    "Refusals and withholdings to be looked at again": frozenset(
        {Owed.REVIEW_REFUSAL, Owed.REVIEW_WITHHOLDING}
    ),
    "What rested on a fact that has changed": frozenset({Owed.LOOK_AGAIN_AT_WHAT_RELIED}),
    "What families say is wrong, ask and complain of, to be answered": frozenset(
        {Owed.ANSWER_CORRECTION, Owed.ANSWER_FAMILY, Owed.ANSWER_COMPLAINT}
    ),
    "Agreements to be looked at, and people to be asked or answered": frozenset(
        {Owed.ASK_RIGHT_PERSON, Owed.REVIEW_CONSENT, Owed.ANSWER_OBJECTOR, Owed.READ_OWN_ANSWER}
    ),
    "Pages of families whose link ended or may not have gone out": frozenset({Owed.LOOK_AT_LINK}),
    "Families not told in time": frozenset(
        {Owed.TELL_FAMILY, Owed.TELL_AFTER_ALL, Owed.TELL_RELEASED, Owed.TELL_WHAT_BECAME}
    ),
}
# What its debtor alone looks after, as long as they are in post.
LEFT_BEHIND = {
    "What somebody who has left was to ask, answer, confirm or do": frozenset(
        {
            Owed.ANSWER_QUESTION,
            Owed.CONFIRM_NOTE,
            Owed.ANSWER_BACK,
            Owed.CALL_TAF,
            Owed.ASK_ELSEWHERE,
            Owed.AGREED_STEP,
        }
    ),
}
COUNTED = AT_ONCE | WHEN_DUE | LEFT_BEHIND


@dataclass(frozen=True, slots=True)
class Counted:
    """How many things of one sort wait."""

    words: str
    number: int


@dataclass(frozen=True, slots=True)
class AgencyBlock:
    """What waits in an agency: how many of each sort, and the first of those that others owe."""

    counted: tuple[Counted, ...]
    rows: tuple[DutyRow, ...]
    more: str  # "yes" where there are others than those shown


def kinds(sorts: dict[str, frozenset[Owed]]) -> frozenset[Owed]:
    """Every kind of duty that is counted under these words."""
    return frozenset().union(*sorts.values())


def counted(lines: Sequence[DutyLine]) -> tuple[Counted, ...]:
    """How many of each sort there are; a sort of which there is none is left out."""
    found = (Counted(words, sum(line.kind in of for line in lines)) for words, of in COUNTED.items())
    return tuple(each for each in found if each.number)


def others(lines: Sequence[DutyLine], shown: Sequence[DutyLine]) -> tuple[DutyLine, ...]:
    """Those that stand nowhere else on the page: what the lead owes, and what they wait for, are shown already."""
    there = {(line.kind, line.arising_from) for line in shown}
    return tuple(line for line in lines if (line.kind, line.arising_from) not in there)
