"""Who may agree about one child: from age, competence, parental responsibility, orders, care. Pure (rulebook 4.2)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from alongside.consent.words import Authority, Conclusion, May
from alongside.families.rules import DECIDES_FROM, OF_AGE, birthday
from alongside.families.words import ParentalResponsibility
from alongside.reliance.rules import FactDay

CA_2_7 = "Children Act 1989 s.2(7)"
MCA = "Mental Capacity Act 2005"
ASK_ANOTHER = "Ask whoever else has parental responsibility, or use another basis."
GILLICK = "The law on children who can decide for themselves (Gillick)"


@dataclass(frozen=True, slots=True)
class Person:
    """An adult as the rule needs them. `barred` is the sentence of an order that forbids them to decide, or empty.

    `responsibility` is None for the mother of an unborn child: nobody holds any, and she speaks for herself (E6).
    """

    adult_id: UUID | None
    name: str
    responsibility: ParentalResponsibility | None
    barred: str = ""
    by_order: str = ""  # the order that gives them responsibility, or empty
    doubted: str = (
        ""  # why it is not known whether they may decide in spite of their responsibility, or empty
    )
    died: str = ""  # "yes" where it is on record that they have died
    foster: str = ""  # "yes" where they look after the child for an authority: day-to-day matters only


@dataclass(frozen=True, slots=True)
class Assessed:
    """The last assessment of one person for the decision in question. `adult_id` is None for the child."""

    adult_id: UUID | None
    conclusion: Conclusion
    assessed_on: date
    review_on: date


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known about a child and those around them on one day."""

    child: str
    born_on: date | None
    unborn: str  # "yes" or "no"
    people: tuple[Person, ...]
    authority_shares: str = ""  # the sentence why a local authority shares responsibility, or empty
    days: tuple[FactDay, ...] = ()  # on which it changes who decides


@dataclass(frozen=True, slots=True)
class Permission:
    """Whether one person may agree, with the reason as a sentence and where it comes from."""

    adult_id: UUID | None
    name: str
    may: May
    reason: str
    source: str
    authority: Authority
    who: str = "adult"  # "child", "adult" or "authority"


def has_reached(facts: Facts, *, age: int, on: date) -> bool:
    """Whether the child is known to have reached an age; with no birth date known, treated as younger (E11)."""
    return facts.born_on is not None and birthday(facts.born_on, age=age) <= on


def who_may_give(facts: Facts, *, assessed: Sequence[Assessed], on: date) -> tuple[Permission, ...]:
    """Everybody who is known, each with whether they may agree about the child on a day: the child, then the adults.

    `assessed` are the assessments for the decision in question and no other. Nothing is computed from an age but
    what the law says of it: an age under 16 says nothing about what a child understands.
    """
    child = _child(facts, assessed=_latest(assessed, None, on), on=on)
    adults = tuple(
        _dead(p, ASK_ANOTHER) if p.died else _adult(facts, p, child=child, assessed=assessed, on=on)
        for p in facts.people
    )
    shares = (_local_authority(facts, child=child, on=on),) if facts.authority_shares else ()
    return (child, *adults, *shares)


def about_adult(person: Person, *, assessed: Sequence[Assessed], on: date) -> Permission:
    """Whether an adult may agree to what is about themselves: always they, never the other parent (rulebook 4.2)."""
    if person.died:
        return _dead(person, "Use another basis.")
    latest = _latest(assessed, person.adult_id, on)
    if latest is not None and latest.conclusion is not Conclusion.ABLE:
        return _not_able(person, latest)
    reason = (
        f"What is about {person.name} is for {person.name} alone to agree to. Nobody else’s word covers it."
    )
    return Permission(person.adult_id, person.name, May.MAY, reason, MCA, Authority.OWN)


def _latest(assessed: Sequence[Assessed], adult_id: UUID | None, on: date) -> Assessed | None:
    """The last assessment of a person that is still in date; None where there is none."""
    found = [a for a in assessed if a.adult_id == adult_id and a.assessed_on <= on <= a.review_on]
    return max(found, key=lambda a: a.assessed_on, default=None)


def _child(facts: Facts, *, assessed: Assessed | None, on: date) -> Permission:
    able = assessed.conclusion if assessed else None
    if facts.unborn == "yes":
        return _of_child(facts, May.MAY_NOT, "The child is not born yet.", "Rulebook E6", Authority.NONE)
    if has_reached(facts, age=DECIDES_FROM, on=on):
        if able is Conclusion.UNABLE:
            reason = f"{facts.child} was assessed for this decision and cannot make it now."
            return _of_child(facts, May.MAY_NOT, reason, MCA, Authority.NONE)
        if has_reached(facts, age=OF_AGE, on=on):
            reason = f"{facts.child} is 18 or over and decides alone."
            return _of_child(facts, May.MAY, reason, MCA, Authority.OWN)
        reason = f"{facts.child} is 16 or 17 and is presumed able to decide. A parent’s answer does not replace it."
        return _of_child(facts, May.MAY, reason, MCA, Authority.OWN)
    return _young(facts, able)


def _young(facts: Facts, able: Conclusion | None) -> Permission:
    if able is Conclusion.ABLE:
        reason = f"{facts.child} was assessed for this decision and can make it."
        return _of_child(facts, May.MAY, reason, GILLICK, Authority.COMPETENCE)
    if able is Conclusion.UNABLE:
        reason = f"{facts.child} was assessed for this decision and cannot make it. Their words count as their view."
        return _of_child(facts, May.MAY_NOT, reason, GILLICK, Authority.NONE)
    reason = (
        f"Nobody has assessed yet whether {facts.child} can make this decision."
        if able is None
        else f"It is not sure whether {facts.child} can make this decision."
    )
    return _of_child(facts, May.NOT_KNOWN, reason, GILLICK, Authority.NONE)


def _of_child(facts: Facts, may: May, reason: str, source: str, authority: Authority) -> Permission:
    return Permission(None, facts.child, may, reason, source, authority, "child")


def _adult(
    facts: Facts, person: Person, *, child: Permission, assessed: Sequence[Assessed], on: date
) -> Permission:
    def no(reason: str, source: str) -> Permission:
        return Permission(person.adult_id, person.name, May.MAY_NOT, reason, source, Authority.NONE)

    if person.responsibility is None:
        reason = f"{person.name} is expecting the baby and decides for herself."
        return Permission(person.adult_id, person.name, May.MAY, reason, "Rulebook E6", Authority.OWN)
    if child.may is May.MAY:
        reason = f"{facts.child} decides this. {person.name} is heard, and cannot agree instead."
        return no(reason, child.source)
    if has_reached(facts, age=OF_AGE, on=on):
        return no(_nobody_for(facts), MCA)
    if person.barred:
        return no(person.barred, "The order")
    latest = _latest(assessed, person.adult_id, on)
    if latest is not None and latest.conclusion is not Conclusion.ABLE and person.adult_id is not None:
        return _not_able(person, latest)
    return _by_responsibility(person)


def _by_responsibility(person: Person) -> Permission:
    held = person.responsibility
    if held is ParentalResponsibility.SEEN and person.doubted:
        return Permission(
            person.adult_id, person.name, May.NOT_KNOWN, person.doubted, "The order", Authority.NONE
        )
    if held is ParentalResponsibility.SEEN:
        on_order = f" by an order: {person.by_order}" if person.by_order else ""
        reason = f"{person.name} has parental responsibility{on_order}, and the evidence was seen. "
        reason += "Each holder may agree alone."
        authority = Authority.COURT if person.by_order else Authority.RESPONSIBILITY
        return Permission(person.adult_id, person.name, May.MAY, reason, CA_2_7, authority)
    if held is ParentalResponsibility.NO:
        reason = f"{person.name} has no parental responsibility."
        if person.foster == "yes":
            reason += " A foster carer’s authority is for day-to-day matters only."
        return Permission(person.adult_id, person.name, May.MAY_NOT, reason, CA_2_7, Authority.NONE)
    known = held.label.lower() if held is not None else ""
    reason = f"Their parental responsibility: {known}. By itself this agreement gives no authority."
    return Permission(person.adult_id, person.name, May.NOT_KNOWN, reason, CA_2_7, Authority.NONE)


def _dead(person: Person, instead: str) -> Permission:
    """Nobody inherits a word: there is no consent of somebody who has died (rulebook 4.2)."""
    reason = f"{person.name} has died, so there is no consent of theirs. {instead}"
    return Permission(person.adult_id, person.name, May.MAY_NOT, reason, "Rulebook 4.2", Authority.NONE)


def _not_able(person: Person, assessed: Assessed) -> Permission:
    """Never from a diagnosis: only from an assessment of this decision (rulebook E23)."""
    if assessed.conclusion is Conclusion.UNSURE:
        reason = f"It is not sure whether {person.name} can decide this now. Ask again, with an advocate."
        return Permission(person.adult_id, person.name, May.NOT_KNOWN, reason, MCA, Authority.NONE)
    reason = (
        f"{person.name} was assessed for this decision and cannot make it now. Ask another person with parental "
        "responsibility, and offer an advocate."
    )
    return Permission(person.adult_id, person.name, May.MAY_NOT, reason, MCA, Authority.NONE)


def _nobody_for(facts: Facts) -> str:
    """Of an adult who cannot decide somebody decides in their best interests: nobody's agreement replaces theirs."""
    return f"{facts.child} is an adult. Nobody agrees for them."


def _local_authority(facts: Facts, *, child: Permission, on: date) -> Permission:
    of_age = has_reached(facts, age=OF_AGE, on=on)
    if of_age or child.may is May.MAY:
        heard = f"{facts.child} decides this. The local authority is heard."
        reason = _nobody_for(facts) if of_age and child.may is not May.MAY else heard
        return Permission(
            None, "The local authority", May.MAY_NOT, reason, child.source, Authority.NONE, "authority"
        )
    return Permission(
        None,
        "The local authority",
        May.MAY,
        facts.authority_shares,
        "Children Act 1989 s.33",
        Authority.LOCAL_AUTHORITY,
        "authority",
    )
