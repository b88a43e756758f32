"""What the family said, as answers to a flowchart's questions, each with the sentence that says why. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from alongside.access.context import day_in_london
from alongside.consent.rules import Answer, Coverage, Event
from alongside.consent.words import Change, Invalid, Status, Verdict
from alongside.guidance.words import UNSURE, Evidence

WITHOUT_AUTHORITY = (
    "So nobody who may agree for the child has agreed. Ask somebody whose parental responsibility has been seen. If a "
    "child may be at risk, do not wait for that: the way on without consent stays open."
)
DISPUTED = (
    "They do not agree, and each of them has a say. Both answers are kept. A safeguarding lead decides, with reasons. "
    "If a child may be at risk, do not wait for that: the way on without consent stays open."
)
NOT_VALID = (
    "That is kept, and it is no consent. Ask somebody who may agree, or take advice. If a child may be at risk, do not "
    "wait for that: the way on without consent stays open."
)


@dataclass(frozen=True, slots=True)
class Proposal:
    """An answer that the record gives, and the sentence that says why.

    `first` is what the record answered before, where a second person's advice led on; `advice` is that advice.
    """

    answer: str
    because: str
    first: tuple[str, ...] = ()
    advice: Mapping[str, str] = field(default_factory=dict)


def about_family(said: Coverage) -> dict[Evidence, Proposal]:
    """What the family said, as answers. Where they disagree, it is not sure until somebody has decided (E1)."""
    asked = asked_of(said)
    found = _about_help(said)
    if not asked and not said.not_asked:
        return found
    if not asked:
        because = "; ".join(f"{a.giver}: {why_not(a)}" for a in said.not_asked) + "."
        return found | {
            Evidence.CONSENT: Proposal("no", because),
            Evidence.FAMILY_REACHED: Proposal("no", because),
        }
    words = " ".join(sentence(a) for a in asked)
    if said.disagreeing:
        return found | _disputed(said, words)
    reached = said.given + said.own + said.refused + said.overruled + said.other_purpose + said.lapsed
    found[Evidence.FAMILY_REACHED] = Proposal("yes" if reached or said.without_authority else "no", words)
    if said.refused or (said.overruled and not said.given):
        return found | {
            Evidence.CONSENT: Proposal("no", words),
            Evidence.FAMILY_VIEWS: Proposal("objected", words),
        }
    return found | {Evidence.CONSENT: _consent(said, words)} | _views(said, words)


def asked_of(said: Coverage) -> tuple[Answer, ...]:
    """Everybody who answered, in whichever way, each once; and whoever was asked and has not replied."""
    everybody = (
        said.given
        + said.without_authority
        + said.other_purpose
        + said.lapsed
        + said.not_valid
        + said.refused
        + said.overruled
        + said.no_reply
    )
    return tuple({answer.id: answer for answer in everybody}.values())


def _disputed(said: Coverage, words: str) -> dict[Evidence, Proposal]:
    """Two who may each decide say different things: unsure, then what was decided by somebody else with reasons."""
    found = {
        Evidence.FAMILY_REACHED: Proposal("yes", words),
        Evidence.FAMILY_VIEWS: Proposal("objected", words),
    }
    if said.settled is None:
        return found | {Evidence.CONSENT: Proposal(UNSURE, f"{words} {DISPUTED}")}
    by = said.settled
    decided = f"{words} {by.by} decided: {by.verdict.label.lower()}. {by.reasons}"
    answer = _consent(said, decided) if by.verdict is Verdict.ONE_MAY_ACT else Proposal("no", decided)
    advice = {
        "from": by.by,
        "at": by.resolved_at.isoformat(),
        "summary": by.reasons,
        "named_or_no_names": "named",
    }
    return found | {Evidence.CONSENT: Proposal(answer.answer, answer.because, (UNSURE,), advice)}


def _views(said: Coverage, words: str) -> dict[Evidence, Proposal]:
    """What they think of it: agreeing, but not to everything that is listed, is an objection to the rest (G4)."""
    if not said.given:
        return {}
    if said.uncovered:
        return {Evidence.FAMILY_VIEWS: Proposal("objected", f"{words} {gaps(said)}")}
    if said.overruled:
        return {Evidence.FAMILY_VIEWS: Proposal("objected", words)}
    return {Evidence.FAMILY_VIEWS: Proposal("agreed", words)}


def gaps(said: Coverage) -> str:
    """Every thing that is not covered, why, and what can be done (G4)."""
    return " ".join(f"Not covered: {gap.category.label}. {gap.why} {gap.instead}" for gap in said.uncovered)


def _about_help(said: Coverage) -> dict[Evidence, Proposal]:
    """Whether they will take part in help: a question of its own, answered only by an agreement of its own (4.1)."""
    if not said.helping:
        return {}
    words = " ".join(f"{a.giver} agreed to take part in the help that is offered." for a in said.helping)
    return {Evidence.SERVICE_AGREEMENT: Proposal("agreement_given", words)}


def _consent(said: Coverage, words: str) -> Proposal:
    if said.uncovered:
        return Proposal("no", f"{words} {gaps(said)} Then this becomes yes.")
    if said.carrying:
        return Proposal("yes", words)
    if said.not_valid and not said.without_authority + said.other_purpose:
        return Proposal("no" if said.not_asked + said.no_reply else UNSURE, f"{words} {NOT_VALID}")
    return Proposal("no", f"{words} {_why_no(said)}")


def _why_no(said: Coverage) -> str:
    if said.other_purpose:
        return "That was for another purpose than the one you now state: ask again."
    if said.without_authority:
        return WITHOUT_AUTHORITY
    if said.no_reply and not said.lapsed:
        return "No reply is no consent."
    return "It may not be relied on after its review date: ask again."


def sentence(answer: Answer) -> str:
    """What one person said, in a sentence or two."""
    on = f"{answer.answered_on.day} {answer.answered_on:%B %Y}"
    if answer.status is Status.REFUSED:
        return f"{answer.giver} said no on {on}" + (f": “{answer.words}”" if answer.words else ".")
    if answer.status in {Status.REQUESTED, Status.NO_REPLY}:
        return f"{answer.giver} was asked on {on} and has not replied."
    allowed = listed([c.label.lower() for c in answer.allowed]) or "nothing in particular"
    text = f"{answer.giver} agreed on {on} that {answer.recipient} may know about {allowed}."
    if answer.excluded:
        text += f" {listed([c.label for c in answer.excluded])} is excluded."
    if answer.status is Status.NOT_VALID:
        text = f"{text} {_why_none(answer)}"
    if became := _became(answer):
        return f"{text} {became}"
    if answer.review and answer.status is Status.GIVEN:
        text += f" Review by {answer.review.on.day} {answer.review.on:%B}."
    return f"{text} {note}" if (note := authority_note(answer)) else text


_BECAME = {
    Change.FOUND_INVALID: "On {on} it was found to be no consent.",
    Change.WITHDRAWN: "They took it back on {on}. From that moment it is a no.",
    Change.LAPSED: "It was looked at on {on} and has run out.",
}


def _became(answer: Answer) -> str:
    """What became of an agreement since; empty where it was at most looked at again."""
    ended = [e for e in answer.events if e.change in _BECAME]
    days = (_BECAME[e.change].format(on=_day(e)) + (f" “{e.words}”" if e.words else "") for e in ended)
    return " ".join(days)


def _day(event: Event) -> str:
    on = day_in_london(event.effective_at)
    return f"{on.day} {on:%B %Y}"


def _why_none(answer: Answer) -> str:
    reason = Invalid(answer.invalid_reason).label if answer.invalid_reason else ""
    return f"It is no consent: {reason[:1].lower()}{reason[1:]}. {answer.may_reason}".strip()


def authority_note(answer: Answer) -> str:
    """What a page says beside an agreement that gives no authority by itself (E2); empty beside any other answer."""
    if answer.status is not Status.GIVEN or answer.has_authority:
        return ""
    return (
        answer.may_reason or "Nothing is known of whether they may agree. By itself this gives no authority."
    )


def why_not(answer: Answer) -> str:
    """Why somebody was not asked, in their words where there are any."""
    reason = answer.absent_reason.label.lower() if answer.absent_reason else "not asked"
    return f"{reason} ({answer.words})" if answer.words else reason


def listed(words: Sequence[str]) -> str:
    """Words in a row, with "and" before the last."""
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1]))) if words else ""
