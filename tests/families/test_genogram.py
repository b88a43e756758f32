"""A genogram of any family: everybody stands once and apart, every line ends at people, no home goes round a stranger."""

import re
from datetime import date
from itertools import combinations, pairwise
from uuid import UUID
from xml.etree import ElementTree as ET

from hypothesis import given, settings
from hypothesis import strategies as st

from alongside.families import genogram_drawing, genogram_homes, genogram_words
from alongside.families.genogram import SYMBOL, arrange
from alongside.families.genogram_lines import lines_of
from alongside.families.kin import CoupleCard, Family, HomeCard, Kin, Line, MemberCard, SiblingCard
from alongside.families.rules import NOTHING_SAID
from alongside.families.words import Bond, Gender, Life, LivesWith, Loss, Relation, Stage, Tie, UnderEighteen

ON = date(2026, 11, 3)
NAMES = st.text(st.characters(min_codepoint=32, max_codepoint=0x2FF), min_size=1, max_size=40)
RELATIONS, BONDS = st.sampled_from(list(Relation)), st.sampled_from(list(Bond))
SHARES = st.sampled_from([LivesWith.ALL, LivesWith.PART])


@st.composite
def families(draw):
    """Up to six children and eight adults, related in any way."""
    children = tuple(UUID(int=n) for n in range(1, draw(st.integers(1, 6)) + 1))
    adults = tuple(UUID(int=100 + n) for n in range(draw(st.integers(0, 8))))
    stages = st.sampled_from(list(Stage))
    people = [_child(draw, key, draw(stages)) for key in children]
    people += [
        Kin(
            key,
            draw(NAMES),
            draw(st.sampled_from(list(Gender))),
            draw(st.none() | st.dates(date(1940, 1, 1), date(2012, 1, 1))),
            life=draw(st.sampled_from(list(Life))),
            under_eighteen=draw(st.sampled_from(list(UnderEighteen))),
        )
        for key in adults
    ]
    pairs = [(child, adult) for child in children for adult in adults]
    lines = [
        Line(child, adult, draw(RELATIONS), draw(st.sampled_from(list(LivesWith))))
        for child, adult in draw(
            st.lists(st.sampled_from(pairs), unique=True, max_size=20) if pairs else st.just([])
        )
    ]
    couples = [
        CoupleCard(frozenset(pair), draw(BONDS), None, None)
        for pair in draw(
            st.lists(st.sampled_from(list(combinations(adults, 2))), unique=True, max_size=5)
            if len(adults) > 1
            else st.just([])
        )
    ]
    everybody = (*children, *adults)
    homes = [
        HomeCard(
            UUID(int=900 + n),
            draw(NAMES),
            tuple(MemberCard(key, draw(SHARES), None) for key in everybody if draw(st.booleans())),
        )
        for n in range(draw(st.integers(0, 3)))
    ]
    siblings = tuple(
        SiblingCard(key, "Another", draw(st.none() | st.sampled_from(list(Tie)))) for key in children[1:]
    )
    return Family(children[0], tuple(people), tuple(lines), tuple(couples), siblings, tuple(homes))


def _child(draw, key, stage):
    born = stage in {Stage.BORN, Stage.DIED}
    return Kin(
        key,
        draw(NAMES),
        draw(st.sampled_from(list(Gender))),
        draw(st.none() | st.dates(date(2009, 1, 1), ON)) if born else None,
        expected_on=date(2027, 2, 3) if stage is Stage.UNBORN else None,
        stage=stage,
        loss=draw(st.sampled_from(list(Loss))) if stage is Stage.LOST else None,
    )


def overlap(one, other):
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def at(stand, point):
    return abs(point[0] - stand.x) <= SYMBOL / 2 and abs(point[1] - stand.y) <= SYMBOL / 2


@given(families())
@settings(max_examples=60)
def test_everybody_stands_once_and_nobody_upon_another(family):
    stands = arrange(family, words=genogram_words.words_of(family))
    assert sorted(stand.person.id for stand in stands) == sorted(person.id for person in family.people)
    for one, other in combinations(stands, 2):
        assert not overlap(one.cell, other.cell), (one, other)
    assert all(stand.cell[0] >= 0 and stand.cell[1] >= 0 for stand in stands)


@given(families())
@settings(max_examples=60)
def test_every_line_ends_at_people_and_runs_through_nobody(family):
    stands = arrange(family, words={})
    place = {stand.person.id: stand for stand in stands}
    lines = lines_of(family, stands=stands)
    for joined in lines.joined:
        assert all(at(place[key], path[0]) for key, path in zip(joined.people, joined.paths, strict=False))
    for hung in lines.hung:
        assert at(place[hung.child_id], hung.path[-1])
        level = next((j.paths[-1] for j in lines.joined if j.people == hung.parents), None)
        start = hung.path[0]
        assert (
            level[0][0] <= start[0] <= level[1][0] and start[1] == level[0][1]
            if level
            else at(place[hung.parents[0]], start)
        )
    for dotted in lines.dotted:
        assert at(place[dotted.adult_id], dotted.path[0])
        assert at(place[dotted.child_id], dotted.path[-1])
    for ends, path in (
        *((j.people, path) for j in lines.joined for path in j.paths),
        *(((*h.parents, h.child_id), h.path) for h in lines.hung),
        *(((d.adult_id, d.child_id), d.path) for d in lines.dotted),
    ):
        for one, other in pairwise(path):
            stretch = (
                min(one[0], other[0]),
                min(one[1], other[1]),
                max(one[0], other[0]),
                max(one[1], other[1]),
            )
            crossed = [s for s in stands if s.person.id not in ends and overlap(stretch, s.cell)]
            assert not crossed, (path, crossed)


@given(families())
@settings(max_examples=60)
def test_a_home_goes_round_those_who_live_there_and_nobody_else(family):
    stands = arrange(family, words={})
    for outline in genogram_homes.outlines_of(family, stands=stands):
        for stand in stands:
            assert inside((stand.x, stand.y), outline.loops) == (stand.person.id in outline.people)


def inside(point, loops):
    """By the count of lines to the left of a point."""
    crossed = 0
    for loop in loops:
        for one, other in zip(loop, (*loop[1:], loop[0]), strict=True):
            low, high = sorted((one[1], other[1]))
            crossed += one[0] == other[0] < point[0] and low <= point[1] < high
    return crossed % 2 == 1


@given(families())
@settings(max_examples=40)
def test_the_drawing_and_the_list_tell_of_everybody(family):
    svg = genogram_drawing.draw(
        family,
        words=genogram_words.words_of(family),
        inside=genogram_words.inside_of(family, birth=NOTHING_SAID, on=ON),
        title="A family",
        told=genogram_words.in_short(family),
    )
    ET.fromstring(svg)
    drawn = re.findall(r'data-person="([^"]+)"', svg)
    assert sorted(drawn) == sorted(str(person.id) for person in family.people)
    said = genogram_words.list_people(family, birth=NOTHING_SAID, on=ON)
    assert len(said) == len(family.people)
    assert len(genogram_words.list_ties(family)) >= len(family.couples)
