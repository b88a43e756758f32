"""The wall shows exactly what the rule says, no row more and no row less, in any world.

Hypothesis plays. After every step the reader's views of all tables are compared with the oracle for whomever the
step concerned and one more member in turn, and `Act.among`, `Act.sees` and the reasons for one table in turn;
after every fifth step the writer's rule over all tables; after every eighth step the reader for everybody; at the
end of every world everything for everybody, querysets included. What happens in a world stays in it, so a
difference that one comparison passes by is still there for the next.
"""

import itertools

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test

from alongside.access import queries
from alongside.access.words import GrantKind
from tests.walls import eyes
from tests.walls.dice import Dice
from tests.walls.worlds import (
    ACTORS,
    AGENCIES,
    ALWAYS,
    CASES,
    HOURS,
    LABELS,
    MEMBERSHIPS,
    PRACTITIONERS,
    Actor,
    Target,
    Window,
    World,
)

pytestmark = pytest.mark.wall

WORLDS_AT_ONCE = 5
STEPS_A_WORLD = 100
LEAST_STEPS = 5_000
EVERYBODY_EVERY = 8
THE_WRITER_EVERY = 5  # for all tables at once; for one table in turn it is asked at every step


def places(things):
    return st.integers(0, len(things) - 1)


def maybe(strategy):
    return st.none() | strategy


windows = st.just(ALWAYS) | st.builds(Window.between, places(HOURS), places(HOURS))
row_places = st.integers(0, 30)
targets = st.builds(Target, maybe(places(AGENCIES)), maybe(places(CASES)), maybe(row_places))


class Rooms(RuleBasedStateMachine):
    """One world after another in the same house."""

    world: World
    steps = 0

    @initialize(seed=st.integers(0, 2**16))
    def begin(self, seed):
        self.world.begin()
        self.taken = 0
        self.turn = itertools.cycle(ACTORS)
        Dice(seed).grow(self.world, events=12)

    @rule(
        label=places(LABELS), author=places(ACTORS), case=maybe(places(CASES)), agency=maybe(places(AGENCIES))
    )
    def write_a_row(self, label, author, case, agency):
        self.world.add_row(label, author=author, case=case, agency=agency)
        self.compare(ACTORS[author])

    @rule(kind=st.sampled_from(GrantKind), member=places(ACTORS), named=targets, window=windows)
    def let_someone_in(self, kind, member, named, window):
        self.world.give(kind, member=member, target=named, window=window)
        self.compare(ACTORS[member])

    @rule(grant=st.integers(0, 60))
    def end_a_grant(self, grant):
        place = grant % len(self.world.plain.grants)
        whose = self.world.plain.grants[place].membership
        self.world.end_grant(place)
        self.compare(*(a for a in ACTORS if whose == a.membership_id.hex))

    @rule(practitioner=places(PRACTITIONERS), case=maybe(places(CASES)), row=row_places, window=windows)
    def declare_a_conflict(self, practitioner, case, row, window):
        self.world.declare(practitioner, case=case, row=row, window=window)
        self.compare(*(a for a in ACTORS if a.practitioner_id == PRACTITIONERS[practitioner]))

    @rule(case=places(CASES), window=windows, named=st.lists(places(MEMBERSHIPS), max_size=2))
    def restrict_a_case(self, case, window, named):
        self.world.place_seal(case, window=window)
        for member in named:
            self.world.give(GrantKind.NAMED, member=member, target=Target(case=case), window=window)
        self.compare(next(self.turn))

    @rule(hour=places(HOURS))
    def move_the_clock(self, hour):
        self.world.move_clock(hour)
        self.compare(next(self.turn))

    def compare(self, *concerned: Actor):
        Rooms.steps += 1
        in_turn = next(self.turn)
        self.taken += 1
        everybody = self.taken % EVERYBODY_EVERY == 0
        for actor in ACTORS if everybody else {*concerned, in_turn}:
            assert eyes.walled(actor, self.world) == self.world.expected(actor)
        if self.taken % THE_WRITER_EVERY == 0:
            assert eyes.ruled(in_turn, self.world) == self.world.expected(in_turn)
        label, row = self.world.rows[self.taken % len(self.world.rows)]
        self.compare_as_the_product_asks(in_turn, label=label, key=row.id)

    def compare_as_the_product_asks(self, actor, *, label, key):
        """Act.among, Act.sees and the reasons, on one table in turn."""
        expected = {row for at, row in self.world.expected(actor) if at == label}
        among, sees = eyes.through_act(actor, self.world, label=label)
        assert among == sees == expected
        why = queries.why_visible(eyes.ctx_of(actor, self.world), label=label, key=eyes.key(key))
        assert bool(why) == (key in expected)
        assert len(set(why)) == len(why)

    def teardown(self):
        if hasattr(self.world, "at"):
            for actor in ACTORS:
                expected = self.world.expected(actor)
                assert eyes.walled(actor, self.world) == expected
                assert eyes.through_orm(actor, self.world) == expected
                assert eyes.ruled(actor, self.world) == expected


@pytest.mark.long
def test_the_wall_the_writer_and_the_oracle_agree_in_random_worlds(empty_house, capsys):
    Rooms.world = World(empty_house)
    Rooms.steps = 0
    play = settings(
        max_examples=WORLDS_AT_ONCE,
        stateful_step_count=STEPS_A_WORLD,
        deadline=None,
        database=None,
        print_blob=True,
        suppress_health_check=list(HealthCheck),
    )
    try:
        while Rooms.steps < LEAST_STEPS:
            run_state_machine_as_test(Rooms, settings=play)
    finally:
        Rooms.world.close()
    with capsys.disabled():
        print(f"\n  wall against oracle: {Rooms.steps:,} steps")  # noqa: T201 - the figure asked for
    assert Rooms.steps >= LEAST_STEPS


@pytest.mark.parametrize("seed", range(4))
def test_what_takes_away_lets_nobody_see_more(empty_house, seed):
    world, dice = World(empty_house), Dice(seed)
    dice.grow(world, events=90)
    before = {actor: eyes.walled(actor, world) for actor in ACTORS}
    assert any(before.values())
    for _ in range(40):
        dice.one_of(dice.taking_away)(world)
        after = {actor: eyes.walled(actor, world) for actor in ACTORS}
        assert all(after[actor] <= before[actor] for actor in ACTORS)
        before = after
    world.close()
