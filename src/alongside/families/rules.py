"""What follows from what was said of a family: age, parental responsibility and orders on a day, siblings. Pure.

Values in, values out. Nothing is inferred: what was not said stays unknown.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from alongside.families.words import (
    GIVES_RESPONSIBILITY,
    SHARED_WITH_AN_AUTHORITY,
    AgeKnownAs,
    BirthBasis,
    Life,
    LookedAfter,
    OrderKind,
    ParentalResponsibility,
    Relation,
    Source,
    Stage,
    Tie,
    UnderEighteen,
)
from alongside.reliance.rules import FactDay
from alongside.reliance.words import Cause

# From this day a father, or second parent, who is registered together with the mother holds it (rulebook 4.2).
JOINT_REGISTRATION_COUNTS_FROM = date(2003, 12, 1)
SETTLING = frozenset({BirthBasis.SEEN, BirthBasis.ASSESSED})
HELD = frozenset({ParentalResponsibility.SEEN, ParentalResponsibility.CLAIMED})


@dataclass(frozen=True, slots=True)
class SaidBirth:
    """One thing that was said of a day of birth; a span of days, one day where the day is known."""

    basis: BirthBasis
    earliest_on: date
    latest_on: date
    words: str
    said_at: datetime

    @property
    def day(self) -> date | None:
        """The day, where it is one; None for a span such as a year."""
        return self.earliest_on if self.earliest_on == self.latest_on else None


@dataclass(frozen=True, slots=True)
class BirthFacts:
    """What a child's age rests on. `born_on` is the day that may be relied on, None where none is settled (E11)."""

    known_as: AgeKnownAs
    born_on: date | None
    earliest_on: date | None
    latest_on: date | None

    def is_treated_as_a_child(self, on: date) -> bool:
        """Whether this child is treated as one on a day: always, until eighteen by the latest day that was said (E11)."""
        return self.latest_on is None or age(self.latest_on, on=on) < 18


NOTHING_SAID = BirthFacts(AgeKnownAs.UNKNOWN, None, None, None)


def birth_facts(said: Sequence[SaidBirth]) -> BirthFacts:
    """Weigh what was said of a day of birth, in the order of saying, without what was set aside.

    A document that was seen, or an age assessment, settles what was said before it. What is said afterwards and
    does not agree with it opens the dispute again; the child is treated as a child meanwhile (E11).
    """
    if not said:
        return NOTHING_SAID
    settled = [place for place, each in enumerate(said) if each.basis in SETTLING]
    counted = list(said[settled[-1] :] if settled else said)
    earliest, latest = min(e.earliest_on for e in counted), max(e.latest_on for e in counted)
    if max(e.earliest_on for e in counted) > min(e.latest_on for e in counted):
        return BirthFacts(AgeKnownAs.DISPUTED, None, earliest, latest)
    strongest = counted[0] if settled else min(counted, key=lambda e: e.basis is BirthBasis.ESTIMATED)
    return BirthFacts(AgeKnownAs(strongest.basis), strongest.day, strongest.earliest_on, strongest.latest_on)


OF_AGE = 18
DECIDES_FROM = 16
OLDEST = 25  # who was in care may have support up to here (Children Act 1989 s.23CZB)


def age(born_on: date, *, on: date) -> int:
    """Whole years on a day; somebody born on 29 February has a birthday on 1 March of other years."""
    return on.year - born_on.year - ((on.month, on.day) < (born_on.month, born_on.day))


def birthday(born_on: date, *, age: int) -> date:
    """The day on which somebody reaches an age; born on 29 February, on 1 March."""
    try:
        return born_on.replace(year=born_on.year + age)
    except ValueError:
        return date(born_on.year + age, 3, 1)


def wrong_birth(born_on: date, *, on: date) -> str:
    """Why nobody on record here was born on a day, as a sentence; empty where nothing speaks against it."""
    if born_on > on:
        return "Check the date of birth: that day has not come yet."
    return too_old(born_on, on=on)


def too_old(born_on: date, *, on: date) -> str:
    """Why somebody born on a day is too old for a child's record, as a sentence; empty for whoever is not."""
    years = age(born_on, on=on)
    if years >= OLDEST:
        return (
            f"Check the date of birth: somebody born on that day is {years} years old. A child’s record is of somebody"
            f" under {OLDEST}, who may still have support as a care leaver."
        )
    return ""


def decides_otherwise(was: date | None, *, becomes: date | None, on: date) -> str:
    """What a corrected day of birth changes about who may agree on a day, as a sentence; empty for nothing.

    With no day known a child is treated as younger (E11).
    """
    before, after = _decides_as(was, on), _decides_as(becomes, on)
    if before == after:
        return ""
    return f"This changes who may agree. By the date on record {before}; by this one {after}."


def _decides_as(born_on: date | None, on: date) -> str:
    years = age(born_on, on=on) if born_on else 0
    if years >= OF_AGE:
        return "the child is 18 or over and decides alone, and nobody else agrees for them"
    if years >= DECIDES_FROM:
        return (
            "the child is 16 or 17 and is presumed to decide, and a parent’s answer does not replace theirs"
        )
    return (
        "the child is under 16, and whoever has parental responsibility agrees unless the child can decide it"
    )


def under_eighteen(stated: UnderEighteen, *, born_on: date | None, on: date) -> UnderEighteen:
    """Whether an adult of the family is a child themselves on a day: by their birth date, or else as stated (E24)."""
    if born_on is None:
        return stated
    return UnderEighteen.YES if age(born_on, on=on) < 18 else UnderEighteen.NO


@dataclass(frozen=True, slots=True)
class HeldResponsibility:
    """What was known at one moment of one person's parental responsibility for one child, on the day of that moment.

    `adult_id` and `relation` are None for an agency, which shares it under an order (E9). `source` is None where it
    was not said, and `said_at` where nothing was ever said. `life` says whether it was on record that they have died.
    """

    adult_id: UUID | None
    holder: str
    relation: Relation | None
    held: ParentalResponsibility
    source: Source | None
    order_kind: OrderKind | None
    began_on: date | None
    ended_on: date | None
    evidence: str
    seen_on: date | None
    seen_by: UUID | None
    restriction: str
    said_at: datetime | None
    life: Life = Life.NOT_SAID


def held_on(
    held: ParentalResponsibility, *, began_on: date | None, ended_on: date | None, on: date
) -> ParentalResponsibility:
    """What stands on a day of what was said: nothing is held before it began or from the day on which it ended."""
    if held in HELD and ((began_on and on < began_on) or (ended_on and on >= ended_on)):
        return ParentalResponsibility.NO
    return held


def wrong_source(source: Source | None, *, began_on: date | None) -> str:
    """Why this way gave no parental responsibility on that day; empty where nothing speaks against it."""
    if source is Source.BIRTH_CERTIFICATE and began_on and began_on < JOINT_REGISTRATION_COUNTS_FROM:
        return (
            "A birth certificate counts only if both parents registered the birth together on or after"
            " 1 December 2003. Choose another way, or say that it is not known."
        )
    return ""


@dataclass(frozen=True, slots=True)
class OrderFact:
    """A court order, or why a child is looked after, as it was known at one moment.

    `beside_id` is of an adoption order alone: the parent whose partner adopts, or who adopts together with the holder.
    """

    id: UUID
    kind: OrderKind
    made_on: date | None
    ends_on: date | None
    authority: str
    holder_id: UUID | None
    restricted_id: UUID | None
    restricts: str
    evidence: str
    seen_on: date | None
    seen_by: UUID | None
    said_at: datetime
    ended_on: date | None
    beside_id: UUID | None = None

    @property
    def over_on(self) -> date | None:
        """The day from which it is in force no longer, as far as was said."""
        return min((end for end in (self.ends_on, self.ended_on) if end), default=None)

    def runs_on(self, day: date) -> bool:
        """Whether it is in force on a day, as far as was said."""
        over_on = self.over_on
        return not (self.made_on and day < self.made_on) and not (over_on and day >= over_on)


def running(orders: Sequence[OrderFact], *, on: date) -> tuple[OrderFact, ...]:
    """The orders in force on a day. That there is none is one of them, as long as nothing was recorded since.

    An adoption order that somebody saw ends whatever was ordered before it, a placement order included (Adoption and
    Children Act 2002 ss.21(4) and 46(2)).
    """
    live = _left_by_adoption(tuple(order for order in orders if order.runs_on(on)))
    real = tuple(order for order in live if order.kind is not OrderKind.NONE)
    if real:
        return real
    return live[-1:]


def _left_by_adoption(live: tuple[OrderFact, ...]) -> tuple[OrderFact, ...]:
    seen = (each for each in live if each.kind is OrderKind.ADOPTION and each.seen_on and each.made_on)
    adopted = max(seen, key=lambda each: each.made_on or date.min, default=None)
    if adopted is None:
        return live
    return tuple(each for each in live if each is adopted or not _is_before(each, adopted))


def _is_before(order: OrderFact, adopted: OrderFact) -> bool:
    """Whether an order was made before the adoption; of one without a day, whether it was on record before it."""
    if order.made_on is None or adopted.made_on is None:
        return order.said_at < adopted.said_at
    return order.made_on < adopted.made_on


def only_adds_to(
    kind: OrderKind, *, holder_id: UUID | None, restricted_id: UUID | None, restricts: str
) -> UUID | None:
    """The adult who may agree as before because an order in their favour takes nothing from them; None for nobody.

    It gives them parental responsibility beside what they had (rulebook 4.2). What it restricts, it restricts in
    whoever is named; where nobody is, it may be them.
    """
    if kind not in GIVES_RESPONSIBILITY or (restricts and restricted_id in {None, holder_id}):
        return None
    return holder_id


def days_that_count(
    child_id: UUID, *, birth: BirthFacts, held: Sequence[HeldResponsibility], orders: Sequence[OrderFact]
) -> tuple[FactDay, ...]:
    """The days on which who decides about a child changes, on which agreements are looked at again (rulebook 4.5).

    From 16 the child’s own word is theirs all the more. Whoever gains parental responsibility, by an order or
    otherwise, may agree as before; so may an adopter when the order ends everybody else's.
    """
    days = set()
    adopters = {each.made_on: each.holder_id for each in orders if each.kind is OrderKind.ADOPTION}
    if birth.born_on is not None:
        days.add(FactDay(birthday(birth.born_on, age=DECIDES_FROM), Cause.SIXTEEN, child_id))
        days.add(FactDay(birthday(birth.born_on, age=OF_AGE), Cause.EIGHTEEN))
    for each in held:
        if each.adult_id and each.began_on:
            days.add(FactDay(each.began_on, Cause.RESPONSIBILITY, each.adult_id))
        if each.adult_id and each.ended_on:
            days.add(FactDay(each.ended_on, Cause.RESPONSIBILITY, adopters.get(each.ended_on)))
    for order in orders:
        if order.kind is not OrderKind.NONE:
            days |= _days_of_order(order)
    return tuple(sorted(days, key=lambda day: (day.on, day.cause, str(day.spares_id))))


def _days_of_order(order: OrderFact) -> set[FactDay]:
    spared = only_adds_to(
        order.kind, holder_id=order.holder_id, restricted_id=order.restricted_id, restricts=order.restricts
    )
    made = {FactDay(order.made_on, Cause.ORDER, spared)} if order.made_on else set()
    return made | ({FactDay(order.over_on, Cause.ORDER)} if order.over_on else set())


_BASES = {
    OrderKind.PLACEMENT: LookedAfter.PLACEMENT_ORDER,
    OrderKind.CARE: LookedAfter.CARE_ORDER,
    OrderKind.INTERIM_CARE: LookedAfter.CARE_ORDER,
    OrderKind.EMERGENCY_PROTECTION: LookedAfter.EMERGENCY,
    OrderKind.ACCOMMODATED: LookedAfter.ACCOMMODATED,
}


def looked_after(orders: Sequence[OrderFact], *, on: date) -> LookedAfter:
    """On what basis the child is looked after on a day; unknown unless an order says it or somebody asked."""
    kinds = {order.kind for order in running(orders, on=on)}
    for kind, basis in _BASES.items():
        if kind in kinds:
            return basis
    return LookedAfter.NO if OrderKind.NONE in kinds else LookedAfter.UNKNOWN


def shares_responsibility(orders: Sequence[OrderFact], *, on: date) -> tuple[HeldResponsibility, ...]:
    """The agencies that hold parental responsibility beside the parents on a day (E9).

    Under section 20 the local authority holds none: parents keep it and agree. What an order was only said to be is
    claimed, until somebody saw it.
    """
    return tuple(
        HeldResponsibility(
            adult_id=None,
            holder=order.authority or "The local authority",
            relation=None,
            held=ParentalResponsibility.SEEN if order.seen_on else ParentalResponsibility.CLAIMED,
            source=Source.COURT_ORDER,
            order_kind=order.kind,
            began_on=order.made_on,
            ended_on=order.ends_on,
            evidence=order.evidence,
            seen_on=order.seen_on,
            seen_by=order.seen_by,
            restriction=order.restricts,
            said_at=order.said_at,
        )
        for order in running(orders, on=on)
        if order.kind in SHARED_WITH_AN_AUTHORITY
    )


def may_be_written_to(stage: Stage, *, moved_on: date | None) -> bool:
    """Whether letters, links and notices about a child may reach the family.

    Not after a loss, a death or a move to a place that is not known (E6, E35).
    """
    return stage in {Stage.BORN, Stage.UNBORN} and moved_on is None


@dataclass(frozen=True, slots=True)
class ParentsOf:
    """The parents on record of one child, by what each is to the child."""

    child_id: UUID
    parents: frozenset[tuple[UUID, Relation]]


_PARENTS = frozenset({Relation.MOTHER, Relation.FATHER})


def tie_by_parents(one: ParentsOf, *, other: ParentsOf) -> Tie | None:
    """What two children are to one another by their parents on record; None where these do not say it (E7).

    One parent in common makes them half-siblings only where the other parent of both is known and is not the same.
    """
    mine = {adult for adult, relation in one.parents if relation in _PARENTS}
    theirs = {adult for adult, relation in other.parents if relation in _PARENTS}
    if not mine & theirs:
        return None
    if len(mine) > 1 and len(theirs) > 1 and len(mine & theirs) == 1:
        return Tie.HALF_SIBLINGS
    return Tie.SIBLINGS


def in_order(one: UUID, *, other: UUID) -> tuple[UUID, UUID]:
    """Two ids in the order in which a pair is kept."""
    first, second = sorted((one, other), key=lambda each: each.hex)
    return first, second


@dataclass(frozen=True, slots=True)
class StageHistory:
    """When it was said that a child was born, and that a life or a pregnancy had ended; None where it was not."""

    stage: Stage
    birth_said_at: datetime | None
    end_said_at: datetime | None


def stage_at(history: StageHistory, *, at: datetime) -> Stage:
    """Which stage was on record at a moment."""
    stage = history.stage
    if stage in {Stage.LOST, Stage.DIED} and history.end_said_at and at < history.end_said_at:
        stage = Stage.UNBORN if stage is Stage.LOST else Stage.BORN
    if stage is Stage.BORN and history.birth_said_at and at < history.birth_said_at:
        stage = Stage.UNBORN
    return stage


def stage_on(history: StageHistory, *, at: datetime, on: date, birth: BirthFacts) -> Stage:
    """Which stage stood on a day, by what was on record at a moment: before the first day of birth, none was born."""
    stage = stage_at(history, at=at)
    is_before = birth.earliest_on is not None and on < birth.earliest_on
    return Stage.UNBORN if is_before and stage in {Stage.BORN, Stage.DIED} else stage
