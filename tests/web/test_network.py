"""The network around a child: everybody once, nobody upon another or over the edge, every line from the child to somebody."""

from itertools import combinations
from xml.etree import ElementTree as ET

from hypothesis import given, settings
from hypothesis import strategies as st

from alongside.web import network
from alongside.web.network import HIGH, PILL, Contact
from tests import journey
from tests.recital import signed_in

NAMES = st.text(st.characters(min_codepoint=32, max_codepoint=0x2FF), min_size=1, max_size=120)


@given(st.lists(st.tuples(NAMES, st.integers(0, 4)), max_size=12), st.lists(NAMES, max_size=5))
@settings(max_examples=40)
def test_everybody_is_drawn_once_and_apart(told, asked):
    contacts = network.gathered(told, asked=asked)
    assert {each.who for each in contacts} == {who for who, _ in told} | set(asked)
    places = network.arrange(contacts)
    assert [place.contact for place in places] == list(contacts)
    for one, other in combinations(places, 2):
        assert abs(one.x - other.x) >= PILL or abs(one.y - other.y) >= HIGH
    figure = network.drawn("Ayo Adeyemi", contacts=contacts)
    assert (figure is None) == (not contacts)
    if figure:
        svg = ET.fromstring(figure.svg)
        for circle in svg.iter("{http://www.w3.org/2000/svg}circle"):
            at, round_it = float(circle.attrib["cy"]), float(circle.attrib["r"])
            assert round_it <= at <= float(svg.attrib["height"]) - round_it
        assert len(figure.lines) == len(contacts)


def test_what_somebody_was_told_is_counted_together():
    contacts = network.gathered([("School", 1), ("School", 2)], asked=["School", "GP"])
    assert contacts == (Contact("School", 3), Contact("GP", 0))


def test_the_child_page_draws_whoever_was_told(cast):
    before = signed_in(cast, "amira").get(f"/children/{cast.child_id}/").content.decode()
    assert "network-title" not in before
    journey.talk(cast, journey.decided(cast))
    shown = signed_in(cast, "amira").get(f"/children/{cast.child_id}/").content.decode()
    assert "network-title" in shown
    assert "told 1 thing" in shown or "things" in shown
