"""Whether what was decided where two people disagreed still stands, by what was said and found since (E1, E27). Pure."""

from collections.abc import Sequence
from datetime import datetime

from alongside.access.words import Answered
from alongside.consent.covering import Settled, coverage
from alongside.consent.lasting import latest
from alongside.consent.standing import Answer, says_no, state_of, taken_back
from alongside.consent.words import ConsentKind, May, State, Status, Verdict


def still_stands(answers: Sequence[Answer], *, recipient: str, settled: Settled, at: datetime) -> Answered:
    """Whether something may still go on an agreement, as somebody decided who weighed a yes and a no.

    `answers` are all of the matter. That one may act alone stands while an agreement that was weighed counts, and no
    no bars it that was not weighed: a later no, or that somebody else decides now, ends it. That the no is respected
    stands whatever is said later. For a reader who may not know the family's facts what was written down is weighed.
    """
    if settled.verdict is not Verdict.ONE_MAY_ACT:
        return Answered.YES
    weighed = {a.purpose for a in answers if a.id in settled.weighed and a.status is Status.GIVEN}
    goes_on = any(_goes_on(answers, recipient, purpose, settled, at) for purpose in sorted(weighed))
    return Answered.YES if goes_on else Answered.NO


def _goes_on(
    answers: Sequence[Answer], recipient: str, purpose: str, settled: Settled, at: datetime
) -> object:
    if all(a.weighed == "yes" for a in answers):
        found = coverage(answers, recipient=recipient, purpose=purpose, items=(), at=at, settled=(settled,))
        return found.given and not found.bars
    said = [
        a for a in latest(answers, recipient=recipient, at=at) if a.kind is not ConsentKind.SERVICE_AGREEMENT
    ]
    agreed = [a for a in said if a.purpose == purpose and state_of(a, at=at) is State.ON_RECORD]
    return agreed and all(_was_weighed(a, settled, at) for a in said if _bars(a, at))


def _bars(answer: Answer, at: datetime) -> bool:
    return says_no(answer, at=at) and answer.may is not May.MAY_NOT


def _was_weighed(answer: Answer, settled: Settled, at: datetime) -> bool:
    back = taken_back(answer, at=at)
    return answer.id in settled.weighed and (back is None or back.recorded_at <= settled.resolved_at)
